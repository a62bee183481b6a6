import { afterAll, beforeAll, expect, test } from "vitest";
import { type EntriesWish, listFundEntries } from "~/features/fund/list-fund-entries.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { cast, castActor } from "~db/cast";
import { type FundStage, openFundStage } from "../../support/fund";
import { valueIn } from "../../support/stage";

const CHEQUES = 53;

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
  stage.wiring.clock.set(new Date("2026-08-10T20:00:00Z"));
  for (let number = 1; number <= CHEQUES; number++) {
    const wish = {
      purpose: "tools",
      amount: `${number}`,
      donorName: "Lake Library",
      chequeNumber: `${number}`,
    } as const;
    valueIn(await recordCheque(stage.wiring, castActor(cast.priya), { ...wish, receivedOn: "2026-08-10" }));
  }
});
afterAll(() => stage.close());

const list = async (wish: EntriesWish) => valueIn(await listFundEntries(stage.wiring, castActor(cast.ines), wish));
const keys = ({ lines }: Awaited<ReturnType<typeof list>>) => lines.map(({ id, line_no: no }) => `${id} ${no}`);

test("the pages together are the whole list, in its order, and none is longer than 50 lines", async () => {
  const whole = await list({});
  expect(whole.lines.length).toBe(2 * CHEQUES);
  const pages = [await list({ page: 1 }), await list({ page: 2 }), await list({ page: 3 })];
  expect(pages.map(({ lines }) => lines.length)).toEqual([50, 50, 6]);
  expect(pages.flatMap(keys)).toEqual(keys(whole));
});

test("every page of a figure says how many lines there are and what all of them come to", async () => {
  const together = 100 * ((CHEQUES * (CHEQUES + 1)) / 2);
  for (const page of [1, 2]) {
    const found = await list({ account: "bank", month: "2026-08", page });
    expect(found).toMatchObject({ count: CHEQUES, minor: together, page, pages: 2 });
  }
  expect(await list({ account: "fees", page: 1 })).toMatchObject({ count: 0, minor: 0, page: 1, pages: 1, lines: [] });
});

test("a page past the last is the last", async () => {
  expect(keys(await list({ page: 4_000_000_000 }))).toEqual(keys(await list({ page: 3 })));
});

test("another school's coordinator counts none of it", async () => {
  const theirs = valueIn(await listFundEntries(stage.wiring, castActor(cast.malik), { page: 1 }));
  expect(theirs).toMatchObject({ count: 0, minor: 0, lines: [], balances: [] });
});
