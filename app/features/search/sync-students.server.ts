import type { Wiring } from "~/wiring";
import { listSchools } from "~db/schools.server";
import { withSystem } from "~db/scope.server";
import { INTERESTS } from "~search/interest-document";
import { SearchError } from "~search/port";
import { readStudents } from "./read-students.server";

export interface StudentsRef {
  schoolId: string;
  /** Null: every student of the school. */
  keys: readonly string[] | null;
}

/** Somebody who left or was erased is still in an engine's index, for the reason in `cause`. */
export class NotErased extends Error {
  readonly fault: string;

  constructor(cause: unknown) {
    super("A search engine still holds who was erased", { cause });
    this.name = "NotErased";
    this.fault = cause instanceof SearchError ? cause.fault : "unknown";
  }
}

/**
 * Brings the index of interests up to what the rows say now: who is a student is put, who has left or was erased is taken
 * out. Reads the current rows, so repeats, lateness and order of the jobs do not matter. Throws when an engine does not take
 * it, and `NotErased` when it does not let go of somebody; the job comes again.
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
  if (gone.length > 0) await erase(wiring, gone);
  if (documents.length > 0) await wiring.search.put(INTERESTS, documents);
  return { put: documents.length, removed: gone.length };
}

async function erase({ search }: Wiring, gone: readonly { id: string; version: number }[]): Promise<void> {
  try {
    await search.remove(INTERESTS, gone);
  } catch (error) {
    throw new NotErased(error);
  }
}
