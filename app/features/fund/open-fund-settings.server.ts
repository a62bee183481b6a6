import type { Actor } from "~/domain/actor";
import { NEEDED_EVENTS } from "~/domain/fund/needed-events";
import { mayRunFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { getFund, listFundBooks } from "~db/fund-books.server";
import { withScope } from "~db/scope.server";

/** What an admin may change about the fund. Of keys it says that they are there and how they end, never what they are. */
export async function openFundSettings(wiring: Wiring, actor: Actor) {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const books = await listFundBooks(tx, { schoolId });
    const of = (book: "test" | "live") => {
      const row = books.find((each) => each.book === book);
      return {
        hasKey: Boolean(row?.has_key),
        keyHint: row?.key_hint ?? "",
        secrets: row?.secrets ?? 0,
        connectedAt: row?.connected_at ?? null,
      };
    };
    return done({
      ...(await getFund(tx, { schoolId })),
      canConnect: wiring.payments !== null && Boolean(wiring.env.payments?.sealSecret),
      hasStandIn: wiring.env.mode === "local" && wiring.payments !== null,
      webhookUrl: `${wiring.env.origin}/webhooks/stripe/${schoolId}`,
      neededEvents: NEEDED_EVENTS,
      books: { test: of("test"), live: of("live") },
    });
  });
}
