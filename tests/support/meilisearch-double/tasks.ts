import type { StoredRow } from "./filter";
import type { DoubleIndex } from "./find";

export interface TaskError {
  code: string;
  type: "invalid_request" | "internal" | "system";
  message: string;
}

interface Task {
  uid: number;
  /** The one it is about; none for a swap, which only a key for all indexes sees. */
  indexUid: string | null;
  status: "enqueued" | "succeeded" | "failed" | "canceled";
  error: TaskError | null;
  work: () => TaskError | null;
}

/** What can go wrong with tasks. */
export interface TaskTroubles {
  /** Documents with one of these ids fail their whole task. */
  badIds: Set<string>;
  /** The server itself breaks on documents with one of these ids: their whole task fails, and nothing is said against them. */
  breakingIds: Set<string>;
  /** The next tasks fail so, whatever they are, or are cancelled. */
  next: (TaskError | "canceled")[];
  /** Tasks stay enqueued while this is true. */
  areStuck: boolean;
}

/** The indexes and the queue of tasks: one after another, in order, each whole or not at all. */
export function createTasks(troubles: TaskTroubles) {
  const indexes = new Map<string, DoubleIndex>();
  const tasks: Task[] = [];

  const run = () => {
    for (const task of tasks) {
      if (task.status !== "enqueued" || troubles.areStuck) continue;
      const trouble = troubles.next.shift();
      task.error = trouble === "canceled" ? null : (trouble ?? task.work());
      task.status = trouble === "canceled" ? "canceled" : task.error ? "failed" : "succeeded";
    }
  };
  const enqueue = (indexUid: string | null, work: Task["work"]) => {
    const task: Task = { uid: tasks.length, indexUid, status: "enqueued", error: null, work };
    tasks.push(task);
    setImmediate(run);
    return { taskUid: task.uid, status: task.status, type: "any", enqueuedAt: "2026-10-15T17:00:00Z" };
  };

  return {
    indexes,
    /** Frees stuck tasks, too. */
    find(uid: number, may: (indexUid: string) => boolean) {
      setImmediate(run);
      const task = tasks[uid];
      return task && may(task.indexUid ?? "") ? { uid, status: task.status, error: task.error } : undefined;
    },
    createIndex: (uid: string) =>
      enqueue(uid, () => {
        if (indexes.has(uid)) return fault("index_already_exists", uid);
        indexes.set(uid, emptyIndex(uid));
        return null;
      }),
    deleteIndex: (uid: string) => enqueue(uid, () => (indexes.delete(uid) ? null : fault("index_not_found", uid))),
    setUp: (uid: string, settings: Partial<DoubleIndex["settings"]>) =>
      enqueue(uid, () => {
        const index = indexes.get(uid);
        if (!index) return fault("index_not_found", uid);
        Object.assign(index.settings, settings);
        return null;
      }),
    addDocuments: (uid: string, rows: StoredRow[]) =>
      enqueue(uid, () => {
        const index = indexes.get(uid);
        if (!index) return fault("index_not_found", uid);
        for (const row of rows) {
          const wrong = wrongWith(row, troubles);
          if (wrong) return wrong;
        }
        for (const row of rows) index.rows.set(String(row.key), row);
        return null;
      }),
    swap: ([from, to]: [string, string], rename: boolean) =>
      enqueue(null, () => {
        const [a, b] = [indexes.get(from), indexes.get(to)];
        if (!a || (!b && !rename)) return fault("index_not_found", a ? to : from);
        if (b && rename) return fault("index_already_exists", to);
        indexes.delete(from);
        if (b) indexes.set(from, Object.assign(b, { uid: from }));
        indexes.set(to, Object.assign(a, { uid: to }));
        return null;
      }),
  };
}

function emptyIndex(uid: string): DoubleIndex {
  return {
    uid,
    settings: {
      searchableAttributes: [],
      filterableAttributes: [],
      sortableAttributes: [],
      stopWords: [],
      faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { "*": "alpha" } },
    },
    rows: new Map(),
  };
}

const fault = (code: string, what: string): TaskError => ({
  code,
  type: "invalid_request",
  message: `${code}: ${what}`,
});

function wrongWith(row: StoredRow, { badIds, breakingIds }: TaskTroubles): TaskError | null {
  if (!/^[A-Za-z0-9_-]{1,511}$/.test(String(row.key))) return fault("invalid_document_id", String(row.key));
  if (badIds.has(String(row.id))) return fault("invalid_document_fields", String(row.id));
  if (breakingIds.has(String(row.id))) return { code: "internal", type: "internal", message: "panicked" };
  const place = row._geo as { lat: number; lng: number } | undefined;
  if (place && !(Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180))
    return fault("invalid_document_geo_field", String(row.id));
  return null;
}
