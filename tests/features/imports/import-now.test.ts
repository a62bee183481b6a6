import { afterAll, beforeAll, expect, it } from "vitest";
import { enterSchoolToImport } from "~/features/imports/enter-school.server";
import { importNow } from "~/features/imports/import-now.server";
import { listImportedListings } from "~/features/imports/list-imported-listings.server";
import { listRejectedRows } from "~/features/imports/list-rejected-rows.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { rejectedRowsCsv } from "~/http/rejected-rows-csv.server";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";
import { MESSY_FILE, makeSchool } from "./school";

let database: TestDatabase;
let wiring: TestWiring;

beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database);
  await makeSchool(database, "elm");
});

afterAll(async () => {
  await wiring.close();
  await database.drop();
});

async function enter() {
  const entered = await enterSchoolToImport(wiring, { slug: "elm" });
  if (!entered.ok) throw new Error("no school");
  return entered.value;
}

const file = (text: string) => ({ fileName: "list.csv", content: Buffer.from(text) });

it("a command imports a file in one go and publishes what came in", async () => {
  const actor = await enter();
  const outcome = await importNow(wiring, actor, file(MESSY_FILE));
  expect(outcome).toMatchObject({ ok: true, value: { counts: { added: 3, rejected: 4 } } });
  if (!outcome.ok) return;
  const listings = await listImportedListings(wiring, actor, { importId: outcome.value.importId });
  const published = await publishListings(wiring, actor, { listingIds: listings.ok ? listings.value : [] });
  expect(published).toEqual({ ok: true, value: { published: 3, skipped: 0 } });
  expect(await sql(database, "select distinct state from listings")).toEqual([{ state: "published" }]);
});

it("a command for a school that is not there is refused", async () => {
  expect(await enterSchoolToImport(wiring, { slug: "nowhere" })).toEqual({ ok: false, reason: "no_school" });
});

it("a file whose columns nobody can guess is refused with the one that is missing", async () => {
  const outcome = await importNow(wiring, await enter(), file("foo,bar\n1,2\n"));
  expect(outcome).toEqual({ ok: false, reason: "column_needed", detail: { target: "title" } });
});

it("rejected rows come back as a file with the reason, safe for a spreadsheet, and come in once they are repaired", async () => {
  const actor = await enter();
  const first = await importNow(
    wiring,
    actor,
    file('title,organisation,seats,notes\nPainter,Oak House,none,=1+1\nDriver,Oak House,1,"a",b\n'),
  );
  const rejected = await listRejectedRows(wiring, actor, { importId: first.ok ? first.value.importId : "" });
  if (!rejected.ok) throw new Error("not listed");
  const csv = await rejectedRowsCsv({ language: "es" }, rejected.value).text();
  expect(csv.replace("\ufeff", "").split("\r\n")).toEqual([
    "title,organisation,seats,notes,Motivo,",
    "Painter,Oak House,none,'=1+1,Las plazas dicen «none». Escriba un número.,",
    "Driver,Oak House,1,a,La fila tiene 5 celdas. El archivo tiene 4 columnas. Ponga entre comillas el texto con comas.,b",
    "",
  ]);
  const second = await importNow(wiring, actor, file(csv.replace("none", "2").replace("con comas.,b", "")));
  expect(second).toMatchObject({ ok: true, value: { counts: { added: 2, rejected: 0 } } });
});
