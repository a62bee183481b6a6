import { daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { withoutApart } from "~/domain/merge/apart";
import { isFamilyTwin } from "~/domain/merge/guardians";
import { findPersonTwins, type PersonLikeness, wordsOfName } from "~/domain/merge/person-twins";
import { mayBeOneStudent } from "~/domain/merge/students";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { listMoves } from "~db/merge-moves.server";
import { nameOfPersonWhole } from "~db/merged-people.server";
import { listStandingMerges } from "~db/merges.server";
import { listPeopleApart } from "~db/people-apart.server";
import type { ScopeTx } from "~db/scope.server";
import { type ComparedStudent, listComparedStudents } from "~db/student-facts.server";
import { takenAs } from "~db/student-references.server";
import type { ListedMerge, SaidApart } from "./listed-twins";

/** A student with what tells two of one name apart. */
export interface NamedStudent {
  id: string;
  name: string;
  beside: string[];
}

export interface StudentTwinsList {
  pairs: { one: NamedStudent; other: NamedStudent; because: PersonLikeness[] }[];
  /** How many pairs there are, of which the first are listed. */
  count: number;
  merges: ListedMerge[];
  apart: SaidApart<NamedStudent>[];
}

/** Nobody looks through more at once; those that are settled make room for the next. */
const PAIRS_SHOWN = 25;

/** Students of the school who may be there twice, who was made one of two in the last week, and who was said to be two. */
export async function listStudentTwins(
  tx: ScopeTx,
  { actor, now }: { actor: StaffActor; now: Date },
): Promise<StudentTwinsList> {
  const { districtId, schoolId } = actor;
  const compared = await listComparedStudents(tx, { schoolId });
  const byId = new Map(compared.map((student) => [student.id, student]));
  const said = (await listPeopleApart(tx, { schoolId })).map((row) => ({
    ...{ oneId: row.one_id, otherId: row.other_id },
    ...{ school: row.school_name, saidAt: row.said_at },
  }));
  const pairs = withoutApart(findPersonTwins(compared), said).flatMap(({ oneId, otherId, because }) => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    if (!one || !other || !mayBeOneStudent(one, other)) return [];
    if (!isFamilyTwin(because, [wordsOfName(one.name), wordsOfName(other.name)])) return [];
    return [{ one: named(one), other: named(other), because }];
  });
  const merges = [];
  for (const merge of await listStandingMerges(tx, { districtId, noun: "person", since: daysLater(now, -UNDO_DAYS) })) {
    const { id, kept_id: keptId, gone_id: goneId, merged_at: mergedAt, school_name: school } = merge;
    const kept = byId.get(keptId)?.name;
    const moves = { districtId, mergeId: id, schoolId };
    if (!kept || (await listMoves(tx, { ...moves, table: takenAs("students") })).length === 0) continue;
    const gone = (await listMoves(tx, { ...moves, table: "people" })).find(({ key }) => key.id === goneId)?.before;
    if (gone) merges.push({ id, gone: nameOfPersonWhole(gone), kept, mergedAt, school });
  }
  const apart = said.flatMap(({ oneId, otherId, ...where }) => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    return one && other ? [{ one: named(one), other: named(other), ...where }] : [];
  });
  return { pairs: pairs.slice(0, PAIRS_SHOWN), count: pairs.length, merges, apart };
}

const named = ({ id, name, number, advisory }: ComparedStudent): NamedStudent => ({
  ...{ id, name },
  beside: [number, advisory].filter((each) => each !== null),
});
