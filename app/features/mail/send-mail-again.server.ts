import { civilDate } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { giftOf, hasOwnPage, placeInvitationOf } from "~/domain/mail/subject";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { endMentorLinks } from "~/steps/end-mentor-links.server";
import { moveWayIn } from "~/steps/move-way-in.server";
import { noLongerTrue } from "~/steps/no-longer-true.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { deleteMentorMail, preferMail, preferMentorMail } from "~db/contact-points.server";
import { correctDonorMail } from "~db/gifts.server";
import { isAddressOfOthers } from "~db/invitations.server";
import { isSuppressed } from "~db/mail-delivery.server";
import { enqueueMail, isMentorSuspended, liftBounce, type NewMail } from "~db/mails.server";
import { findQuietEnd, getSchool } from "~db/schools.server";
import { type ScopeTx, withScope, withSystem } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import {
  findMailWords,
  findUnreachedMail,
  hasBeenSentAgain,
  lockUnreachedMail,
  type UnreachedMail,
} from "~db/unreached-mails.server";
import { isWritable, type MailKind, mailKinds } from "~emails/kinds";
import { asksWhose } from "./asks-whose.server";
import { leaveAddress } from "./leave-address.server";
import { renewLink } from "./renew-link.server";

export type SendAgainRefusal =
  | "not_permitted"
  | "not_found"
  | "sent_already"
  | "words_gone"
  | "of_another_release"
  | "no_longer_true"
  | "address_complained"
  | "address_not_usable"
  | "whose_missing"
  | "silenced";

/** Whose the address is with which somebody has come in: a stranger who reads it comes in no more. */
export type OldAddress = "theirs" | "strangers";

/**
 * A coordinator corrects the address of somebody whom a mail did not reach, and the same mail goes out once more, written
 * anew. From now on they are written to there. The same address is tried again too, where somebody says that it works; one
 * whose reader called our mail unwanted, or asked for silence, is not. Answers whether it waits for the end of the quiet hours.
 */
export async function sendMailAgain(
  wiring: Wiring,
  actor: Actor,
  { mailId, address: typed, old }: { mailId: string; address: string; old?: OldAddress | undefined },
): Promise<Outcome<{ isLater: boolean }, SendAgainRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const address = typed.trim();
  const now = wiring.clock.now();
  const words = await withSystem(wiring, (tx) => findMailWords(tx, { schoolId, mailId }));
  return withScope(wiring, actor, async (tx) => {
    const mail = await findUnreachedMail(tx, { schoolId, mailId });
    if (!mail || hasOwnPage(mail.dedupe_key)) return refused("not_found");
    if (!words || mail.wiped_at !== null) return refused("words_gone");
    if (!isWritable(words)) return refused("of_another_release");
    if (await noLongerTrue(tx, { schoolId, mail, props: words.props, address, now })) return refused("no_longer_true");
    await lockUnreachedMail(tx, { schoolId, mailId });
    const { recipient_mentor_id: mentorId } = mail;
    if (mentorId && (await isMentorSuspended(tx, mentorId))) return refused("no_longer_true");
    // An admin may have tried it again until the lock was there.
    if (!(await findUnreachedMail(tx, { schoolId, mailId }))) return refused("not_found");
    const isSame = address.toLowerCase() === words.address.toLowerCase();
    if (isSame && mail.arrival === "complained") return refused("address_complained");
    // Asked before anything is lifted: a refusal leaves the address as it is.
    if (await hasBeenSentAgain(tx, { schoolId, mailId })) return refused("sent_already");
    if (!isSame && !old && (await asksWhose(tx, { actor, mail, address: words.address, now })))
      return refused("whose_missing");
    if (isSame) await liftBounce(tx, { mail: address, districtId });
    const { category, district_id } = mail;
    if (await isSuppressed(tx, { recipient_mail: address, category, district_id })) return refused("silenced");
    if (!(await letInThere(tx, { actor, mail, address, was: words.address, now })))
      return refused("address_not_usable");
    const props = await takeAway(tx, { actor, mail, address, was: words.address, old, now }, words.props);
    const again = await enqueueMail(tx, copyOf(mail, { words: { ...words, props }, address, schoolId, now }));
    if (again === null) return refused("sent_already");
    await correctAddress(tx, { actor, mail, address, was: words.address, now });
    await closeTasksOf(tx, { schoolId, dedupeKey: `mail:${mailId}`, note: "Sent again.", now });
    const evidence = `mail ${again}`;
    await recordAct(tx, { actor, noun: "mail", nounId: mailId, transition: "send_again", evidence, now });
    const isQuiet = (await findQuietEnd(tx, { schoolId, now })) !== null;
    return done({ isLater: isQuiet && mailKinds[words.kind as MailKind].hours === "waking" });
  });
}

interface Copy {
  words: NonNullable<Awaited<ReturnType<typeof findMailWords>>>;
  address: string;
  schoolId: string;
  now: Date;
}

/** Its key says of which mail it is the copy, so that there is one, and so that whoever is forgotten is forgotten here too. */
function copyOf(mail: UnreachedMail, { words, address, schoolId, now }: Copy): NewMail {
  return {
    kind: words.kind,
    props: words.props,
    to: {
      mail: address,
      language: mail.recipient_language,
      personId: mail.recipient_person_id,
      mentorId: mail.recipient_mentor_id,
    },
    schoolId,
    isAtOnce: true,
    dedupeKey: `${mail.dedupe_key.replace(/:again:[0-9a-f-]{36}$/, "")}:again:${mail.id}`,
    now,
  } as NewMail;
}

interface Correction {
  actor: StaffActor;
  mail: UnreachedMail;
  address: string;
  /** The address that the mail went to. */
  was: string;
  old?: OldAddress | undefined;
  now: Date;
}

/**
 * A mentor who signed in with the old address does so with the new one; false where somebody else does already. Nobody of the school is
 * invited at an address of somebody else.
 */
async function letInThere(tx: ScopeTx, { actor, mail, address, was, now }: Correction): Promise<boolean> {
  const { recipient_person_id: personId, recipient_mentor_id: mentorId, recipient_language: language } = mail;
  const { schoolId, districtId } = actor;
  if (personId && placeInvitationOf(mail.dedupe_key) && address.toLowerCase() !== was.trim().toLowerCase())
    return !(await isAddressOfOthers(tx, { schoolId, personId, mail: address }));
  if (!mentorId) return true;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  return moveWayIn(tx, { districtId, mentorId, language, was, address, on });
}

/** Whose reader did not want the mail, or has none to read it with, is not the person's address; answers what the copy says. */
async function takeAway<Props>(tx: ScopeTx, correction: Correction, props: Props): Promise<Props> {
  const { mail, address, was } = correction;
  const { recipient_person_id: personId, recipient_mentor_id: mentorId, recipient_language: language } = mail;
  const isSame = address.toLowerCase() === was.trim().toLowerCase();
  const isWrong = mail.arrival === "bounced" || mail.arrival === "complained";
  if (isSame || !isWrong) return props;
  if (mentorId) return leaveMentorAddress(tx, { ...correction, mentorId, props: props as Props & object });
  if (!personId) return props;
  return leaveAddress(tx, { ...correction, personId, language, props: props as Props & object });
}

/** What the address of a mentor opened, it opens no more, and who writes from there is somebody else. */
async function leaveMentorAddress<Props extends object>(
  tx: ScopeTx,
  { actor, mentorId, was, props, now }: Correction & { mentorId: string; props: Props },
): Promise<Props> {
  const { schoolId, districtId } = actor;
  await deleteMentorMail(tx, { districtId, mentorId, mail: was });
  const endOld = () => endMentorLinks(tx, { actor, mentorId, job: "send-mail-again", now });
  return (await renewLink(tx, { schoolId, bearerId: mentorId, props, endOld })).props;
}

/** Whoever the mail was for is written to there from now on: a person, a mentor, or the donor of a gift. */
async function correctAddress(tx: ScopeTx, { actor, mail, address, was, now }: Correction): Promise<void> {
  const { schoolId, districtId } = actor;
  const { recipient_person_id: personId, recipient_mentor_id: mentorId } = mail;
  if (personId) await preferMail(tx, { schoolId, personId, mail: address });
  if (mentorId) await preferMentorMail(tx, { districtId, mentorId, mail: address });
  const giftId = giftOf(mail.dedupe_key);
  if (giftId && (await correctDonorMail(tx, { schoolId, giftId, was, address })))
    await recordAct(tx, { actor, noun: "gift", nounId: giftId, transition: "correct address", now });
}
