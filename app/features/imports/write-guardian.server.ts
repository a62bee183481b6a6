import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import type { KnownAdult } from "~/domain/imports/families";
import { firstWordOf } from "~/domain/imports/first-word-of";
import type { GuardianPlan } from "~/domain/imports/plan-guardian";
import { rightsInWords } from "~/domain/people/link-rights";
import { reachPerson } from "~/steps/reach-person.server";
import { tieGuardian } from "~/steps/tie-guardian.server";
import { recordAct } from "~db/audit.server";
import { lockLinkBetween } from "~db/families-roster.server";
import { updateGuardianLink } from "~db/guardian-links.server";
import { insertPerson, updateLanguages } from "~db/person-changes.server";
import type { ScopeTx } from "~db/scope.server";

interface Writing {
  actor: StaffActor | SystemActor;
  timeZone: string;
  now: Date;
}

type Planned = Extract<GuardianPlan, { ok: true }>;

/** Makes a guardian what a plan says, by the same steps as a person does it by hand; answers them with the id they have got. */
export async function writeGuardian(tx: ScopeTx, writing: Writing, plan: Planned): Promise<KnownAdult> {
  const { before, after } = plan;
  const id = before ? before.id : await enter(tx, writing, after);
  if (before && before.language !== after.language) await changeLanguage(tx, writing, after);
  await (isTied(plan) ? describe(tx, writing, plan) : tie(tx, writing, plan, id));
  await reach(tx, writing, plan, id);
  return { ...after, id };
}

const isTied = ({ before, student }: Planned) =>
  before?.links.some(({ studentId }) => studentId === student.id) ?? false;

function enter(tx: ScopeTx, { actor: { schoolId } }: Writing, { fullName, language }: KnownAdult): Promise<string> {
  return insertPerson(tx, { schoolId, fullName, nameUsed: firstWordOf(fullName), language, bornOn: null });
}

async function changeLanguage(tx: ScopeTx, { actor, now }: Writing, { id, language }: KnownAdult): Promise<void> {
  await updateLanguages(tx, { schoolId: actor.schoolId, personId: id, language, spoken: [] });
  await recordAct(tx, { actor, noun: "person", nounId: id, transition: "change_languages", to: language, now });
}

async function tie(tx: ScopeTx, { actor, timeZone, now }: Writing, { student, link }: Planned, id: string) {
  const on = civilDate(now, timeZone);
  const isNew = await tieGuardian(tx, {
    ...{ actor, studentId: student.id, guardianId: id },
    ...{ terms: link, document: "", on, now },
  });
  if (!isNew) throw new Error(`guardian ${id} is tied to student ${student.id} and was not known to be`);
}

/** Writes the word for a link and its call order; its rights stay those that it has at this moment. */
async function describe(tx: ScopeTx, { actor, now }: Writing, { before, student, link }: Planned): Promise<void> {
  const { schoolId } = actor;
  const row = await lockLinkBetween(tx, { schoolId, studentId: student.id, guardianId: before?.id ?? "" });
  if (!row) throw new Error(`guardian ${before?.id} is no longer tied to student ${student.id}`);
  const { relationship, callOrder } = link;
  if (row.relationship === relationship && row.call_order === callOrder) return;
  const rights = {
    mayConsent: row.may_consent,
    maySeeRecords: row.may_see_records,
    mayKnowWhereabouts: row.may_know_whereabouts,
  };
  const terms = { relationship, callOrder, legalBasis: row.legal_basis, rights };
  await updateGuardianLink(tx, { schoolId, linkId: row.id, terms });
  const words = rightsInWords(terms);
  const act = { actor, noun: "guardian_link", nounId: row.id, transition: "change", now };
  await recordAct(tx, { ...act, from: words, to: words });
}

/** An address opens a place only where it is new here or its holder becomes a guardian by this row, and only where nobody else has it. */
async function reach(
  tx: ScopeTx,
  { actor, timeZone, now }: Writing,
  { before, after, mail, isMailShared }: Planned,
  personId: string,
): Promise<void> {
  const on = civilDate(now, timeZone);
  const contact = { actor, personId, language: after.language, on, now };
  const isFirstLink = (before?.links.length ?? 0) === 0;
  if (mail && (isFirstLink || !before?.mails.includes(mail)))
    await reachPerson(tx, {
      ...{ ...contact, kind: "mail", value: mail, isShared: isMailShared },
      ...{ letsIn: !isMailShared, onlyAs: "guardian" },
    });
  for (const value of after.phones)
    if (!before?.phones.includes(value))
      await reachPerson(tx, { ...contact, kind: "phone", value, isShared: false, letsIn: false });
}
