import { civilDate, daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { withoutApart } from "~/domain/merge/apart";
import { findPersonTwins, type PersonLikeness } from "~/domain/merge/person-twins";
import { mayMergeStaff } from "~/domain/merge/policy";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { listMoves } from "~db/merge-moves.server";
import { findPersonRows, nameOfPersonWhole } from "~db/merged-people.server";
import { listStandingMerges } from "~db/merges.server";
import { listPeopleApart } from "~db/people-apart.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { listComparedStaff } from "~db/staff-facts.server";
import { STAFF_KEPT_AS } from "~db/staff-references.server";
import type { ListedMerge, SaidApart } from "./listed-twins";

/** Somebody of the staff with the addresses that tell two of one name apart. */
export interface NamedStaff {
  id: string;
  name: string;
  mails: string[];
}

export interface StaffTwinsList {
  pairs: { one: NamedStaff; other: NamedStaff; because: PersonLikeness[] }[];
  merges: ListedMerge[];
  apart: SaidApart<NamedStaff>[];
}

/** Staff of the school who may be there twice, who was made one of two in the last week, and who was said to be two; null for whoever may not make one of them. */
export async function listStaffTwins(
  tx: ScopeTx,
  { actor, now }: { actor: StaffActor; now: Date },
): Promise<StaffTwinsList | null> {
  if (!mayMergeStaff(actor)) return null;
  const { districtId, schoolId } = actor;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const compared = await listComparedStaff(tx, { schoolId, on });
  const byId = new Map(compared.map(({ id, name, mails }) => [id, { id, name, mails: [...mails] }]));
  const said = (await listPeopleApart(tx, { schoolId })).map((row) => ({
    ...{ oneId: row.one_id, otherId: row.other_id },
    ...{ school: row.school_name, saidAt: row.said_at },
  }));
  const both = ({ oneId, otherId }: { oneId: string; otherId: string }) => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    return one && other ? [{ one, other }] : [];
  };
  const merges = [];
  for (const merge of await listStandingMerges(tx, { districtId, noun: "person", since: daysLater(now, -UNDO_DAYS) })) {
    const { id, kept_id: keptId, gone_id: goneId, merged_at: mergedAt, school_name: school } = merge;
    const befores = await listMoves(tx, { districtId, mergeId: id, table: STAFF_KEPT_AS.people, schoolId });
    const gone = befores.find(({ key }) => key.id === goneId)?.before;
    const kept = (await findPersonRows(tx, { schoolId, ids: [keptId] })).get(keptId);
    if (gone && kept) merges.push({ id, gone: nameOfPersonWhole(gone), kept: kept.fullName, mergedAt, school });
  }
  return {
    pairs: withoutApart(findPersonTwins(compared), said).flatMap((pair) =>
      both(pair).map((two) => ({ ...two, because: pair.because })),
    ),
    merges,
    apart: said.flatMap(({ school, saidAt, ...pair }) => both(pair).map((two) => ({ ...two, school, saidAt }))),
  };
}
