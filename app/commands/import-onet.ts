// Takes the titles of O*NET occupations as a school's words for interests, from the text files of the O*NET database.
// `npm run import:onet -- --school SLUG --folder FOLDER [--save] [--refused FILE]`
import { createReadStream, existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { enterSchoolToImport } from "~/features/imports/enter-school.server";
import { importOnet, type Lines, type OnetImport } from "~/features/words/import-onet.server";
import { withWiring } from "./support/with-wiring";

const USAGE = `Usage: npm run import:onet -- --school SLUG --folder FOLDER [--save] [--refused FILE]
  FOLDER holds "Specific Interest Areas.txt" and "Occupation Data.txt" of the O*NET database (30.3 or later, text files), and may
  hold "Interests.txt" and "Alternate Titles.txt". Without --save it only says what would be added. Ends with 0, with 1 when it could not, 2 on wrong usage.`;
const AREAS = "Specific Interest Areas.txt";
const TYPES = "Interests.txt";
const TITLES = "Occupation Data.txt";
const OTHER_TITLES = "Alternate Titles.txt";
/** New words shown, so that somebody can judge them. */
const SHOWN = 20;

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
  const { school, folder, mode } = given;
  const missing = [AREAS, TITLES].filter((name) => !existsSync(path.join(folder, name)));
  if (missing.length > 0) return complain(`${folder} has no ${missing.map((name) => `"${name}"`).join(" and no ")}.`);
  const lines = (name: string): Lines =>
    createInterface({ input: createReadStream(path.join(folder, name), "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
  const named = [TITLES, OTHER_TITLES].filter((name) => existsSync(path.join(folder, name)));
  return withWiring(async (wiring) => {
    const entered = await enterSchoolToImport(wiring, { slug: school });
    if (!entered.ok) return complain(`There is no school "${school}".`);
    const actor = { ...entered.value, job: "import:onet" };
    // A stream begins to be read when it is made; each is made when its turn comes.
    const titles = Object.fromEntries(named.map((name) => [name, whenAsked(() => lines(name))]));
    const types = existsSync(path.join(folder, TYPES)) ? whenAsked(() => lines(TYPES)) : null;
    const outcome = await importOnet(wiring, actor, { areas: lines(AREAS), types, titles, mode });
    report(outcome.ok ? outcome.value : { rows: 0, refused: [], fresh: [], known: 0 }, mode);
    if (outcome.ok && given.refused) await writeFile(given.refused, refusedRows(outcome.value));
    return 0;
  });
}

async function* whenAsked(open: () => Lines): AsyncGenerator<string> {
  yield* open();
}

function readOptions(): { school: string; folder: string; mode: "preview" | "save"; refused?: string } | string {
  try {
    const { values } = parseArgs({
      options: {
        school: { type: "string" },
        folder: { type: "string" },
        save: { type: "boolean", default: false },
        refused: { type: "string" },
      },
    });
    const { school, folder, save, refused } = values;
    if (!school || !folder) return "Say which school and which folder.";
    return { school, folder, mode: save ? "save" : "preview", ...(refused && { refused }) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function report({ rows, refused, fresh, known }: OnetImport, mode: "preview" | "save"): void {
  const done = mode === "save" ? "added" : "would be added";
  console.log(`${rows} rows read, ${refused.length} refused; ${fresh.length} words ${done}, ${known} were there.`);
  for (const { interestId, word } of fresh.slice(0, SHOWN)) console.log(`  ${word} (${interestId})`);
  if (fresh.length > SHOWN) console.log(`  … and ${fresh.length - SHOWN} more`);
  const reasons = [...new Set(refused.map(({ reason }) => reason))];
  for (const reason of reasons)
    console.log(`  refused, ${reason}: ${refused.filter((row) => row.reason === reason).length}`);
}

const refusedRows = ({ refused }: OnetImport) =>
  refused.map(({ file, line, reason, row }) => `${file}\t${line}\t${reason}\t${row}\n`).join("");

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}
