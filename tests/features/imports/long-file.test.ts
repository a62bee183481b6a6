import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listRejectedRows } from "~/features/imports/list-rejected-rows.server";
import { runImport } from "~/features/imports/run-import.server";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";
import { confirm, type ImportSchool, importFile, makeSchool, upload } from "./school";

let database: TestDatabase;
let wiring: TestWiring;
let school: ImportSchool;

beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database);
  school = await makeSchool(database, "elm");
});

afterAll(async () => {
  await wiring.close();
  await database.drop();
});

describe("a resumed run", () => {
  const LONG = `title,organisation,seats\n${Array.from({ length: 250 }, (_, row) => `Helper ${row},Long Host ${row % 7},${row === 120 ? "x" : 2}`).join("\n")}\n`;

  it("goes on after the last batch of a worker that died, without doing anything twice", async () => {
    const id = await upload(wiring, school, LONG);
    await confirm(wiring, school, id);
    await expect(runImport(dyingAfter(3), school.system, { importId: id })).rejects.toThrow("the worker died");
    const [half] = await sql(database, "select state, progress from imports where id = $1", [id]);
    expect(half).toEqual({ state: "running", progress: 200 });
    const [first, second] = await Promise.all([
      runImport(wiring, school.system, { importId: id }),
      runImport(wiring, school.system, { importId: id }),
    ]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ ok: true, value: { added: 249, rejected: 1 } });
    const [rows] = await sql(
      database,
      "select count(*)::int as rows, count(distinct placement_id)::int as placements from import_rows where import_id = $1",
      [id],
    );
    expect(rows).toEqual({ rows: 250, placements: 249 });
  });

  /** A wiring whose database is gone after so many transactions. */
  function dyingAfter(transactions: number): TestWiring {
    let left = transactions;
    const kysely = new Proxy(wiring.db.kysely, {
      get(target, name) {
        if (name !== "transaction") return Reflect.get(target, name);
        left -= 1;
        if (left < 0) throw new Error("the worker died");
        return () => target.transaction();
      },
    });
    return { ...wiring, db: { ...wiring.db, kysely } };
  }
});

/** 665 real postings that lie beside the repository where somebody tries the product; they are never part of it. */
const REAL_FILE = path.resolve("../shared/data/nyc-service-volunteer-opportunities.csv");

if (existsSync(REAL_FILE)) {
  describe("665 real postings", () => {
    it("come in with the guessed columns, at least 650 of them, and a second run changes nothing", async () => {
      const text = readFileSync(REAL_FILE, "utf8");
      const first = await importFile(wiring, school, text);
      expect(first.counts.added).toBeGreaterThanOrEqual(650);
      expect(first.counts.added + first.counts.rejected).toBe(665);
      const rejected = await listRejectedRows(wiring, school.coordinator, { importId: first.importId });
      expect(rejected.ok && rejected.value.rows.every((row) => row.reasons.length > 0)).toBe(true);
      const second = await importFile(wiring, school, text);
      expect(second.counts).toEqual({ ...first.counts, added: 0, unchanged: first.counts.added });
    });
  });
}
