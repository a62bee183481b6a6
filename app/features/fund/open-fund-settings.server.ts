import type { Actor } from "~/domain/actor";
import { NEEDED_EVENTS } from "~/domain/fund/needed-events";
import { mayRunFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { type Book, getFund } from "~db/fund-books.server";
import { withScope } from "~db/scope.server";
import { accountsOnPage } from "./accounts-on-page.server";

/** What an admin may change about the fund. Of keys it says that they are there and how they end, never what they are. */
export async function openFundSettings(wiring: Wiring, actor: Actor) {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const books = {
      test: await accountsOnPage(tx, wiring, { schoolId, book: "test" }),
      live: await accountsOnPage(tx, wiring, { schoolId, book: "live" }),
    };
    const fund = await getFund(tx, { schoolId });
    // a school that has an account of its own, with or without its key, gives to no other
    const hasStandIn = wiring.env.mode === "local" && wiring.payments !== null && books.test.current === null;
    return done({
      ...fund,
      canConnect: wiring.payments !== null && Boolean(wiring.env.payments?.sealSecret),
      standIn: hasStandIn ? standInOf({ book: fund.book, hasLiveKey: books.live.current?.hasKey === true }) : null,
      webhookUrl: `${wiring.env.origin}/webhooks/stripe/${schoolId}`,
      neededEvents: NEEDED_EVENTS,
      books,
    });
  });
}

/** The stand-in of Stripe takes what is given for practice alone: it is idle while the school waits for the key of its live book. */
function standInOf({ book, hasLiveKey }: { book: Book; hasLiveKey: boolean }): "takes_gifts" | "idle" | null {
  if (book === "test") return "takes_gifts";
  return hasLiveKey ? null : "idle";
}
