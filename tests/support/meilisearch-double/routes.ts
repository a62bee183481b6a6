import { parseFilter, type StoredRow } from "./filter";
import { BadRequest, type DoubleIndex, findTogether, findValues } from "./find";
import type { createTasks } from "./tasks";

/** Method, path, the action a key needs for it, and what it does: with the name in the path and the body, to status and body. */
export type Route = [
  method: string,
  path: RegExp,
  action: string,
  act: (name: string, body: unknown) => [number, object],
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
  const indexOf = (uid: string): DoubleIndex => {
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
      (_, body) => {
        const search = body as Federated;
        const [uid] = new Set(search.queries.map(({ indexUid }) => indexUid));
        return [200, findTogether(indexOf(uid ?? ""), search)];
      },
    ],
    [
      "POST",
      /^\/indexes\/([\w-]+)\/facet-search$/,
      "search",
      (uid, body) => [200, findValues(indexOf(uid), body as Parameters<typeof findValues>[1])],
    ],
    [
      "GET",
      /^\/indexes$/,
      "indexes.get",
      () => [
        200,
        { results: [...tasks.indexes.keys()].map((uid) => ({ uid, primaryKey: "key" })), total: tasks.indexes.size },
      ],
    ],
    ["POST", /^\/indexes$/, "indexes.create", (_, body) => [202, tasks.createIndex((body as { uid: string }).uid)]],
    ["DELETE", /^\/indexes\/([\w-]+)$/, "indexes.delete", (uid) => [202, tasks.deleteIndex(uid)]],
    [
      "PATCH",
      /^\/indexes\/([\w-]+)\/settings$/,
      "settings.update",
      (uid, body) => [202, tasks.setUp(uid, body as DoubleIndex["settings"])],
    ],
    [
      "POST",
      /^\/indexes\/([\w-]+)\/documents$/,
      "documents.add",
      (uid, body) => [202, tasks.addDocuments(uid, body as StoredRow[])],
    ],
    [
      "POST",
      /^\/indexes\/([\w-]+)\/documents\/fetch$/,
      "documents.get",
      (uid, body) => [200, fetchRows(indexOf(uid), body as Fetch)],
    ],
    [
      "POST",
      /^\/swap-indexes$/,
      "indexes.swap",
      (_, body) => {
        const [swap] = body as { indexes: [string, string]; rename?: boolean }[];
        if (!swap) throw new BadRequest("invalid_swap_indexes", "one pair at least");
        return [202, tasks.swap(swap.indexes, swap.rename === true)];
      },
    ],
    [
      "GET",
      /^\/tasks\/(\d+)$/,
      "tasks.get",
      (uid) => {
        const task = tasks.find(Number(uid));
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
