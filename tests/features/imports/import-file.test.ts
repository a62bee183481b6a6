import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findImport } from "~/features/imports/find-import.server";
import { listImportedListings } from "~/features/imports/list-imported-listings.server";
import { listImports } from "~/features/imports/list-imports.server";
import { listRejectedRows } from "~/features/imports/list-rejected-rows.server";
import { previewImport } from "~/features/imports/preview-import.server";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";
import { type ImportSchool, importFile, MESSY_FILE, makeNeighbour, makeSchool, upload } from "./school";

let database: TestDatabase;
let wiring: TestWiring;
let school: ImportSchool;
let importId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database);
  school = await makeSchool(database, "elm");
  importId = (await importFile(wiring, school, MESSY_FILE)).importId;
});

afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const placements = () =>
  sql<{
    title: string;
    student_will_do: string;
    seats: number;
    name: string;
    latitude: number | null;
    starts_on: string | null;
    source: { row: number; values: Record<string, string>; warnings: { code: string }[] };
  }>(
    database,
    `select p.*, o.name, s.latitude from placements p join organisations o on o.id = p.organisation_id
     left join sites s on s.id = p.site_id where p.district_id = $1 order by p.source->'row'`,
    [school.coordinator.districtId],
  );

describe("a messy file", () => {
  it("keeps the good rows as placements in plain words, in review", async () => {
    const [garden, dogs, cats, ...rest] = await placements();
    expect(rest).toEqual([]);
    expect(garden).toMatchObject({
      title: "Garden & Farm Helper",
      student_will_do: "Plant vegetables\nand water them",
      seats: 9999,
      latitude: 40.72,
      starts_on: null,
    });
    expect([dogs?.title, cats?.title]).toEqual(["Animal shelter help", "Animal shelter help"]);
    expect(
      await sql(database, "select state, seats from listings where school_id = $1 order by seats", [
        school.coordinator.schoolId,
      ]),
    ).toEqual([
      { state: "in_review", seats: 2 },
      { state: "in_review", seats: 3 },
      { state: "in_review", seats: 9999 },
    ]);
  });

  it("knows one organisation however it is spelled", async () => {
    expect(
      await sql(database, "select name, source from organisations where district_id = $1", [
        school.coordinator.districtId,
      ]),
    ).toEqual([{ name: "Elm Street Garden, Inc.", source: "import" }]);
  });

  it("keeps past dates and crowd seats as source data with a warning, not as expiry", async () => {
    const [garden] = await placements();
    expect(garden?.source.values).toMatchObject({ start_date_date: "June 05 2011", vol_requests: "9999" });
    expect(garden?.source.warnings.map(({ code }) => code)).toEqual(["seats_placeholder", "dates_past"]);
  });

  it("makes a mentor of a contact address, and keeps the address out of what the placement remembers", async () => {
    const [, dogs] = await placements();
    expect(JSON.stringify(dogs?.source)).not.toContain("ida@");
    const [mentor] = await sql(
      database,
      "select m.source, c.value from mentors m join mentor_contact_points c on c.mentor_id = m.id where m.district_id = $1",
      [school.coordinator.districtId],
    );
    expect(mentor).toEqual({ source: "import", value: "ida@elm.example" });
  });

  it("tags placements with the interests their words name", async () => {
    const rows = await sql<{ interest_id: string; guessed: boolean }>(
      database,
      "select interest_id, guessed from placement_interests where district_id = $1",
      [school.coordinator.districtId],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.guessed)).toBe(true);
  });

  it("gives the bad rows back as they came, each with its reason", async () => {
    const rejected = await listRejectedRows(wiring, school.coordinator, { importId });
    expect(rejected.ok && rejected.value.rows.map((row) => [row.cells[0], row.reasons[0]?.code])).toEqual([
      ["3", "title_missing"],
      ["4", "seats_not_a_number"],
      ["5", "too_few_cells"],
      ["2", "repeats_row"],
    ]);
  });

  it("a second time changes nothing", async () => {
    const before = await placements();
    wiring.clock.pass(60 * 24 * 365);
    const { counts } = await importFile(wiring, school, MESSY_FILE);
    expect(counts).toMatchObject({ added: 0, changed: 0, unchanged: 3, rejected: 4 });
    expect(await placements()).toEqual(before);
  });

  it("with a changed row changes that placement and its listing", async () => {
    const { counts } = await importFile(
      wiring,
      school,
      MESSY_FILE.replace("Feed the cats,3", "Feed and brush the cats,4"),
    );
    expect(counts).toMatchObject({ added: 0, changed: 1, unchanged: 2 });
    // Who leads it and its last day may be others: gates of background checks are looked at again.
    const jobs =
      "select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1";
    expect(await sql(database, jobs, ["settle-clearances"])).toHaveLength(1);
    expect((await placements())[2]).toMatchObject({ student_will_do: "Feed and brush the cats", seats: 4 });
    expect(
      await sql(database, "select seats from listings where school_id = $1 order by seats", [
        school.coordinator.schoolId,
      ]),
    ).toEqual([{ seats: 2 }, { seats: 4 }, { seats: 9999 }]);
  });

  it("leaves alone what somebody edited here, and says so", async () => {
    await sql(
      database,
      "update placements set revision = 2, title = 'Dog days' where source_key is not null and student_will_do = 'Feed the dogs'",
    );
    const { counts, importId: third } = await importFile(
      wiring,
      school,
      MESSY_FILE.replaceAll("Feed the dogs", "Walk the dogs"),
    );
    expect(counts).toMatchObject({ changed: 1, unchanged: 2 });
    const [row] = await sql<{ warnings: { code: string }[] }>(
      database,
      "select warnings from import_rows where import_id = $1 and row_no = 3",
      [third],
    );
    expect(row?.warnings.map(({ code }) => code)).toEqual(["edited_here"]);
    expect((await placements())[1]?.title).toBe("Dog days");
  });

  it("is read the way its columns were read last time", async () => {
    const [mapping] = await sql<{ mapping: unknown }>(
      database,
      "select mapping from import_mappings where school_id = $1",
      [school.coordinator.schoolId],
    );
    const again = await upload(wiring, school, MESSY_FILE);
    const found = await findImport(wiring, school.coordinator, { importId: again });
    expect(found).toMatchObject({ ok: true, value: { mapping: mapping?.mapping, mappingRemembered: true } });
  });

  it("with other columns is guessed anew, and so are the same columns in a school that never saw them", async () => {
    const other = await upload(wiring, school, MESSY_FILE.replace("vol_requests", "volunteers"));
    const [elm, oak] = [school, await makeSchool(database, "oak")];
    const elsewhere = await upload(wiring, oak, MESSY_FILE);
    for (const [{ coordinator }, id] of [
      [elm, other],
      [oak, elsewhere],
    ] as const)
      expect(await findImport(wiring, coordinator, { importId: id })).toMatchObject({
        value: { mappingRemembered: false },
      });
  });

  it("previews what the run will do", async () => {
    const preview = await previewImport(wiring, school.coordinator, { importId });
    expect(preview.ok && preview.value.counts).toEqual({ total: 7, ready: 3, warned: 1, rejected: 4 });
    expect(preview.ok && preview.value.rows.map((row) => row.rowNo)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  it("lists what a bulk publish would publish, in the order of the file", async () => {
    const listings = await listImportedListings(wiring, school.coordinator, { importId });
    expect(listings.ok && listings.value.length).toBe(3);
  });
});

describe("another school of the district", () => {
  it("gets its own listings of placements that are already there", async () => {
    const neighbour = await makeNeighbour(database, school, "neighbour");
    const { counts } = await importFile(wiring, neighbour, MESSY_FILE);
    expect(counts.added).toBe(3);
    const [count] = await sql<{ placements: number }>(
      database,
      "select count(*)::int as placements from placements where district_id = $1",
      [school.coordinator.districtId],
    );
    expect(count?.placements).toBe(3);
    const listed = await listImports(wiring, neighbour.coordinator);
    expect(listed.ok && listed.value.imports.length).toBe(1);
  });
});
