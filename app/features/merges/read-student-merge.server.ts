import { daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { listMoves, type Move } from "~db/merge-moves.server";
import { findPersonRows, nameOfPersonWhole } from "~db/merged-people.server";
import { hasLaterMerge, hasLaterMergeOfTies, type MergeRecord } from "~db/merges.server";
import { keptAs } from "~db/moved-rows.server";
import { KEPT_AS } from "~db/person-references.server";
import type { ScopeTx } from "~db/scope.server";
import { hasHungSince } from "~db/student-moves.server";
import { STUDENT_REFERENCES as REFERENCES, takenAs } from "~db/student-references.server";
import { readUndone } from "./read-undone.server";
import { haveTiesChanged } from "./ties-changed.server";

export type UndoStudentRefusal =
  | "undone_already"
  | "too_late"
  | "merged_since"
  | "later_first"
  | "left_since"
  | "hangs_since"
  | "tie_changed_since";

export interface StudentMergeState {
  kept: string;
  gone: string;
  /** Why it cannot be undone, or null. */
  refusal: UndoStudentRefusal | null;
}

interface Asked {
  actor: StaffActor;
  merge: MergeRecord;
  now: Date;
}

/** The rows of a table that a merge moved or took away. */
export function studentMovesOf(
  tx: ScopeTx,
  { actor, merge }: Pick<Asked, "actor" | "merge">,
  table: string,
): Promise<Move[]> {
  const { districtId, schoolId } = actor;
  return listMoves(tx, { districtId, mergeId: merge.id, table, schoolId });
}

/** What a merge of two students left, and whether it can be undone now. Undefined where it was not one of students, or is forgotten. */
export async function readStudentMerge(tx: ScopeTx, asked: Asked): Promise<StudentMergeState | undefined> {
  const { actor, merge, now } = asked;
  const { schoolId } = actor;
  if (merge.undone_at) return readUndone(tx, { actor, merge, are: "students" });
  const [taken] = await studentMovesOf(tx, asked, takenAs("students"));
  const wholes = new Map((await studentMovesOf(tx, asked, "people")).map(({ key, before }) => [key.id, before]));
  const goneWhole = wholes.get(merge.gone_id);
  const kept = (await findPersonRows(tx, { schoolId, ids: [merge.kept_id] })).get(merge.kept_id);
  if (!taken || !goneWhole || !kept) return undefined;
  const refusal = () => {
    if (now > daysLater(new Date(merge.merged_at), UNDO_DAYS)) return "too_late";
    if (kept.mergedInto) return "merged_since";
    return kept.leftOn === null ? null : "left_since";
  };
  return {
    kept: kept.fullName,
    gone: nameOfPersonWhole(goneWhole),
    refusal: refusal() ?? (await findWhatCameSince(tx, asked, taken)),
  };
}

async function findWhatCameSince(tx: ScopeTx, asked: Asked, taken: Move): Promise<UndoStudentRefusal | null> {
  const { actor, merge } = asked;
  const { districtId, schoolId } = actor;
  const { id: mergeId, kept_id: keptId, merged_at: mergedAt } = merge;
  if (await hasLaterMerge(tx, { districtId, mergeId, keptId, mergedAt })) return "later_first";
  if (await hasLaterMergeOfTies(tx, { districtId, schoolId, mergeId, mergedAt })) return "later_first";
  const moves = await studentMovesOf(tx, asked, KEPT_AS.writtenLinks);
  if (await haveTiesChanged(tx, { actor, merge, moves })) return "tie_changed_since";
  const came = async (table: string) => (await studentMovesOf(tx, asked, table)).map(({ key }) => key);
  const hangs = await hasHungSince(tx, {
    ...{ schoolId, studentId: keptId, since: mergedAt, number: taken.before?.student_number },
    ...{ ties: await came(keptAs(REFERENCES.ties)), written: moves },
    wishes: await came(keptAs(REFERENCES.wishes)),
    places: await came(keptAs(REFERENCES.memberships)),
  });
  return hangs ? "hangs_since" : null;
}
