import { parseFilter, type StoredRow } from "./filter";
import { BadRequest, type DoubleIndex, findTogether, findValues } from "./find";
import type { createTasks } from "./tasks";

/** Whether the key that asks is for an index. */
type May = (uid: string) => boolean;

/**
 * Method, path, the action a key needs for it, and what it does: with the name in the path, the body and what stands behind the
 * path, to status and body.
 */
export type Route = [
  method: string,
  path: RegExp,
  action: string,
  act: (name: string, body: unknown, may: May, query: URLSearchParams) => [number, object],
];

interface Fetch {
  filter: string;
  fields?: string[];
  offset?: number;
  limit?: number;
}
type Federated = Parameters<typeof findTogether>[1];

/** Meilisearch's routes that the adapter uses, each with the action of its documentation. */
export function createRoutes(tasks: ReturnType<typeof createTasks>, version: () => string): Route[] {
  const allowed = (uid: string, may: May): string => {
    if (!may(uid)) throw new BadRequest("invalid_api_key", `The key is not for ${uid}`);
    return uid;
  };
  const indexOf = (uid: string, may: May): DoubleIndex => {
    allowed(uid, may);
    const index = tasks.indexes.get(uid);
    if (!index) throw new BadRequest("index_not_found", `Index \`${uid}\` not found.`);
    return index;
  };
  return [
    ["GET", /^\/version$/, "version", () => [200, { pkgVersion: version(), commitSha: "", commitDate: "" }]],
    [
      "POST",
      /^\/multi-search$/,
      "search",
      (_, body, may) => {
        const search = body as Federated;
        const [uid] = new Set(search.queries.map(({ indexUid }) => indexUid));
        return [200, findTogether(indexOf(uid ?? "", may), search)];
      },
    ],
    [
      "POST",
      /^\/indexes\/([\w-]+)\/facet-search$/,
      "search",
      (uid, body, may) => [200, findValues(indexOf(uid, may), body as Parameters<typeof findValues>[1])],
    ],
    [
      "GET",
      /^\/indexes$/,
      "indexes.get",
      (_name, _body, may, query) => {
        const [offset, limit] = [Number(query.get("offset") ?? 0), Number(query.get("limit") ?? 20)];
        const all = [...tasks.indexes.keys()].filter(may).map((uid) => ({ uid, primaryKey: "key" }));
        return [200, { results: all.slice(offset, offset + limit), offset, limit, total: all.length }];
      },
    ],
    [
      "POST",
      /^\/indexes$/,
      "indexes.create",
      (_, body, may) => [202, tasks.createIndex(allowed((body as { uid: string }).uid, may))],
    ],
    [
      "DELETE",
      /^\/indexes\/([\w-]+)$/,
      "indexes.delete",
      (uid, _body, may) => [202, tasks.deleteIndex(allowed(uid, may))],
    ],
    [
      "PATCH",
      /^\/indexes\/([\w-]+)\/settings$/,
      "settings.update",
      (uid, body, may) => [202, tasks.setUp(allowed(uid, may), body as DoubleIndex["settings"])],
    ],
    [
      "POST",
      /^\/indexes\/([\w-]+)\/documents$/,
      "documents.add",
      (uid, body, may) => [202, tasks.addDocuments(allowed(uid, may), body as StoredRow[])],
    ],
    [
      "POST",
      /^\/indexes\/([\w-]+)\/documents\/fetch$/,
      "documents.get",
      (uid, body, may) => [200, fetchRows(indexOf(uid, may), body as Fetch)],
    ],
    [
      "POST",
      /^\/swap-indexes$/,
      "indexes.swap",
      (_, body, may) => {
        const [swap] = body as { indexes: [string, string]; rename?: boolean }[];
        if (!swap) throw new BadRequest("invalid_swap_indexes", "one pair at least");
        for (const uid of swap.indexes) allowed(uid, may);
        return [202, tasks.swap(swap.indexes, swap.rename === true)];
      },
    ],
    [
      "GET",
      /^\/tasks\/(\d+)$/,
      "tasks.get",
      (uid, _body, may) => {
        const task = tasks.find(Number(uid), may);
        if (!task) throw new BadRequest("task_not_found", uid);
        return [200, task];
      },
    ],
  ];
}

function fetchRows({ rows, settings }: DoubleIndex, { filter, fields, offset = 0, limit = 20 }: Fetch): object {
  const passes = parseFilter(filter, settings.filterableAttributes);
  const found = [...rows.values()].filter(passes);
  const shown = found
    .slice(offset, offset + limit)
    .map((row) => (fields ? Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name))) : row));
  return { results: shown, offset, limit, total: found.length };
}
