import { findLeadSeat } from "~/steps/lead-seat.server";
import { askStaffToTalk, type Wanted } from "~/steps/reach-lead.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";

export type LeadWaits = "lead_waits";

/** What is wanted, and the state in which the pursuit lets it happen. */
const WANTED = { wants_offer: "contacted", takes_offer: "offered" } as const satisfies { [News in Wanted]?: string };

/**
 * Whether an offer waits because the lead whom the placement names may not hear of the student: no engagement begins with somebody
 * whom the school keeps apart or has not read. Staff get a task then. A placement that names nobody is looked at by its gates.
 */
export async function doesLeadWait(
  tx: ScopeTx,
  { pursuit, news, now }: { pursuit: PursuitFacts; news: keyof typeof WANTED; now: Date },
): Promise<boolean> {
  if (pursuit.state !== WANTED[news]) return false;
  const seat = await findLeadSeat(tx, pursuit);
  if (seat === "seated" || seat === "nobody") return false;
  await askStaffToTalk(tx, { pursuit, news, about: pursuit.pursuit_id, why: seat, now });
  return true;
}
