import { civilDate } from "~/clock";
import { type Actor, actInSchool, type MentorActor, type SchoolActor } from "~/domain/actor";
import { readNumbers } from "~/domain/concern/emergency-numbers";
import { mayReport } from "~/domain/concern/policy";
import { readByOf } from "~/domain/concern/report";
import { done, refused } from "~/domain/outcome";
import { type AskedConversation, findReported, type ReportedConversation } from "~/steps/reported-message.server";
import type { Wiring } from "~/wiring";
import { listOwnReceipts } from "~db/concerns.server";
import { listDisclosures } from "~db/disclosures.server";
import { listDistrictSchools } from "~db/offered-listings.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listKnownPeople, listReaders } from "./known-people.server";
import { reporterOf } from "./reporter.server";

/**
 * What the form of a report shows: whom to call in danger, who reads it, whom the reporter can choose, their receipts, and of the
 * conversation that they report what they may know. A message's words are not shown again: staff would read them unnoted.
 */
export async function openReport(wiring: Wiring, actor: Actor, conversation: AskedConversation | null = null) {
  if (!mayReport(actor) || actor.kind === "system") return refused("not_permitted");
  const reported = conversation && (await findReported(wiring, actor, conversation));
  const all = actor.kind === "mentor" ? await schoolsOfMentor(wiring, actor) : await ownSchool(wiring, actor);
  const schools = reported ? all.filter(({ id }) => id === reported.schoolId) : all;
  // Others may open a mailed link too: what was sent with it is shown once, when it is sent.
  const receipts =
    actor.kind === "link" ? [] : await withScope(wiring, actor, (tx) => listOwnReceipts(tx, reporterOf(actor)));
  const names = new Map(schools.map((school) => [school.id, school]));
  return done({
    schools,
    reported: reported && shownReported(reported),
    receipts: receipts
      .filter((row) => actor.kind === "mentor" || row.school_id === actor.schoolId)
      .map((row) => ({
        id: row.concern_id,
        number: row.number,
        raisedAt: row.raised_at,
        readBy: row.read_by,
        timeZone: names.get(row.school_id)?.timeZone ?? "UTC",
      })),
  });
}

export type OpenedReport = Extract<Awaited<ReturnType<typeof openReport>>, { ok: true }>["value"];

function shownReported({ pursuitId, schoolId, title, message }: ReportedConversation) {
  return {
    ...{ pursuitId, schoolId, title },
    message: message && {
      id: message.id,
      role: message.role,
      name: message.shownName,
      writtenAt: message.writtenAt,
    },
  };
}

async function ownSchool(wiring: Wiring, actor: SchoolActor) {
  return withScope(wiring, actor, async (tx) => [
    {
      ...(await facts(tx, wiring, actor.schoolId)),
      // who works at a school is not for hosts to know, nor for whom a family introduced
      ...(actor.kind === "link" && HOSTS_LINKS.includes(actor.linkKind) && { leads: [] }),
      people: await listKnownPeople(tx, actor, wiring.clock.now()),
      readers: await listReaders(tx, actor, wiring.clock.now()),
    },
  ]);
}

const HOSTS_LINKS: readonly string[] = ["first-contact", "introduction-invitation"];

/** A mentor chooses among the schools of the district, and among the students whom the organisation was told about. */
async function schoolsOfMentor(wiring: Wiring, actor: MentorActor) {
  const { told, schools } = await withScope(wiring, actor, async (tx) => ({
    told: await listDisclosures(tx, actor),
    schools: await listDistrictSchools(tx, actor.districtId),
  }));
  const all = [];
  for (const { id } of schools) {
    const here = actInSchool(actor, { schoolId: id });
    const isTold = told.some((row) => row.school_id === id);
    all.push({
      ...(await withScope(wiring, here, async (tx) => ({
        ...(await facts(tx, wiring, id)),
        // a host who was told of a student knows the school's people, and one of them may be whom the report is about
        readers: isTold ? await listReaders(tx, here, wiring.clock.now()) : [],
      }))),
      // who works at a school is not for hosts to know
      leads: [],
      people: told
        .filter((row) => row.school_id === id)
        .map((row) => ({ value: `pursuit:${row.pursuit_id}`, name: row.first_name })),
    });
  }
  return all;
}

async function facts(tx: ScopeTx, wiring: Wiring, schoolId: string) {
  const school = await getSchool(tx, schoolId);
  const staff = await listStaff(tx, { schoolId, on: civilDate(wiring.clock.now(), school.time_zone) });
  return {
    id: schoolId,
    name: school.name,
    timeZone: school.time_zone,
    helpName: school.help_name,
    helpPhone: school.help_phone,
    numbers: readNumbers((await getSettings(tx, schoolId)).emergencyNumbers),
    leads: staff.filter(({ isLead }) => isLead).map(({ fullName }) => fullName),
    readBy: readByOf(staff, []),
  };
}
