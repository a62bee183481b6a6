import { civilDate, daysLater } from "~/clock";
import type { SchoolActor, SystemActor } from "~/domain/actor";
import type { PursuitNeed } from "~/domain/pursuit/lifecycle";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { listPlacementMentors } from "~db/clearances.server";
import { listForbiddenMentors } from "~db/forbidden-pairs.server";
import { listGates } from "~db/gates.server";
import { lockListing } from "~db/listings.server";
import { findMailOfMentor } from "~db/people.server";
import { lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import { getSchool, getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { askForParticipation } from "./ask-for-participation.server";
import { askStaffAboutCheck } from "./ask-staff-about-check.server";
import { discloseAndWrite } from "./disclose.server";
import { meetGate } from "./gates.server";
import { isLeadClear } from "./is-lead-clear.server";
import { findLeadSeat } from "./lead-seat.server";
import { askStaffToTalk, closeWanted } from "./reach-lead.server";
import { tellStudent } from "./tell.server";
import { weighConsent } from "./weigh-consent.server";

type ContactNeed = Exclude<
  PursuitNeed,
  "free_place" | "endorsed" | "free_seat" | "contact_unsent" | "gates_before_visit"
>;

/**
 * Makes the first contact about an approved pursuit when everything it needs is there: a listing that is still published,
 * a standing `looking` consent, every gate before contact closed, a pair that nobody forbade, and a mentor whom a mail reaches, whom
 * somebody of the school has read to be the one named, and no check of whom failed.
 * Otherwise it stays approved and staff see what is missing. Call it whenever one of these may have come true; it does
 * nothing the second time.
 */
export async function contactHostWhenReady(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuitId, now }: { actor: SchoolActor; pursuitId: string; now: Date },
): Promise<"contacted" | "waiting"> {
  const { schoolId, districtId } = actor;
  const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
  if (pursuit?.state !== "approved" || pursuit.student_asked_at === null) return "waiting";
  const listing = await lockListing(tx, { schoolId, listingId: pursuit.listing_id });
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  const { standing } = await weighConsent(tx, {
    schoolId,
    studentId: pursuit.student_id,
    purpose: "looking",
    pursuitId: null,
    on,
  });
  const note = `consent ${standing?.id}`;
  if (standing)
    await meetGate(tx, { actor, pursuitId, kind: "looking_consent", by: standing.recordedBy, on, note, now });
  const mail = await findHostMail(tx, pursuit);
  if (!mail) await askStaffForContact(tx, pursuit, now);
  const met: ContactNeed[] = ["looking_consent", "host_reachable"];
  if (listing?.state === "published") met.push("listing_open");
  if (await isPairAllowed(tx, pursuit, now)) met.push("pair_allowed");
  if (await isClear(tx, pursuit, now)) met.push("lead_clear");
  if (await isRead(tx, pursuit, now)) met.push("lead_read");
  if (await areGatesMet(tx, pursuit)) met.push("gates_before_contact");
  if (!standing || !mail) return "waiting";
  const system: SystemActor = { kind: "system", job: "first-contact", schoolId, districtId };
  const { approvalDays } = await getSettings(tx, schoolId);
  const moved = await advance(tx, {
    actor: system,
    noun: "pursuit",
    id: pursuitId,
    move: "contact",
    met,
    notices: {
      mentor: () => discloseAndWrite(tx, wiring, { pursuit, school, consentId: standing.id, mail, system, now }),
      student: () => tellStudent(tx, { wiring, pursuit, event: "contacted", now }),
    },
    set: {
      contacted_at: now.toISOString(),
      updated_at: now.toISOString(),
      expires_at: daysLater(now, approvalDays).toISOString(),
    },
    now,
  });
  if (!moved.ok) return "waiting";
  await closeWanted(tx, { pursuit, wanted: ["wants_contact"], note: "The host was written to.", now });
  await askForParticipation(tx, wiring, { actor: system, pursuit, before: "visit", now });
  return "contacted";
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

/** Relatives and household members, back-ups too, stay apart until a coordinator has decided; a task asks for each decision. */
async function isPairAllowed(tx: ScopeTx, pursuit: PursuitFacts, now: Date): Promise<boolean> {
  const { school_id: schoolId, student_id: studentId, district_id: districtId, placement_id: placementId } = pursuit;
  const mentorIds = await listPlacementMentors(tx, { districtId, placementId });
  const apart = await listForbiddenMentors(tx, { schoolId, studentId, mentorIds });
  for (const { id: mentorId, name_used: mentor } of apart)
    await openTask(tx, {
      schoolId,
      kind: "relative_pair",
      subject: { noun: "pursuit", id: pursuit.pursuit_id },
      props: { title: pursuit.title, organisation: pursuit.organisation_name, mentor, studentId, mentorId },
      dedupeKey: `relative_pair:${studentId}:${mentorId}`,
      now,
    });
  return apart.length === 0;
}

/** While a check of the lead did not come back clear the host hears of no student; staff have the task that the check opened. */
async function isClear(tx: ScopeTx, pursuit: PursuitFacts, now: Date): Promise<boolean> {
  const { school_id: schoolId, student_id: studentId, listing_id: listingId, lead_mentor_id: mentorId } = pursuit;
  if (!mentorId || (await isLeadClear(tx, { schoolId, studentId, listingId, mentorId }))) return true;
  await askStaffAboutCheck(tx, { schoolId, mentorId, now });
  return false;
}

/** Whom an import or an edit named meanwhile hears of no student before somebody of the school has read that it is them. */
async function isRead(tx: ScopeTx, pursuit: PursuitFacts, now: Date): Promise<boolean> {
  if ((await findLeadSeat(tx, pursuit)) !== "unread") return true;
  await askStaffToTalk(tx, { pursuit, news: "wants_contact", about: pursuit.pursuit_id, why: "unread", now });
  return false;
}

async function areGatesMet(
  tx: ScopeTx,
  { school_id: schoolId, pursuit_id: pursuitId }: PursuitFacts,
): Promise<boolean> {
  const gates = await listGates(tx, { schoolId, pursuitId });
  return gates.every((gate) => gate.before !== "contact" || gate.state !== "open");
}
