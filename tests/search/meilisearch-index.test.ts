import { afterAll, beforeAll } from "vitest";
import { type MeilisearchDouble, startMeilisearchDouble } from "../support/meilisearch-double/server";
import { describeEngine } from "./contract/engine";
import { connect, openMeilisearch } from "./meilisearch";

const NOBODY_THERE = "http://127.0.0.1:1";
const openDown = async () => ({ search: connect({ url: NOBODY_THERE }), close: async () => {} });

/** What the least keys of docs/operations.md may do, with indexes of ours alone. */
const READ = ["search", "version"];
const WRITE = [
  ...READ,
  "documents.add",
  "documents.get",
  "indexes.create",
  "indexes.delete",
  "indexes.get",
  "indexes.swap",
  "settings.update",
  "tasks.get",
];

let double: MeilisearchDouble;
beforeAll(async () => {
  double = await startMeilisearchDouble();
  double.keys.set("read", { actions: READ, indexes: ["test-*"] });
  double.keys.set("write", { actions: WRITE, indexes: ["test-*"] });
});
afterAll(() => double.stop());

describeEngine("meilisearch, its double", {
  open: () => openMeilisearch({ url: double.url, readKey: "read", writeKey: "write" }),
  openUnfilled: async () => ({
    search: connect({ url: double.url, readKey: "read", writeKey: "write" }),
    close: async () => {},
  }),
  openDown,
});

const { MEILI_TEST_URL: url, MEILI_TEST_KEY: key = null } = process.env;
if (url)
  describeEngine("meilisearch, a real server", {
    open: () => openMeilisearch({ url, readKey: key, writeKey: key }),
    openUnfilled: async () => ({ search: connect({ url, readKey: key, writeKey: key }), close: async () => {} }),
    openDown,
  });
