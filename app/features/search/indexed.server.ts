import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import type { SystemTx } from "~db/scope.server";
import { INTERESTS } from "~search/interest-document";
import { PLACEMENTS } from "~search/placement-document";
import type { SearchDocument } from "~search/port";
import { readAllDocuments } from "./read-documents.server";
import { readAllStudents } from "./read-students.server";

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
  /** Queues the job that reads one row again and puts or removes its document. */
  queueSync(tx: SystemTx, owner: Owner, id: string): Promise<void>;
}

const placements: Indexed<{ districtId: string }> = {
  index: PLACEMENTS,
  async *readAll(wiring) {
    for await (const { districtId, placementIds: ids, documents } of readAllDocuments(wiring))
      yield { owner: { districtId }, ids, documents };
  },
  queueSync: (tx, { districtId }, placementId) => enqueue(tx, "sync-placement", { districtId, placementId }),
};

const interests: Indexed<{ schoolId: string }> = {
  index: INTERESTS,
  async *readAll(wiring) {
    for await (const { schoolId, documents } of readAllStudents(wiring))
      yield { owner: { schoolId }, ids: documents.map(({ id }) => id), documents };
  },
  queueSync: (tx, { schoolId }, key) =>
    enqueue(tx, "sync-students", { schoolId, keys: [key] }, { jobKey: `repair:${key}` }),
};

/** Every index there is; reindex, renewal and the check of drift look after each in the same way. */
export const INDEXED = [placements, interests] as readonly Indexed[];
