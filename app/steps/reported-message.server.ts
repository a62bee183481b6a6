import type { Actor } from "~/domain/actor";
import { shownName } from "~/domain/conversation/names";
import type { ThreadRole } from "~/domain/conversation/standing";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findShownMessage, type Reader } from "~db/messages.server";
import type { ScopeTx } from "~db/scope.server";
import { findMember } from "~db/threads.server";
import { inConversation, type Seat } from "./conversation.server";

/** Which conversation a report is about, and which message of it where one is meant. */
export interface AskedConversation {
  pursuitId: string;
  messageId: string | null;
}

/** What is known of a conversation that somebody reports. */
export interface ReportedConversation {
  pursuitId: string;
  schoolId: string;
  title: string;
  message: ReportedMessage | null;
}

export interface ReportedMessage {
  id: string;
  words: string;
  picturesShow: string;
  writtenAt: string;
  role: ThreadRole;
  /** Of whoever wrote it: a person of the school, or a mentor. */
  writerId: string;
  fullName: string;
  /** Their name as the one who reports it may know it. */
  shownName: string;
}

/**
 * The conversation that somebody reports, and the message as it stands, where they read it. Null where they do not belong to it; no
 * message where it is not one that they may read, and where a guardian has not joined.
 */
export async function findReported(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, messageId }: AskedConversation,
): Promise<ReportedConversation | null> {
  const found = await inConversation<ReportedConversation, "not_found">(
    wiring,
    actor,
    { pursuitId },
    async (tx, seat) => {
      if (!seat.thread) return refused("not_found");
      const message = messageId === null ? null : await findMessage(tx, seat, messageId);
      return done({ pursuitId, schoolId: seat.as.schoolId, title: seat.pursuit.title, message });
    },
  );
  return found.ok ? found.value : null;
}

async function findMessage(tx: ScopeTx, seat: Seat, messageId: string): Promise<ReportedMessage | null> {
  const { as, sitter, thread } = seat;
  const ofThread = { schoolId: as.schoolId, threadId: thread?.id ?? "" };
  const member = await findMember(tx, { ...ofThread, sitter });
  if (as.kind === "guardian" && member?.left_at !== null) return null;
  const reader: Reader = as.kind === "staff" ? { sees: "everything" } : { sees: "own_and_sent", memberId: member?.id };
  const row = await findShownMessage(tx, { ...ofThread, messageId, reader });
  if (!row) return null;
  const role = row.role as ThreadRole;
  return {
    ...{ id: row.id, words: row.body, picturesShow: row.pictures_show },
    ...{ writtenAt: row.written_at, role, fullName: row.full_name },
    writerId: row.mentor_id ?? row.person_id ?? "",
    shownName: shownName({ role, nameUsed: row.name_used, fullName: row.full_name }, seat),
  };
}
