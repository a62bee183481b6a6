import type { Actor, StaffActor, SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { civilDateIn } from "~/domain/time";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { type ImportRowResult, insertImportRows } from "~db/import-rows.server";
import {
  forgetContent,
  getImportContent,
  type ImportCounts,
  type ImportRecord,
  lockImport,
  moveProgress,
} from "~db/imports.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { type PreparedRows, prepareRows } from "./prepare-rows.server";
import { readTable } from "./read-table.server";

export type RunRefusal = "not_permitted" | "not_found" | "wrong_state" | "unreadable";

/**
 * Imports a confirmed file, a hundred rows per transaction. Progress moves in the transaction that writes the rows, so a
 * run that died goes on after its last batch, and two workers with the same job take turns without doing anything twice.
 */
export async function runImport(
  wiring: Wiring,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Outcome<ImportCounts, RunRefusal>> {
  if (actor.kind !== "system") return refused("not_permitted");
  const begun = await begin(wiring, actor, importId);
  if (!begun.ok) return begun;
  const { upload, content, timeZone } = begun.value;
  if (upload.state === "finished") return done(upload.counts);
  const table = await readTable(content);
  if (!table.ok) return giveUp(wiring, actor, importId);
  const today = civilDateIn(timeZone, wiring.clock.now().toISOString());
  const prepared = await prepareRows(table.value, { upload, today });
  const ordered = { ...actor, onBehalfOf: upload.confirmedBy };
  for (;;) {
    const step = await withScope(wiring, ordered, (tx) => writeNextBatch(tx, wiring, ordered, { importId, prepared }));
    if (!step.isRunning) return step.state === "finished" ? done(step.counts) : refused("wrong_state");
  }
}

interface Begun {
  upload: ImportRecord;
  content: Uint8Array;
  timeZone: string;
}

function begin(wiring: Wiring, actor: SystemActor, importId: string): Promise<Outcome<Begun, RunRefusal>> {
  const key = { schoolId: actor.schoolId, importId };
  return withScope(wiring, actor, async (tx) => {
    const upload = await lockImport(tx, key);
    if (!upload) return refused("not_found");
    if (upload.state !== "mapped" && upload.state !== "running" && upload.state !== "finished")
      return refused("wrong_state");
    const now = wiring.clock.now();
    if (upload.state === "mapped") {
      const set = { started_at: now.toISOString(), moved_at: now.toISOString() };
      await advance(tx, { actor, noun: "import", id: importId, move: "start", met: [], notices: {}, set, now });
    }
    const school = await getSchool(tx, actor.schoolId);
    return done({ upload, content: await getImportContent(tx, key), timeZone: school.time_zone });
  });
}

interface Step {
  isRunning: boolean;
  state: ImportRecord["state"];
  counts: ImportCounts;
}

async function writeNextBatch(
  tx: ScopeTx,
  wiring: Wiring,
  actor: StaffActor | SystemActor,
  { importId, prepared }: { importId: string; prepared: PreparedRows },
): Promise<Step> {
  const key = { schoolId: actor.schoolId, importId };
  const now = wiring.clock.now();
  const upload = await lockImport(tx, key);
  if (upload?.state !== "running")
    return { isRunning: false, state: upload?.state ?? "cancelled", counts: upload?.counts ?? NOTHING };
  const results = await prepared.writeNext(tx, { actor, now }, upload);
  await insertImportRows(tx, { ...key, districtId: actor.districtId, rows: results });
  const counts = addUp(upload.counts, results);
  const progress = upload.progress + results.length;
  await moveProgress(tx, { ...key, progress, counts, now });
  if (progress < prepared.count) return { isRunning: true, state: "running", counts };
  if (upload.kind !== "placements") await forgetContent(tx, key);
  const set = { finished_at: now.toISOString() };
  await advance(tx, { actor, noun: "import", id: importId, move: "finish", met: [], notices: {}, set, now });
  return { isRunning: false, state: "finished", counts };
}

const NOTHING: ImportCounts = { added: 0, changed: 0, unchanged: 0, rejected: 0, warned: 0 };

function addUp(before: ImportCounts, results: readonly ImportRowResult[]): ImportCounts {
  const counts = { ...before };
  for (const { outcome, warnings } of results) {
    counts[outcome] += 1;
    if (warnings.length > 0) counts.warned += 1;
  }
  return counts;
}

/** The stored file cannot be read any more: said on the page, and not tried again; of people no copy is kept. */
async function giveUp(wiring: Wiring, actor: SystemActor, importId: string): Promise<Outcome<never, RunRefusal>> {
  const now = wiring.clock.now();
  await withScope(wiring, actor, async (tx) => {
    const key = { schoolId: actor.schoolId, importId };
    if ((await lockImport(tx, key))?.kind !== "placements") await forgetContent(tx, key);
    await advance(tx, {
      actor,
      noun: "import",
      id: importId,
      move: "fail",
      met: [],
      notices: {},
      set: { finished_at: now.toISOString() },
      now,
    });
  });
  return refused("unreadable");
}
