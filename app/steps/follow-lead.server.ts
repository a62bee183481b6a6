import { civilDate, daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findDisclosure, writeToldMentor } from "~db/disclosures.server";
import { lockEngagementOf, writeEngagementLead } from "~db/engagements.server";
import { endLinksAbout, insertLink } from "~db/links.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { listComingVisits } from "~db/visits.server";
import { doChecksHoldToTheEnd } from "./checks-hold.server";
import { FIRST_CONTACT_LINK_DAYS } from "./disclose.server";
import { isLeadClear } from "./is-lead-clear.server";
import { findLeadSeat } from "./lead-seat.server";
import { tellMentor, tellStudent } from "./tell.server";
import { tellAdvisors } from "./tell-advisors.server";
import { tellFamily } from "./tell-family.server";
import { tellMentorOfVisit } from "./tell-visit.server";
import { weighConsent } from "./weigh-consent.server";

interface Following {
  actor: SystemActor;
  /** Of a locked student; its host knows of the student. */
  pursuit: PursuitFacts;
  now: Date;
}

/**
 * Brings a pursuit to whoever leads its place now, once the school has read who that is, a consent stands and no check speaks against
 * them: they are told, with a link of their own and the coming visits for their calendar, which leave the calendar of whoever had them; the running
 * internship is theirs where everybody named is cleared; student, family and advisors hear of it. A second time changes nothing.
 */
export async function followLead(tx: ScopeTx, wiring: Wiring, following: Following): Promise<void> {
  const { actor, pursuit, now } = following;
  const { school_id: schoolId, pursuit_id: pursuitId, listing_id: listingId, lead_mentor_id: leadId } = pursuit;
  if (leadId === null || pursuit.ended_at !== null || (await findLeadSeat(tx, pursuit)) !== "seated") return;
  const disclosure = await findDisclosure(tx, { organisationId: pursuit.organisation_id, pursuitId });
  if (!disclosure) return;
  if (!(await isLeadClear(tx, { schoolId, studentId: pursuit.student_id, listingId, mentorId: leadId }))) return;
  const isNew = disclosure.mentor_id !== leadId;
  if (isNew) {
    const consentId = await findStandingConsent(tx, { pursuit, now });
    if (!consentId) return;
    await tellNewLead(tx, wiring, { ...following, leadId, formerId: disclosure.mentor_id });
    await recordAct(tx, {
      ...{ actor, noun: "pursuit", nounId: pursuitId, transition: "disclose", reason: "somebody else leads the place" },
      ...{ from: disclosure.mentor_id, to: leadId, evidence: `consent ${consentId}`, now },
    });
  }
  for (const coming of await listComingVisits(tx, { schoolId, pursuitIds: [pursuitId], states: ["dated"], now })) {
    // Of one that was dated before it was kept who has it, whoever was told of the student has it.
    const visit = { ...coming, told_mentor_id: coming.told_mentor_id ?? disclosure.mentor_id };
    if (visit.told_mentor_id !== leadId) await tellMentorOfVisit(tx, { wiring, pursuit, visit, event: "dated", now });
  }
  const hasInternship = await handInternshipOn(tx, { ...following, leadId });
  if (!isNew && !hasInternship) return;
  const news = { wiring, pursuit, event: "lead_new", now } as const;
  await tellStudent(tx, news);
  await tellFamily(tx, news);
  await tellAdvisors(tx, news);
}

/** Without one that counts today nobody else hears of the student; of an internship that is agreed the consent to take part is enough. */
async function findStandingConsent(
  tx: ScopeTx,
  { pursuit, now }: Pick<Following, "pursuit" | "now">,
): Promise<string | undefined> {
  const { school_id: schoolId, student_id: studentId, pursuit_id: pursuitId, state } = pursuit;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const asked = { schoolId, studentId, on };
  const looking = await weighConsent(tx, { ...asked, purpose: "looking", pursuitId: null });
  if (looking.standing || state !== "accepted") return looking.standing?.id;
  return (await weighConsent(tx, { ...asked, purpose: "participate", pursuitId })).standing?.id;
}

/** Whether somebody was told of the student who leads the place no more. */
export async function isToldToAnother(tx: ScopeTx, pursuit: PursuitFacts): Promise<boolean> {
  const { organisation_id: organisationId, pursuit_id: pursuitId, lead_mentor_id: leadId } = pursuit;
  const disclosure = await findDisclosure(tx, { organisationId, pursuitId });
  return disclosure !== undefined && disclosure.mentor_id !== leadId;
}

async function tellNewLead(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, leadId, formerId, now }: Following & { leadId: string; formerId: string | null },
): Promise<void> {
  const { schoolId, districtId } = actor;
  const { pursuit_id: pursuitId, organisation_id: organisationId } = pursuit;
  await writeToldMentor(tx, { schoolId, pursuitId, mentorId: leadId });
  if (formerId) await endLinksAbout(tx, { schoolId, personId: formerId, subjectIds: [pursuitId], now });
  const linkOf = async (personId: string) => {
    const token = await insertLink(tx, {
      ...{ kind: "first-contact", schoolId, districtId, organisationId, subjectId: pursuitId, personId },
      language: pursuit.mentor_language ?? "en",
      expiresAt: daysLater(now, FIRST_CONTACT_LINK_DAYS),
    });
    return `${wiring.env.origin}/first-contact/${token}`;
  };
  await tellMentor(tx, { wiring, pursuit, event: "leads_now", linkOf, now });
}

/** Answers whether an internship that goes on has somebody else to lead it now. One that is paused a coordinator lets go on. */
async function handInternshipOn(
  tx: ScopeTx,
  { actor, pursuit, leadId, now }: Following & { leadId: string },
): Promise<boolean> {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  const engagement = await lockEngagementOf(tx, { schoolId, pursuitId });
  if (!engagement || engagement.lead_mentor_id === leadId || STANDS_STILL.includes(engagement.state)) return false;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  if (!(await doChecksHoldToTheEnd(tx, { pursuit, on }))) return false;
  await writeEngagementLead(tx, { schoolId, engagementId: engagement.id, leadMentorId: leadId });
  const act = { actor, noun: "engagement", nounId: engagement.id, transition: "hand_on", now };
  await recordAct(tx, { ...act, from: engagement.lead_mentor_id, to: leadId, reason: "somebody else leads the place" });
  return true;
}

const STANDS_STILL: readonly string[] = ["paused", "ended", "closed"];
