import { civilDate } from "~/clock";
import { namesPlace } from "~/domain/mail/names-place";
import {
  contactOf,
  introductionOf,
  meetingOfMail,
  placeInvitationOf,
  subjectOfMail,
  type ToldVisit,
  transferOfMail,
  visitOfMail,
} from "~/domain/mail/subject";
import { answersTo } from "~/domain/notice/told";
import { isHeld, shownState } from "~/domain/pursuit/shown-state";
import { isInAdvisoryOf } from "~db/advisories.server";
import { findConsentRights } from "~db/consent-holders.server";
import { lockConsent } from "~db/consents.server";
import { lockIntroduction } from "~db/introductions.server";
import { findInvitation, standingOfRow } from "~db/invitations.server";
import { isCoordinatorOn } from "~db/memberships.server";
import { isMailForPlaces } from "~db/people.server";
import { lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import { listRecordReaders } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { listAskedListings } from "~db/still-open.server";
import type { UnreachedMail } from "~db/unreached-mails.server";
import { listVisits } from "~db/visits.server";
import { mailKinds } from "~emails/kinds";
import { conversationNewsHolds } from "./conversation-news-holds.server";
import { findLeadSeat } from "./lead-seat.server";
import { readMeetingMail } from "./meeting-holds.server";
import { outreachHolds } from "./outreach-holds.server";
import { readTransferMail } from "./transfer-mail-holds.server";

interface Asked {
  schoolId: string;
  mail: Pick<UnreachedMail, "kind" | "dedupe_key" | "recipient_person_id" | "recipient_mentor_id">;
  /** What the mail says. */
  props: unknown;
  /** Where it would go; null where a person says it. */
  address: string | null;
  now: Date;
}

/**
 * Why a mail may not be sent any more: what it tells of has changed, which its reader hears in another mail; it is not for this reader
 * any more, and nobody else tells them; or it is not for them and `moot`, because it has changed besides or colleagues hear it.
 */
export type NoLongerTrue = "changed" | "not_theirs" | "moot";

/**
 * Whether what a mail said has stopped being true, or being its recipient's to know: time has passed since it was promised. A
 * host hears of a student only while the contact stands and its lead has a seat in the conversation, a guardian only what their link lets them read or answer today, and nobody
 * of a visit that has moved. Null while it holds. Locks what it looks at.
 */
export async function noLongerTrue(tx: ScopeTx, asked: Asked): Promise<NoLongerTrue | null> {
  const { schoolId, mail } = asked;
  const invitationId = placeInvitationOf(mail.dedupe_key);
  if (invitationId) return (await isInvited(tx, { schoolId, invitationId, now: asked.now })) ? null : "moot";
  const introductionId = introductionOf(mail.dedupe_key);
  if (introductionId && TO_INVITED.includes(mail.kind))
    return (await isAwaited(tx, { schoolId, introductionId })) ? null : "moot";
  if (mail.kind === "still-open") return (await isStillAsked(tx, asked)) ? null : "moot";
  if (contactOf(mail.dedupe_key)) return (await outreachHolds(tx, asked)) ? null : "moot";
  const about = subjectOfMail(mail.dedupe_key);
  const told = meetingOfMail(mail.dedupe_key);
  const moved = transferOfMail(mail.dedupe_key);
  const isToCoordinator = TO_COORDINATORS.includes(mail.kind);
  const isOfNothing = about === null && told === null && moved === null;
  if (isOfNothing && !isToCoordinator && mail.kind !== "conversation-news") return null;
  const on = civilDate(asked.now, (await getSchool(tx, schoolId)).time_zone);
  if (told) return verdict(await readMeetingMail(tx, { ...asked, told, personId: mail.recipient_person_id, on }));
  if (moved)
    return verdict(await readTransferMail(tx, { ...asked, told: moved, personId: mail.recipient_person_id, on }));
  if (isToCoordinator) return (await isCoordinators(tx, { ...asked, on })) ? null : "moot";
  if (about === null) return (await isDigestTheirs(tx, { ...asked, on })) ? null : "moot";
  if (about.noun === "consent") return ofConsent(tx, { schoolId, consentId: about.id, on });
  const pursuit = await lockPursuit(tx, { schoolId, pursuitId: about.id });
  if (!pursuit) return "moot";
  if (mail.kind === "advisor-news") return (await isAdvisors(tx, { mail, pursuit, on })) ? null : "moot";
  const visit = visitOfMail(mail.dedupe_key);
  if (visit?.isTakenBack) return (await hasAnotherHost(tx, { schoolId, mail, pursuit, visit })) ? null : "moot";
  if (mail.kind === "endorsement-asked") return (await isToEndorse(tx, { mail, pursuit, on })) ? null : "moot";
  const isTheirs = mail.recipient_mentor_id
    ? await isHosts(tx, mail, pursuit)
    : await isFamilys(tx, { ...asked, pursuit, on });
  return verdict({ isTheirs, isTrue: isStillDue(asked, pursuit) && (await isVisitAsTold(tx, asked, pursuit)) });
}

/** What asks somebody who was introduced for an answer; one that staff took down meanwhile makes it moot. */
const TO_INVITED: readonly string[] = ["introduction-invitation", "introduction-reminder"];

async function isAwaited(
  tx: ScopeTx,
  { schoolId, introductionId }: { schoolId: string; introductionId: string },
): Promise<boolean> {
  return (await lockIntroduction(tx, { schoolId, introductionId }))?.state === "invited";
}

/** News to whoever coordinates, for as long as they do. What they tell of stands on a page, and colleagues have them too. */
const TO_COORDINATORS: readonly string[] = ["needs-you", "pursuit-news", "introduction-news", "visitor-offer-news"];

async function isCoordinators(tx: ScopeTx, { schoolId, mail, on }: Asked & { on: string }): Promise<boolean> {
  const { recipient_person_id: personId } = mail;
  return personId !== null && isCoordinatorOn(tx, { schoolId, personId, on });
}

/** What it tells of stands on a page, so nobody misses one that is held back. */
async function isDigestTheirs(
  tx: ScopeTx,
  { schoolId, mail, props, address, on }: Asked & { on: string },
): Promise<boolean> {
  const { recipient_person_id: personId, recipient_mentor_id: mentorId } = mail;
  const { conversationList } = mailKinds["conversation-news"].props.parse(props);
  const pursuitIds = conversationList.map(({ pursuitId }) => pursuitId);
  const asked = { schoolId, pursuitIds, on };
  if (mentorId !== null) return conversationNewsHolds(tx, { ...asked, reader: { personId: null, mentorId } });
  if (
    personId === null ||
    (address !== null && !(await isMailForPlaces(tx, { schoolId, personId, mail: address, on })))
  )
    return false;
  return conversationNewsHolds(tx, { ...asked, reader: { personId, mentorId } });
}

async function isInvited(
  tx: ScopeTx,
  { schoolId, invitationId, now }: { schoolId: string; invitationId: string; now: Date },
): Promise<boolean> {
  const invitation = await findInvitation(tx, { schoolId, invitationId });
  return invitation !== undefined && standingOfRow(invitation, now) === "open";
}

/** Whether anything of the mentor's waits for an answer; what somebody answered meanwhile is not asked again. */
async function isStillAsked(tx: ScopeTx, { schoolId, mail }: Asked): Promise<boolean> {
  const { recipient_mentor_id: mentorId } = mail;
  return mentorId !== null && (await listAskedListings(tx, { schoolId, mentorId })).length > 0;
}

type OfAdvisor = Pick<Asked, "mail"> & { pursuit: PursuitFacts; on: string };

/** Whether a request still waits for an advisor, and this is one of the student's today. */
async function isToEndorse(tx: ScopeTx, asked: OfAdvisor): Promise<boolean> {
  return asked.pursuit.waits_for_advisor && isAdvisors(tx, asked);
}

async function isAdvisors(tx: ScopeTx, { mail, pursuit, on }: OfAdvisor): Promise<boolean> {
  const { school_id: schoolId, student_id: studentId } = pursuit;
  const staffId = mail.recipient_person_id;
  return staffId !== null && isInAdvisoryOf(tx, { schoolId, studentId, staffId, on });
}

/** Whether somebody else at the host has the visit, or nobody: then whoever had it loses the entry. */
async function hasAnotherHost(
  tx: ScopeTx,
  { schoolId, mail, pursuit, visit }: Pick<Asked, "schoolId" | "mail"> & { pursuit: PursuitFacts; visit: ToldVisit },
): Promise<boolean> {
  const visits = await listVisits(tx, { schoolId, pursuitId: pursuit.pursuit_id });
  return visits.some(({ id, told_mentor_id: toldId }) => id === visit.visitId && toldId !== mail.recipient_mentor_id);
}

function verdict({ isTheirs, isTrue }: { isTheirs: boolean; isTrue: boolean }): NoLongerTrue | null {
  if (isTheirs) return isTrue ? null : "changed";
  return isTrue ? "not_theirs" : "moot";
}

/** Whoever is asked for a consent has to be one who may still give it: the request names the child. */
async function ofConsent(
  tx: ScopeTx,
  { schoolId, consentId, on }: { schoolId: string; consentId: string; on: string },
): Promise<NoLongerTrue | null> {
  const consent = await lockConsent(tx, { schoolId, consentId });
  if (!consent) return "moot";
  const { student_id: studentId, guardian_id: personId, state } = consent;
  const rights = await findConsentRights(tx, { schoolId, studentId, personId, on });
  return verdict({ isTheirs: rights !== undefined, isTrue: state === "requested" });
}

/** True of a mail that tells of no visit, too. */
async function isVisitAsTold(tx: ScopeTx, { schoolId, mail, now }: Asked, pursuit: PursuitFacts): Promise<boolean> {
  const told = visitOfMail(mail.dedupe_key);
  if (!told) return true;
  const visits = await listVisits(tx, { schoolId, pursuitId: pursuit.pursuit_id });
  const visit = visits.find(({ id }) => id === told.visitId);
  if (visit?.sequence !== told.sequence) return false;
  if (told.isOff) return visit.state === "cancelled";
  return visit.state === "dated" && new Date(visit.ends_at ?? now) >= now;
}

/** Whether it was written to today's lead, and they may still hear of the student. */
async function isHosts(tx: ScopeTx, mail: Asked["mail"], pursuit: PursuitFacts): Promise<boolean> {
  return pursuit.lead_mentor_id === mail.recipient_mentor_id && (await findLeadSeat(tx, pursuit)) === "seated";
}

/**
 * Whether what it asks for is still asked for. A person may say it weeks later, so they ask a student for an answer only while the
 * student's own page does: not once it was given, and not while the place is paused.
 */
function isStillDue({ mail: { kind }, props, address }: Asked, pursuit: PursuitFacts): boolean {
  const { state } = pursuit;
  if (kind === "first-contact") return state === "contacted";
  if (address !== null || answersTo(kind, props) !== "place") return true;
  return shownState({ state, isPaused: isHeld(pursuit) }) === (props as { status?: string }).status;
}

/**
 * Whether a guardian may read it on that day; what a student is told of themselves stays theirs. What says where a student is goes to
 * no address that somebody opens who may not know it.
 */
async function isFamilys(
  tx: ScopeTx,
  { schoolId, mail, props, address, pursuit, on }: Asked & { pursuit: PursuitFacts; on: string },
): Promise<boolean> {
  const { recipient_person_id: personId } = mail;
  if (personId === null) return false;
  const isAddressed = namesPlace(mail.kind, props) && address !== null;
  if (isAddressed && !(await isMailForPlaces(tx, { schoolId, personId, mail: address, on }))) return false;
  if (personId === pursuit.student_id) return true;
  const readers = await listRecordReaders(tx, { schoolId, studentId: pursuit.student_id, on });
  const reader = readers.find((one) => one.personId === personId);
  return reader !== undefined && (reader.mayKnowWhereabouts || !namesPlace(mail.kind, props));
}
