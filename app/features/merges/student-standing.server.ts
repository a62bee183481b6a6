import { type StudentFault, type StudentStanding, studentMergeFault } from "~/domain/merge/students";
import { findPersonRows, type PersonRow } from "~db/merged-people.server";
import type { ScopeTx } from "~db/scope.server";
import { findStudentFacts, listAnswerers, listStudentTies, type StudentFacts } from "~db/student-facts.server";

/** A student with what is known of them, and the ties by the guardians' names. */
export interface WeighedStudent extends StudentStanding {
  row: PersonRow;
  facts: StudentFacts;
  ties: Awaited<ReturnType<typeof listStudentTies>>;
  /** Changes with anything that the page of two shows. */
  seal: string;
}

export interface TwoStudents {
  kept: WeighedStudent;
  other: WeighedStudent;
  fault: StudentFault | null;
}

interface Asked {
  schoolId: string;
  keptId: string;
  otherId: string;
  on: string;
}

/** What is known of two students on a day, and why one does not go into the other. Undefined where either is no student of the school. */
export async function weighStudents(
  tx: ScopeTx,
  { schoolId, keptId, otherId, on }: Asked,
): Promise<TwoStudents | undefined> {
  const kept = await weigh(tx, { schoolId, studentId: keptId, on });
  const other = await weigh(tx, { schoolId, studentId: otherId, on });
  if (!kept || !other || keptId === otherId) return undefined;
  return { kept, other, fault: studentMergeFault(kept, other) };
}

async function weigh(
  tx: ScopeTx,
  asked: { schoolId: string; studentId: string; on: string },
): Promise<WeighedStudent | undefined> {
  const { schoolId, studentId } = asked;
  const row = (await findPersonRows(tx, { schoolId, ids: [studentId] })).get(studentId);
  const facts = await findStudentFacts(tx, asked);
  if (!row || !facts || row.mergedInto) return undefined;
  return {
    ...{ row, facts, seal: `${row.seal.slice(0, 16)}${facts.seal.slice(0, 16)}` },
    hasOtherDuties: row.isStaff || row.children.length > 0,
    hasLeft: row.leftOn !== null,
    ...{ isMoving: facts.isMoving, isHeld: facts.isHeld },
    answeredBy: await listAnswerers(tx, asked),
    ties: await listStudentTies(tx, asked),
  };
}
