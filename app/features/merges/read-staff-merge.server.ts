import { civilDate, daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { isOneOf } from "~/domain/merge/staff";
import { UNDO_DAYS } from "~/domain/merge/undo";
import type { Move } from "~db/merge-moves.server";
import { findPersonRows, nameOfPersonWhole } from "~db/merged-people.server";
import { hasLaterMerge, type MergeRecord } from "~db/merges.server";
import { keptAs } from "~db/moved-rows.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { findStaffFacts } from "~db/staff-facts.server";
import { hasActedAsBoth } from "~db/staff-moves.server";
import { STAFF_REFERENCES as REFERENCES, STAFF_KEPT_AS } from "~db/staff-references.server";
import { movesOf } from "./read-person-merge.server";
import { readUndone } from "./read-undone.server";

export type UndoStaffRefusal =
  | "undone_already"
  | "too_late"
  | "own"
  | "merged_since"
  | "later_first"
  | "left_since"
  | "acted_since";

export interface StaffMergeState {
  kept: string;
  gone: string;
  /** Why it cannot be undone, or null. */
  refusal: UndoStaffRefusal | null;
}

interface Asked {
  actor: StaffActor;
  merge: MergeRecord;
  now: Date;
}

/** What a merge of two of the staff left, and whether it can be undone now. Undefined where it was of others, or what it kept is forgotten. */
export async function readStaffMerge(tx: ScopeTx, asked: Asked): Promise<StaffMergeState | undefined> {
  const { actor, merge, now } = asked;
  const { schoolId } = actor;
  if (merge.undone_at) return readUndone(tx, { actor, merge, are: "staff" });
  const wholes = new Map((await movesOf(tx, asked, STAFF_KEPT_AS.people)).map(({ key, before }) => [key.id, before]));
  const goneWhole = wholes.get(merge.gone_id);
  const kept = (await findPersonRows(tx, { schoolId, ids: [merge.kept_id] })).get(merge.kept_id);
  if (!goneWhole || !kept) return undefined;
  const refusal = () => {
    if (now > daysLater(new Date(merge.merged_at), UNDO_DAYS)) return "too_late";
    if (kept.leftOn) return "left_since";
    return kept.mergedInto ? "merged_since" : null;
  };
  return {
    kept: kept.fullName,
    gone: nameOfPersonWhole(goneWhole),
    refusal: refusal() ?? (await findWhatStandsInTheWay(tx, asked)),
  };
}

/** Nobody undoes their own; and what hangs since on both being one would be with one who has no part in it. */
async function findWhatStandsInTheWay(tx: ScopeTx, asked: Asked): Promise<UndoStaffRefusal | null> {
  const { actor, merge, now } = asked;
  const { schoolId, districtId } = actor;
  const { id: mergeId, kept_id: keptId, gone_id: goneId, merged_at: mergedAt } = merge;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const kept = await findStaffFacts(tx, { schoolId, personId: keptId, on });
  const gone = await findStaffFacts(tx, { schoolId, personId: goneId, on });
  if (isOneOf(actor.accountId, [kept, gone])) return "own";
  if (await hasLaterMerge(tx, { districtId, mergeId, keptId, mergedAt })) return "later_first";
  if (kept.places.length === 0 || kept.places.some(({ toOn }) => toOn !== null)) return "left_since";
  const keys = async (table: string) =>
    (await movesOf(tx, asked, table)).filter(({ before }: Move) => before === null).map(({ key }) => key);
  const since = {
    ...{ schoolId, personId: keptId, since: mergedAt },
    advisories: await keys(keptAs(REFERENCES.advisories)),
    seats: await keys(keptAs(REFERENCES.seats)),
    knownCovers: await keys(STAFF_KEPT_AS.knownCovers),
  };
  return (await hasActedAsBoth(tx, since)) ? "acted_since" : null;
}
