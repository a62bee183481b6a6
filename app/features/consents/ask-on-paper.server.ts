import type { ConsentFacts } from "~db/consents.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

/** A request that no mail reaches any more becomes a task with a letter, so that nobody waits in silence. */
export async function askOnPaper(tx: ScopeTx, { consent, now }: { consent: ConsentFacts; now: Date }): Promise<void> {
  await openTask(tx, {
    schoolId: consent.school_id,
    kind: "interpreter_consent",
    subject: { noun: "consent", id: consent.id },
    props: {
      language: consent.language,
      released: consent.text_state === "released",
      mail: false,
      guardian: consent.guardian_full_name,
    },
    dedupeKey: `interpreter_consent:${consent.id}`,
    now,
  });
}
