import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Exclusively } from "~search/meilisearch-wire";
import { nameThrowAway } from "~search/throw-away";
import { type MeilisearchDouble, startMeilisearchDouble } from "../support/meilisearch-double/server";
import { faultOf } from "./contract/under-test";
import { ask, INDEX, idsOf, LAKEVIEW, makeDocument } from "./documents";
import { connect, createTurns } from "./meilisearch";

let double: MeilisearchDouble;
beforeAll(async () => {
  double = await startMeilisearchDouble();
});
afterAll(async () => {
  expect(double.faults).toEqual([]);
  await double.stop();
});
const NOW = new Date("2026-10-15T17:00:00Z");
async function* neverEnding() {
  yield [makeDocument({ title: "Half" })];
  await new Promise(() => {});
}
function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
const open = (owner: string, prefix = "shared-") => connect({ url: double.url, owner, prefix, taskMs: 3_000 });

it("what one installation has filled another one neither reads, writes, builds nor compares, and is told whose it is", async () => {
  const [live, staging] = [open("https://live.example.org"), open("https://staging.example.org")];
  const kelp = makeDocument({ title: "Kelp" });
  await live.rebuild(INDEX, [[kelp]]);
  const tries = [
    () => ask(staging, { text: "kelp" }),
    () => staging.count(INDEX, { schoolId: LAKEVIEW }),
    () => staging.put(INDEX, [makeDocument({ title: "Kelp too" })]),
    () => staging.remove(INDEX, [{ id: kelp.id, version: 9 }]),
    () => staging.rebuild(INDEX, []),
    () => staging.isCurrent(INDEX),
    () => staging.holdings(INDEX)[Symbol.asyncIterator]().next(),
  ];
  for (const attempt of tries) expect(await faultOf(attempt())).toBe("engine_unfit");
  await expect(ask(staging, { text: "kelp" })).rejects.toThrow(/https:\/\/live\.example\.org.*MEILI_PREFIX/);
  expect(idsOf(await ask(live, { text: "kelp" }))).toEqual([kelp.id]);
  const apart = open("https://staging.example.org", "staging-");
  await apart.rebuild(INDEX, []);
  expect((await ask(apart, { text: "kelp" })).total).toBe(0);
  expect(idsOf(await ask(open("https://live.example.org"), { text: "kelp" }))).toEqual([kelp.id]);
});

it("takes away an index that somebody was building when they were killed, and no other's", async () => {
  const killed = (owner: string, prefix: string) => open(owner, prefix).rebuild(INDEX, neverEnding());
  const names = () => [...double.indexes.keys()].filter((uid) => /^(left|theirs)-/.test(uid));
  const [ours, theirs] = ["https://live.example.org", "https://staging.example.org"];
  for (const [owner, prefix] of [
    [ours, "left-"],
    [theirs, "theirs-"],
  ] as const) {
    void killed(owner, prefix);
    await vi.waitUntil(() => double.indexes.get(`${prefix}placements--next`)?.rows.size === 2);
  }
  expect(await open(ours, "theirs-").sweep(NOW)).toEqual([]);
  expect(await open(ours, "left-").sweep(NOW)).toEqual(["left-placements--next"]);
  expect(names()).toEqual(["theirs-placements--next"]);
});

it("leaves an index alone that is being built", async () => {
  const exclusively = createTurns();
  const search = connect({ url: double.url, owner: "tests", prefix: "busy-", taskMs: 3_000, exclusively });
  const kelp = makeDocument({ title: "Kelp" });
  let swept: Promise<string[]> | undefined;
  async function* documents() {
    yield [kelp];
    swept = search.sweep(NOW);
    await vi.waitUntil(() => double.requests.at(-1) === "GET /indexes");
    yield [makeDocument({ title: "Kelp too" })];
  }
  expect(await search.rebuild(INDEX, documents())).toEqual({ taken: 2, refused: [] });
  expect(await swept).toEqual([]);
  expect((await ask(search, { text: "kelp" })).total).toBe(2);
});

it("takes nothing away from under somebody who writes to it", async () => {
  const turns = createTurns();
  const asked: string[] = [];
  const exclusively: Exclusively = (name, work) => {
    asked.push(name);
    return turns(name, work);
  };
  const [uid, next] = ["written-placements", "written-placements--next"];
  void open("tests", "written-").rebuild(INDEX, neverEnding());
  await vi.waitUntil(() => double.indexes.get(next)?.rows.size === 2);
  const { promise: written, resolve: finish } = withResolvers();
  const writing = turns(uid, () => written);
  const swept = connect({ url: double.url, owner: "tests", prefix: "written-", exclusively }).sweep(NOW);
  await vi.waitUntil(() => asked.includes(uid) || !double.indexes.has(next));
  expect(double.indexes.has(next)).toBe(true);
  finish();
  await writing;
  expect(await swept).toEqual([next]);
});

it("leaves what another installation measures with, however old it is", async () => {
  const [live, staging] = [
    open("https://live.example.org", "measured-"),
    open("https://staging.example.org", "measured-"),
  ];
  const index = nameThrowAway(INDEX, new Date("2026-10-01T12:00:00Z"));
  await staging.put(index, [makeDocument({ title: "Kelp" })]);
  expect(await live.sweep(NOW)).toEqual([]);
  expect(await staging.sweep(NOW)).toHaveLength(1);
  expect([...double.indexes.keys()].filter((uid) => uid.startsWith("measured-"))).toEqual([]);
});

it("an index from before owners were noted is built anew by the first who comes", async () => {
  const search = open("https://live.example.org", "older-");
  await search.rebuild(INDEX, []);
  for (const { rows } of double.indexes.values()) delete rows.get("built-with")?.owner;
  expect(await search.isCurrent(INDEX)).toBe(false);
  await search.rebuild(INDEX, []);
  expect(await search.isCurrent(INDEX)).toBe(true);
});

it.each(["POST /swap-indexes", "POST /indexes", "DELETE /indexes/lost-placements--next"])(
  "a call that was taken and whose answer was lost (%s) does not undo a rebuild",
  async (lost) => {
    const search = open("https://live.example.org", "lost-");
    await search.rebuild(INDEX, [[makeDocument({ title: "Beacon old" })]]);
    double.requests.length = 0;
    double.troubles.lost.push(lost);
    const fresh = makeDocument({ title: "Beacon new", version: 2 });
    expect(await search.rebuild(INDEX, [[fresh]])).toEqual({ taken: 1, refused: [] });
    expect(double.troubles.lost).toEqual([]);
    expect(idsOf(await ask(search, { text: "beacon" }))).toEqual([fresh.id]);
    expect(double.requests.filter((request) => request === "POST /swap-indexes")).toHaveLength(1);
    expect([...double.indexes.keys()].filter((uid) => uid.startsWith("lost-"))).toEqual(["lost-placements"]);
  },
);
