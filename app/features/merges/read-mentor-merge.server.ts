import { daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import type { MentorName } from "~/domain/merge/mentors";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { inDistrictSchools } from "~/steps/in-district-schools.server";
import { isToldAtPlaces, listLoneTies } from "~db/mentor-moves.server";
import { LEADS, MENTOR_REFERENCES as REFERENCES } from "~db/mentor-references.server";
import { listMoves, type Move } from "~db/merge-moves.server";
import { findMentorRows, findMentorTrouble, findWaysIn, type MentorRow, nameOfWhole } from "~db/merged-mentors.server";
import { hasLaterMerge, type MergeRecord } from "~db/merges.server";
import { keptAs } from "~db/moved-rows.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";

export type UndoMentorRefusal =
  | "undone_already"
  | "too_late"
  | "merged_since"
  | "later_first"
  | "suspended_since"
  | "leaving_since"
  | "grown_since";

export interface MentorMergeState {
  kept: MentorRow;
  keptBefore: MentorName;
  gone: MentorName;
  /** Places that came over with the merge. */
  leads: Move[];
  /** Why it cannot be undone, or null. */
  refusal: UndoMentorRefusal | null;
}

interface Asked {
  actor: StaffActor;
  merge: MergeRecord;
  now: Date;
}

/** What a merge of mentors left, and whether it can be undone now. Undefined where what it kept is forgotten. */
export async function readMentorMerge(tx: ScopeTx, asked: Asked): Promise<MentorMergeState | undefined> {
  const { actor, merge } = asked;
  const { districtId } = actor;
  const moves = (table: string) => listMoves(tx, { districtId, mergeId: merge.id, table, schoolId: null });
  const wholes = new Map((await moves("mentors")).map(({ key, before }) => [key.id, before]));
  const [keptWhole, goneWhole] = [wholes.get(merge.kept_id), wholes.get(merge.gone_id)];
  const rows = await findMentorRows(tx, { districtId, ids: [merge.kept_id, merge.gone_id] });
  const kept = rows.get(merge.kept_id);
  if (!keptWhole || !goneWhole || !kept || !rows.has(merge.gone_id)) return undefined;
  const leads = await moves(LEADS);
  const refusal = refusalOf(asked, kept) ?? (await findWhatCameSince(tx, asked, leads));
  return { kept, keptBefore: nameOfWhole(keptWhole), gone: nameOfWhole(goneWhole), leads, refusal };
}

function refusalOf({ merge, now }: Asked, kept: MentorRow): UndoMentorRefusal | null {
  if (merge.undone_at) return "undone_already";
  if (now > daysLater(new Date(merge.merged_at), UNDO_DAYS)) return "too_late";
  if (kept.mergedInto) return "merged_since";
  return kept.isSuspended ? "suspended_since" : null;
}

/** What hangs since on both being one: it would be with one who has no part in it. */
async function findWhatCameSince(
  tx: ScopeTx,
  { actor, merge }: Asked,
  leads: readonly Move[],
): Promise<UndoMentorRefusal | null> {
  const { districtId } = actor;
  const { id: mergeId, kept_id: mentorId, merged_at: mergedAt } = merge;
  const moves = (table: string) => listMoves(tx, { districtId, mergeId, table, schoolId: null });
  const allTies = await moves(keptAs(REFERENCES.affiliations));
  const organisations = [...new Set(allTies.flatMap(({ key }) => key.organisation_id ?? []))];
  const tied = { noun: "organisation", ids: organisations } as const;
  if (await hasLaterMerge(tx, { districtId, mergeId, keptId: mentorId, mergedAt, tied })) return "later_first";
  if ((await findMentorTrouble(tx, { districtId, mentorId })).isLeaving) return "leaving_since";
  const placementIds = leads.flatMap(({ key }) => key.id ?? []);
  const told = await inDistrictSchools(tx, { staff: actor, job: "merge-mentors" }, ({ schoolId }) =>
    isToldAtPlaces(tx, { schoolId, mentorId, placementIds }),
  );
  if ([...told.values()].some(Boolean)) return "grown_since";
  const cameOver = (rows: readonly Move[]) => rows.filter(({ before }) => before === null).map(({ key }) => key);
  const ties = cameOver(allTies);
  const backups = cameOver(await moves(keptAs(REFERENCES.backups)));
  const lone = await listLoneTies(tx, {
    ...{ districtId, mentorId, ties, backups },
    leads: leads.map(({ key }) => key),
  });
  const { organisationIds } = await throughIdentity(tx, (identity) => findWaysIn(identity, { districtId, mentorId }));
  return lone.some(({ id, isUsed }) => isUsed || organisationIds.includes(id)) ? "grown_since" : null;
}
