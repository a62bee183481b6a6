import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { listSchools } from "~db/schools.server";
import { type SystemTx, withSystem } from "~db/scope.server";
import { INTERESTS } from "~search/interest-document";
import { PLACEMENTS } from "~search/placement-document";
import type { SearchDocument } from "~search/port";
import { readAllDocuments, readDocuments } from "./read-documents.server";
import { readAllStudents, readStudents, type School } from "./read-students.server";

/** What an index should hold of one district's or school's rows. */
export interface Portion<Owner> {
  owner: Owner;
  /** Ids that belong to the owner and that the index should not hold, as well as those that it should. */
  ids: readonly string[];
  documents: readonly SearchDocument[];
}

/** An index with the rows it is filled from. */
export interface Indexed<Owner = unknown> {
  index: string;
  readAll(wiring: Wiring): AsyncIterable<Portion<Owner>>;
  listOwners(wiring: Wiring): Promise<readonly Owner[]>;
  /** What it should hold of an owner's rows with these ids, as they are now. */
  read(wiring: Wiring, owner: Owner, ids: readonly string[]): Promise<readonly SearchDocument[]>;
  /** Queues the job that reads one row again and puts or removes its document. */
  queueSync(tx: SystemTx, owner: Owner, id: string): Promise<void>;
}

const placements: Indexed<{ districtId: string }> = {
  index: PLACEMENTS,
  async *readAll(wiring) {
    for await (const { districtId, placementIds: ids, documents } of readAllDocuments(wiring))
      yield { owner: { districtId }, ids, documents };
  },
  async listOwners(wiring) {
    const schools = await withSystem(wiring, listSchools);
    return [...new Set(schools.map(({ district_id: districtId }) => districtId))].map((districtId) => ({ districtId }));
  },
  read: async (wiring, { districtId }, placementIds) =>
    (await readDocuments(wiring, { districtId, placementIds })).documents,
  queueSync: (tx, { districtId }, placementId) => enqueue(tx, "sync-placement", { districtId, placementId }),
};

const interests: Indexed<School> = {
  index: INTERESTS,
  async *readAll(wiring) {
    for await (const { schoolId, districtId, documents } of readAllStudents(wiring))
      yield { owner: { schoolId, districtId }, ids: documents.map(({ id }) => id), documents };
  },
  async listOwners(wiring) {
    const schools = await withSystem(wiring, listSchools);
    return schools.map(({ id: schoolId, district_id: districtId }) => ({ schoolId, districtId }));
  },
  read: async (wiring, school, keys) => (await readStudents(wiring, { ...school, keys })).documents,
  queueSync: (tx, { schoolId }, key) =>
    enqueue(tx, "sync-students", { schoolId, keys: [key] }, { jobKey: `repair:${key}` }),
};

/** Every index there is; reindex, renewal and the check of drift look after each in the same way. */
export const INDEXED = [placements, interests] as readonly Indexed[];
