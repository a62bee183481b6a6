import { DEFAULT_WEIGHTS, type MatchWeights, readWeights } from "~/domain/matching/weights";
import type { ScopeTx } from "./scope.server";

export interface StoredWeights {
  weights: MatchWeights;
  /** Null for the weights every school begins with. */
  setAt: string | null;
  setBy: string | null;
}

/** The weights a school judges by now: its newest version, or the ones every school begins with. */
export async function getCurrentWeights(tx: ScopeTx, schoolId: string): Promise<StoredWeights> {
  const row = await ofSchool(tx, schoolId).orderBy("w.version", "desc").limit(1).executeTakeFirst();
  return row ? stored(row) : { weights: DEFAULT_WEIGHTS, setAt: null, setBy: null };
}

/**
 * The weights of one version. For a version before those shipped now, of which the school has no own, these are answered: a
 * run that waited while they changed is made with them. Throws when the school never had it.
 */
export async function getWeights(
  tx: ScopeTx,
  { schoolId, version }: { schoolId: string; version: number },
): Promise<MatchWeights> {
  const row = await ofSchool(tx, schoolId).where("w.version", "=", version).executeTakeFirst();
  if (row) return stored(row).weights;
  if (version > DEFAULT_WEIGHTS.version) throw new Error(`this school has no weights of version ${version}`);
  return DEFAULT_WEIGHTS;
}

/** Stores the next version; answers false when somebody else has stored it in the meantime. */
export async function insertWeights(
  tx: ScopeTx,
  { schoolId, weights, setBy, now }: { schoolId: string; weights: MatchWeights; setBy: string; now: Date },
): Promise<boolean> {
  const result = await tx
    .insertInto("match_weights")
    .values({
      school_id: schoolId,
      version: weights.version,
      weights: JSON.stringify(weights),
      set_by: setBy,
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

function ofSchool(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("match_weights as w")
    .leftJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "w.school_id").onRef("pe.id", "=", "w.set_by"))
    .select(["w.version", "w.weights", "w.created_at", "pe.full_name"])
    .where("w.school_id", "=", schoolId);
}

function stored(row: { weights: unknown; created_at: string; full_name: string | null }): StoredWeights {
  const read = readWeights(row.weights);
  if (!read.ok) throw new Error(`stored weights are not valid: ${read.detail?.faults}`);
  return { weights: read.value, setAt: row.created_at, setBy: row.full_name };
}
