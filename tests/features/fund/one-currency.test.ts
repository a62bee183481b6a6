import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DEFAULT_FUND } from "~/domain/fund/settings";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor } from "~db/cast";
import { lockFundBook } from "~db/fund-books.server";
import { withScope } from "~db/scope.server";
import { aWish, donor, type FundStage, openFundStage } from "../../support/fund";
import { valueIn } from "../../support/stage";

const priya = castActor(cast.priya);
const { schoolId } = priya;

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const waiting = async () =>
  (await stage.rows("select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
    .length;
const settings = async () => valueIn(await openFundSettings(stage.wiring, priya));
const first = {
  "promise of a donor": () => startGift(stage.wiring, donor, aWish({ payLater: true })),
  "gift of a donor": () => startGift(stage.wiring, donor, aWish()),
  "check that an admin enters": () =>
    recordCheque(stage.wiring, priya, {
      ...{ purpose: "transit", amount: "100", donorName: "Bo Lind", chequeNumber: "4471", receivedOn: "2026-10-14" },
    }),
};

/** Both begin while the book is in somebody else's hands, in this order, and go on at once when it is free. */
async function atOnce(works: (() => Promise<unknown>)[]): Promise<void> {
  const begun = await withScope(stage.wiring, priya, async (tx) => {
    await lockFundBook(tx, { schoolId, book: "test" });
    const running: Promise<unknown>[] = [];
    for (const work of works) {
      running.push(work());
      await expect.poll(waiting, { timeout: 5_000 }).toBe(running.length);
    }
    return { all: Promise.all(running) };
  });
  await begun.all;
}

test.each(
  Object.entries(first).flatMap(([name, give]) => [
    { name, give, order: "before" },
    { name, give, order: "after" },
  ]),
)(
  "a change of the currency that comes $order the first $name leaves one currency in the book",
  async ({ give, order }) => {
    const { revision: seen } = await settings();
    const change = () =>
      saveFundSettings(stage.wiring, priya, {
        ...{ book: "test", isOpen: true, seen, settings: { ...DEFAULT_FUND, currency: "mxn", minimumMinor: 100_00 } },
      });
    await atOnce(order === "before" ? [change, give] : [give, change]);
    const rows = await stage.rows<{ currency: string }>("select distinct currency from gifts");
    const { settings: kept, revision } = await settings();
    expect(rows).toEqual([{ currency: kept.currency }]);
    expect(kept.currency).toBe(order === "before" ? "mxn" : "usd");
    await stage.clear();
    valueIn(
      await saveFundSettings(stage.wiring, priya, {
        book: "test",
        isOpen: true,
        seen: revision,
        settings: DEFAULT_FUND,
      }),
    );
  },
);
