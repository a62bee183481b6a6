import type { SystemActor } from "~/domain/actor";
import { ChosenWords, OccupationAims } from "~/domain/interest/onet/choose-words";
import {
  type ReadRow,
  type RowFault,
  readAreaRow,
  readTitleRow,
  readTitleWord,
  readTypeRow,
} from "~/domain/interest/onet/read-rows";
import { done, type Outcome } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertSchoolWord, listWordKeys } from "~db/school-words.server";
import { withScope } from "~db/scope.server";

/** The lines of a text file, its heading first. */
export type Lines = AsyncIterable<string> | Iterable<string>;

interface OnetFiles {
  /** `Specific Interest Areas.txt` */
  areas: Lines;
  /** `Interests.txt`: the RIASEC types; null where the school has not downloaded it. */
  types: Lines | null;
  /** `Occupation Data.txt` and, where there is one, `Alternate Titles.txt`, by name. */
  titles: Readonly<Record<string, Lines>>;
}

interface RefusedRow {
  file: string;
  /** Counted from 1, the heading included. */
  line: number;
  reason: RowFault;
  row: string;
}

export interface OnetImport {
  rows: number;
  refused: RefusedRow[];
  /** Words that were not there before: added, or to be added. */
  fresh: { interestId: string; word: string }[];
  /** Words that are there already, also those a coordinator has taken back: they stay as they are. */
  known: number;
}

const AREAS = "Specific Interest Areas.txt";
const TYPES = "Interests.txt";

/**
 * Takes the titles of occupations as the school's words for the interest that each occupation is most about: by its interest
 * areas, and by its RIASEC types where several areas are as strong. Files are read row by row; a row that cannot be used is refused with its reason, and the others count. Doing it again changes nothing.
 */
export async function importOnet(
  wiring: Wiring,
  actor: SystemActor,
  { areas, types, titles, mode }: OnetFiles & { mode: "preview" | "save" },
): Promise<Outcome<OnetImport, never>> {
  const refused: RefusedRow[] = [];
  let rows = 0;
  const aims = new OccupationAims();
  for await (const { file, line, row } of rowsOf(AREAS, areas)) {
    rows += 1;
    const read = readAreaRow(row);
    if (!read.ok) refused.push({ file, line, row, reason: read.reason });
    else if (read.value) aims.add(read.value);
  }
  for await (const { file, line, row } of rowsOf(TYPES, types ?? [])) {
    rows += 1;
    const read = readTypeRow(row);
    if (!read.ok) refused.push({ file, line, row, reason: read.reason });
    else if (read.value) aims.addType(read.value);
  }
  const chosen = new ChosenWords();
  for (const [name, lines] of Object.entries(titles)) {
    for await (const { file, line, row } of rowsOf(name, lines)) {
      rows += 1;
      const read = takeTitle(row, { aims, chosen });
      if (!read.ok) refused.push({ file, line, row, reason: read.reason });
    }
  }
  return withScope(wiring, actor, async (tx) => {
    const { schoolId } = actor;
    const there = new Set((await listWordKeys(tx, schoolId)).map(keyOf));
    const words = chosen.all();
    const fresh = words.filter((word) => !there.has(keyOf(word)));
    if (mode === "save" && fresh.length > 0) {
      const now = wiring.clock.now();
      for (const word of fresh) await insertSchoolWord(tx, { schoolId, ...word, addedBy: null, source: "onet", now });
      const evidence = `${fresh.length} words of the O*NET database`;
      await recordAct(tx, { actor, noun: "school_word", nounId: schoolId, transition: "import", evidence, now });
    }
    return done({ rows, refused, fresh, known: words.length - fresh.length });
  });
}

const keyOf = ({ interestId, word }: { interestId: string; word: string }) => `${interestId} ${word}`;

/** A title of an occupation that is about none of our interests is no fault: there is nothing to do with it. */
function takeTitle(row: string, { aims, chosen }: { aims: OccupationAims; chosen: ChosenWords }): ReadRow<null> {
  const read = readTitleRow(row);
  if (!read.ok) return read;
  const { code, title } = read.value;
  if (!aims.has(code)) return { ok: false, reason: "unknown_occupation" };
  const aim = aims.of(code);
  if (!aim) return { ok: true, value: null };
  const word = readTitleWord(title, aim.interestId);
  if (!word.ok) return word;
  chosen.add(word.value, aim);
  return { ok: true, value: null };
}

/** The rows under the heading; empty lines are none. */
async function* rowsOf(file: string, lines: Lines): AsyncGenerator<{ file: string; line: number; row: string }> {
  let line = 0;
  for await (const row of lines) {
    line += 1;
    if (line > 1 && row.trim() !== "") yield { file, line, row };
  }
}
