import { expect, test } from "vitest";
import { carryOutTransfers } from "~/features/transfers/carry-out-transfers.server";
import { cast, sampleSchools } from "~db/cast";
import { sql } from "../support/sql";
import { useSite } from "./consent-site";

const site = useSite();
const { lakeview, harbor } = sampleSchools;
const PAGE = `/coordinator/people/${cast.ana.personId}/transfer`;
const ARRIVALS = "/coordinator/people/arrivals";

/** What a person reads of a page: no scripts, in which the parts of every page are listed. */
const read = async (path: string, cookie: string) => {
  const { status, body } = await site.app.get(path, cookie);
  return { status, text: body.replace(/<script[\s\S]*?<\/script>/g, "") };
};
const aListingOf = async ({ schoolId }: { schoolId: string }) => {
  const [row] = await sql<{ id: string }>(
    site.database,
    "select id from listings where school_id = $1 and state = 'published' order by id limit 1",
    [schoolId],
  );
  return `/placements/${row?.id}`;
};

test("from the page of a student at the old school to the placements of the new one", async () => {
  const ines = await site.app.signInAs("ines");
  const before = await read(PAGE, ines);
  for (const words of ["Ana goes to another school", cast.ana.mail, "Rosa Reyes, as a person who may do nothing"])
    expect(before.text).toContain(words);
  const move = { intent: "announce", toSchoolId: harbor.schoolId, lastDay: "2026-10-23" };
  const crossed = await site.app.post(PAGE, { ...move, firstDay: "2026-10-23" }, ines);
  expect([crossed.status, crossed.body.includes("comes after the last day here")]).toEqual([422, true]);
  const said = await site.app.post(PAGE, { ...move, firstDay: "2026-10-26" }, ines);
  expect([said.status, said.headers.location]).toEqual([302, PAGE]);
  const waits = await read(`/coordinator/people/${cast.ana.personId}`, ines);
  expect(waits.text).toContain(`${harbor.name} knows that Ana comes on Monday 26 October 2026`);

  const malik = await site.app.signInAs("malik");
  const arriving = await read(ARRIVALS, malik);
  for (const words of ["Ana Reyes", `from ${lakeview.name}`, "First day Monday 26 October 2026"])
    expect(arriving.text).toContain(words);
  for (const words of [cast.ana.mail, "Rosa", "2010"]) expect(arriving.text).not.toContain(words);
  expect((await read("/coordinator/tasks", malik)).text).toContain("A student comes from another school");
  const [, transferId = ""] = /name="transferId" value="([^"]+)"/.exec(arriving.text) ?? [];
  const answer = { intent: "receive", transferId, grade: "10", studentNumber: "" };
  const received = await site.app.post(ARRIVALS, answer, malik);
  expect(received.status).toBe(302);
  const there = await read(String(received.headers.location), malik);
  for (const words of ["Ana Reyes", "Rosa Reyes", "Decide each right", cast.ana.mail])
    expect(there.text).toContain(words);
  const again = await site.app.post(ARRIVALS, answer, malik);
  expect([again.status, again.body.includes("answered or taken back")]).toEqual([409, true]);
  const late = await site.app.post(PAGE, { intent: "take_back", transferId }, ines);
  expect(late.status).toBe(409);

  site.app.wiring.clock.set(new Date("2026-10-26T17:00:00Z"));
  const ana = await site.app.signInAs("ana");
  const [ours, theirs] = [await aListingOf(lakeview), await aListingOf(harbor)];
  const look = async () => [(await site.app.get(ours, ana)).status, (await site.app.get(theirs, ana)).status];
  expect(await look()).toEqual([200, 404]);
  const { text: account } = await read("/account", ana);
  const [, membershipId = ""] =
    /name="membershipId"[^>]*value="([^"]+)"/.exec(account.slice(account.indexOf(harbor.name))) ?? [];
  const switched = await site.app.post("/account/membership", { membershipId }, ana);
  expect(switched.headers.location).toBe("/home");
  expect(await look()).toEqual([404, 200]);
  const held = await read(PAGE, await site.app.signInAs("ines"));
  expect([held.text.includes("is over, but an internship"), held.text.includes('value="announce"')]).toEqual([
    true,
    false,
  ]);
  expect(await carryOutTransfers(site.app.wiring)).toBe(1);
  const gone = await read(PAGE, await site.app.signInAs("ines"));
  expect(gone.text).toContain(`Ana left here on Friday 23 October 2026 and is at ${harbor.name}`);
  expect(gone.text).toContain('value="announce"');
  expect(await look()).toEqual([404, 200]);
  expect((await read("/account", ana)).text).not.toContain(lakeview.name);
});

test("a guardian whose rights the new school has not decided reads that, and whom to call, and nothing of the child", async () => {
  const rosa = await site.app.signInAs("rosaAtHarbor");
  await sql(site.database, "update guardian_links set rights_undecided = true where guardian_id = $1", [
    cast.rosaAtHarbor.personId,
  ]);
  const { text } = await read("/guardian", rosa);
  expect(text).toMatch(/todavía no decidió qué puede ver|has not decided yet what you may see/);
  expect(text).toContain('href="tel:');
  expect(text).not.toContain("Mateo");
});
