import { expect, test } from "vitest";
import type { Mode } from "~/domain/matching/mode";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { cast, sampleSchools } from "~db/cast";
import { staff, student } from "../support/pursuit-way";
import { sql } from "../support/sql";
import { lakeviewListing, valueIn } from "../support/stage";
import { useSite } from "./consent-site";

const site = useSite();
const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;

async function makePlan(mode: Mode = "balanced"): Promise<void> {
  const { runId } = valueIn(await startMatchRun(site.wiring, staff("ines"), { mode }));
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

test("who would rather be elsewhere comes with what a coordinator can do; where nobody would there is no list", async () => {
  const ines = await site.app.signInAs("ines");
  const list = '<ul aria-label="Who would rather be elsewhere"';
  const read = async () => {
    const { body } = await site.app.get("/coordinator/matches/compare", ines);
    return [body.includes(list), body.includes("Open a name to see what it would cost to lock the pair.")];
  };
  await makePlan();
  expect(await read()).toEqual([true, true]);
  await makePlan("stable");
  expect(await read()).toEqual([false, false]);
});

test("the page of a pair offers no lock and no approval that no reason could make hold, and says why; it can be ruled out", async () => {
  const ines = await site.app.signInAs("ines");
  await makePlan();
  const [proposed] = await sql<{ student_id: string; listing_id: string; lead: string }>(
    site.database,
    `select m.student_id, m.listing_id, p.lead_mentor_id as lead from matches m join listings l on l.id = m.listing_id
      join placements p on p.id = l.placement_id where m.state = 'proposed' and p.lead_mentor_id is not null`,
  );
  const read = async () => {
    const path = `/coordinator/matches/pairs/${proposed?.student_id}/${proposed?.listing_id}`;
    const { body } = await site.app.get(path, ines);
    return {
      offered: ["approve", "locked", "forbidden"].filter((value) => body.includes(`value="${value}"`)),
      saysWhy: body.includes("No reason sends a student there while that lasts."),
      saysToLock: body.includes("You can lock it all the same"),
    };
  };
  expect(await read()).toEqual({ offered: ["approve", "locked", "forbidden"], saysWhy: false, saysToLock: false });
  await sql(site.database, "update mentors set suspended_at = now() where id = $1", [proposed?.lead]);
  expect(await read()).toEqual({ offered: ["forbidden"], saysWhy: true, saysToLock: false });
});

test("a board and the page of a pair offer no approval when the student stopped looking, and say so", async () => {
  const ines = await site.app.signInAs("ines");
  await makePlan();
  const [pair] = await sql<{ id: string; student_id: string; listing_id: string }>(
    site.database,
    "select id, student_id, listing_id from matches where state = 'proposed' limit 1",
  );
  const read = async (path: string) => {
    const { body } = await site.app.get(path, ines);
    return { hasButton: body.includes(`value="${pair?.id}"`), saysWhy: body.includes("Not looking now</span>") };
  };
  for (const path of ["/coordinator/matches", `/coordinator/matches/pairs/${pair?.student_id}/${pair?.listing_id}`]) {
    await sql(site.database, "update students set seeking = true where id = $1", [pair?.student_id]);
    expect(await read(path)).toEqual({ hasButton: true, saysWhy: false });
    await sql(site.database, "update students set seeking = false where id = $1", [pair?.student_id]);
    expect(await read(path)).toEqual({ hasButton: false, saysWhy: true });
  }
});

test("the board says how much was decided since its plan, beside the one button for a new one", async () => {
  const ines = await site.app.signInAs("ines");
  await makePlan();
  const read = async () => {
    const { body } = await site.app.get("/coordinator/matches", ines);
    return {
      buttons: body.match(/value="run"/g)?.length,
      saysSo: body.includes("One decision was made since this plan"),
    };
  };
  expect(await read()).toEqual({ buttons: 1, saysSo: false });
  const [pair] = await sql<{ studentId: string; listingId: string }>(
    site.database,
    `select student_id as "studentId", listing_id as "listingId" from matches where state = 'proposed' limit 1`,
  );
  const forbidden = {
    studentId: pair?.studentId ?? "",
    listingId: pair?.listingId ?? "",
    ruling: "forbidden",
  } as const;
  valueIn(await rulePair(site.wiring, staff("ines"), { ...forbidden, seen: 0, reason: "" }));
  expect(await read()).toEqual({ buttons: 1, saysSo: true });
});

test("a reason names the place on the student's one list: what they asked for, then what they only saved", async () => {
  const ines = await site.app.signInAs("ines");
  const clinic = lakeviewListing("clinic-care");
  await sql(site.database, "delete from wishes where student_id = $1", [cast.ana.personId]);
  await sql(
    site.database,
    "insert into wishes (school_id, student_id, listing_id, place) values ($1, $2, $3, 1), ($1, $2, $4, 2)",
    [cast.ana.schoolId, cast.ana.personId, lakeviewListing("clinic-desk"), clinic],
  );
  const read = async () => (await site.app.get(`/coordinator/matches/pairs/${cast.ana.personId}/${clinic}`, ines)).body;
  expect(await read()).toContain("The student saved it (number 2 on their list).");
  valueIn(await requestPursuit(site.wiring, student("ana"), { listingId: clinic, note: "" }));
  expect(await read()).toContain("The student asked for it (number 1 on their list).");
});

test("a comparison says how many students have a place they chose, of how many who chose any, and what that means", async () => {
  const ines = await site.app.signInAs("ines");
  await makePlan();
  await makePlan();
  for (const path of ["/coordinator/matches/compare", "/coordinator/matches/compare?with=runs"]) {
    const { body } = await site.app.get(path, ines);
    expect(body).toContain("Of the students who saved or asked for a place: at least one of their places");
    expect(body.match(/>\d+ of \d+</g)).toHaveLength(4);
  }
});
