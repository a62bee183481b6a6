import type { Actor } from "~/domain/actor";
import type { MentorFault, MentorName } from "~/domain/merge/mentors";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { countOfMentor, type MentorCounts } from "~db/mentor-facts.server";
import { countOnTheirWay } from "~db/mentor-moves.server";
import { findMentorRows, type MentorRow } from "~db/merged-mentors.server";
import { withScope } from "~db/scope.server";
import { findMentorFault } from "./mentor-standing.server";

export interface PreviewedMentor extends MentorName {
  id: string;
  seal: string;
  organisations: string[];
  mails: string[];
  phones: string[];
}

export interface MentorPreview {
  kept: PreviewedMentor;
  other: PreviewedMentor;
  /** What comes over; of schools that of the own one alone. */
  counts: MentorCounts;
  /** Students of the own school on their way to places that the other leads: the kept one hears of them next. */
  onTheirWay: number;
  /** Organisations whose people read the kept one's name and addresses from then on. */
  newOrganisations: string[];
  /** Why the two cannot be made one, or null. */
  fault: MentorFault | null;
}

/** What would become of two mentors who are one person. Changes nothing. */
export async function previewMentorMerge(
  wiring: Wiring,
  actor: Actor,
  { keptId, otherId }: { keptId: string; otherId: string },
): Promise<Outcome<MentorPreview, "not_permitted" | "not_found">> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const rows = await findMentorRows(tx, { districtId, ids: [keptId, otherId] });
    const [kept, other] = [rows.get(keptId), rows.get(otherId)];
    if (!kept || !other || keptId === otherId || kept.mergedInto || other.mergedInto) return refused("not_found");
    const known = new Set(kept.organisations.map(({ id }) => id));
    return done({
      ...{ kept: shown(kept), other: shown(other) },
      counts: await countOfMentor(tx, { districtId, schoolId, mentorId: otherId }),
      onTheirWay: await countOnTheirWay(tx, { schoolId, mentorId: otherId }),
      newOrganisations: other.organisations.flatMap(({ id, name }) => (known.has(id) ? [] : name)),
      fault: await findMentorFault(tx, { actor, kept, other }),
    });
  });
}

function shown({ id, seal, fullName, nameUsed, pronouns, organisations, points }: MentorRow): PreviewedMentor {
  const values = (...kinds: string[]) => points.flatMap(({ kind, value }) => (kinds.includes(kind) ? value : []));
  return {
    ...{ id, seal, fullName, nameUsed, pronouns, organisations: organisations.map(({ name }) => name) },
    ...{ mails: values("mail"), phones: values("phone", "sms") },
  };
}
