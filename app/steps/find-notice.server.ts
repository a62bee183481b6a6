import { isTold } from "~/domain/notice/told";
import type { Wiring } from "~/wiring";
import { findConsent } from "~db/consents.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withSystem } from "~db/scope.server";
import type { StaffTask, TaskNotice } from "~db/staff-tasks.server";
import { findMailWords, findUnreachedMail } from "~db/unreached-mails.server";
import type { MailKind } from "~emails/kinds";

export interface Notice {
  /** What a mail would say; null where none says it, or its words are gone. */
  mail: TaskNotice | null;
  personId: string | null;
  mentorId: string | null;
  /** Full name of the student it is about, where the task itself has no id of theirs. */
  student: string | null;
}

export type MailWords = Awaited<ReturnType<typeof findMailWords>>;

/** The words of the mail that a task is about; undefined for a task about anything else. Their links go to nobody. */
export function readMailWords(wiring: Wiring, task: StaffTask): Promise<MailWords> | undefined {
  if (task.subject_noun !== "mail" || task.state !== "open") return undefined;
  return withSystem(wiring, (tx) => findMailWords(tx, { schoolId: task.school_id, mailId: task.subject_id }));
}

/** What a task stands in for, and whom it is for: what it holds itself, a mail that did not arrive, or a consent that is asked for. */
export async function findNotice(
  tx: ScopeTx,
  { env }: Wiring,
  { task, words }: { task: StaffTask; words: MailWords },
): Promise<Notice> {
  const { school_id: schoolId, subject_noun: noun, subject_id: id } = task;
  const named = task.props as { personId?: string; mentorId?: string };
  const own = { personId: named.personId || null, mentorId: named.mentorId || null, student: null };
  if (noun === "mail") return { ...own, mail: await ofMail(tx, { schoolId, mailId: id, words }) };
  if (task.kind !== "interpreter_consent") return { ...own, mail: (task.notice as TaskNotice | null) ?? null };
  const consent = await findConsent(tx, { schoolId, consentId: id });
  if (!consent) return { ...own, mail: null };
  const school = await getSchool(tx, schoolId);
  const props = {
    guardianName: consent.guardian_name,
    studentFirstName: consent.student_outside_name,
    schoolName: school.name,
    helpName: school.help_name,
    helpPhone: school.help_phone,
    link: env.origin,
  };
  return {
    mail: { kind: "consent-request", key: `consent-request:${id}`, props },
    personId: consent.guardian_id,
    mentorId: null,
    student: consent.student_full_name,
  };
}

async function ofMail(
  tx: ScopeTx,
  { schoolId, mailId, words }: { schoolId: string; mailId: string; words: MailWords },
): Promise<TaskNotice | null> {
  const mail = await findUnreachedMail(tx, { schoolId, mailId });
  if (!mail || !words || words.wiped_at !== null || !isTold(mail.kind)) return null;
  return { kind: mail.kind as MailKind, key: mail.dedupe_key, props: words.props };
}
