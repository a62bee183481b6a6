import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type Candidate, unfitOf } from "~/domain/outreach/audience";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { MOST_CONTACTS } from "~/domain/outreach/sequence";
import type { Wiring } from "~/wiring";
import { lockAudience } from "~db/audience.server";
import { recordAct } from "~db/audit.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { insertSequenceContacts, listEnrolments } from "~db/sequence-contacts.server";
import { lockSequence } from "~db/sequences.server";

export type EnrolRefusal = "not_permitted" | "not_found" | "nobody_chosen" | "not_now" | "too_many";

/**
 * Takes contacts into a sequence; each gets its first mail as soon as it runs. Whoever is in it already, or cannot come in, is left out:
 * their page may have changed since somebody ticked them. Answers how many came in.
 */
export async function enrolContacts(
  wiring: Wiring,
  actor: Actor,
  { sequenceId, contactIds }: { sequenceId: string; contactIds: readonly string[] },
): Promise<Outcome<{ count: number }, EnrolRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    // Contacts first, as whoever writes to them does.
    const rows = await lockAudience(tx, { schoolId, sequenceId, contactIds });
    const sequence = await lockSequence(tx, { schoolId, sequenceId });
    if (!sequence) return refused("not_found");
    if (sequence.state === "ended") return refused("not_now");
    if (contactIds.length === 0) return refused("nobody_chosen");
    const fit = rows.filter((row) => unfitOf(candidateOf(row), sequence.language) === null).map(({ id }) => id);
    const there = await listEnrolments(tx, { schoolId, sequenceId });
    if (there.length + fit.length > MOST_CONTACTS) return refused("too_many", { maximum: MOST_CONTACTS });
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const count = await insertSequenceContacts(tx, { schoolId, districtId, sequenceId, contactIds: fit, on, now });
    if (count > 0)
      await recordAct(tx, {
        ...{ actor, noun: "sequence", nounId: sequenceId, transition: "enrol", evidence: String(count), now },
      });
    return done({ count });
  });
}

type Row = Awaited<ReturnType<typeof lockAudience>>[number];

/** What is asked of a contact before they come in. */
export function candidateOf({ mail, language, is_silent, is_mentor, is_elsewhere, said_no }: Row): Candidate {
  return { mail, language, isSilent: is_silent, isMentor: is_mentor, isElsewhere: is_elsewhere, saidNo: said_no };
}
