import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type FoundReason, whyHeld } from "~/domain/conversation/held";
import { faultOfMessage, type MessageFault } from "~/domain/conversation/message";
import { type LeftOut, type PicturesFault, readPictures } from "~/domain/conversation/pictures";
import { wordsOf } from "~/domain/conversation/school-words";
import { mayWrite } from "~/domain/conversation/standing";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { ToldName } from "~/domain/people/named-in-text";
import { changingConversation, type Seat } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { listWordChanges } from "~db/held-words.server";
import { countPicturesOf, insertPictures } from "~db/message-pictures.server";
import { countMessagesSince, findMessageByForm, insertMessage } from "~db/messages.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { findMember, listSittingGuardians } from "~db/threads.server";
import { updateSeen } from "~db/unread.server";
import { holdMessage } from "./hold-message.server";
import { seatEverybody } from "./seat-everybody.server";

export interface Message {
  pursuitId: string;
  body: string;
  /** Pictures as they were sent; refused whole where one of them cannot be kept. */
  files: readonly Uint8Array[];
  /** What they show, in the writer's words. */
  show: string;
  /** Why each file was left out that came with it by mail. */
  leftOut: readonly LeftOut[];
  /** BCP 47, or null where nobody said it. */
  language: string | null;
  via: "page" | "mail";
  /** The random number of the form or of the mail: sent twice, it is one message. */
  formKey: string;
}

export type WriteRefusal =
  | MessageFault
  | PicturesFault
  | "sent_already"
  | "not_found"
  | "not_begun"
  | "not_joined"
  | "closed"
  | "no_staff";

const AN_HOUR = 1 / 24;

/**
 * Writes into the conversation about a pursuit, for everybody in it to read. Not before it was begun, and not after it ended. What
 * seems to give somebody away waits until a coordinator has read it, and so does a picture, which nothing but eyes can search.
 */
export function writeMessage(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, body, files, show, ...message }: Message,
): Promise<Outcome<{ isHeld: boolean }, WriteRefusal>> {
  const now = wiring.clock.now();
  return changingConversation<{ isHeld: boolean }, WriteRefusal>(wiring, actor, { pursuitId }, async (tx, seat) => {
    if (!seat.thread) return refused("not_begun");
    if (!mayWrite(seat)) return refused("closed", { standing: seat.standing });
    const ofThread = { schoolId: seat.as.schoolId, threadId: seat.thread.id };
    const seated = await seatEverybody(tx, { seat, threadId: ofThread.threadId, now });
    if (!seated.ok) return seated;
    const member = await findMember(tx, { ...ofThread, sitter: seat.sitter });
    if (!member || member.left_at !== null) return refused("not_joined");
    const ofMember = { schoolId: ofThread.schoolId, memberId: member.id };
    const before = await findMessageByForm(tx, { ...ofMember, formKey: message.formKey });
    // Whoever got no answer sends again, perhaps other words or pictures: the first stand, and the new ones are not lost.
    if (before)
      return isSame(before, { body, files, show, via: message.via })
        ? done({ isHeld: before.state === "held" })
        : refused("sent_already");
    const lastHour = await countMessagesSince(tx, { ...ofMember, of: "member", since: daysLater(now, -AN_HOUR) });
    const fault = faultOfMessage(body, { lastHour, pictures: files.length });
    if (fault) return refused(fault);
    const sent = files.length > 0 ? await countPicturesOf(tx, ofMember) : 0;
    const pictures = readPictures({ files, show }, { before: sent });
    if (!pictures.ok) return pictures;
    const words = { body: body.trim(), picturesShow: show.trim() };
    const heldFor = await listHeldFor(tx, { seat, ...words, via: message.via, pictures: pictures.value.length });
    const { messageId, reached } = await insertMessage(tx, {
      ...{ ...ofThread, ...message, ...words, memberId: member.id, heldFor, now },
    });
    await insertPictures(tx, { schoolId: ofThread.schoolId, messageId, pictures: pictures.value });
    if (heldFor.length > 0) await holdMessage(tx, wiring, { seat, threadId: ofThread.threadId, messageId, now });
    // The answer to the form shows the writer all that stands there by now.
    if (reached !== null && message.via === "page") await updateSeen(tx, { ...ofMember, upTo: reached });
    return done({ isHeld: heldFor.length > 0 });
  });
}

/** A mail that is taken twice is one message, with those of its pictures that there was room for the first time. */
function isSame(
  before: NonNullable<Awaited<ReturnType<typeof findMessageByForm>>>,
  { body, files, show, via }: Pick<Message, "body" | "files" | "show" | "via">,
): boolean {
  if (before.body !== body.trim()) return false;
  return via === "mail" || (before.pictures === files.length && before.pictures_show === show.trim());
}

interface Weighed {
  seat: Seat;
  body: string;
  picturesShow: string;
  via: Message["via"];
  pictures: number;
}

/**
 * Who of the school writes on the page chooses their words and pictures. What comes by mail may hold what its writer's program put
 * there: a signature, or what the host wrote to the school.
 */
async function listHeldFor(tx: ScopeTx, { seat, body, picturesShow, via, pictures }: Weighed): Promise<FoundReason[]> {
  if (seat.role === "staff" && via === "page") return [];
  const phrases = seat.role === "staff" ? [] : await listHeldPhrases(tx, seat.as.schoolId);
  const known = { people: await listUntold(tx, seat), places: await listPlaces(tx, seat) };
  const found = whyHeld(`${body}\n${picturesShow}`, { phrases, ...known });
  return pictures > 0 ? [...found, "picture"] : found;
}

/** Of the student the host was told the first name, of a guardian nobody but the staff is told any. */
async function listUntold(tx: ScopeTx, { as, thread, pursuit, toldFirstName }: Seat): Promise<ToldName[]> {
  const student = { fullName: pursuit.student_full_name, nameUsed: pursuit.student_name, told: toldFirstName };
  const guardians = thread ? await listSittingGuardians(tx, { schoolId: as.schoolId, threadId: thread.id }) : [];
  return [student, ...guardians.map((row) => ({ fullName: row.full_name, nameUsed: row.name_used, told: "" }))];
}

/** The street of the place, which students read before they ask for it, and that of the school. */
async function listPlaces(tx: ScopeTx, { as, pursuit }: Seat): Promise<string[]> {
  const [street = ""] = (await getSchool(tx, as.schoolId)).postal_address.split(",");
  return [pursuit.site_street ?? "", street];
}

async function listHeldPhrases(tx: ScopeTx, schoolId: string): Promise<string[]> {
  return wordsOf(await listWordChanges(tx, { schoolId })).held.map(({ phrase }) => phrase);
}
