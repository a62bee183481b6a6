import type { SystemActor } from "~/domain/actor";
import { answerTokens } from "~/domain/mail/reply-address";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { insertMailEvent } from "~db/mail-events.server";
import { findMailToStop } from "~db/mailbox.server";
import { withScope, withSystem } from "~db/scope.server";
import { readAnswerAddress } from "./answer-address.server";

interface Came {
  to: readonly string[];
  /** The provider's id of the mail that came, or a hash of it. */
  source: string;
  /** What told of it; its mail is fetched by a job. Null where the mail itself is at hand. */
  told: { eventId: string; type: string } | null;
}

/** An answer to a mail of the school. */
export interface NotedAnswer {
  actor: SystemActor;
  /** The key of the mail that it answers. */
  mailKey: string;
}

/**
 * Finds the mails that a mail which came in answers. The report of it and the job that fetches it are one transaction, and a
 * copy of the report leads to the same note. Empty where none of the addresses is one of ours.
 */
export async function noteAnswer(wiring: Wiring, { to, source, told }: Came): Promise<NotedAnswer[]> {
  const { replyDomain } = wiring.env;
  const noted: NotedAnswer[] = [];
  for (const token of replyDomain === null ? [] : answerTokens(to, replyDomain)) {
    const mailId = readAnswerAddress(wiring, token);
    const mail = mailId === null ? undefined : await withSystem(wiring, (tx) => findMailToStop(tx, mailId));
    if (!mail?.school_id || !mail.district_id) continue;
    const { school_id: schoolId, district_id: districtId, dedupe_key: mailKey } = mail;
    const actor: SystemActor = { kind: "system", job: "take-answer", schoolId, districtId };
    noted.push({ actor, mailKey });
    if (!told) continue;
    await withScope(wiring, actor, async (tx) => {
      const now = wiring.clock.now();
      await insertMailEvent(tx, { schoolId, ...told, now });
      await enqueue(tx, "take-answer", { schoolId, mailKey, source, toldAt: now.toISOString() });
    });
  }
  return noted;
}
