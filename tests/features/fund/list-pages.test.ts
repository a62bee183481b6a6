import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { type ChecksWish, openChecks } from "~/features/fund/open-checks.server";
import { openNeeds } from "~/features/fund/open-needs.server";
import { cast, castActor } from "~db/cast";
import { type FundStage, openFundStage } from "../../support/fund";
import { valueIn } from "../../support/stage";

const NEEDS = 230;
const DIFFERENCES = 213;
const PAYOUTS = 53;
const CHECKS = 25;
const ines = castActor(cast.ines);
const malik = castActor(cast.malik);

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
  const { schoolId, personId } = ines;
  // all at the same moment, so that only a whole order parts one page from the next
  const at = stage.wiring.clock.now().toISOString();
  await stage.rows(
    `insert into fund_allocations (school_id, book, student_id, purpose, minor, currency, state, need, proposed_by, proposed_at)
      select $1, 'test', $2, 'tools', n, 'usd', case when n <= 60 then 'proposed' else 'declined' end, 'Boots', $3, $4
      from generate_series(1, $5::int) n`,
    [schoolId, cast.jada.personId, personId, at, NEEDS],
  );
  await stage.rows(
    `insert into fund_checks (school_id, book, from_at, started_at, ended_at, state)
      select $1, 'test', $2, $2, $2, 'complete' from generate_series(1, $3::int)`,
    [schoolId, at, CHECKS],
  );
  await stage.rows(
    `insert into fund_differences (school_id, book, check_id, kind, reference, currency, stripe_minor, ledger_minor, found_at, settled_at)
      select $1, 'test', (select id from fund_checks where school_id = $1 limit 1), 'unknown_line', 'txn_' || n, 'usd', n, 0, $2,
        case when n <= 55 then null else $2::timestamptz end
      from generate_series(1, $3::int) n`,
    [schoolId, at, DIFFERENCES],
  );
  await stage.rows(
    `with entry as (
      insert into fund_entries (school_id, book, currency, payout, cause, on_day, at)
      select $1, 'test', 'usd', 'po_' || n, 'check', '2026-10-01', $2 from generate_series(1, $3::int) n
      returning school_id, id, book, substr(payout, 4)::int as minor)
    insert into fund_lines (school_id, entry_id, line_no, book, account, purpose, minor)
    select school_id, id, 1, book, 'bank', null, minor from entry
    union all select school_id, id, 2, book, 'transfer', null, -minor from entry`,
    [schoolId, at, PAYOUTS],
  );
});
afterAll(() => stage.close());

const checks = async (wish: ChecksWish) => valueIn(await openChecks(stage.wiring, ines, wish));
const sumTo = (last: number) => (last * (last + 1)) / 2;

describe("needs", () => {
  test("are all reached, page by page, each once, those that wait before the settled ones", async () => {
    const pages = [];
    for (let page = 1; page <= 5; page++) pages.push(valueIn(await openNeeds(stage.wiring, ines, { page })));
    expect(pages.map(({ allocations, page, pages: of }) => [allocations.length, page, of])).toEqual(
      [50, 50, 50, 50, 30].map((rows, at) => [rows, at + 1, 5]),
    );
    const rows = pages.flatMap(({ allocations }) => allocations);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(NEEDS);
    expect(rows.map(({ state }) => state)).toEqual(rows.map((_, at) => (at < 60 ? "proposed" : "declined")));
  });

  test("are counted as a whole on every page; another school counts none of them", async () => {
    const whole = { count: NEEDS, waiting: { proposed: 60, approved: 0 } };
    for (const page of [1, 5, 900, Number.NaN])
      expect(valueIn(await openNeeds(stage.wiring, ines, { page }))).toMatchObject(whole);
    expect(valueIn(await openNeeds(stage.wiring, malik, { page: 2 }))).toMatchObject({ count: 0, allocations: [] });
  });
});

describe("the page of checks", () => {
  test("reaches every difference, each once, those that wait before the settled ones", async () => {
    const rows = [];
    for (let page = 1; page <= 5; page++) rows.push(...(await checks({ differences: page })).differences);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(DIFFERENCES);
    expect(rows.map(({ settled_at }) => settled_at === null)).toEqual(rows.map((_, at) => at < 55));
  });

  test("reaches every payout and every check, each once", async () => {
    const payouts = [];
    for (let page = 1; page <= 3; page++) payouts.push(...(await checks({ payouts: page })).payouts);
    expect(payouts.map(({ minor }) => minor).sort((one, other) => one - other)).toEqual(
      Array.from({ length: PAYOUTS }, (_, at) => at + 1),
    );
    const ids = [...(await checks({})).checks, ...(await checks({ checks: 2 })).checks].map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([CHECKS, CHECKS]);
  });

  test("says on every page how much there is of each list, and another school's has nothing", async () => {
    expect((await checks({ differences: 5, payouts: 3, checks: 2 })).lists).toEqual({
      checks: { count: CHECKS, page: 2, pages: 2 },
      differences: { count: DIFFERENCES, open: 55, page: 5, pages: 5 },
      payouts: { count: PAYOUTS, minor: sumTo(PAYOUTS), page: 3, pages: 3 },
    });
    const { lists, payouts } = valueIn(await openChecks(stage.wiring, malik, { payouts: 2 }));
    expect([payouts, lists.differences.count, lists.payouts, lists.checks.count]).toEqual([
      [],
      0,
      { count: 0, minor: 0, page: 1, pages: 1 },
      0,
    ]);
  });

  test("names a sum of the payouts that is the sum of the lines it leads to", async () => {
    const lines = await listFundEntries(stage.wiring, ines, { account: "bank", ofPayouts: true, page: 2 });
    expect(valueIn(lines)).toMatchObject({ count: PAYOUTS, minor: sumTo(PAYOUTS), page: 2, pages: 2 });
  });
});
