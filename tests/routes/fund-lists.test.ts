import { expect, test } from "vitest";
import { cast, castActor } from "~db/cast";
import { openSuperuser } from "../support/superuser";
import { useSite } from "./consent-site";

const site = useSite();
const NEEDS = 120;
const { schoolId, personId } = castActor(cast.ines);

async function run(text: string, values: unknown[]): Promise<void> {
  const superuser = await openSuperuser(site.database.superuserUrl);
  await superuser.rows(text, values);
  await superuser.end();
}

const read = async (path: string, cookie: string) => (await site.app.get(`/coordinator/fund/${path}`, cookie)).body;
const needIn = (body: string) => [...body.matchAll(/Boots (\d+)\./g)].map(([, number]) => Number(number));

test("a long list of needs comes in pages, and an answer on a page keeps it", async () => {
  await run(
    `insert into fund_allocations (school_id, book, student_id, purpose, minor, currency, need, proposed_by, proposed_at)
      select $1, 'test', $2, 'tools', 100, 'usd', 'Boots ' || n || '.', $3, '2026-10-01'::timestamptz - n * interval '1 minute'
      from generate_series(1, $4::int) n`,
    [schoolId, cast.jada.personId, personId, NEEDS],
  );
  const cookie = await site.app.signInAs("priya");
  const first = await read("needs", cookie);
  expect([needIn(first)[0], needIn(first).at(-1)]).toEqual([1, 50]);
  expect(first).toContain("120 in all");
  const last = await read("needs?page=3", cookie);
  expect([needIn(last)[0], needIn(last).at(-1)]).toEqual([101, NEEDS]);
  expect(last).not.toContain('rel="next"');
  const allocationId = /name="allocationId" value="([^"]+)"/.exec(last)?.[1] ?? "";
  const form = { intent: "decline", allocationId };
  const { headers } = await site.app.post("/coordinator/fund/needs?index&page=3", form, cookie);
  expect(headers.location).toBe("/coordinator/fund/needs?page=3");
});

test("the three lists of the page of checks turn their pages apart, and each says its name", async () => {
  await run(
    `insert into fund_checks (school_id, book, from_at, started_at, ended_at, state)
      select $1, 'test', now(), now(), now(), 'complete' from generate_series(1, 21)`,
    [schoolId],
  );
  await run(
    `insert into fund_differences (school_id, book, check_id, kind, reference, currency, stripe_minor, ledger_minor, found_at)
      select $1, 'test', (select id from fund_checks where school_id = $1 limit 1), 'unknown_line', 'txn_' || n, 'usd', n * 100, 0, now()
      from generate_series(1, 51) n`,
    [schoolId],
  );
  const cookie = await site.app.signInAs("priya");
  const body = await read("checks?checks=2", cookie);
  expect(body).toContain('href="/coordinator/fund/checks?checks=2&amp;differences=2#differences"');
  expect(body).toContain('href="/coordinator/fund/checks#checks"');
  const navs = [...body.matchAll(/<nav aria-label="(Pages[^"]*)"/g)].map(([, name]) => name);
  expect(navs).toEqual(["Pages: What differed", "Pages: Comparisons"]);
  expect(body).toContain("51 in all · 51 wait");
});
