import type { SystemActor } from "~/domain/actor";
import { gradeBandOf, sharedTraits, type Traits } from "~/domain/interest/shared-traits";
import type { Wiring } from "~/wiring";
import { readVersion } from "~db/index-rows.server";
import { listSchools } from "~db/schools.server";
import { withScope, withSystem } from "~db/scope.server";
import { listStudentsToIndex, listStudentTraits } from "~db/student-index.server";
import { interestDocument } from "~search/interest-document";
import type { SearchDocument } from "~search/port";

export interface School {
  schoolId: string;
  districtId: string;
}

interface Wanted extends School {
  /** Null: every student. */
  keys: readonly string[] | null;
}

interface Read {
  /** The moment of the reading: nothing in a document is older. */
  version: number;
  /** Of those students who are there and have not left. */
  documents: SearchDocument[];
}

/** What the index of interests should hold of a school's students, as their rows say it now. */
export async function readStudents(wiring: Wiring, { schoolId, districtId, keys }: Wanted): Promise<Read> {
  const actor: SystemActor = { kind: "system", job: "sync-students", schoolId, districtId };
  return withScope(wiring, actor, async (tx) => {
    const version = await readVersion(tx);
    const rows = await listStudentsToIndex(tx, { schoolId, keys });
    // Where all have gone there is nobody of whom the others would tell anything.
    if (rows.length === 0) return { version, documents: [] };
    const shared = sharedTraits((await listStudentTraits(tx, schoolId)).map(traitsOf));
    const documents = rows.map((row) =>
      interestDocument({
        key: row.search_key,
        schoolId,
        version,
        interests: (row.interests ?? []).map(({ interest_id: interestId, strength, liked }) => ({
          interestId,
          strength,
          liked,
        })),
        weekdays: row.weekdays,
        ...shared(traitsOf(row)),
      }),
    );
    return { version, documents };
  });
}

/** Everything the index should hold, school by school. */
export async function* readAllStudents(wiring: Wiring): AsyncGenerator<School & Read> {
  for (const { id: schoolId, district_id: districtId } of await withSystem(wiring, listSchools))
    yield { schoolId, districtId, ...(await readStudents(wiring, { schoolId, districtId, keys: null })) };
}

const traitsOf = ({ area_id: areaId, grade }: { area_id: string | null; grade: number }): Traits => ({
  areaId,
  gradeBand: gradeBandOf(grade),
});
