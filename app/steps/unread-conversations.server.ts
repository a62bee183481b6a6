import { findPursuit, type PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import type { Sitter } from "~db/threads.server";
import { listUnreadOf, type Seated, type Unread, type UnreadReader } from "~db/unread.server";
import { isStillSeated } from "./still-seated.server";

interface Asked {
  schoolId: string;
  reader: UnreadReader;
  on: string;
}

/** A conversation with something that its reader was neither shown nor told of. */
export interface UnreadConversation extends Unread {
  pursuit: PursuitFacts;
}

/** The conversations in which somebody belongs on a day and has something new, the newest first. */
export async function listUnreadConversations(
  tx: ScopeTx,
  { schoolId, reader, on }: Asked,
): Promise<UnreadConversation[]> {
  const found: UnreadConversation[] = [];
  for (const unread of await listUnreadOf(tx, { schoolId, reader, but: "shown_or_told" })) {
    const pursuit = await findTheirs(tx, { schoolId, reader, on, seated: unread });
    if (pursuit) found.push({ ...unread, pursuit });
  }
  return found;
}

/** The pursuit of a conversation in which somebody has a seat, while they belong there on a day. */
export async function findTheirs(
  tx: ScopeTx,
  { schoolId, reader, on, seated: { role, pursuitId } }: Asked & { seated: Seated },
): Promise<PursuitFacts | undefined> {
  const pursuit = await findPursuit(tx, { schoolId, pursuitId });
  const sitter = { role, ...reader } as Sitter;
  return pursuit && (await isStillSeated(tx, { pursuit, sitter, on })) ? pursuit : undefined;
}
