import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayUseFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getFund } from "~db/fund-books.server";
import { insertLink } from "~db/links.server";
import { withScope } from "~db/scope.server";

const LINK_DAYS = 365;

/** Staff make a link to the school's page for donors, to hand to whomever they like. It is shown once. */
export async function makeGiveLink(
  wiring: Wiring,
  actor: Actor,
): Promise<Outcome<{ url: string }, "not_permitted" | "fund_closed">> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await getFund(tx, { schoolId })).isOpen) return refused("fund_closed");
    const expiresAt = daysLater(now, LINK_DAYS);
    const link = { kind: "give", schoolId, districtId, subjectId: schoolId, language: "en", expiresAt } as const;
    const token = await insertLink(tx, link);
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: "make link", now });
    return done({ url: `${wiring.env.origin}/give/${token}` });
  });
}
