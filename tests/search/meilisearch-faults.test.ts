import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { SearchDocument, SearchIndex } from "~search/port";
import { type MeilisearchDouble, startMeilisearchDouble } from "../support/meilisearch-double/server";
import { faultOf } from "./contract/under-test";
import { ask, INDEX, idsOf, LAKEVIEW, makeDocument } from "./documents";
import { connect } from "./meilisearch";

let double: MeilisearchDouble;
let search: SearchIndex;
const UID = "test-placements";
const HASTY = { answerMs: 1_500, taskMs: 1_500, prefix: "test-" };
const kept: SearchDocument = makeDocument({ id: "kept", title: "Beacon keeper" });

beforeAll(async () => {
  double = await startMeilisearchDouble();
});
beforeEach(async () => {
  double.troubles.badIds.clear();
  double.troubles.breakingIds.clear();
  double.troubles.blocked.clear();
  double.troubles.next = [];
  double.troubles.requests = [];
  double.troubles.areStuck = false;
  double.version = "1.30.1";
  double.keys.clear();
  double.indexes.clear();
  search = connect({ url: double.url, ...HASTY });
  await search.rebuild(INDEX, [[kept]]);
  double.requests.length = 0;
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await double.stop();
  expect(double.faults).toEqual([]);
});

it.each([
  ["an answer of 503", { status: 503 }, "engine_down"],
  ["too many requests", { status: 429 }, "engine_down"],
  ["no answer in time", "never", "engine_down"],
  ["an answer that is none", "garbage", "engine_down"],
  ["a proxy's 404", { status: 404 }, "engine_unfit"],
  ["a question it does not take", { status: 400 }, "question_refused"],
] as const)("names %s by its fault, and answers again afterwards", async (_, trouble, fault) => {
  await ask(search, { text: "beacon" });
  double.troubles.requests.push(trouble);
  expect(await faultOf(ask(search, { text: "beacon" }))).toBe(fault);
  expect(idsOf(await ask(search, { text: "beacon" }))).toEqual(["kept"]);
});

it("asks once more when a kept connection is hung up on, and is down when that happens again", async () => {
  await ask(search, { text: "beacon" });
  double.troubles.requests.push("reset");
  expect(idsOf(await ask(search, { text: "beacon" }))).toEqual(["kept"]);
  double.troubles.requests.push("reset", "reset");
  expect(await faultOf(ask(search, { text: "beacon" }))).toBe("engine_down");
});

it("waits for a slow answer, and not for one that is too slow", async () => {
  await ask(search, { text: "beacon" });
  double.troubles.requests.push({ slowMs: HASTY.answerMs / 5 });
  expect(idsOf(await ask(search, { text: "beacon" }))).toEqual(["kept"]);
  double.troubles.requests.push({ slowMs: 2 * HASTY.answerMs });
  expect(await faultOf(ask(search, { text: "beacon" }))).toBe("engine_down");
});

it("does not take a failed task for a success", async () => {
  double.troubles.next.push({ code: "no_space_left_on_device", type: "system", message: "disk full" });
  expect(await faultOf(search.put(INDEX, [makeDocument({})]))).toBe("engine_down");
  double.troubles.next.push("canceled");
  expect(await faultOf(search.put(INDEX, [makeDocument({})]))).toBe("engine_down");
});

it("does not wait for ever for a task that is stuck, and the write works when it is tried again", async () => {
  double.troubles.areStuck = true;
  const late = makeDocument({ title: "Beacon painter" });
  expect(await faultOf(search.put(INDEX, [late]))).toBe("engine_down");
  double.troubles.areStuck = false;
  await search.put(INDEX, [late]);
  expect((await ask(search, { text: "beacon" })).total).toBe(2);
});

it("halves a failing batch until the bad ones stand alone, sets them aside with the server's words, takes all others", async () => {
  const many = Array.from({ length: 40 }, (_, place) => makeDocument({ id: `many${place}`, title: "Dune planting" }));
  double.troubles.badIds.add("many7").add("many31");
  const thrown = await search.put(INDEX, many).catch((error: unknown) => error);
  const because = expect.stringContaining("invalid_document_fields");
  expect(thrown).toMatchObject({
    fault: "bad_document",
    refused: [
      { id: "many7", because },
      { id: "many31", because },
    ],
  });
  expect((await ask(search, { text: "dune" })).total).toBe(38);
  expect(double.requests.filter((request) => request === `POST /indexes/${UID}/documents`).length).toBeLessThan(25);
});

it("sets a document aside that the server breaks on while it takes another one, and takes all others", async () => {
  const many = Array.from({ length: 9 }, (_, place) => makeDocument({ id: `many${place}`, title: "Dune planting" }));
  double.troubles.breakingIds.add("many4");
  const refused = [{ id: "many4", because: "internal: panicked" }];
  expect(await search.put(INDEX, many).catch((error: unknown) => error)).toMatchObject({
    fault: "bad_document",
    refused,
  });
  expect((await ask(search, { text: "dune" })).total).toBe(8);
  expect(await search.isCurrent(INDEX)).toBe(true);
});

it("blames no document for what it breaks on once, nor where it takes nothing else", async () => {
  const broken = { code: "internal", type: "internal", message: "broken" } as const;
  double.troubles.next.push(broken);
  await search.put(INDEX, [makeDocument({ title: "Beacon painter" })]);
  expect((await ask(search, { text: "beacon" })).total).toBe(2);
  double.troubles.next.push(broken, broken);
  expect(await faultOf(search.put(INDEX, [makeDocument({})]))).toBe("engine_down");
  double.troubles.breakingIds.add("kept");
  double.indexes.get(UID)?.rows.delete("built-with");
  expect(await faultOf(search.put(INDEX, [kept]))).toBe("engine_down");
});

it("sets a document aside that something in front of the server refuses while it lets another one pass", async () => {
  const documents = [makeDocument({ title: "Select from where" }), makeDocument({ title: "Beacon painter" })];
  double.troubles.blocked.add("Select from");
  expect(await faultOf(search.put(INDEX, documents))).toBe("bad_document");
  expect((await ask(search, { text: "beacon" })).total).toBe(2);
  double.troubles.blocked.add("schoolIds");
  expect(await faultOf(search.put(INDEX, documents))).toBe("engine_unfit");
});

it("sets a bad document aside in a rebuild too, and swaps in the rest", async () => {
  double.troubles.badIds.add("worse");
  const { taken, refused } = await search.rebuild(INDEX, [[kept, makeDocument({ id: "worse" })]]);
  expect([taken, refused.map(({ id }) => id)]).toEqual([1, ["worse"]]);
  expect(idsOf(await ask(search, {}))).toEqual(["kept"]);
});

it("sends large documents in several tasks", async () => {
  const large = Array.from({ length: 5 }, (_, place) =>
    makeDocument({ title: `Large ${place}`, texts: { willDo: ["word ".repeat(300_000)] } }),
  );
  await connect({ url: double.url, prefix: "test-" }).put(INDEX, large);
  expect(double.requests.filter((request) => request === `POST /indexes/${UID}/documents`)).toHaveLength(3);
});

it("sends many documents in several tasks", async () => {
  const many = Array.from({ length: 1_001 }, (_, place) => makeDocument({ title: `Pebble ${place}` }));
  await search.put(INDEX, many);
  expect(double.requests.filter((request) => request === `POST /indexes/${UID}/documents`)).toHaveLength(2);
  expect((await ask(search, { text: "pebble" })).total).toBe(1_001);
});

it("finds its index behind a thousand others of a shared server", async () => {
  const ours = double.indexes.get(UID);
  if (!ours) throw new Error("there is no index");
  double.indexes.delete(UID);
  for (let place = 0; place <= 1_000; place += 1) double.indexes.set(`others-${place}`, { ...ours, rows: new Map() });
  double.indexes.set(UID, ours);
  await search.put(INDEX, [makeDocument({ title: "Beacon painter" })]);
  expect((await ask(search, { text: "beacon" })).total).toBe(2);
});

it("counts a value that is looked for by its name behind a thousand others of its facet", async () => {
  const at = (value: string, name: string) =>
    makeDocument({ texts: { organisation: [name] }, facets: { organisation: [value] } });
  const many = Array.from({ length: 1_000 }, (_, place) => at(`a-${place}`, `Beacon ${place}`));
  await search.put(INDEX, [...many, at("z-last", "Zephyr Works"), at("z-more", "Zephyr Mills")]);
  const asked = { limit: 0, named: { facet: "organisation", name: "zeph", limit: 5 } };
  expect((await ask(search, asked)).named).toEqual([
    { value: "z-last", count: 1 },
    { value: "z-more", count: 1 },
  ]);
  const others = { organisation: { field: "organisation", in: ["a-7"] }, none: { field: "kind", in: ["internship"] } };
  expect((await ask(search, { ...asked, filters: others })).named).toEqual([]);
});

it("refuses a server that is too old by name, and one that says no version", async () => {
  for (const version of ["1.30.0", "1.9.9", "0.99.9", "nightly"]) {
    double.version = version;
    const fresh = connect({ url: double.url, ...HASTY });
    await expect(ask(fresh, {})).rejects.toThrowError(`Meilisearch ${version} is too old: 1.30.1 or newer is needed`);
    for (const work of [fresh.version(), fresh.put(INDEX, [kept]), fresh.rebuild(INDEX, [])])
      expect(await faultOf(work)).toBe("engine_unfit");
  }
  for (const version of ["1.30.1", "1.31.0", "2.0.0"]) {
    double.version = version;
    expect(await connect({ url: double.url, ...HASTY }).version()).toBe(version);
  }
});

it("judges a server anew that was put back, upgraded or replaced behind our back, and says each version once", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const versions: string[] = [];
  const running = connect({ url: double.url, ...HASTY, onVersion: (version) => versions.push(version) });
  const later = () => vi.setSystemTime(Date.now() + 11_000);
  expect(idsOf(await ask(running, {}))).toEqual(["kept"]);
  double.version = "1.30.0";
  later();
  for (const work of [() => ask(running, {}), () => running.put(INDEX, [kept]), () => running.rebuild(INDEX, [])])
    await expect(work()).rejects.toThrowError("Meilisearch 1.30.0 is too old: 1.30.1 or newer is needed");
  double.version = "1.31.0";
  later();
  expect(idsOf(await ask(running, {}))).toEqual(["kept"]);
  expect(idsOf(await ask(running, {}))).toEqual(["kept"]);
  Object.assign(double.indexes.get(UID)?.rows.get("built-with") ?? {}, { owner: "somebody else" });
  later();
  await expect(ask(running, {})).rejects.toThrowError("belongs to somebody else");
  expect(versions).toEqual(["1.30.1", "1.30.0", "1.31.0"]);
});

it("tells once of an index that is gone from a server of the same version, and again when that happens once more", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const gone: string[] = [];
  const running = connect({ url: double.url, ...HASTY, onUnfilled: (index) => gone.push(index) });
  const later = () => vi.setSystemTime(Date.now() + 11_000);
  expect(idsOf(await ask(running, {}))).toEqual(["kept"]);
  for (const told of [[INDEX], [INDEX, INDEX]]) {
    double.indexes.clear();
    later();
    const works = [ask(running, {}), ask(running, {}), running.put(INDEX, [kept])];
    expect(await Promise.all(works.map(faultOf))).toEqual(works.map(() => "engine_unfit"));
    expect(gone).toEqual(told);
    expect(await running.isCurrent(INDEX)).toBe(false);
    await running.rebuild(INDEX, [[kept]]);
    expect(idsOf(await ask(running, {}))).toEqual(["kept"]);
    expect(gone).toEqual(told);
  }
});

it("tells of an index that was never filled, unless it is somebody who comes to fill it", async () => {
  double.indexes.clear();
  const gone: string[] = [];
  const told = { url: double.url, ...HASTY, onUnfilled: (index: string) => gone.push(index) };
  expect(await connect(told).isCurrent(INDEX)).toBe(false);
  await connect(told).rebuild(INDEX, []);
  double.indexes.get(UID)?.rows.delete("built-with");
  expect(gone).toEqual([]);
  expect((await ask(connect(told), {})).total).toBe(0);
  expect(gone).toEqual([INDEX]);
});

it("never swaps indexes on a server that was put back a moment ago", async () => {
  await ask(search, {});
  double.version = "1.30.0";
  expect(await faultOf(search.rebuild(INDEX, []))).toBe("engine_unfit");
  expect([...double.indexes.keys()]).toEqual([UID]);
});

it("asks for the version again when nobody answered the first time", async () => {
  const fresh = connect({ url: double.url, ...HASTY });
  double.troubles.requests.push({ status: 503 });
  expect(await faultOf(ask(fresh, {}))).toBe("engine_down");
  expect(idsOf(await ask(fresh, {}))).toEqual(["kept"]);
});

it("says that a key is refused, and writes nothing with one that may only search", async () => {
  double.keys.set("read", { actions: ["search", "version"], indexes: ["test-*"] });
  const withKey = connect({ url: double.url, readKey: "read", writeKey: "read", ...HASTY });
  expect(idsOf(await ask(withKey, {}))).toEqual(["kept"]);
  expect(await faultOf(withKey.put(INDEX, [makeDocument({})]))).toBe("engine_unfit");
  await expect(ask(connect({ url: double.url, readKey: "wrong", ...HASTY }), {})).rejects.toThrowError(
    "refuses the key",
  );
});

it("never answers from an index that was not filled yet, nor makes one from a single change", async () => {
  double.indexes.clear();
  expect(await faultOf(ask(search, {}))).toBe("engine_unfit");
  expect(await faultOf(search.put(INDEX, [kept]))).toBe("engine_unfit");
  expect(await search.isCurrent(INDEX)).toBe(false);
  await search.rebuild(INDEX, [[kept]]);
  expect(await search.isCurrent(INDEX)).toBe(true);
  expect([...double.indexes.keys()]).toEqual([UID]);
});

it("tells an index that was built with other settings, which still serves until it is built again", async () => {
  const mark = double.indexes.get(UID)?.rows.get("built-with");
  Object.assign(mark ?? {}, { builtWith: "older" });
  expect(await search.isCurrent(INDEX)).toBe(false);
  expect(idsOf(await ask(search, { text: "beacon" }))).toEqual(["kept"]);
  await search.rebuild(INDEX, [[{ ...kept, version: 2 }]]);
  expect(await search.isCurrent(INDEX)).toBe(true);
});

it("begins a rebuild anew where another one was killed half way, and leaves nothing beside", async () => {
  double.indexes.set(`${UID}--next`, structuredClone(double.indexes.get(UID)) as never);
  await search.put(INDEX, [makeDocument({ id: "meanwhile", title: "Beacon builder" })]);
  await search.rebuild(INDEX, [[kept]]);
  expect(idsOf(await ask(search, { text: "beacon" }))).toEqual(["kept"]);
  expect([...double.indexes.keys()]).toEqual([UID]);
});

it("keeps what serves when the server breaks off a rebuild", async () => {
  double.troubles.next.push({ code: "index_not_found", type: "invalid_request", message: "" });
  async function* documents() {
    yield [makeDocument({ id: "new", title: "Beacon lens" })];
    const broken = { code: "internal", type: "internal", message: "broken" } as const;
    double.troubles.next.push(broken, broken);
  }
  expect(await faultOf(search.rebuild(INDEX, documents()))).toBe("engine_down");
  expect(idsOf(await ask(search, { text: "beacon" }))).toEqual(["kept"]);
});

it("shows what somebody else wrote as unreadable, and never finds it", async () => {
  double.indexes.get(UID)?.rows.set("foreign", { key: "foreign", texts: { title: ["Beacon of others"] } });
  const held = [];
  for await (const page of search.holdings(INDEX)) held.push(...page);
  expect(held.find(({ id }) => id === "foreign")).toEqual({ id: "foreign", fingerprint: null });
  expect(idsOf(await ask(search, { text: "beacon" }))).toEqual(["kept"]);
  await search.remove(INDEX, [{ id: "foreign", version: 1 }]);
  for await (const page of search.holdings(INDEX)) expect(page.map(({ id }) => id)).toEqual(["kept"]);
});

it("keeps of a removed document its id and version alone", async () => {
  await search.remove(INDEX, [{ id: "kept", version: 3 }]);
  expect(double.indexes.get(UID)?.rows.get("kept")).toEqual({
    key: "kept",
    id: "kept",
    schoolIds: [],
    version: 3,
    removed: true,
  });
  expect(await search.count(INDEX, { schoolId: LAKEVIEW })).toMatchObject({ count: 0 });
});
