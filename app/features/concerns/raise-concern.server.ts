import { randomInt, randomUUID } from "node:crypto";
import { civilDate, daysLater } from "~/clock";
import { type Actor, actInSchool, type MentorActor, type SchoolActor } from "~/domain/actor";
import { holdsName, isNamed } from "~/domain/concern/named";
import { mayReport } from "~/domain/concern/policy";
import { type ConcernReport, faultOfReport, type ReportFault, readByOf } from "~/domain/concern/report";
import { done, type Outcome, refused } from "~/domain/outcome";
import { UUID } from "~/domain/uuid";
import { callAboutConcern } from "~/steps/call-about-concern.server";
import { type AskedConversation, findReported, type ReportedConversation } from "~/steps/reported-message.server";
import type { Wiring } from "~/wiring";
import { copyPictures } from "~db/concern-pictures.server";
import {
  insertConcern,
  listFamilyOf,
  listFullNames,
  listOwnReceipts,
  listPersonsOfSameAccounts,
} from "~db/concerns.server";
import { listDisclosures } from "~db/disclosures.server";
import { listStudentNames } from "~db/matches.server";
import { listNamesWentInto } from "~db/merged-people.server";
import { listDistrictSchools } from "~db/offered-listings.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withIdentity, withScope } from "~db/scope.server";
import { listKnownPeople, listReaders } from "./known-people.server";
import { reporterOf } from "./reporter.server";

type Reporter = Exclude<Actor, { kind: "system" }>;
export type RaiseRefusal = "not_permitted" | "not_found" | "school_missing" | ReportFault;

/** As a mentor, who acts in no school, the report says which one it goes to. */
export type ReportToSchool = ConcernReport & { schoolId: string | null; conversation: AskedConversation | null };

/**
 * Seals a report of a concern and gives its reporter a receipt. It is kept from everybody whom it names, by a choice or in its
 * words, from whoever wrote a message that it is about, and from the guardians, past and present, of a student whom it is about, in whatever role they come. The same form sent twice is one report. It is in no common log.
 */
export async function raiseConcern(
  wiring: Wiring,
  actor: Actor,
  report: ReportToSchool,
): Promise<Outcome<{ number: string; readBy: string }, RaiseRefusal>> {
  if (!mayReport(actor) || actor.kind === "system") return refused("not_permitted");
  const reporter = reporterOf(actor);
  const now = wiring.clock.now();
  const sent = await withScope(wiring, actor, (tx) => listOwnReceipts(tx, reporter));
  const earlier = sent.find((row) => row.form_key === report.formKey);
  if (earlier) return done({ number: earlier.number, readBy: earlier.read_by });
  const yesterday = daysLater(now, -1).toISOString();
  const fault = faultOfReport(report, { sentToday: sent.filter((row) => row.raised_at > yesterday).length });
  if (fault) return refused(fault);
  const here = await actAtSchool(wiring, actor, report);
  if (here === "school_missing") return refused(here);
  if (!here) return refused("not_found");
  // A message that its reporter may not read any more loses no report: their own words stand.
  const asked = report.conversation && (await findReported(wiring, actor, report.conversation));
  const reported = asked?.schoolId === here.schoolId ? asked : null;
  const about = aboutOf(report.about ?? writerOf(reported));
  const writers = reported?.message ? [reported.message.writerId] : [];
  if (actor.kind === "mentor" && report.about && !(await isTold(wiring, actor, here, report.about)))
    return refused("not_found");
  const ticked = await withScope(wiring, here, (tx) => listTicked(tx, here, { report, now }));
  const family = await withScope(wiring, here, (tx) => listFamilies(tx, here, { report, about }));
  const meant = [...chosenIds(about), ...writers, ...ticked, ...family];
  const alsoMeant = await withIdentity(wiring, (tx) =>
    listPersonsOfSameAccounts(tx, { schoolId: here.schoolId, ids: meant }),
  );
  return withScope(wiring, here, async (tx) => {
    if (actor.kind !== "mentor" && report.about && !(await isKnown(tx, here, report.about, now)))
      return refused("not_found");
    const school = await getSchool(tx, here.schoolId);
    const staff = await listStaff(tx, { schoolId: here.schoolId, on: civilDate(now, school.time_zone) });
    const { pursuitId } = about;
    const ids = [...chosenIds(about), ...writers, ...ticked];
    const chosen = (await listFullNames(tx, { schoolId: here.schoolId, ids, pursuitId })).map((row) => row.full_name);
    const called = [...staff, ...(await listNamesWentInto(tx, { schoolId: here.schoolId }))];
    const named = called.filter((person) => isNamed({ ...report, chosen }, person)).map(({ personId }) => personId);
    const notFor = [...new Set([...meant, ...alsoMeant, ...named])];
    const readBy = readByOf(staff, notFor);
    const self = reporter.personId ? [reporter.personId] : [];
    const [from] = await listFullNames(tx, { schoolId: here.schoolId, ids: self, pursuitId: null });
    const concern = {
      schoolId: here.schoolId,
      concernId: randomUUID(),
      number: newNumber(),
      formKey: report.formKey,
      reporter,
      about,
      reported,
      names: { about: chosen, reporter: from?.full_name ?? "" },
      aboutName: report.aboutName.trim(),
      body: report.body.trim(),
      callPhone: report.mayCall ? report.callPhone.trim() : "",
      readBy,
      notFor,
      now,
    };
    if (await insertConcern(tx, concern)) {
      const { schoolId, concernId } = concern;
      if (reported?.message) await copyPictures(tx, { schoolId, concernId, messageId: reported.message.id });
      await callAboutConcern(tx, { schoolId, concernId, turn: 0 });
      return done({ number: concern.number, readBy });
    }
    const twin = (await listOwnReceipts(tx, reporter)).find((row) => row.form_key === report.formKey);
    return twin ? done({ number: twin.number, readBy: twin.read_by }) : refused("not_found");
  });
}

/** The readers whom the reporter ticked, of those whom the form shows; somebody of another school reads nothing here. */
async function listTicked(
  tx: ScopeTx,
  here: SchoolActor,
  { report, now }: { report: ReportToSchool; now: Date },
): Promise<string[]> {
  const shown = new Set((await listReaders(tx, here, now)).map(({ value }) => value));
  return report.aboutReaders.filter((value) => shown.has(value)).map((value) => value.slice("person:".length));
}

/** The guardians, past and present, of the student who was chosen and of those whose whole name was written. */
async function listFamilies(
  tx: ScopeTx,
  { schoolId }: SchoolActor,
  { report, about }: { report: ReportToSchool; about: ReturnType<typeof aboutOf> },
): Promise<string[]> {
  const written = `${report.aboutName} . ${report.body}`;
  const named = (await listStudentNames(tx, schoolId)).filter((student) => holdsName(written, student.full_name));
  const studentIds = [about.studentId, ...named.map(({ id }) => id)].filter((id) => id !== null);
  return listFamilyOf(tx, { schoolId, studentIds, pursuitId: about.pursuitId });
}

/** Eight digits that say nothing of how many reports there are. */
function newNumber(): string {
  const digits = String(randomInt(100_000_000)).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** At the school that the report goes to: a mentor's at one of the district (its only one is not asked for), anybody else's own. */
async function actAtSchool(
  wiring: Wiring,
  actor: Reporter,
  { schoolId }: ReportToSchool,
): Promise<SchoolActor | "school_missing" | null> {
  if (actor.kind !== "mentor") return actor;
  const schools = await withScope(wiring, actor, (tx) => listDistrictSchools(tx, actor.districtId));
  const only = schools.length === 1 ? schools[0] : schools.find(({ id }) => id === schoolId);
  if (!only && schoolId === null) return "school_missing";
  return only ? actInSchool(actor, { schoolId: only.id }) : null;
}

async function isKnown(tx: ScopeTx, here: SchoolActor, about: string, now: Date): Promise<boolean> {
  return (await listKnownPeople(tx, here, now)).some(({ value }) => value === about);
}

/** Whether the mentor's organisation was told about a student by this school. */
async function isTold(wiring: Wiring, actor: MentorActor, { schoolId }: SchoolActor, about: string): Promise<boolean> {
  const told = await withScope(wiring, actor, (tx) => listDisclosures(tx, actor));
  return told.some((row) => row.school_id === schoolId && `pursuit:${row.pursuit_id}` === about);
}

/** Whoever wrote the message is whom it is about, unless its reporter chose somebody. */
function writerOf(reported: ReportedConversation | null): string | null {
  if (!reported?.message) return null;
  const { role, writerId } = reported.message;
  return `${role === "student" || role === "mentor" ? role : "person"}:${writerId}`;
}

function aboutOf(value: string | null) {
  const [kind = "", id = ""] = value?.split(":") ?? [];
  const of = (wanted: string) => (kind === wanted && UUID.test(id) ? id : null);
  return { studentId: of("student"), personId: of("person"), mentorId: of("mentor"), pursuitId: of("pursuit") };
}

function chosenIds({ studentId, personId, mentorId }: ReturnType<typeof aboutOf>): string[] {
  return [studentId, personId, mentorId].filter((id) => id !== null);
}
