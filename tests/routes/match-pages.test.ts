import { expect, test } from "vitest";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { cast, sampleSchools } from "~db/cast";
import { staff } from "../support/pursuit-way";
import { sql } from "../support/sql";
import { lakeviewListing, valueIn } from "../support/stage";
import { useSite } from "./consent-site";

const site = useSite();
const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;

async function makePlan(): Promise<void> {
  const { runId } = valueIn(await startMatchRun(site.wiring, staff("ines")));
  valueIn(await proposeMatches(site.wiring, worker, { runId }));
}

test("a stored plan that does not open is said in words on each page about it, and what to do", async () => {
  await sql(site.database, "update students set weekdays = '{7}' where id = $1", [cast.ana.personId]);
  const pair = { studentId: cast.jada.personId, listingId: lakeviewListing("clinic-care") };
  valueIn(await rulePair(site.wiring, staff("ines"), { ...pair, ruling: "forbidden", seen: 0, reason: "" }));
  await makePlan();
  const ines = await site.app.signInAs("ines");
  const pages = [
    "/coordinator/matches/what-if",
    "/coordinator/matches/compare",
    "/coordinator/matches/seats",
    "/coordinator/matches/seats?by=listing",
    "/coordinator/matches/equity",
    "/coordinator/matches?show=unmatched",
    "/coordinator/matches?show=settled",
  ];
  await sql(site.database, "update match_snapshots set plan = left(plan, 200)");
  for (const path of pages) {
    const { status, body } = await site.app.get(path, ines);
    expect([path, status]).toEqual([path, 200]);
    expect([path, body.includes("What is stored of the plan is not whole")]).toEqual([path, true]);
  }
});

test("seats place by place is a page of its own, with a row for each listing and no groups", async () => {
  await makePlan();
  const ines = await site.app.signInAs("ines");
  const { body: grouped } = await site.app.get("/coordinator/matches/seats", ines);
  const { body: listed } = await site.app.get("/coordinator/matches/seats?by=listing", ines);
  const title = "Help care for animals at a clinic";
  expect([grouped.includes(`>${title}<`), listed.includes(`>${title}<`)]).toEqual([false, true]);
  expect(listed).toMatch(/aria-current="page"[^>]*>[^<]*Place by place/);
});

test("a board that was looked at has its plan open for the first question, of the newest run alone", async () => {
  const ines = await site.app.signInAs("ines");
  const notWhole = async () =>
    (await site.app.get("/coordinator/matches/what-if", ines)).body.includes("What is stored of the plan is not whole");
  const damage = () => sql(site.database, "update match_snapshots set plan = left(plan, 200)");
  await makePlan();
  await site.app.get("/coordinator/matches", ines);
  await damage();
  expect(await notWhole()).toBe(false);
  await makePlan();
  await damage();
  expect(await notWhole()).toBe(true);
});
