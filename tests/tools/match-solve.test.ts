import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readInstanceFile } from "~/commands/support/read-instance-file";
import { readInstance } from "~/domain/matching/instance/read-instance";
import { solveInstance } from "~/domain/matching/instance/solve-instance";
import type { Mode } from "~/domain/matching/mode";

const folder = mkdtempSync(path.join(tmpdir(), "match-solve-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(text: string, mode: Mode = "balanced") {
  const file = path.join(folder, "instance.json");
  writeFileSync(file, text);
  return readInstanceFile(file, mode);
}

const GOOD = {
  students: [{ id: "ana" }, { id: "leo" }],
  placements: [
    { id: "clinic", seats: 1 },
    { id: "bakery", seats: 1 },
  ],
  pairs: [
    { student: "ana", placement: "clinic", weight: 5 },
    { student: "ana", placement: "bakery", weight: 3 },
    { student: "leo", placement: "clinic", weight: 4 },
  ],
};

const AT_CLINIC = { student: "ana", placement: "clinic" };

describe("an instance file", () => {
  it("is solved: both get a place, although the best single pair goes apart", async () => {
    const instance = await read(JSON.stringify(GOOD));
    if (!instance.ok) throw new Error(instance.fault.problem);
    const { assignment, objective, unmatched } = solveInstance(instance.value, { mode: "balanced", seed: 1 });
    expect(assignment).toEqual([
      { student: "ana", placement: "bakery" },
      { student: "leo", placement: "clinic" },
    ]);
    expect({ objective, unmatched }).toEqual({ objective: { placed: 2, floor: 3, total: 7 }, unmatched: [] });
  });

  it.each([
    ["/placements/1/seats", { placements: [GOOD.placements[0], { id: "bakery", seats: -1 }] }],
    ["/placements/1/seats", { placements: [GOOD.placements[0], { id: "bakery" }] }],
    ["/students/1/id", { students: [{ id: "ana" }, { id: "ana" }] }],
    ["/pairs/0/weight", { pairs: [{ ...GOOD.pairs[0], weight: 1.5 }] }],
    ["/students/0", { students: [["x", "a", "a"]] }],
    ["/pairs/0/student", { pairs: [{ ...GOOD.pairs[0], student: "nobody" }] }],
    ["/pairs/1", { pairs: [GOOD.pairs[0], GOOD.pairs[0]] }],
    ["/locks/0/placement", { locks: [{ student: "ana", placement: "nowhere" }] }],
    ["/students", { students: {} }],
    ["/placements/1/id", { placements: [GOOD.placements[0], GOOD.placements[0]] }],
    ["/placements/1/seats", { placements: [GOOD.placements[0], { id: "bakery", seats: 1.5 }] }],
    ["/placements/1/seats", { placements: [GOOD.placements[0], { id: "bakery", seats: 10 ** 12 }] }],
    ["/pairs/0/weight", { pairs: [{ ...GOOD.pairs[0], weight: 10 ** 30 }] }],
    ["/pairs/0/weight", { pairs: [{ ...GOOD.pairs[0], weight: "5" }] }],
    ["/locks/0/student", { locks: [{ student: "nobody", placement: "clinic" }] }],
    ["/locks/0", { locks: [{ student: "leo", placement: "bakery" }] }],
    ["/locks/1/placement", { locks: [AT_CLINIC, { student: "leo", placement: "clinic" }] }],
    ["/locks/0", { locks: [AT_CLINIC], forbids: [AT_CLINIC] }],
    ["/locks/1", { locks: [AT_CLINIC, AT_CLINIC] }],
    ["/forbids/0/placement", { forbids: [{ student: "ana", placement: "nowhere" }] }],
    ["/forbids/1", { forbids: [AT_CLINIC, AT_CLINIC] }],
    ["/students/0/ranking/0", { students: [{ id: "ana", ranking: ["nowhere"] }, { id: "leo" }] }],
    ["/students/0/ranking/1/0", { students: [{ id: "ana", ranking: ["clinic", ["clinic"]] }, { id: "leo" }] }],
    ["/students/0/age", { students: [{ id: "ana", age: 15 }, { id: "leo" }] }],
    ["/weights", { weights: [] }],
    ["/pairs", { pairs: undefined }],
    ["/pairs", { pairs: undefined, students: [{ id: "ana", ranking: ["clinic"] }, { id: "leo" }] }],
  ])("that is malformed is refused at %s, streamed or not", async (pointer, change) => {
    const instance = { ...GOOD, ...change };
    expect(await read(JSON.stringify(instance))).toMatchObject({ ok: false, fault: { pointer } });
    expect(readInstance(instance, "balanced")).toMatchObject({ ok: false, fault: { pointer } });
  });

  it.each([
    ["nobody", { students: [], placements: [] }, []],
    ["no student", { students: [], placements: GOOD.placements }, []],
    [
      "no placement",
      { students: [{ id: "ana" }], placements: [] },
      [{ student: "ana", reason: "no_eligible_placement" }],
    ],
  ])("with %s needs no pairs: its plan places nobody", async (_, given, unmatched) => {
    for (const mode of ["balanced", "slate", "stable"] as const) {
      const rankings = mode === "stable" && { students: given.students.map((one) => ({ ...one, ranking: [] })) };
      const placements = given.placements.map((one) => (mode === "stable" ? { ...one, ranking: [] } : one));
      const instance = await read(JSON.stringify({ ...given, placements, ...rankings }), mode);
      if (!instance.ok) throw new Error(instance.fault.problem);
      expect(solveInstance(instance.value, { mode, seed: 1 })).toMatchObject({
        assignment: [],
        objective: { placed: 0, floor: null, total: mode === "stable" ? null : 0 },
        unmatched,
      });
    }
  });

  it.each(["0.99999999999999999999", "1.00000000000000000001", "10000000000000000000001e-22", "1e-400"])(
    "with a weight of %s is refused: it is no whole number, however near to one",
    async (weight) => {
      const text = JSON.stringify(GOOD).replace('"weight":5', `"weight":${weight}`);
      expect(await read(text)).toMatchObject({ ok: false, fault: { pointer: "/pairs/0/weight" } });
    },
  );

  it.each(["5.0", "50e-1", "0.5e1", "5E0", "5000e-3", "-0", "0e9"])(
    "with a weight of %s is read: it is a whole number",
    async (weight) => {
      const text = JSON.stringify(GOOD).replace('"weight":5', `"weight":${weight}`);
      expect(await read(text)).toMatchObject({ ok: true });
    },
  );

  it.each([
    ["/students/1", '{"students":[{"id":"a"},],"placements":[]}'],
    ["/students", '{"students" [{"id":"a"}],"placements":[]}'],
    ["/placements/0", '{"students":[],"placements":[{"id":"a" "seats":1}]}'],
  ])("that is no JSON says where: %s", async (pointer, text) => {
    const answer = await read(text);
    expect(answer).toMatchObject({ ok: false, fault: { pointer } });
    expect(answer.ok || answer.fault.problem).toMatch(/^is not JSON: /);
  });

  it.each([
    ["/students/1/id", '{"students":[{"id":"ana"},{"id":"leo","id":"ana"}],"placements":[]}'],
    ["/placements/0/seats", '{"students":[],"placements":[{"id":"id","seats":1,"ranking":["id",["id"]],"seats":1}]}'],
  ])(
    "that names a field of an element twice is refused at %s, as nobody can say which one counts",
    async (pointer, text) => {
      expect(await read(text)).toMatchObject({ ok: false, fault: { pointer, problem: "stands twice" } });
    },
  );

  it("keeps up to three locks of a student in a slate and fills up what is left; elsewhere a second one is refused", async () => {
    const placements = ["bakery", "clinic", "farm", "garage"].map((id) => ({ id, seats: 1 }));
    const pairs = placements.map(({ id }, at) => ({ student: "ana", placement: id, weight: at }));
    const locksAt = (...ids: string[]) => ids.map((placement) => ({ student: "ana", placement }));
    const text = (...ids: string[]) =>
      JSON.stringify({ students: [{ id: "ana" }], placements, pairs, locks: locksAt(...ids) });
    const slate = await read(text("bakery", "clinic"), "slate");
    if (!slate.ok) throw new Error(slate.fault.problem);
    const { assignment, objective } = solveInstance(slate.value, { mode: "slate", seed: 1 });
    expect(assignment).toEqual(locksAt("bakery", "clinic", "garage"));
    expect(objective).toEqual({ placed: 1, floor: 0, total: 4 });
    expect(await read(text("bakery", "clinic"))).toMatchObject({ ok: false, fault: { pointer: "/locks/1/student" } });
    expect(await read(text(...placements.map(({ id }) => id)), "slate")).toMatchObject({
      ok: false,
      fault: { pointer: "/locks/3/student", problem: "has 3 locks already" },
    });
  });

  it("that begins with a byte order mark is read, one that is not UTF-8 is not", async () => {
    expect(await read(`\uFEFF${JSON.stringify(GOOD)}`)).toMatchObject({ ok: true });
    const file = path.join(folder, "wide.json");
    writeFileSync(file, Buffer.from(`\uFEFF${JSON.stringify(GOOD)}`, "utf16le"));
    expect(await readInstanceFile(file, "balanced")).toMatchObject({ ok: false, fault: { pointer: "" } });
  });

  it("that is no JSON, or ends too early, is refused and nothing is guessed", async () => {
    for (const text of ["", "no", '{"students":[{"id":"a"}', "[]", '"text"'])
      expect(await read(text)).toMatchObject({ ok: false });
  });
});
