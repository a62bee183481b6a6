import { enqueueMail, type NewMail } from "~db/mails.server";
import type { ScopeTx } from "~db/scope.server";
import { type NewStaffTask, openTask } from "~db/staff-tasks.server";
import { isWrittenIn } from "~emails/catalogue";

interface Reader {
  /** Null or undefined when none takes mail, or none may say this. */
  mail: string | null | undefined;
  language: string;
  personId?: string;
  mentorId?: string;
}

type Notice = (NewMail extends infer Mail ? (Mail extends NewMail ? Omit<Mail, "to"> : never) : never) & {
  to: Reader;
  schoolId: string;
};

/** Whether a mail brings a notice to somebody in a language they read. */
export const isMailed = ({ mail, language }: Reader): boolean =>
  mail !== null && mail !== undefined && isWrittenIn(language);

/**
 * Mails a notice; whom no mail brings it in a language they read, staff tell. Their task holds what the mail would say, so that they
 * say the same; in its own facts are ids and no names of people.
 */
export async function mailOrAskStaff(
  tx: ScopeTx,
  notice: Notice,
  task: Pick<NewStaffTask, "kind" | "subject" | "props" | "dedupeKey">,
): Promise<void> {
  const { to, schoolId, now, kind, dedupeKey: key, props } = notice;
  if (isMailed(to)) {
    await enqueueMail(tx, { ...notice, to: { ...to, mail: to.mail } } as NewMail);
    return;
  }
  const { mail: _, ...reader } = to;
  await openTask(tx, { ...task, schoolId, props: { ...reader, ...task.props }, notice: { kind, key, props }, now });
}
