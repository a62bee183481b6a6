import type { Actor } from "~/domain/actor";
import type { Choice } from "~/domain/merge/choices";
import type { MentorFault } from "~/domain/merge/mentors";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { inDistrictSchools } from "~/steps/in-district-schools.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockLedByMentor } from "~db/led-by-mentor.server";
import { insertMoves } from "~db/merge-moves.server";
import { lockMentorRows, writeMentorName, writeMergedInto } from "~db/merged-mentors.server";
import { findStandingMerge, insertMerge } from "~db/merges.server";
import { withScope } from "~db/scope.server";
import { deleteMentorApart } from "~db/twins-apart.server";
import { followLeads } from "./follow-leads.server";
import { findMentorFault } from "./mentor-standing.server";
import { moveMentor } from "./move-mentor.server";
import type { Moving } from "./move-organisation.server";

export interface MentorMerge {
  /** The one that stays. */
  keptId: string;
  otherId: string;
  /** As the preview showed them. */
  seal: string;
  otherSeal: string;
  /** Whose name stands afterwards. */
  name: Choice;
}

export type MergeMentorsRefusal = "not_permitted" | "not_found" | "changed_meanwhile" | MentorFault;

/**
 * Makes one mentor of two who are one person, in the whole district and in one transaction: places, ties, addresses, introductions and
 * what is kept apart are the kept one's. The other's row stays without ties and says whom it went into, so that what is sealed under it
 * finds them. No check and nothing that a host was told changes hands. A second press answers the merge that stands.
 */
export async function mergeMentors(
  wiring: Wiring,
  actor: Actor,
  { keptId, otherId, seal, otherSeal, name }: MentorMerge,
): Promise<Outcome<{ mergeId: string }, MergeMentorsRefusal>> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ mergeId: string }, MergeMentorsRefusal>> => {
    await inDistrictSchools(tx, { staff: actor, job: "merge-mentors" }, (here) =>
      lockLedByMentor(tx, { schoolId: here.schoolId, mentorId: otherId }),
    );
    const rows = await lockMentorRows(tx, { districtId, ids: [keptId, otherId] });
    const [kept, other] = [rows.get(keptId), rows.get(otherId)];
    if (!kept || !other || keptId === otherId || kept.mergedInto) return refused("not_found");
    if (other.mergedInto) {
      const standing = await findStandingMerge(tx, { districtId, keptId, goneId: otherId });
      return standing ? done({ mergeId: standing }) : refused("not_found");
    }
    if (kept.seal !== seal || other.seal !== otherSeal) return refused("changed_meanwhile");
    const fault = await findMentorFault(tx, { actor, kept, other });
    if (fault) return refused(fault);
    const mergeId = await insertMerge(tx, { districtId, noun: "mentor", keptId, goneId: otherId, schoolId, now });
    const moving: Moving = { actor, mergeId, from: otherId, to: keptId, now };
    const befores = [kept, other].map(({ id, whole }) => ({ key: { id }, before: whole }));
    await insertMoves(tx, { districtId, mergeId, schoolId: null, table: "mentors", moves: befores });
    const places = await moveMentor(tx, moving);
    if (name === "other") await writeMentorName(tx, { districtId, mentorId: keptId, name: other });
    await writeMergedInto(tx, { districtId, mentorId: otherId, into: keptId });
    await deleteMentorApart(tx, { districtId, mentorId: otherId });
    await followLeads(tx, { districtId, places });
    const act = { actor, noun: "mentor", evidence: `${otherId} into ${keptId}`, now };
    await recordAct(tx, { ...act, nounId: keptId, transition: "merge" });
    await recordAct(tx, { ...act, nounId: otherId, transition: "merge", to: "gone" });
    return done({ mergeId });
  });
}
