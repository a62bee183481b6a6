import type { Actor } from "~/domain/actor";
import { cleanLine } from "~/domain/imports/clean-text";
import { guessColumnsOf } from "~/domain/imports/columns-of-kind";
import type { ImportKind } from "~/domain/imports/kind";
import { mayImport } from "~/domain/imports/policy";
import { guessKind } from "~/domain/imports/read-kind";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findRememberedMapping } from "~db/import-mappings.server";
import { insertImport } from "~db/imports.server";
import { withScope } from "~db/scope.server";
import { hash } from "./judge-rows.server";
import { type FileFault, readTable } from "./read-table.server";

/** Rows that tell which columns are filled at all. */
const SAMPLED_ROWS = 200;

/**
 * Takes a file in and guesses what its columns hold: as the school read the same headings last time, else by their words.
 * Nothing is imported yet.
 */
export async function startImport(
  wiring: Wiring,
  actor: Actor,
  upload: { kind: ImportKind; fileName: string; content: Uint8Array },
): Promise<Outcome<{ importId: string }, "not_permitted" | FileFault>> {
  if (!mayImport(actor)) return refused("not_permitted");
  const table = await readTable(upload.content);
  if (!table.ok) return table;
  const { headers, rows } = table.value;
  const { kind } = upload;
  const fileName = cleanLine(upload.fileName.replace(/^.*[/\\]/, ""), (text) => text).slice(0, 200) || "file.csv";
  const { headerKey, headerKeys } = headerKeysOf(kind, headers);
  return withScope(wiring, actor, async (tx) => {
    const remembered = await findRememberedMapping(tx, { schoolId: actor.schoolId, headerKeys });
    const samples = rows.slice(0, SAMPLED_ROWS).map((row) => row.cells);
    const importId = await insertImport(tx, {
      schoolId: actor.schoolId,
      districtId: actor.districtId,
      kind,
      createdBy: actor.kind === "staff" ? actor.personId : null,
      fileName,
      fileHash: hash(upload.content),
      content: Buffer.from(upload.content),
      headers,
      headerKey,
      rowCount: rows.length,
      mapping: remembered ?? {
        columns: guessColumnsOf(kind, headers, samples),
        defaultKind: kind === "placements" ? guessKind([fileName, ...headers]) : null,
      },
      mappingRemembered: remembered !== undefined,
      now: wiring.clock.now(),
    });
    return done({ importId });
  });
}

/** A repaired file of rejected rows has our reason as its last column: it is read like the file it came from. */
function headerKeysOf(kind: ImportKind, headers: readonly string[]): { headerKey: string; headerKeys: string[] } {
  // Files of opportunities were remembered by their headings alone before there were others.
  const about = kind === "placements" ? [] : [kind];
  const keyOf = (names: readonly string[]) =>
    hash(JSON.stringify([...about, ...names].map((name) => name.toLowerCase())));
  const headerKey = keyOf(headers);
  return { headerKey, headerKeys: [headerKey, keyOf(headers.slice(0, -1))] };
}
