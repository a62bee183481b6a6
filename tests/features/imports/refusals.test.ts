import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelImport } from "~/features/imports/cancel-import.server";
import { chooseColumns } from "~/features/imports/choose-columns.server";
import { confirmImport } from "~/features/imports/confirm-import.server";
import { findImport } from "~/features/imports/find-import.server";
import { forgetOldImports } from "~/features/imports/forget-old-imports.server";
import { listImportedListings } from "~/features/imports/list-imported-listings.server";
import { listImports } from "~/features/imports/list-imports.server";
import { listRejectedRows } from "~/features/imports/list-rejected-rows.server";
import { previewImport } from "~/features/imports/preview-import.server";
import { resumeImport } from "~/features/imports/resume-import.server";
import { runImport } from "~/features/imports/run-import.server";
import { startImport } from "~/features/imports/start-import.server";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";
import { confirm, type ImportSchool, makeSchool, upload } from "./school";

const FILE = "title,organisation\nHelper,Elm\n";
const MAPPING = { columns: { title: 0, organisation: 1 }, defaultKind: "internship" } as const;
let database: TestDatabase;
let wiring: TestWiring;
let school: ImportSchool;
let stranger: ImportSchool;
let importId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database);
  school = await makeSchool(database, "elm");
  stranger = await makeSchool(database, "far-away");
  importId = await upload(wiring, school, FILE);
});

afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const jobs = async () =>
  (await sql(database, "select key from graphile_worker._private_jobs where key like 'run-import:%'")).map(
    (row) => row.key,
  );

const verbs = {
  chooseColumns: (actor) => chooseColumns(wiring, actor, { importId, mapping: MAPPING }),
  previewImport: (actor) => previewImport(wiring, actor, { importId }),
  confirmImport: (actor) => confirmImport(wiring, actor, { importId }),
  cancelImport: (actor) => cancelImport(wiring, actor, { importId }),
  resumeImport: (actor) => resumeImport(wiring, actor, { importId }),
  findImport: (actor) => findImport(wiring, actor, { importId }),
  listRejectedRows: (actor) => listRejectedRows(wiring, actor, { importId }),
  listImportedListings: (actor) => listImportedListings(wiring, actor, { importId }),
} satisfies Record<string, (actor: ImportSchool["coordinator"]) => Promise<unknown>>;

describe("who is not permitted", () => {
  it.each(Object.keys(verbs) as (keyof typeof verbs)[])("an advisor may not %s", async (name) => {
    expect(await verbs[name](school.advisor)).toEqual({ ok: false, reason: "not_permitted" });
  });

  it.each(Object.keys(verbs) as (keyof typeof verbs)[])(
    "for a coordinator of another school %s finds nothing",
    async (name) => {
      expect(await verbs[name](stranger.coordinator)).toEqual({ ok: false, reason: "not_found" });
    },
  );

  it("an advisor may neither upload nor see the list", async () => {
    expect(
      await startImport(wiring, school.advisor, { kind: "placements", fileName: "a.csv", content: Buffer.from(FILE) }),
    ).toEqual({
      ok: false,
      reason: "not_permitted",
    });
    expect(await listImports(wiring, school.advisor)).toEqual({ ok: false, reason: "not_permitted" });
  });

  it("another school's list does not have it", async () => {
    const listed = await listImports(wiring, stranger.coordinator);
    expect(listed.ok && listed.value.imports).toEqual([]);
  });

  it("only the worker runs an import, in its own school", async () => {
    expect(await runImport(wiring, school.coordinator, { importId })).toEqual({ ok: false, reason: "not_permitted" });
    expect(await runImport(wiring, stranger.system, { importId })).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("in another order", () => {
  it("a file that is no table is refused and nothing is kept", async () => {
    expect(
      await startImport(wiring, school.coordinator, {
        kind: "placements",
        fileName: "a.csv",
        content: Buffer.from(""),
      }),
    ).toMatchObject({ ok: false, reason: "file_empty" });
    const listed = await listImports(wiring, school.coordinator);
    expect(listed.ok && listed.value.imports.map(({ id }) => id)).toEqual([importId]);
  });

  it("columns that leave out the title are refused", async () => {
    const mapping = { columns: { organisation: 1 }, defaultKind: "internship" } as const;
    expect(await chooseColumns(wiring, school.coordinator, { importId, mapping })).toEqual({
      ok: false,
      reason: "column_needed",
      detail: { target: "title" },
    });
  });

  it("a file of opportunities has to have a kind for rows that name none", async () => {
    const mapping = { ...MAPPING, defaultKind: null };
    expect(await chooseColumns(wiring, school.coordinator, { importId, mapping })).toEqual({
      ok: false,
      reason: "column_needed",
      detail: { target: "defaultKind" },
    });
  });

  it("an upload is not run, and not confirmed before its columns are chosen", async () => {
    expect(await runImport(wiring, school.system, { importId })).toEqual({ ok: false, reason: "wrong_state" });
    expect(await confirmImport(wiring, school.coordinator, { importId })).toEqual({
      ok: false,
      reason: "columns_not_chosen",
    });
    expect(await jobs()).toEqual([]);
  });

  it("a second click on confirm is harmless, and columns cannot be chosen any more", async () => {
    const id = await upload(wiring, school, FILE);
    await confirm(wiring, school, id);
    expect(await confirmImport(wiring, school.coordinator, { importId: id })).toEqual({ ok: true, value: null });
    expect(await jobs()).toEqual([`run-import:${id}`]);
    expect(await chooseColumns(wiring, school.coordinator, { importId: id, mapping: MAPPING })).toEqual({
      ok: false,
      reason: "wrong_state",
    });
  });

  it("a finished import runs no more, and is neither resumed nor cancelled", async () => {
    const id = await upload(wiring, school, FILE);
    await confirm(wiring, school, id);
    const first = await runImport(wiring, school.system, { importId: id });
    expect(await runImport(wiring, school.system, { importId: id })).toEqual(first);
    expect(await resumeImport(wiring, school.coordinator, { importId: id })).toEqual({
      ok: false,
      reason: "wrong_state",
    });
    expect(await cancelImport(wiring, school.coordinator, { importId: id })).toEqual({
      ok: false,
      reason: "wrong_state",
    });
  });

  it("a file put aside is not confirmed and not run", async () => {
    const id = await upload(wiring, school, FILE);
    expect(await cancelImport(wiring, school.coordinator, { importId: id })).toEqual({ ok: true, value: null });
    expect(await confirmImport(wiring, school.coordinator, { importId: id })).toEqual({
      ok: false,
      reason: "cancelled",
    });
    expect(await runImport(wiring, school.system, { importId: id })).toEqual({ ok: false, reason: "wrong_state" });
  });

  it("a file is forgotten after 90 days, and what it brought in stays", async () => {
    const id = await upload(wiring, stranger, FILE);
    await confirm(wiring, stranger, id);
    await runImport(wiring, stranger.system, { importId: id });
    await sql(database, "update imports set created_at = created_at - interval '91 days' where id = $1", [id]);
    expect(await forgetOldImports(wiring)).toMatchObject({ ok: true, value: { imports: 1 } });
    expect(await sql(database, "select from import_rows where import_id = $1", [id])).toEqual([]);
    expect(
      await sql(database, "select from listings where school_id = $1", [stranger.coordinator.schoolId]),
    ).toHaveLength(1);
  });

  it("a confirmed import that stands still can be handed to the worker again", async () => {
    const id = await upload(wiring, school, FILE);
    await confirm(wiring, school, id);
    expect(await resumeImport(wiring, school.coordinator, { importId: id })).toEqual({ ok: true, value: null });
    expect((await jobs()).filter((key) => key === `run-import:${id}`)).toHaveLength(1);
  });
});
