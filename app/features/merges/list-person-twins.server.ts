import { civilDate, daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { withoutApart } from "~/domain/merge/apart";
import { isFamilyTwin } from "~/domain/merge/guardians";
import { findPersonTwins, type PersonLikeness, wordsOfName } from "~/domain/merge/person-twins";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { listComparedGuardians } from "~db/guardian-facts.server";
import { listMoves } from "~db/merge-moves.server";
import { findPersonRows, nameOfPersonWhole } from "~db/merged-people.server";
import { listStandingMerges } from "~db/merges.server";
import { listPeopleApart } from "~db/people-apart.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { takenAs } from "~db/student-references.server";
import type { ListedMerge, SaidApart } from "./listed-twins";

/** Somebody with the students who tell two of one name apart. */
export interface NamedPerson {
  id: string;
  name: string;
  children: string[];
}

export interface PersonTwinsList {
  pairs: { one: NamedPerson; other: NamedPerson; because: PersonLikeness[] }[];
  /** How many pairs there are, of which the first are listed. */
  count: number;
  merges: ListedMerge[];
  apart: SaidApart<NamedPerson>[];
}

/** Nobody looks through more at once; those that are settled make room for the next. */
const PAIRS_SHOWN = 25;

/** Guardians of the school who may be there twice, who was made one of two in the last week, and who was said to be two. */
export async function listPersonTwins(
  tx: ScopeTx,
  { actor, now }: { actor: StaffActor; now: Date },
): Promise<PersonTwinsList> {
  const { districtId, schoolId } = actor;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const compared = await listComparedGuardians(tx, { schoolId, on });
  const byId = new Map(compared.map(({ id, name, children }) => [id, { id, name, children }]));
  const said = (await listPeopleApart(tx, { schoolId })).map((row) => ({
    ...{ oneId: row.one_id, otherId: row.other_id },
    ...{ school: row.school_name, saidAt: row.said_at },
  }));
  const pairs = withoutApart(findPersonTwins(compared), said).flatMap(({ oneId, otherId, because }) => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    if (!one || !other || !isFamilyTwin(because, [wordsOfName(one.name), wordsOfName(other.name)])) return [];
    return [{ one, other, because }];
  });
  const merges = [];
  for (const merge of await listStandingMerges(tx, { districtId, noun: "person", since: daysLater(now, -UNDO_DAYS) })) {
    const { id, kept_id: keptId, gone_id: goneId, merged_at: mergedAt, school_name: school } = merge;
    const befores = await listMoves(tx, { districtId, mergeId: id, table: "people", schoolId });
    if ((await listMoves(tx, { districtId, mergeId: id, table: takenAs("students"), schoolId })).length > 0) continue;
    const gone = befores.find(({ key }) => key.id === goneId)?.before;
    const kept = (await findPersonRows(tx, { schoolId, ids: [keptId] })).get(keptId);
    if (gone && kept) merges.push({ id, gone: nameOfPersonWhole(gone), kept: kept.fullName, mergedAt, school });
  }
  const apart = said.flatMap(({ oneId, otherId, ...where }) => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    return one && other ? [{ one, other, ...where }] : [];
  });
  return { pairs: pairs.slice(0, PAIRS_SHOWN), count: pairs.length, merges, apart };
}
