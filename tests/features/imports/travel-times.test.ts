import { afterAll, beforeAll, expect, it } from "vitest";
import { TRAVEL_FILE_COLUMNS, type TravelTableRow, travelCells } from "~/domain/imports/travel-file";
import { dropTravelTimes } from "~/features/imports/drop-travel-times.server";
import { importTravelTimes } from "~/features/imports/import-travel-times.server";
import { listTravelTable } from "~/features/imports/list-travel-table.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { csvDownload } from "~/http/csv.server";
import { cast, castActor } from "~db/cast";
import type { TestDatabase } from "../../support/database";
import { createSeededDatabase } from "../../support/seeded-database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";

const ines = castActor(cast.ines);
const HEADINGS = "area_id,site_id,mode,minutes,arrive_from,arrive_to";
const bytes = (...lines: string[]) => ({ content: new TextEncoder().encode([HEADINGS, ...lines].join("\n")) });

let database: TestDatabase;
let wiring: TestWiring;
/** Ana's way to a place that ranks first for her. */
let way: TravelTableRow;

beforeAll(async () => {
  database = await createSeededDatabase();
  wiring = createTestWiring(database);
  const ranked = await rankForStudent(wiring, ines, { studentId: cast.ana.personId });
  if (!ranked.ok) throw new Error(ranked.reason);
  const [first] = ranked.value.ranked.filter((match) => minutesIn(match) !== undefined);
  const [place] = await sql<{ area_id: string; site_id: string }>(
    database,
    `select st.area_id, p.site_id from students st, listings l join placements p on p.id = l.placement_id
      where st.id = $1 and l.id = $2`,
    [cast.ana.personId, first?.listingId],
  );
  way = (await table()).rows.find(
    (row) => row.areaId === place?.area_id && row.siteId === place?.site_id,
  ) as TravelTableRow;
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

type Ranked = Extract<Awaited<ReturnType<typeof rankForStudent>>, { ok: true }>["value"]["ranked"][number];
const minutesIn = (match: Ranked | undefined) =>
  match?.eligibility.checks.find(({ check }) => check === "travel")?.data.minutes;

async function table(actor = ines) {
  const outcome = await listTravelTable(wiring, actor);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

async function minutesOfAna() {
  const ranked = await rankForStudent(wiring, ines, { studentId: cast.ana.personId });
  if (!ranked.ok) throw new Error(ranked.reason);
  const [listing] = await sql<{ id: string }>(
    database,
    "select l.id from listings l join placements p on p.id = l.placement_id where p.site_id = $1 and l.school_id = $2 and l.state = 'published'",
    [way.siteId, ines.schoolId],
  );
  const match = [...ranked.value.ranked, ...ranked.value.blocked].find(({ listingId }) => listingId === listing?.id);
  return match?.eligibility.checks.find(({ check }) => check === "travel")?.data.minutes;
}

/** The file as it is downloaded, with some rows corrected. */
async function download(
  correct: (row: TravelTableRow, cells: (string | number | null)[]) => typeof cells = (_, c) => c,
) {
  const rows = (await table()).rows.map((row) => correct(row, travelCells(row)));
  const file = csvDownload({ name: "travel-table", columns: TRAVEL_FILE_COLUMNS, rows });
  return { content: new Uint8Array(await file.arrayBuffer()) };
}

it("a table shows an estimate for every way that no line is known of", async () => {
  const { rows, lines } = await table();
  expect(lines).toBe(0);
  expect(rows.length).toBeGreaterThan(100);
  expect(new Set(rows.map(({ source }) => source)).has("table")).toBe(false);
});

it("a table sent back as it was downloaded is nobody's word: estimates stay estimates, and what nobody knows is no fault", async () => {
  const { rows } = await table();
  const outcome = await importTravelTimes(wiring, ines, await download());
  expect(outcome).toEqual({ ok: true, value: { taken: 0, left: rows.length, rejected: [] } });
  expect((await table()).lines).toBe(0);
});

it("only what was corrected in the downloaded table becomes the school's own word, and stays it", async () => {
  const isWay = ({ areaId, siteId, mode }: TravelTableRow) =>
    areaId === way.areaId && siteId === way.siteId && mode === "bus";
  const minutesAt = TRAVEL_FILE_COLUMNS.indexOf("minutes");
  const corrected = await download((row, cells) => (isWay(row) ? cells.with(minutesAt, 47) : cells));
  expect(await importTravelTimes(wiring, ines, corrected)).toMatchObject({ value: { taken: 1, rejected: [] } });
  expect((await table()).rows.filter(({ source }) => source === "table")).toMatchObject([{ minutes: 47, mode: "bus" }]);
  expect(await importTravelTimes(wiring, ines, await download())).toMatchObject({ value: { taken: 1, rejected: [] } });
  expect((await table()).lines).toBe(1);
  await dropTravelTimes(wiring, ines);
});

it("good rows of a file are kept, bad ones come back with their number and reason, and the engine believes the table", async () => {
  const good = `${way.areaId},${way.siteId},walk,3,,`;
  const outcome = await importTravelTimes(
    wiring,
    ines,
    bytes(
      good,
      `${way.areaId},${way.siteId},rocket,3,,`,
      `nowhere,${way.siteId},bus,3,,`,
      `${way.areaId},${way.siteId},bus,many,,`,
    ),
  );
  expect(outcome).toEqual({
    ok: true,
    value: {
      taken: 1,
      left: 0,
      rejected: [
        { rowNo: 3, reason: "mode_unknown" },
        { rowNo: 4, reason: "area_unknown" },
        { rowNo: 5, reason: "minutes_not_valid" },
      ],
    },
  });
  expect((await table()).lines).toBe(1);
  expect(await minutesOfAna()).toBe(3);
});

it("the same file twice changes nothing, and a corrected one replaces its line", async () => {
  const line = (minutes: number) => bytes(`${way.areaId},${way.siteId},walk,${minutes},,`);
  await importTravelTimes(wiring, ines, line(3));
  expect((await table()).lines).toBe(1);
  await importTravelTimes(wiring, ines, line(4));
  expect([(await table()).lines, await minutesOfAna()]).toEqual([1, 4]);
});

it("a file without the needed columns is refused with the columns it needs", async () => {
  const content = new TextEncoder().encode("area,site\nOld Cannery,Main\n");
  expect(await importTravelTimes(wiring, ines, { content })).toMatchObject({
    reason: "columns_missing",
    detail: { missing: "mode, minutes" },
  });
});

it("another school's sites are not known here, and its table stays empty", async () => {
  const greta = castActor(cast.greta);
  const outcome = await importTravelTimes(wiring, greta, bytes(`${way.areaId},${way.siteId},bus,9,,`));
  expect(outcome).toMatchObject({ value: { taken: 0, rejected: [{ reason: "area_unknown" }] } });
  expect((await table(greta)).lines).toBe(0);
});

it("removing the table lets distances decide again, and each change is in the audit log", async () => {
  expect(await dropTravelTimes(wiring, ines)).toEqual({ ok: true, value: { lines: 1 } });
  expect((await table()).lines).toBe(0);
  const acts = await sql<{ transition: string }>(
    database,
    "select transition from audit_log where noun = 'travel_table' order by id",
  );
  expect(acts.map(({ transition }) => transition)).toEqual([
    ...["import", "import", "import", "drop"],
    ...["import", "import", "import", "import", "drop"],
  ]);
});

it.each([cast.ana, cast.rosa, cast.maya, cast.tom])(
  "$role may neither read, send nor remove the table",
  async (member) => {
    const actor = castActor(member);
    const refused = { ok: false, reason: "not_permitted" };
    expect(await listTravelTable(wiring, actor)).toEqual(refused);
    expect(await importTravelTimes(wiring, actor, bytes())).toEqual(refused);
    expect(await dropTravelTimes(wiring, actor)).toEqual(refused);
  },
);
