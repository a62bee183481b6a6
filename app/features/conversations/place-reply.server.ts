import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { ownWords } from "~/domain/conversation/reply-text";
import { done, type Outcome, refused } from "~/domain/outcome";
import { findSeatActor } from "~/steps/seat-actor.server";
import type { Wiring } from "~/wiring";
import { listMentorNames, listPersonNames } from "~db/names-of.server";
import { findLanguageOf, findMentor } from "~db/people.server";
import { type Became, type FoundReply, findReply, listMailsOfSeat, settleReply } from "~db/replies.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import type { ReceivedMail } from "~emails/mailer";
import { giveReplyBack, tellWriter } from "./give-reply-back.server";
import { putAside } from "./put-aside.server";
import { takeFiles } from "./take-files.server";
import { type WriteRefusal, writeMessage } from "./write-message.server";

/** What the provider cannot give out after this it will not give out. */
const GONE_AFTER_MS = 60 * 60 * 1000;

interface Placing {
  replyId: string;
  mail: ReceivedMail;
}

/**
 * Puts what somebody answered by mail into their conversation, by the rules of its page and as they may write there now. What a machine
 * sent is dropped. What is not from an address of theirs, or may not stand there any more, only the school reads. What cannot be
 * a message goes back to its writer, who hears why. A crash between two steps repeats them: the mail is one message.
 */
export async function placeReply(
  wiring: Wiring,
  actor: SystemActor,
  { replyId, mail }: Placing,
): Promise<Outcome<{ became: Became }, "not_found">> {
  const { schoolId } = actor;
  const found = await withScope(wiring, actor, (tx) => findReply(tx, { schoolId, replyId }));
  if (!found) return refused("not_found");
  if (found.became !== null) return done({ became: found.became });
  return done({ became: await place(wiring, { actor, reply: found, mail }) });
}

interface Found {
  actor: SystemActor;
  reply: FoundReply;
  mail: ReceivedMail;
}

async function place(wiring: Wiring, { actor, reply, mail }: Found): Promise<Became> {
  if (mail.isAutomatic) return noteDropped(wiring, { actor, reply });
  const { isTheirs, writer, name, language } = await findWriter(wiring, { actor, reply, mail });
  const body = ownWords(mail.text, { writer: name });
  const aside = { actor, reply, words: body || mail.text.trim(), files: mail.files.length };
  if (!isTheirs) return putAside(wiring, { ...aside, why: "sender" });
  if (!writer) return putAside(wiring, { ...aside, why: "ended" });
  const age = wiring.clock.now().getTime() - new Date(reply.received_at).getTime();
  const taken = await takeFiles(mail.files, { waits: age < GONE_AFTER_MS });
  const words = {
    pursuitId: reply.pursuit_id,
    body,
    language,
    via: "mail",
    formKey: reply.id,
    show: "",
  } as const;
  const first = await writeMessage(wiring, writer, { ...words, ...taken });
  const isFull = !first.ok && first.reason === "pictures_full";
  const leftOut = isFull ? [...taken.leftOut, ...taken.files.map(() => "pictures_full" as const)] : taken.leftOut;
  const written = isFull ? await writeMessage(wiring, writer, { ...words, files: [], leftOut }) : first;
  if (written.ok) return noteSent(wiring, { actor, reply, isHeld: written.value.isHeld, leftOut: leftOut.length });
  const event = whyBack(written.reason);
  return event ? giveReplyBack(wiring, { actor, reply, event }) : putAside(wiring, { ...aside, why: "ended" });
}

/** Whether a mail is from an address of the seat's holder, as whom they act today, and in which language they write with the school. */
function findWriter(wiring: Wiring, { actor, reply, mail }: Found) {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const own = await listMailsOfSeat(tx, { schoolId, reply });
    const isTheirs = !mail.isForged && !mail.isListed && own.includes(mail.from);
    const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
    const writer = isTheirs ? await findSeatActor(tx, { schoolId, reply, on }) : undefined;
    return {
      isTheirs,
      writer,
      name: await nameOf(tx, { actor, reply }),
      language: await languageOf(tx, { actor, reply }),
    };
  });
}

/** As a message of theirs on the page: nobody guesses a language from the words themselves. */
async function languageOf(tx: ScopeTx, { actor, reply }: Omit<Found, "mail">): Promise<string | null> {
  const { person_id: personId, mentor_id: mentorId } = reply;
  if (mentorId !== null) return (await findMentor(tx, { districtId: actor.districtId, mentorId }))?.language ?? null;
  if (personId === null) return null;
  return (await findLanguageOf(tx, { schoolId: actor.schoolId, personId })) ?? null;
}

/** The whole name of the seat's holder, as they would sign with it. */
async function nameOf(tx: ScopeTx, { actor, reply }: Omit<Found, "mail">): Promise<string> {
  const { person_id: personId, mentor_id: mentorId } = reply;
  const [named] =
    mentorId === null
      ? await listPersonNames(tx, { schoolId: actor.schoolId, personIds: personId === null ? [] : [personId] })
      : await listMentorNames(tx, { districtId: actor.districtId, mentorIds: [mentorId] });
  return named?.full_name ?? "";
}

async function noteDropped(wiring: Wiring, { actor, reply }: Omit<Found, "mail">): Promise<Became> {
  const settled = { schoolId: actor.schoolId, replyId: reply.id, became: "dropped", because: "automatic" } as const;
  await withScope(wiring, actor, (tx) => settleReply(tx, { ...settled, now: wiring.clock.now() }));
  return "dropped";
}

/** Why a message goes back to its writer; null where its place is closed to them, which the school should know. */
function whyBack(reason: WriteRefusal): "empty" | "too_long" | "too_often" | null {
  switch (reason) {
    case "words_missing":
      return "empty";
    case "too_long":
      return reason;
    case "too_many":
      return "too_often";
    default:
      return null;
  }
}

interface Sent {
  actor: SystemActor;
  reply: FoundReply;
  isHeld: boolean;
  leftOut: number;
}

async function noteSent(wiring: Wiring, { actor, reply, isHeld, leftOut }: Sent): Promise<Became> {
  const became = isHeld ? "held" : "sent";
  const now = wiring.clock.now();
  await withScope(wiring, actor, async (tx) => {
    await settleReply(tx, { schoolId: actor.schoolId, replyId: reply.id, became, because: "", now });
    if (leftOut > 0) await tellWriter(tx, wiring, { actor, reply, event: "files" });
  });
  return became;
}
