import type { PlanInput } from "./plan-types";
import { compareIds } from "./rank";

/**
 * The fingerprint of everything a plan depends on and was made of, stored with the run: the same for rows in any order. `hash` turns
 * text into a digest (the caller hands in SHA-256; the domain has no crypto).
 */
export function inputHash(input: PlanInput, hash: (text: string) => string): string {
  return hash(canonicalInput(input));
}

/** The input as one text: rows by id, keys by name, sets as sorted lists. It is also the snapshot that repeats a run. */
export function canonicalInput(input: PlanInput): string {
  const { seed, context, mode, perStudent, placesPerSeat = 1, suggestionsLeft = {}, stickiness, standing } = input;
  const byPair = <Pair extends { studentId: string; listingId: string }>(pairs: readonly Pair[] = []) =>
    [...pairs].sort((a, b) => compareIds(a.studentId, b.studentId) || compareIds(a.listingId, b.listingId));
  return canonicalJson({
    seed,
    context,
    students: [...input.students].sort((a, b) => compareIds(a.id, b.id)),
    placements: [...input.placements].sort((a, b) => compareIds(a.listingId, b.listingId)),
    locks: byPair(input.locks),
    forbids: byPair(input.forbids),
    approved: byPair(input.approved),
    previous: byPair(input.previous),
    optedOutStudentIds: [...(input.optedOutStudentIds ?? [])].sort(compareIds),
    // What stands for nothing is left out, so that inputs from before these words keep their hash.
    mode: mode === "balanced" ? undefined : mode,
    perStudent: mode === "slate" ? perStudent : undefined,
    placesPerSeat: placesPerSeat > 1 ? placesPerSeat : undefined,
    suggestionsLeft: Object.keys(suggestionsLeft).length > 0 ? suggestionsLeft : undefined,
    stickiness: stickiness || undefined,
    // The order of the locks says which were made first.
    standing: standing && {
      ...standing,
      notLookingIds: [...standing.notLookingIds].sort(compareIds),
      inView: byPair(standing.inView),
    },
  });
}

/** JSON with keys in code-unit order, without undefined values. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  entries.sort(([a], [b]) => compareIds(a, b));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
}
