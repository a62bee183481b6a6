import type { Actor } from "~/domain/actor";
import type { HeldReason } from "~/domain/conversation/held";
import { type Interpreting, interpretingOf } from "~/domain/conversation/interpreter";
import type { MessageState } from "~/domain/conversation/message-lifecycle";
import { shownName } from "~/domain/conversation/names";
import type { LeftOut } from "~/domain/conversation/pictures";
import { mayOpen, mayWrite, type ThreadRole, type ThreadStanding } from "~/domain/conversation/standing";
import { done, type Outcome } from "~/domain/outcome";
import { pageSlice } from "~/domain/page-slice";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { inConversation, type Seat } from "~/steps/conversation.server";
import { listNamedMentors, listPresent } from "~/steps/present.server";
import type { Wiring } from "~/wiring";
import { listPictures } from "~db/message-pictures.server";
import { countMessages, listHeldMessages, listMessages } from "~db/messages.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { findTaskStates } from "~db/staff-tasks.server";
import { listSittingGuardians } from "~db/threads.server";
import { interpreterKey, readLanguage } from "./interpreter-task.server";
import { type PhotoAnswer, readPhotoAnswer } from "./photo-answer.server";
import { findOwnMember, isShown, type Member, readerOf } from "./shown-to.server";

/** Messages of one page; the first page has the newest. */
const MESSAGES_PER_PAGE = 200;

/** Messages that wait and are listed at once: more come when these are decided. */
const MOST_WAITING = 100;

export interface ConversationPage {
  pursuitId: string;
  role: ThreadRole;
  standing: ThreadStanding;
  isBegun: boolean;
  /** Whether the words are shown: staff open them by a press that is noted, guardians by joining. */
  isOpen: boolean;
  can: { open: boolean; write: boolean; read: boolean; join: boolean; leave: boolean; decide: boolean };
  about: { student: string; title: string; organisation: string };
  /** Who reads what is written here; a name is empty where this reader may know the role only. */
  present: { role: ThreadRole; name: string; isOwn: boolean }[];
  /** Mentors whom the placement names and who do not read this yet; told to staff only. */
  kept: { name: string; why: "apart" | "unread" }[];
  messages: ShownMessage[];
  page: number;
  pages: number;
  /** The number of the newest message on this page of those that reached everybody, where the reader was not shown as many yet. */
  unseenUpTo: number | null;
  /** What waits for the school and stands on no page that is shown, for staff, the longest waiting first. */
  waiting: ShownMessage[];
  /** What was answered about photos of the student, for staff: whoever lets a picture go out, or sends one, has to know. */
  photos: PhotoAnswer | null;
  school: { name: string; timeZone: string; helpName: string; helpPhone: string };
}

export interface ShownMessage {
  id: string;
  role: ThreadRole;
  name: string;
  isOwn: boolean;
  body: string;
  /** Its pictures, in their order. */
  pictures: { id: string; bytes: number }[];
  /** What they show, in its writer's words; empty where nothing was said. */
  picturesShow: string;
  /** Why each file was left out that came with it by mail. */
  leftOut: LeftOut[];
  language: string | null;
  writtenAt: string;
  state: MessageState;
  heldFor: HeldReason[];
  /** Whether the reader can have it put into their language by a person; null where there is nothing to ask. */
  interpreting: Interpreting | null;
  /** What its writer reads of a message that was returned. */
  returnedBecause: string;
}

/** The conversation about a pursuit as one of those in it may read it, a page of its messages from the newest back. */
export function openConversation(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string; page: number },
): Promise<Outcome<ConversationPage, "not_found">> {
  return inConversation<ConversationPage, never>(wiring, actor, input, async (tx, seat) => {
    const { role, standing, pursuit, as } = seat;
    const member = await findOwnMember(tx, seat);
    const isSitting = member !== undefined && member.left_at === null;
    const isOpen = await isShown(tx, { seat, member, now: wiring.clock.now() });
    const isBegun = seat.thread !== undefined;
    const school = await getSchool(tx, as.schoolId);
    return done({
      ...{ pursuitId: input.pursuitId, role, standing, isBegun, isOpen },
      can: {
        open: !isBegun && mayOpen(seat),
        write: isBegun && mayWrite(seat) && (role !== "guardian" || isSitting),
        read: isBegun && role === "staff" && !isOpen,
        join: isBegun && role === "guardian" && !isSitting && standing !== "without_messages",
        leave: role === "guardian" && isSitting,
        decide: mayDecidePursuits(as),
      },
      about: {
        student: shownName(
          { role: "student", nameUsed: pursuit.student_name, fullName: pursuit.student_full_name },
          seat,
        ),
        title: pursuit.title,
        organisation: pursuit.organisation_name,
      },
      present: await listShownPresent(tx, seat),
      kept: role === "staff" ? await listKeptOut(tx, seat) : [],
      photos: role === "staff" ? await readPhotoAnswer(tx, seat) : null,
      ...(isOpen ? await readMessages(tx, { seat, member, wanted: input.page }) : NOTHING_SHOWN),
      school: {
        name: school.name,
        timeZone: school.time_zone,
        helpName: school.help_name,
        helpPhone: school.help_phone,
      },
    });
  });
}

/** Who belongs to it today, and the guardians who have joined. */
async function listShownPresent(tx: ScopeTx, seat: Seat): Promise<ConversationPage["present"]> {
  const { pursuit, on, as, thread } = seat;
  const guardians = thread ? await listSittingGuardians(tx, { schoolId: as.schoolId, threadId: thread.id }) : [];
  const joined = guardians.map((row) => ({
    role: "guardian" as const,
    personId: row.person_id ?? "",
    nameUsed: row.name_used,
    fullName: row.full_name,
  }));
  const ownId = as.kind === "mentor" ? as.mentorId : as.personId;
  return [...(await listPresent(tx, pursuit, on)), ...joined].map((who) => ({
    role: who.role,
    name: shownName(who, seat),
    isOwn: ownId === (who.role === "mentor" ? who.mentorId : who.personId),
  }));
}

/** Why somebody is suspended is for safeguarding leads; the page of the placement says that they are. */
async function listKeptOut(tx: ScopeTx, { pursuit }: Seat): Promise<ConversationPage["kept"]> {
  return (await listNamedMentors(tx, pursuit)).flatMap(({ fullName, seat }) =>
    seat === "apart" || seat === "unread" ? [{ name: fullName, why: seat }] : [],
  );
}

type Messages = Pick<ConversationPage, "messages" | "page" | "pages" | "waiting" | "unseenUpTo">;

const NOTHING_SHOWN: Messages = { messages: [], page: 1, pages: 1, waiting: [], unseenUpTo: null };

interface Wanted {
  seat: Seat;
  member: Member;
  wanted: number;
}

/** What waits or was returned only its writer reads, and the staff: nobody's page is filled with what they may not see. */
async function readMessages(tx: ScopeTx, { seat, member, wanted }: Wanted): Promise<Messages> {
  const { as, thread } = seat;
  const ownMemberId = member?.id;
  if (!thread) return NOTHING_SHOWN;
  const isStaff = as.kind === "staff";
  const ofThread = { schoolId: as.schoolId, threadId: thread.id };
  const reader = readerOf(seat, member);
  const count = await countMessages(tx, { ...ofThread, reader });
  const { page, pages, limit, offset } = pageSlice({ count, limit: MESSAGES_PER_PAGE, wanted });
  const rows = await listMessages(tx, { ...ofThread, reader, limit, offset });
  const held = isStaff ? await listHeldMessages(tx, { ...ofThread, limit: MOST_WAITING }) : [];
  const onPage = new Set(rows.map(({ id }) => id));
  const messageIds = [...rows, ...held].map(({ id }) => id);
  const pictures = await listPictures(tx, { schoolId: as.schoolId, messageIds });
  const dedupeKeys = messageIds.map((id) => interpreterKey(id, seat));
  const asked = await findTaskStates(tx, { schoolId: as.schoolId, dedupeKeys });
  const readerLanguage = await readLanguage(tx, seat);
  const show = (row: (typeof rows)[number]): ShownMessage => {
    const shown = toShown(row, seat, ownMemberId);
    const taskState = asked.get(interpreterKey(row.id, seat));
    const interpreting = interpretingOf({
      ...{ words: `${row.body}${row.pictures_show}`, messageLanguage: row.language, readerLanguage },
      ...{ isOwn: shown.isOwn, taskState },
    });
    const own = pictures.filter(({ messageId }) => messageId === row.id).map(({ id, bytes }) => ({ id, bytes }));
    return { ...shown, pictures: own, interpreting };
  };
  const newest = Math.max(0, ...rows.map(({ reached }) => reached ?? 0));
  const unseenUpTo = member && newest > member.seen ? newest : null;
  const waiting = held.filter(({ id }) => !onPage.has(id)).map(show);
  return { messages: rows.map(show), page, pages, waiting, unseenUpTo };
}

function toShown(
  row: Awaited<ReturnType<typeof listMessages>>[number],
  seat: Seat,
  ownMemberId: string | undefined,
): Omit<ShownMessage, "interpreting" | "pictures"> {
  const role = row.role as ThreadRole;
  return {
    ...{ id: row.id, role, body: row.body, language: row.language, writtenAt: row.written_at },
    ...{ state: row.state as MessageState, heldFor: row.held_for as HeldReason[] },
    picturesShow: row.pictures_show,
    leftOut: row.left_out as LeftOut[],
    returnedBecause: row.returned_because,
    name: shownName({ role, nameUsed: row.name_used, fullName: row.full_name }, seat),
    isOwn: row.member_id === ownMemberId,
  };
}
