import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { namesPlace } from "~/domain/mail/names-place";
import { answersTo, isTelling, mayBeTold } from "~/domain/notice/told";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findTask, type StaffTask } from "~db/staff-tasks.server";
import { mailKinds } from "~emails/kinds";
import { renderWords } from "~emails/render";
import { findNotice, type MailWords, type Notice, readMailWords } from "./find-notice.server";
import { findTold, type Told } from "./find-told.server";
import { withNamesOfToday } from "./names-of-today.server";
import { noLongerTrue } from "./no-longer-true.server";
import { factsOf, findTaskNames, type TaskFacts, type TaskNames } from "./task-names.server";

/** Why there is nothing to read out. `none`: no mail says it, so the task's own sentence is what to say. */
export type Wordless = "unwritten" | "untrue" | "closed" | "none";

export interface TaskToTell {
  id: string;
  kind: string;
  subject: { noun: string; id: string };
  facts: TaskFacts;
  names: TaskNames;
  state: string;
  openedAt: string;
  /** Null where staff have to find out whom, or where the host of the task may not hear of the student. */
  to: Told | null;
  /** In the language of whoever is told. */
  said: { title: string; words: string } | null;
  wordless: Wordless | null;
  /** What they may answer on its letter. */
  answers: ReturnType<typeof answersTo>;
}

/** A task to tell somebody something, with what to say and where they are reached; undefined for one of another school or kind. */
export async function readTask(wiring: Wiring, actor: StaffActor, taskId: string): Promise<TaskToTell | undefined> {
  const { schoolId } = actor;
  const task = await withScope(wiring, actor, (tx) => findTask(tx, { schoolId, taskId }));
  if (!task || !isTelling(task.kind)) return undefined;
  const words = await readMailWords(wiring, task);
  return withScope(wiring, actor, (tx) => describe(tx, wiring, { actor, task, words }));
}

interface Described {
  actor: StaffActor;
  task: StaffTask;
  words: MailWords;
}

async function describe(tx: ScopeTx, wiring: Wiring, { actor, task, words }: Described): Promise<TaskToTell> {
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  const notice = await findNotice(tx, wiring, { task, words });
  const { mail, personId, mentorId } = notice;
  const isPlace = mail !== null && namesPlace(mail.kind, mail.props);
  const to = mayBeTold(factsOf(task))
    ? await findTold(tx, { schoolId, districtId, personId, mentorId, on, isPlace })
    : null;
  const wordless = await whyWordless(tx, { task, notice, to, now });
  const said = wordless === null && mail && to ? await sayIt(tx, { notice, mail, to, school }) : null;
  const names = (await findTaskNames(tx, { schoolId, districtId, tasks: [task] }))(task);
  return {
    id: task.id,
    kind: task.kind,
    subject: { noun: task.subject_noun, id: task.subject_id },
    facts: factsOf(task),
    names: { ...names, student: names.student || (notice.student ?? "") },
    state: task.state,
    openedAt: task.opened_at,
    to,
    said,
    wordless: said ? null : (wordless ?? "unwritten"),
    answers: said && mail ? answersTo(mail.kind, mail.props) : null,
  };
}

/** Rights, suspensions and changes count from the minute on which they come, as they do for a mail that waits. */
async function whyWordless(
  tx: ScopeTx,
  { task, notice, to, now }: { task: StaffTask; notice: Notice; to: Told | null; now: Date },
): Promise<Wordless | null> {
  const { mail, personId, mentorId } = notice;
  if (task.state !== "open") return "closed";
  if (to?.isSuspended) return "untrue";
  if (mail === null || to === null) return "none";
  const of = asMail(mail, { personId, mentorId });
  const untrue = await noLongerTrue(tx, {
    ...{ schoolId: task.school_id, mail: of, props: mail.props, address: null, now },
  });
  return untrue === null ? null : "untrue";
}

type TaskMail = NonNullable<Notice["mail"]>;

const asMail = ({ kind, key }: TaskMail, { personId, mentorId }: Pick<Notice, "personId" | "mentorId">) => ({
  kind,
  dedupe_key: key,
  recipient_person_id: personId,
  recipient_mentor_id: mentorId,
});

/** With the names that people go by today. Props of an older release that are not those of the kind any more say nothing. */
async function sayIt(
  tx: ScopeTx,
  said: { notice: Notice; mail: TaskMail; to: Told; school: Awaited<ReturnType<typeof getSchool>> },
) {
  const { notice, mail, to, school } = said;
  const { kind } = mail;
  const of = { schoolId: school.id, mail: asMail(mail, notice) };
  const read = mailKinds[kind].props.safeParse(await withNamesOfToday(tx, { ...of, props: mail.props as object }));
  if (!read.success) return null;
  const sender = {
    name: school.name,
    postalAddress: school.postal_address,
    helpName: school.help_name,
    helpPhone: school.help_phone,
  };
  return renderWords({ kind, props: read.data as never, language: to.language, sender });
}
