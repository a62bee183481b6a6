import type { ScopeTx } from "~db/scope.server";
import { listUnreadOf, lockSeatsOf, type UnreadReader } from "~db/unread.server";
import { findTheirs } from "./unread-conversations.server";

interface Asked {
  schoolId: string;
  reader: UnreadReader;
  /** The pursuits of the conversations that the mail names. */
  pursuitIds: readonly string[];
  on: string;
}

/**
 * Whether a mail about new messages may be read by whom it is for: they belong to every conversation that it names, and have not read
 * all of it meanwhile.
 */
export async function conversationNewsHolds(
  tx: ScopeTx,
  { schoolId, reader, pursuitIds, on }: Asked,
): Promise<boolean> {
  const seats = await lockSeatsOf(tx, { schoolId, reader });
  for (const pursuitId of pursuitIds) {
    const seated = seats.find((seat) => seat.pursuitId === pursuitId);
    if (!seated || !(await findTheirs(tx, { schoolId, reader, on, seated }))) return false;
  }
  const unread = await listUnreadOf(tx, { schoolId, reader, but: "shown" });
  return unread.some(({ pursuitId }) => pursuitIds.includes(pursuitId));
}
