import { randomUUID } from "node:crypto";
import { connectMeilisearch } from "~search/meilisearch.server";
import { createMeilisearchIndex } from "~search/meilisearch-index";
import type { Exclusively } from "~search/meilisearch-wire";
import { INDEX, type OpenIndex } from "./documents";

/** Writers of one process take turns by name. */
export function createTurns(): Exclusively {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, turn);
    return turn;
  };
}

export interface MeilisearchUnderTest {
  url: string;
  readKey?: string | null;
  writeKey?: string | null;
  answerMs?: number;
  taskMs?: number;
  prefix?: string;
  owner?: string;
  exclusively?: Exclusively;
  onVersion?(version: string): void;
  onUnfilled?(index: string): void;
}

/** The adapter with names of its own on a server, which may be shared. */
export function connect(given: MeilisearchUnderTest): OpenIndex["search"] {
  const { url, readKey = null, writeKey = null, answerMs = 5_000, taskMs = 10_000 } = given;
  const writer = connectMeilisearch({ url, key: writeKey, answerMs, taskMs });
  const exclusively = given.exclusively ?? createTurns();
  return createMeilisearchIndex({
    reader: connectMeilisearch({ url, key: readKey, answerMs, taskMs }),
    writer,
    builder: writer,
    exclusively,
    briefly: exclusively,
    owner: given.owner ?? "tests",
    onVersion: (version) => given.onVersion?.(version),
    onUnfilled: (index) => given.onUnfilled?.(index),
    prefix: given.prefix ?? `test-${randomUUID()}-`,
  });
}

/** The same with an empty index in it. */
export async function openMeilisearch(given: MeilisearchUnderTest): Promise<OpenIndex> {
  const search = connect(given);
  await search.rebuild(INDEX, []);
  return { search, close: async () => {} };
}
