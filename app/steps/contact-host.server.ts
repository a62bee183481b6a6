import { civilDate, daysLater } from "~/clock";
import type { SchoolActor, SystemActor } from "~/domain/actor";
import { gradeBand } from "~/domain/pursuit/grade-band";
import type { PursuitNeed } from "~/domain/pursuit/lifecycle";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findStandingConsent } from "~db/consents.server";
import { insertDisclosure } from "~db/disclosures.server";
import { insertLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOfMentor, listStudentInterests } from "~db/people.server";
import { closeGate, findPursuit, listGates, type PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { tellStudent } from "./tell.server";

export const FIRST_CONTACT_LINK_DAYS = 21;

/**
 * Makes the first contact about an approved pursuit when everything it needs is there: a standing `looking` consent, every
 * gate before contact closed, and a mentor whom a mail reaches. Otherwise it stays approved and staff see what is missing.
 * Call it whenever one of these may have come true; it does nothing the second time.
 */
export async function contactHostWhenReady(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuitId, now }: { actor: SchoolActor; pursuitId: string; now: Date },
): Promise<"contacted" | "waiting"> {
  const pursuit = await findPursuit(tx, { schoolId: actor.schoolId, pursuitId });
  if (!pursuit || pursuit.state !== "approved") return "waiting";
  const school = await getSchool(tx, actor.schoolId);
  const on = civilDate(now, school.time_zone);
  const consent = await findStandingConsent(tx, { schoolId: school.id, studentId: pursuit.student_id, purpose: "looking", on });
  if (consent) {
    await closeGate(tx, { schoolId: school.id, pursuitId, kind: "looking_consent", by: consent.recorded_by, on, note: `consent ${consent.id}` });
  }
  const mail = await findHostMail(tx, pursuit);
  if (!mail) await askStaffForContact(tx, pursuit, now);
  const openGates = (await listGates(tx, { schoolId: school.id, pursuitId })).filter((gate) => gate.before === "contact" && gate.state === "open");
  if (!consent || !mail || openGates.length > 0) return "waiting";
  const met: PursuitNeed[] = ["looking_consent", "host_reachable", "gates_before_contact"];
  const system: SystemActor = { kind: "system", job: "first-contact", schoolId: school.id, districtId: school.district_id };
  const moved = await advance(tx, {
    actor: system,
    noun: "pursuit",
    id: pursuitId,
    move: "contact",
    met: met as never,
    notices: {
      mentor: () => discloseAndWrite(tx, wiring, { pursuit, school, consentId: consent.id, mail, system, now }),
      student: () => tellStudent(tx, { wiring, pursuit, event: "contacted", now }),
    },
    set: { contacted_at: now.toISOString(), updated_at: now.toISOString() },
    now,
  });
  return moved.ok ? "contacted" : "waiting";
}

async function findHostMail(tx: ScopeTx, pursuit: PursuitFacts): Promise<string | undefined> {
  if (!pursuit.lead_mentor_id || pursuit.mentor_suspended_at) return undefined;
  return findMailOfMentor(tx, { districtId: pursuit.district_id, mentorId: pursuit.lead_mentor_id });
}

/** An imported posting often names nobody: somebody has to find the person to write to. */
export async function askStaffForContact(tx: ScopeTx, pursuit: PursuitFacts, now: Date): Promise<void> {
  await openTask(tx, {
    schoolId: pursuit.school_id,
    kind: "find_contact",
    subject: { noun: "listing", id: pursuit.listing_id },
    props: { title: pursuit.title, organisation: pursuit.organisation_name },
    dedupeKey: `find_contact:${pursuit.listing_id}`,
    now,
  });
}

type School = Awaited<ReturnType<typeof getSchool>>;
interface Contact {
  pursuit: PursuitFacts;
  school: School;
  consentId: string;
  mail: string;
  system: SystemActor;
  now: Date;
}

async function discloseAndWrite(tx: ScopeTx, wiring: Wiring, { pursuit, school, consentId, mail, system, now }: Contact): Promise<void> {
  const likes = (await listStudentInterests(tx, { schoolId: school.id, studentId: pursuit.student_id })).filter((tag) => tag.liked);
  const told = { firstName: pursuit.student_name, gradeBand: gradeBand(pursuit.grade), interests: likes.slice(0, 6).map((tag) => tag.interest_id) };
  await insertDisclosure(tx, {
    schoolId: school.id, districtId: pursuit.district_id, pursuitId: pursuit.pursuit_id, organisationId: pursuit.organisation_id,
    mentorId: pursuit.lead_mentor_id, consentId, ...told, now,
  });
  await recordAct(tx, { actor: system, noun: "pursuit", nounId: pursuit.pursuit_id, transition: "disclose", reason: "first contact", evidence: `consent ${consentId}`, now });
  const token = await insertLink(tx, {
    kind: "first-contact", schoolId: school.id, districtId: school.district_id, organisationId: pursuit.organisation_id,
    subjectId: pursuit.pursuit_id, personId: pursuit.lead_mentor_id, language: pursuit.mentor_language ?? "en",
    expiresAt: daysLater(now, FIRST_CONTACT_LINK_DAYS),
  });
  await enqueueMail(tx, {
    kind: "first-contact",
    props: {
      mentorName: pursuit.mentor_name ?? "",
      ...told,
      studentFirstName: told.firstName,
      placementTitle: pursuit.title,
      organisationName: pursuit.organisation_name,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/first-contact/${token}`,
    },
    to: { mail, language: pursuit.mentor_language ?? "en", mentorId: pursuit.lead_mentor_id ?? undefined },
    schoolId: school.id,
    dedupeKey: `first-contact:${pursuit.pursuit_id}:${token.slice(0, 8)}`,
    now,
  });
}
