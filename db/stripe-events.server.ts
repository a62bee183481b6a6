import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

/** Remembers an event; answers false when it came before. Of two at once the second waits for the first. */
export async function insertStripeEvent(
  tx: ScopeTx,
  event: { schoolId: string; book: Book; eventId: string; type: string; now: Date },
): Promise<boolean> {
  const result = await tx
    .insertInto("stripe_events")
    .values({
      school_id: event.schoolId,
      book: event.book,
      event_id: event.eventId,
      type: event.type,
      received_at: event.now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
