import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import type { StudentPlan } from "~/domain/imports/plan-student";
import type { KnownStudent } from "~/domain/imports/roster";
import { changeFacts } from "~/steps/change-facts.server";
import { enterStudent } from "~/steps/enter-student.server";
import { joinAdvisory } from "~/steps/join-advisory.server";
import { reachPerson } from "~/steps/reach-person.server";
import { renamePerson } from "~/steps/rename-person.server";
import { takeBack } from "~/steps/take-back.server";
import { insertAdvisory } from "~db/advisories.server";
import { recordAct } from "~db/audit.server";
import { updateLanguages } from "~db/person-changes.server";
import type { ScopeTx } from "~db/scope.server";

interface Writing {
  actor: StaffActor | SystemActor;
  timeZone: string;
  now: Date;
}

/** Makes a student what a plan says, by the same steps as a person does it by hand; answers them with the ids they have got. */
export async function writeStudent(
  tx: ScopeTx,
  writing: Writing,
  { before, after: planned, isMailShared }: Extract<StudentPlan, { ok: true }>,
): Promise<KnownStudent> {
  const advisory = await ensureAdvisory(tx, writing, planned.advisory);
  const after = { ...planned, advisory };
  const id = before ? before.id : await enter(tx, writing, after);
  if (before) await change(tx, writing, before, after);
  const { actor, timeZone, now } = writing;
  const on = civilDate(now, timeZone);
  const contact = { actor, personId: id, language: after.language, on, now };
  const asStudent = { onlyAs: "student" } as const;
  for (const value of added(before?.mails, after.mails))
    await reachPerson(tx, {
      ...contact,
      kind: "mail",
      value,
      isShared: isMailShared,
      letsIn: !isMailShared,
      ...asStudent,
    });
  for (const value of added(before?.phones, after.phones))
    await reachPerson(tx, { ...contact, kind: "phone", value, isShared: false, letsIn: false });
  return { ...after, id };
}

const added = (before: readonly string[] = [], after: readonly string[]) =>
  after.filter((value) => !before.includes(value));

/** An advisory that comes with the file is first that of whoever brought it in, until it is handed on. */
async function ensureAdvisory(tx: ScopeTx, { actor, now }: Writing, advisory: KnownStudent["advisory"]) {
  if (!advisory || advisory.id !== null) return advisory;
  const advisorId = actor.kind === "staff" ? actor.personId : actor.onBehalfOf;
  if (!advisorId) return null;
  const id = await insertAdvisory(tx, { schoolId: actor.schoolId, name: advisory.name, advisorId });
  await recordAct(tx, { actor, noun: "advisory", nounId: id, transition: "add", reason: advisorId, now });
  return { ...advisory, id };
}

function enter(tx: ScopeTx, { actor, timeZone, now }: Writing, after: KnownStudent): Promise<string> {
  const { fullName, nameUsed, bornOn, grade, language, languages } = after;
  const placed = { advisoryId: after.advisory?.id ?? null, areaId: after.area?.id ?? null };
  const student = { fullName, nameUsed, bornOn, grade, language, languages, directoryOptOut: false, ...placed };
  return enterStudent(tx, { actor, student: { ...student, studentNumber: after.number || null }, timeZone, now });
}

async function change(
  tx: ScopeTx,
  { actor, timeZone, now }: Writing,
  before: KnownStudent,
  after: KnownStudent,
): Promise<void> {
  const { id: studentId } = before;
  if (before.leftOn) await takeBack(tx, { actor, studentId, now });
  const { fullName, nameUsed } = after;
  if (fullName !== before.fullName || nameUsed !== before.nameUsed)
    await renamePerson(tx, { actor, personId: studentId, names: { fullName, nameUsed }, now });
  await changeFacts(tx, { actor, studentId, before: factsOf(before), after: factsOf(after), now });
  if (before.language !== after.language || before.languages.length !== after.languages.length) {
    const { language, languages: spoken } = after;
    await updateLanguages(tx, { schoolId: actor.schoolId, personId: studentId, language, spoken });
    const act = { actor, noun: "person", nounId: studentId, transition: "change_languages", now };
    await recordAct(tx, { ...act, to: language });
  }
  const advisoryId = after.advisory?.id ?? null;
  if (advisoryId !== (before.advisory?.id ?? null))
    await joinAdvisory(tx, { actor, studentId, advisoryId, timeZone, now });
}

const factsOf = ({ bornOn, grade, number, area }: KnownStudent) => ({
  bornOn,
  grade,
  studentNumber: number || null,
  areaId: area?.id ?? null,
});
