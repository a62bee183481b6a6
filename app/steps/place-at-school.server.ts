import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { ownWords } from "~/domain/conversation/reply-text";
import { introductionOf } from "~/domain/mail/subject";
import { done, refused } from "~/domain/outcome";
import { LONGEST_REPLY } from "~/domain/outreach/contact";
import type { Wiring } from "~/wiring";
import type { AnsweredMail } from "~db/answered-mails.server";
import { recordAct } from "~db/audit.server";
import { lockIntroduction } from "~db/introductions.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOf, findPersonToWrite } from "~db/people.server";
import { listMailsOfSeat } from "~db/replies.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { hasHadTask, listOpenTaskKeys, openTask } from "~db/staff-tasks.server";
import { answerRules, type MailKind } from "~emails/kinds";
import type { ReceivedMail } from "~emails/mailer";
import type { TakenAnswer } from "./taken-answer";

/** Answers of one reader that may wait at once: a machine that writes without saying so must come to an end. */
const MOST_WAITING = 20;

interface Placing {
  actor: SystemActor;
  /** The mail that was answered. */
  mail: AnsweredMail;
  /** Null where the words are lost. */
  came: ReceivedMail | null;
  /** The same for the same answer. */
  answerId: string;
}

/**
 * An answer to a mail of the school becomes a task with the words, for whoever coordinates: of an invitation on the page of its
 * introduction, where somebody answers by mail, of all others as a question. What may say what only few may read is not kept.
 */
export async function placeAtSchool(tx: ScopeTx, wiring: Wiring, placing: Placing): Promise<TakenAnswer> {
  const { kind, dedupe_key: key } = placing.mail;
  if (answerRules[kind as MailKind] === "page") return sendElsewhere(tx, wiring, placing);
  const introductionId = introductionOf(key);
  return introductionId ? askOfIntroduction(tx, wiring, { placing, introductionId }) : ask(tx, wiring, placing);
}

async function ask(tx: ScopeTx, wiring: Wiring, placing: Placing): Promise<TakenAnswer> {
  const { actor, mail, came, answerId } = placing;
  const { schoolId } = actor;
  const dedupeKey = `question:mail:${answerId}`;
  if (await hasHadTask(tx, { schoolId, dedupeKey })) return done({ took: "known" });
  const subject = readerOf(placing);
  const waiting = await listOpenTaskKeys(tx, { schoolId, kind: "question", subject });
  if (waiting.length >= MOST_WAITING) return done({ took: "too_many" });
  const isTheirs = came === null || (await isFromReader(tx, placing));
  const props = {
    question: wordsOf(came),
    language: mail.recipient_language,
    // A day's mail tells several things.
    mailKind: mail.day_at === null ? mail.kind : "",
    ...(mail.recipient_person_id && { personId: mail.recipient_person_id }),
    ...(mail.recipient_mentor_id && { mentorId: mail.recipient_mentor_id }),
    ...(!isTheirs && { contact: came.from }),
  };
  const now = wiring.clock.now();
  await openTask(tx, { schoolId, kind: "question", subject, props: { ...props, isMailed: true }, dedupeKey, now });
  await recordAct(tx, { actor, noun: subject.noun, nounId: subject.id, transition: "ask_school", now });
  return done({ took: "recorded" });
}

/** Who is forgotten with it: the mail's reader, or the school where it knows nobody by the address. */
function readerOf({ actor, mail }: Placing): { noun: "person" | "mentor" | "school"; id: string } {
  if (mail.recipient_person_id) return { noun: "person", id: mail.recipient_person_id };
  if (mail.recipient_mentor_id) return { noun: "mentor", id: mail.recipient_mentor_id };
  return { noun: "school", id: actor.schoolId };
}

/** Whether it came from an address that the school knows of the mail's reader. */
async function isFromReader(tx: ScopeTx, { actor, mail, came }: Placing): Promise<boolean> {
  const { recipient_person_id: personId, recipient_mentor_id: mentorId } = mail;
  if (came === null || came.isForged || came.isListed || (personId ?? mentorId) === null) return false;
  const seat = { person_id: personId, mentor_id: mentorId, district_id: actor.districtId };
  return (await listMailsOfSeat(tx, { schoolId: actor.schoolId, reply: seat })).includes(came.from);
}

async function askOfIntroduction(
  tx: ScopeTx,
  wiring: Wiring,
  { placing, introductionId }: { placing: Placing; introductionId: string },
): Promise<TakenAnswer> {
  const { actor, came, answerId } = placing;
  const { schoolId } = actor;
  const introduction = await lockIntroduction(tx, { schoolId, introductionId });
  // Whoever said no is forgotten.
  if (introduction?.state !== "invited" && introduction?.state !== "accepted") return refused("not_found");
  const dedupeKey = `mentor_question:mail:${answerId}`;
  if (await hasHadTask(tx, { schoolId, dedupeKey })) return done({ took: "known" });
  const subject = { noun: "introduction", id: introductionId } as const;
  const waiting = await listOpenTaskKeys(tx, { schoolId, kind: "mentor_question", subject });
  if (waiting.length >= MOST_WAITING) return done({ took: "too_many" });
  const isTheirs = came === null || (!came.isForged && came.from === introduction.mentor_mail.trim().toLowerCase());
  await openTask(tx, {
    schoolId,
    kind: "mentor_question",
    subject,
    props: {
      message: wordsOf(came),
      mentor: introduction.mentor_name,
      isMailed: true,
      ...(!isTheirs && { contact: came.from }),
    },
    dedupeKey,
    now: wiring.clock.now(),
  });
  return done({ took: "recorded" });
}

function wordsOf(came: ReceivedMail | null): string {
  const words = came === null ? "" : ownWords(came.text) || came.text.trim();
  return [...words].slice(0, LONGEST_REPLY).join("");
}

/** Its reader hears where to write; whoever writes from another address hears nothing: who that is nobody knows. */
async function sendElsewhere(tx: ScopeTx, wiring: Wiring, placing: Placing): Promise<TakenAnswer> {
  const { actor, mail } = placing;
  const { schoolId } = actor;
  const { recipient_person_id: personId } = mail;
  const now = wiring.clock.now();
  if (personId === null || !(await isFromReader(tx, placing))) return refused("not_found");
  const school = await getSchool(tx, schoolId);
  const who = await findPersonToWrite(tx, { schoolId, personId, on: civilDate(now, school.time_zone) });
  const address = await findMailOf(tx, { schoolId, personId });
  if (!who || address === undefined) return refused("not_found");
  await enqueueMail(tx, {
    kind: "reply-returned",
    props: {
      ...{ readerName: who.name_used, event: "elsewhere", link: `${wiring.env.origin}/home` },
      ...{ schoolName: school.name, helpName: school.help_name, helpPhone: school.help_phone },
    },
    to: { mail: address, language: who.language, personId },
    schoolId,
    dedupeKey: `reply-returned:${mail.id}:elsewhere`,
    now,
  });
  return done({ took: "sent_elsewhere" });
}
