// Imports a CSV of opportunities into one school. `npm run import:placements -- --school SLUG --file FILE [--publish]`
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { SystemActor } from "~/domain/actor";
import { enterSchoolToImport } from "~/features/imports/enter-school.server";
import { importNow } from "~/features/imports/import-now.server";
import { listImportedListings } from "~/features/imports/list-imported-listings.server";
import { listRejectedRows } from "~/features/imports/list-rejected-rows.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { rejectedRowsCsv } from "~/http/rejected-rows-csv.server";
import { sentenceFor } from "~/http/text.server";
import type { TextKey } from "~/locales/text-key";
import type { Wiring } from "~/wiring";
import { withWiring } from "./support/with-wiring";

const USAGE = `Usage: npm run import:placements -- --school SLUG --file FILE [--publish]
  Ends with 0 when the file came in (rows that were not taken are in FILE.rejected.csv), 1 when it did not, 2 on wrong usage.`;
const READER = { language: "en" } as const;

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const given = readOptions();
  if (typeof given === "string") {
    console.error(`${given}\n${USAGE}`);
    return 2;
  }
  const content = await readFile(given.file).catch(() => null);
  if (!content) return complain(`There is no file ${given.file} that can be read.`);
  return withWiring(async (wiring) => {
    const entered = await enterSchoolToImport(wiring, { slug: given.school });
    if (!entered.ok) return complain(`There is no school "${given.school}".`);
    const actor = entered.value;
    const outcome = await importNow(wiring, actor, { fileName: path.basename(given.file), content });
    if (!outcome.ok) return complain(whyNot(outcome.reason, outcome.detail));
    const { importId, counts } = outcome.value;
    const { added, changed, unchanged, rejected, warned } = counts;
    console.log(
      `${added} added, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected; ${warned} to look at.`,
    );
    if (rejected > 0) await writeRejected(wiring, actor, { importId, file: given.file });
    if (given.publish) await publish(wiring, actor, importId);
    return 0;
  });
}

function readOptions(): { school: string; file: string; publish: boolean } | string {
  try {
    const { values } = parseArgs({
      options: { school: { type: "string" }, file: { type: "string" }, publish: { type: "boolean", default: false } },
    });
    if (!values.school || !values.file) return "Say which school and which file.";
    return { school: values.school, file: values.file, publish: values.publish };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function whyNot(reason: string, detail: Record<string, string | number> | undefined): string {
  if (reason === "column_needed") {
    return `No column looks like "${detail?.target}". Import a file with these columns once on the page; its choice is remembered.`;
  }
  const key = `imports:fault.${reason}` as TextKey;
  const sentence = sentenceFor(READER, key, detail);
  return sentence.endsWith(reason) ? `The import ended with ${reason}.` : sentence;
}

async function writeRejected(
  wiring: Wiring,
  actor: SystemActor,
  { importId, file }: { importId: string; file: string },
): Promise<void> {
  const rejected = await listRejectedRows(wiring, actor, { importId });
  if (!rejected.ok) throw new Error(`The rejected rows cannot be read: ${rejected.reason}`);
  const target = path.resolve(`${path.basename(file)}.rejected.csv`);
  await writeFile(target, Buffer.from(await rejectedRowsCsv(READER, rejected.value).arrayBuffer()));
  console.log(`The rejected rows and their reasons are in ${target}`);
}

async function publish(wiring: Wiring, actor: SystemActor, importId: string): Promise<void> {
  const listings = await listImportedListings(wiring, actor, { importId });
  if (!listings.ok) throw new Error(`The listings cannot be read: ${listings.reason}`);
  const outcome = await publishListings(wiring, actor, { listingIds: listings.value });
  if (!outcome.ok) throw new Error(`The listings cannot be published: ${outcome.reason}`);
  console.log(`${outcome.value.published} published.`);
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}
