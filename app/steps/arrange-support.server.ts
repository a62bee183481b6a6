import { needsLanguageSupport } from "~/domain/matching/eligibility";
import { findPairLanguages } from "~db/pair-languages.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf, openTask } from "~db/staff-tasks.server";

/**
 * Language excludes nobody: where nobody at a place is known to speak a language of the student, staff arrange what helps.
 * Call it once the student wants the place and staff agree; it does nothing while the same task is open.
 */
export async function arrangeSupport(tx: ScopeTx, pursuit: PursuitFacts, now: Date): Promise<void> {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  const languages = await findPairLanguages(tx, { schoolId, pursuitId });
  if (!languages) return;
  const { student, placement, mentor } = languages;
  const host = { languages: placement, leadMentor: mentor && { languages: mentor } };
  if (!needsLanguageSupport({ languages: student }, host)) return;
  await openTask(tx, {
    schoolId,
    kind: "accommodation",
    subject: { noun: "pursuit", id: pursuitId },
    props: { title: pursuit.title, organisation: pursuit.organisation_name, studentId: pursuit.student_id },
    dedupeKey: keyOf(pursuitId),
    now,
  });
}

/** Takes the task off the list: the pursuit has ended, and there is nothing to arrange any more. */
export async function dropSupport(tx: ScopeTx, pursuit: PursuitFacts, now: Date): Promise<void> {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  await closeTasksOf(tx, { schoolId, dedupeKey: keyOf(pursuitId), note: "The pursuit ended.", now });
}

const keyOf = (pursuitId: string) => `accommodation:${pursuitId}`;
