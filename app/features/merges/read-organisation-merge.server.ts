import { daysLater } from "~/clock";
import type { OrganisationFacts } from "~/domain/merge/choices";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { listMoves, type RowKey } from "~db/merge-moves.server";
import { factsOfWhole, findOrganisationRows, type OrganisationRow } from "~db/merged-organisations.server";
import { hasLaterMerge, type MergeRecord } from "~db/merges.server";
import { findOrganisationByKey } from "~db/organisation-names.server";
import type { ScopeTx } from "~db/scope.server";

export type UndoRefusal = "undone_already" | "too_late" | "merged_since" | "later_first" | "name_taken";

export interface OrganisationMergeState {
  /** As the merge found them. */
  keptBefore: OrganisationFacts & { nameKey: string };
  gone: OrganisationFacts & { nameKey: string };
  goneWhole: Record<string, unknown>;
  /** What stands now; undefined where it went into a third. */
  kept: OrganisationRow | undefined;
  sites: RowKey[];
  placements: RowKey[];
  affiliations: RowKey[];
  /** Why it cannot be undone, or null. */
  refusal: UndoRefusal | null;
}

/** What a merge of organisations left, and whether it can be undone now. Undefined where what it kept is forgotten. */
export async function readOrganisationMerge(
  tx: ScopeTx,
  { districtId, merge, now }: { districtId: string; merge: MergeRecord; now: Date },
): Promise<OrganisationMergeState | undefined> {
  const moves = (table: string) => listMoves(tx, { districtId, mergeId: merge.id, table, schoolId: null });
  const wholes = new Map((await moves("organisations")).map(({ key, before }) => [key.id, before]));
  const [keptWhole, goneWhole] = [wholes.get(merge.kept_id), wholes.get(merge.gone_id)];
  if (!keptWhole || !goneWhole) return undefined;
  const gone = factsOfWhole(goneWhole);
  const rows = await findOrganisationRows(tx, { districtId, ids: [merge.kept_id] });
  const bearer = await findOrganisationByKey(tx, { districtId, nameKey: gone.nameKey });
  const [mergeId, keptId, mergedAt] = [merge.id, merge.kept_id, merge.merged_at];
  const mentorIds = (await moves("affiliations")).flatMap(({ key }) => key.mentor_id ?? []);
  const tied = { noun: "mentor", ids: mentorIds } as const;
  const isLast = !(await hasLaterMerge(tx, { districtId, mergeId, keptId, mergedAt, tied }));
  const isNameFree = !bearer || bearer === keptId;
  const keys = async (table: string) => (await moves(table)).map(({ key }) => key);
  return {
    ...{ keptBefore: factsOfWhole(keptWhole), gone, goneWhole, kept: rows.get(merge.kept_id) },
    ...{ sites: await keys("sites"), placements: await keys("placements") },
    affiliations: await keys("affiliations"),
    refusal: refusalOf({ merge, now, isKeptThere: rows.size > 0, isLast, isNameFree }),
  };
}

interface Asked {
  merge: MergeRecord;
  now: Date;
  isKeptThere: boolean;
  /** Nothing went into the same one after it. */
  isLast: boolean;
  /** Nobody else bears the name of the one that went. */
  isNameFree: boolean;
}

function refusalOf({ merge, now, isKeptThere, isLast, isNameFree }: Asked): UndoRefusal | null {
  if (merge.undone_at) return "undone_already";
  if (now > daysLater(new Date(merge.merged_at), UNDO_DAYS)) return "too_late";
  if (!isKeptThere) return "merged_since";
  if (!isLast) return "later_first";
  return isNameFree ? null : "name_taken";
}
