import { findReplyTo } from "~/steps/reply-address.server";
import { listUnreadConversations, type UnreadConversation } from "~/steps/unread-conversations.server";
import type { Wiring } from "~/wiring";
import { enqueueMail, isMailPromised } from "~db/mails.server";
import type { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { lockSeatsOf, type UnreadReader, updateTold } from "~db/unread.server";
import { findAddressee } from "./find-addressee.server";

/** As many as one reads in a mail. */
const NAMED = 10;

interface Telling {
  reader: UnreadReader;
  school: Awaited<ReturnType<typeof getSchool>>;
  on: string;
  now: Date;
}

/**
 * Promises somebody the day's mail of new messages: one for all their conversations at the school, so also one for a guardian of two.
 * Under the lock of their seats, so that whoever comes second finds that all is told.
 */
export async function tellUnread(tx: ScopeTx, wiring: Wiring, { reader, school, on, now }: Telling): Promise<boolean> {
  const { id: schoolId } = school;
  const dedupeKey = `conversation-news:${reader.personId ?? reader.mentorId}:${on}`;
  if (await isMailPromised(tx, { schoolId, dedupeKey })) return false;
  await lockSeatsOf(tx, { schoolId, reader });
  const unread = await listUnreadConversations(tx, { schoolId, reader, on });
  const to = await findAddressee(tx, { school, reader, on });
  if (unread.length === 0 || !to) return false;
  const { name: readerName, ...address } = to;
  const conversationList = [];
  for (const conversation of unread.slice(0, NAMED)) {
    const replyTo = await findReplyTo(tx, wiring, { schoolId, memberId: conversation.memberId, now });
    conversationList.push({ ...lineOf(conversation, wiring.env.origin), replyTo });
  }
  const mailId = await enqueueMail(tx, {
    kind: "conversation-news",
    props: {
      readerName,
      conversationList,
      more: Math.max(0, unread.length - NAMED),
      count: unread.reduce((sum, { messages }) => sum + messages, 0),
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/conversations`,
    },
    to: { ...address, ...reader },
    schoolId,
    dedupeKey,
    now,
  });
  if (mailId === null) return false;
  for (const { memberId, upTo } of unread) await updateTold(tx, { schoolId, memberId, upTo, mailId });
  return true;
}

/** Of the student the first name that people outside the staff may read; a student needs none to know of whom it is. */
function lineOf({ pursuit, role, messages, pictures }: UnreadConversation, origin: string) {
  return {
    pursuitId: pursuit.pursuit_id,
    studentFirstName: role === "student" ? null : pursuit.student_outside_name,
    placementTitle: pursuit.title,
    organisationName: pursuit.organisation_name,
    messages,
    pictures,
    link: `${origin}/conversations/${pursuit.pursuit_id}`,
  };
}
