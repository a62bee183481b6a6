import { cast } from "~db/cast";
import * as heldTurns from "~db/held-turns.server";
import * as heldWords from "~db/held-words.server";
import * as pictures from "~db/message-pictures.server";
import * as messages from "~db/messages.server";
import * as replies from "~db/replies.server";
import * as threads from "~db/threads.server";
import * as unread from "~db/unread.server";
import type { Query } from "./queries";
import type { Theirs } from "./victim";

const IN_A_LIFETIME = new Date("2099-01-01T00:00:00Z");
const LONG_AGO = new Date("2000-01-01T00:00:00Z");
const student = ({ studentId }: Theirs) => ({ role: "student", personId: studentId }) as const;
const reader = { personId: cast.monique.personId, mentorId: null };
const ZOOMIES = { phrase: "zoomies", language: "en", isHeld: true };
const another = "01990000-c0e0-7000-8000-00000000f0ab";

/** Queries about conversations that ask for more than ids. */
export const CONVERSATION_CALLS: Record<string, Query> = {
  "threads/insertThread": (tx, { schoolId, barePursuitId, now }) =>
    threads.insertThread(tx, { schoolId, pursuitId: barePursuitId, now }),
  "threads/seatMembers": (tx, their) =>
    threads.seatMembers(tx, { ...their, sitters: [{ role: "mentor", mentorId: their.mentorId }] }),
  "threads/findMember": (tx, their) => threads.findMember(tx, { ...their, sitter: student(their) }),
  "threads/moveMember": async (tx, their) => {
    const guardian = { role: "guardian", personId: cast.monique.personId } as const;
    const member = await threads.findMember(tx, { ...their, sitter: guardian });
    return threads.moveMember(tx, {
      ...their,
      memberId: member?.id ?? their.memberId,
      leftAt: null,
      now: IN_A_LIFETIME,
    });
  },
  "held-turns/updateHeldTurn": (tx, their) =>
    heldTurns.updateHeldTurn(tx, { ...their, turn: "admins", until: IN_A_LIFETIME }),
  "held-turns/listHeldThreads": (tx, { schoolId }) => heldTurns.listHeldThreads(tx, { schoolId, limit: 5 }),
  "held-turns/countHeldThreads": (tx, { schoolId }) => heldTurns.countHeldThreads(tx, { schoolId, now: IN_A_LIFETIME }),
  "held-turns/countHeldMessages": (tx, { schoolId }) =>
    heldTurns.countHeldMessages(tx, { schoolId, now: IN_A_LIFETIME }),
  "held-turns/findHeldTurn": async (tx, their) => {
    await heldTurns.updateHeldTurn(tx, { ...their, turn: "named", until: LONG_AGO });
    return heldTurns.findHeldTurn(tx, their);
  },
  "held-turns/listTurnsRunOut": async (tx, their) => {
    await heldTurns.updateHeldTurn(tx, { ...their, turn: "named", until: LONG_AGO });
    return heldTurns.listTurnsRunOut(tx, { schoolId: their.schoolId, now: IN_A_LIFETIME });
  },
  "held-words/putWordChange": (tx, { schoolId, now }) => heldWords.putWordChange(tx, { schoolId, ...ZOOMIES, now }),
  "held-words/listWordChanges": async (tx, { schoolId, now }) => {
    await heldWords.putWordChange(tx, { schoolId, ...ZOOMIES, now });
    return heldWords.listWordChanges(tx, { schoolId });
  },
  "held-words/deleteWordChange": async (tx, { schoolId, now }) => {
    await heldWords.putWordChange(tx, { schoolId, ...ZOOMIES, now });
    return heldWords.deleteWordChange(tx, { schoolId, ...ZOOMIES });
  },
  "messages/listBodiesSince": (tx, { schoolId }) =>
    messages.listBodiesSince(tx, { schoolId, since: LONG_AGO, limit: 5 }),
  "messages/insertMessage": (tx, their) =>
    messages.insertMessage(tx, {
      ...their,
      body: "x",
      language: null,
      via: "mail",
      heldFor: [],
      formKey: another,
      picturesShow: "",
      leftOut: [],
    }),
  "message-pictures/insertPictures": (tx, their) =>
    pictures.insertPictures(tx, { ...their, pictures: [{ kind: "image/png", content: new Uint8Array([1]) }] }),
  "message-pictures/listPictures": (tx, { schoolId, messageId }) =>
    pictures.listPictures(tx, { schoolId, messageIds: [messageId] }),
  "message-pictures/countPicturesOf": async (tx, their) => (await pictures.countPicturesOf(tx, their)) || null,
  "messages/countMessages": (tx, their) => messages.countMessages(tx, { ...their, reader: { sees: "everything" } }),
  "messages/listMessages": (tx, their) =>
    messages.listMessages(tx, { ...their, reader: { sees: "everything" }, limit: 5, offset: 0 }),
  "messages/countReached": (tx, their) => messages.countReached(tx, their),
  "messages/findShownMessage": (tx, their) =>
    messages.findShownMessage(tx, { ...their, reader: { sees: "everything" } }),
  "messages/listHeldMessages": (tx, their) => messages.listHeldMessages(tx, { ...their, limit: 5 }),
  "messages/findMessageByForm": (tx, their) => messages.findMessageByForm(tx, { ...their, formKey: their.messageId }),
  "messages/countMessagesSince": (tx, their) =>
    messages.countMessagesSince(tx, { ...their, of: "member", since: LONG_AGO }),
  "replies/insertReplyAddress": (tx, their) => replies.insertReplyAddress(tx, { ...their, id: another, token: "x" }),
  "replies/insertReply": (tx, their) => replies.insertReply(tx, { ...their, source: "another mail" }),
  "replies/settleReply": (tx, their) => replies.settleReply(tx, { ...their, became: "sent", because: "" }),
  "replies/countReplies": (tx, { schoolId }) => replies.countReplies(tx, { schoolId, since: LONG_AGO }),
  "replies/listMailsOfSeat": (tx, { schoolId, districtId }) =>
    replies.listMailsOfSeat(tx, {
      schoolId,
      reply: { person_id: cast.monique.personId, mentor_id: null, district_id: districtId },
    }),
  "threads/hasReadThread": (tx, their) =>
    threads.hasReadThread(tx, { ...their, personId: cast.ines.personId, since: LONG_AGO }),
  "threads/listThreads": (tx, { schoolId }) => threads.listThreads(tx, { schoolId, limit: 5, offset: 0 }),
  "unread/listUnreadReaders": (tx, { schoolId }) =>
    unread.listUnreadReaders(tx, { schoolId, since: LONG_AGO, until: IN_A_LIFETIME }),
  "unread/lockSeatsOf": (tx, their) => unread.lockSeatsOf(tx, { ...their, reader }),
  "unread/listUnreadOf": (tx, their) => unread.listUnreadOf(tx, { ...their, reader, but: "shown_or_told" }),
  "unread/updateSeen": (tx, their) => unread.updateSeen(tx, { ...their, upTo: 9 }),
  "unread/updateTold": (tx, their) => unread.updateTold(tx, { ...their, upTo: 9, mailId: another }),
  "threads/countThreads": (tx, { schoolId }) => threads.countThreads(tx, { schoolId }),
};
