import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { hasEnded } from "~/domain/people/has-ended";
import { mayKeepPeople } from "~/domain/people/policy";
import { followRights } from "~/steps/follow-rights.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { endGuardianLink, lockGuardianLink } from "~db/guardian-links.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";

/** Says until which day an adult is a student's guardian: that day still counts. Ending it takes every right, so it names why. What has ended is not opened again by a later day. */
export async function endLink(
  wiring: Wiring,
  actor: Actor,
  { linkId, lastDay, document }: { linkId: string; lastDay: string; document: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "document_needed" | "before_start" | "is_over">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const link = await lockGuardianLink(tx, { schoolId, linkId });
    if (!link) return refused("not_found");
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    if (hasEnded(link.to_on, on)) return refused("is_over");
    if (lastDay < link.from_on) return refused("before_start");
    if (link.legal_basis === "parent" && document.trim() === "") return refused("document_needed");
    await endGuardianLink(tx, { schoolId, linkId, lastDay });
    const act = { actor, noun: "guardian_link", nounId: linkId, transition: "end", to: lastDay, now };
    await recordAct(tx, { ...act, evidence: document });
    await followRights(tx, { actor, studentId: link.student_id, isLess: true, on, now });
    await closeTasksOf(tx, { schoolId, dedupeKey: `decide_rights:${linkId}`, note: "decided", now });
    return done(null);
  });
}
