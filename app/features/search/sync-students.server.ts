import type { Wiring } from "~/wiring";
import { listSchools } from "~db/schools.server";
import { withSystem } from "~db/scope.server";
import { INTERESTS } from "~search/interest-document";
import { readStudents } from "./read-students.server";

export interface StudentsRef {
  schoolId: string;
  /** Null: every student of the school. */
  keys: readonly string[] | null;
}

/**
 * Brings the index of interests up to what the rows say now: who is a student is put, who has left or was erased is taken
 * out. Reads the current rows, so repeats, lateness and order of the jobs do not matter. Throws when an engine does not take
 * it; the job comes again.
 */
export async function syncStudents(
  wiring: Wiring,
  { schoolId, keys }: StudentsRef,
): Promise<{ put: number; removed: number }> {
  const school = (await withSystem(wiring, listSchools)).find(({ id }) => id === schoolId);
  if (!school) throw new Error(`There is no school ${schoolId}`);
  const { version, documents } = await readStudents(wiring, { schoolId, districtId: school.district_id, keys });
  const present = new Set(documents.map(({ id }) => id));
  const gone = (keys ?? []).filter((key) => !present.has(key)).map((id) => ({ id, version }));
  // First, so that who was erased is out whatever becomes of the others.
  await wiring.search.remove(INTERESTS, gone);
  if (documents.length > 0) await wiring.search.put(INTERESTS, documents);
  return { put: documents.length, removed: gone.length };
}
