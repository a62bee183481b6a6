import type { StaffActor, SystemActor } from "~/domain/actor";
import type { ImportKind } from "~/domain/imports/kind";
import { chooseColumns } from "~/features/imports/choose-columns.server";
import { confirmImport } from "~/features/imports/confirm-import.server";
import { findImport } from "~/features/imports/find-import.server";
import { runImport } from "~/features/imports/run-import.server";
import { startImport } from "~/features/imports/start-import.server";
import type { Wiring } from "~/wiring";
import type { ImportCounts } from "~db/imports.server";
import { insertAccount } from "../../support/account";
import type { TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";

/** Rows of every kind of mess a real list holds: entities, tags, a dictionary in a cell, past dates, seats for crowds. */
export const MESSY_FILE = `opportunity_id,title,org_title,summary,vol_requests,locality,Postcode,start_date_date,end_date_date,contact_email,Notes
1,"Garden &amp; Farm Helper ","Elm Street Garden, Inc.","<p>Plant vegetables
and <b>water</b> them</p>",9999,"{'latitude': '40.72', 'longitude': '-73.97', 'human_address': '{""address"": ""3 Elm Street"", ""city"": ""Springfield"", ""state"": ""NY"", ""zip"": ""10009""}'}",10009,June 05 2011,June 04 2012,,
2,Animal shelter help,ELM STREET GARDEN,Feed the dogs,2,,,,,ida@elm.example,call   first
3,,Nobody,No title,1,,,,,,
4,Tutor,Reading Room,"Read with, and listen to, kids",many,,,,,,
5,Cook,Reading Room,Short row,1
6,Animal shelter help,Elm Street Garden Inc,Feed the cats,3,,,,,,
2,Animal shelter help,Elm Street Garden,Feed the dogs again,2,,,,,,
,,,,,,,,,,
`;

export interface ImportSchool {
  coordinator: StaffActor;
  advisor: StaffActor;
  system: SystemActor;
}

/** A school with a coordinator and an advisor. */
export async function makeSchool(database: TestDatabase, slug: string): Promise<ImportSchool> {
  const account = await insertAccount(database, { mail: `coordinator@${slug}.example`, slug });
  const [school] = await sql<{ district_id: string }>(database, "select district_id from schools where id = $1", [
    account.schoolId,
  ]);
  const place = { schoolId: account.schoolId, districtId: school?.district_id ?? "" };
  const { accountId, personId } = account;
  const coordinator: StaffActor = { kind: "staff", role: "coordinator", accountId, personId, ...place };
  return {
    coordinator,
    advisor: { ...coordinator, role: "advisor" },
    system: { kind: "system", job: "run-import", ...place },
  };
}

/** Another school of the same district, with a coordinator. */
export async function makeNeighbour(
  database: TestDatabase,
  { coordinator }: ImportSchool,
  slug: string,
): Promise<ImportSchool> {
  await sql(
    database,
    `insert into schools (district_id, slug, name, time_zone, postal_address, help_name, help_phone)
     values ($1, $2, 'Neighbour', 'America/New_York', '1 Oak St', 'Office', '555 0101')`,
    [coordinator.districtId, slug],
  );
  const { accountId, personId, schoolId } = await insertAccount(database, {
    mail: `coordinator@${slug}.example`,
    slug,
  });
  const neighbour = { ...coordinator, accountId, personId, schoolId };
  return {
    coordinator: neighbour,
    advisor: { ...neighbour, role: "advisor" },
    system: { kind: "system", job: "run-import", schoolId, districtId: coordinator.districtId },
  };
}

/** Uploads a file and answers its id. */
export async function upload(
  wiring: Wiring,
  { coordinator }: ImportSchool,
  text: string,
  kind: ImportKind = "placements",
): Promise<string> {
  const started = await startImport(wiring, coordinator, { kind, fileName: "list.csv", content: Buffer.from(text) });
  if (!started.ok) throw new Error(`not started: ${started.reason}`);
  return started.value.importId;
}

/** Confirms an upload with the guessed columns; the worker has not run yet. */
export async function confirm(
  wiring: Wiring,
  { coordinator }: ImportSchool,
  importId: string,
  isWhole = false,
): Promise<void> {
  const found = await findImport(wiring, coordinator, { importId });
  if (!found.ok) throw new Error(`not found: ${found.reason}`);
  const chosen = await chooseColumns(wiring, coordinator, { importId, mapping: found.value.mapping });
  if (!chosen.ok) throw new Error(`columns not chosen: ${chosen.reason}`);
  const confirmed = await confirmImport(wiring, coordinator, { importId, isWhole });
  if (!confirmed.ok) throw new Error(`not confirmed: ${confirmed.reason}`);
}

/** The whole way with the guessed columns; answers the id and what became of the rows. */
export async function importFile(
  wiring: Wiring,
  school: ImportSchool,
  text: string,
  kind: ImportKind = "placements",
): Promise<{ importId: string; counts: ImportCounts }> {
  const importId = await upload(wiring, school, text, kind);
  await confirm(wiring, school, importId);
  const run = await runImport(wiring, school.system, { importId });
  if (!run.ok) throw new Error(`did not run: ${run.reason}`);
  return { importId, counts: run.value };
}
