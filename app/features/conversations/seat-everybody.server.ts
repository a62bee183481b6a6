import { done, type Outcome, refused } from "~/domain/outcome";
import type { Seat } from "~/steps/conversation.server";
import { listPresent } from "~/steps/present.server";
import type { ScopeTx } from "~db/scope.server";
import { type Sitter, seatMembers } from "~db/threads.server";

/**
 * Gives a seat to everybody who belongs to the conversation now, and to whoever comes as staff. Without anybody of the school there
 * is no conversation: an adult and a student never write to each other alone.
 */
export async function seatEverybody(
  tx: ScopeTx,
  { seat, threadId, now }: { seat: Seat; threadId: string; now: Date },
): Promise<Outcome<null, "no_staff">> {
  const { pursuit, on, role, sitter } = seat;
  const present = await listPresent(tx, pursuit, on);
  if (!present.some((who) => who.role === "staff")) return refused("no_staff");
  const { school_id: schoolId, district_id: districtId } = pursuit;
  const sitters: Sitter[] = role === "staff" ? [...present, sitter] : present;
  await seatMembers(tx, { schoolId, districtId, threadId, sitters, now });
  return done(null);
}
