import { daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { hasAnsweredSince, hasSatDownSince } from "~db/guardian-moves.server";
import { listMoves, type Move } from "~db/merge-moves.server";
import { findPersonRows, nameOfPersonWhole } from "~db/merged-people.server";
import { hasLaterMerge, hasLaterMergeOfTies, type MergeRecord } from "~db/merges.server";
import { keptAs } from "~db/moved-rows.server";
import { KEPT_AS, GUARDIAN_REFERENCES as REFERENCES } from "~db/person-references.server";
import type { ScopeTx } from "~db/scope.server";
import { takenAs } from "~db/student-references.server";
import { readUndone } from "./read-undone.server";
import { haveTiesChanged } from "./ties-changed.server";

export type UndoPersonRefusal =
  | "undone_already"
  | "too_late"
  | "merged_since"
  | "later_first"
  | "answered_since"
  | "seated_since"
  | "tie_changed_since";

export interface PersonMergeState {
  kept: string;
  gone: string;
  /** Why it cannot be undone, or null. */
  refusal: UndoPersonRefusal | null;
}

interface Asked {
  actor: StaffActor;
  merge: MergeRecord;
  now: Date;
}

/** What a merge of two people left, and whether it can be undone now. Undefined where what it kept is forgotten. */
export async function readPersonMerge(tx: ScopeTx, asked: Asked): Promise<PersonMergeState | undefined> {
  const { actor, merge, now } = asked;
  const { schoolId } = actor;
  if (merge.undone_at) return readUndone(tx, { actor, merge, are: "family" });
  // Two students are made two on a page of their own.
  if ((await movesOf(tx, asked, takenAs("students"))).length > 0) return undefined;
  const wholes = new Map((await movesOf(tx, asked, "people")).map(({ key, before }) => [key.id, before]));
  const goneWhole = wholes.get(merge.gone_id);
  const kept = (await findPersonRows(tx, { schoolId, ids: [merge.kept_id] })).get(merge.kept_id);
  if (!goneWhole || !kept) return undefined;
  const refusal = () => {
    if (now > daysLater(new Date(merge.merged_at), UNDO_DAYS)) return "too_late";
    return kept.mergedInto ? "merged_since" : null;
  };
  return {
    kept: kept.fullName,
    gone: nameOfPersonWhole(goneWhole),
    refusal: refusal() ?? (await findWhatCameSince(tx, asked)),
  };
}

/** The rows of a table that a merge moved. */
export function movesOf(tx: ScopeTx, { actor, merge }: Pick<Asked, "actor" | "merge">, table: string): Promise<Move[]> {
  const { districtId, schoolId } = actor;
  return listMoves(tx, { districtId, mergeId: merge.id, table, schoolId });
}

/** What hangs since on both being one: it would be with one who has no part in it. */
async function findWhatCameSince(tx: ScopeTx, asked: Asked): Promise<UndoPersonRefusal | null> {
  const { actor, merge } = asked;
  const { districtId, schoolId } = actor;
  const { id: mergeId, kept_id: keptId, merged_at: mergedAt } = merge;
  if (await hasLaterMerge(tx, { districtId, mergeId, keptId, mergedAt })) return "later_first";
  if (await hasLaterMergeOfTies(tx, { districtId, schoolId, mergeId, mergedAt })) return "later_first";
  const moves = await movesOf(tx, asked, KEPT_AS.writtenLinks);
  if (await haveTiesChanged(tx, { actor, merge, moves })) return "tie_changed_since";
  // Also of a student of both: a key that was mailed to the one that went opens for the one that stays.
  const came = async (table: string) => (await movesOf(tx, asked, table)).filter(({ before }) => before === null);
  const since = {
    ...{ schoolId, guardianId: keptId, since: mergedAt },
    links: [...(await came(keptAs(REFERENCES.links))), ...moves].map(({ key }) => key),
    consents: (await came(keptAs(REFERENCES.consents))).map(({ key }) => key),
  };
  if (await hasAnsweredSince(tx, since)) return "answered_since";
  return (await hasSatDownSince(tx, since)) ? "seated_since" : null;
}
