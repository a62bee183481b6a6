import fc from "fast-check";
import { expect, test } from "vitest";
import { minutesToNextCall, nextCall, type Stage } from "~/domain/concern/escalation";

const person = (personId: string, more: Partial<Parameters<typeof nextCall>[0][number]> = {}) => ({
  ...{ personId, role: "coordinator", isLead: true, leadSince: `2026-09-0${personId.length}`, isReachable: true },
  ...more,
});
const [ann, bea, cem, dov] = ["a", "bb", "ccc", "dddd"].map((id) => person(id)) as [
  ReturnType<typeof person>,
  ...ReturnType<typeof person>[],
];
const admin = person("zz", { role: "admin", isLead: false, leadSince: null });
const whom = (
  staff: readonly ReturnType<typeof person>[],
  told: string[] = [],
  stage: Stage = 0,
  notFor: string[] = [],
) => nextCall(staff, { notFor, told, stage });
const ids = (call: ReturnType<typeof whom>) => call.people.map(({ personId }) => personId);

test("two leads of longest standing first, then the other leads, then the admins, then everybody again", () => {
  const staff = [dov, admin, cem, bea, ann].filter((one) => one !== undefined);
  expect(ids(whom(staff))).toEqual(["a", "bb"]);
  expect(ids(whom(staff, ["a", "bb"], 0))).toEqual(["ccc", "dddd"]);
  expect(ids(whom(staff, ["a", "bb", "ccc", "dddd"], 1))).toEqual(["zz"]);
  expect(ids(whom(staff, ["a", "bb", "ccc", "dddd", "zz"], 2))).toEqual(["a", "bb", "ccc", "dddd", "zz"]);
});

test("a lead who was not told is told when another left, and one who was named meanwhile", () => {
  const staff = [bea, cem, dov, admin].filter((one) => one !== undefined);
  expect(ids(whom(staff, ["a", "bb"], 0))).toEqual(["ccc", "dddd"]);
  expect(ids(whom([ann, admin], ["zz"], 0))).toEqual(["a"]);
});

test("where no mail reaches a lead, or nobody is left, the next are told at once", () => {
  const silent = [person("a", { isReachable: false }), person("bb", { isReachable: false })];
  expect(ids(whom([...silent, admin]))).toEqual(["a", "bb", "zz"]);
  expect(whom([...silent, admin]).stage).toBe(2);
  expect(ids(whom([silent[0] ?? ann, bea ?? ann, cem ?? ann, dov ?? ann, admin]))).toEqual(["bb", "ccc"]);
  expect(ids(whom([ann, bea ?? ann, admin], [], 0, ["a", "bb"]))).toEqual(["zz"]);
  expect(whom([], [])).toEqual({ stage: 2, people: [] });
});

test("nobody whom the report names is ever told, and whoever can be told is told in the end", () => {
  const someone = fc.record({
    personId: fc.uuid(),
    role: fc.constantFrom("advisor", "coordinator", "admin"),
    isLead: fc.boolean(),
    leadSince: fc.constant("2026-09-01"),
    isReachable: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(someone, { selector: ({ personId }) => personId, maxLength: 8 }),
      fc.nat(),
      (staff, seed) => {
        const notFor = staff.filter((_, at) => (seed >> at) % 2 === 1).map(({ personId }) => personId);
        const told = new Set<string>();
        let stage: Stage = 0;
        for (let turn = 0; turn < 4; turn += 1) {
          const call: ReturnType<typeof whom> = nextCall(staff, { notFor, told: [...told], stage });
          stage = call.stage;
          for (const { personId } of call.people) told.add(personId);
        }
        const due = staff.filter(
          ({ personId, role, isLead }) => (isLead || role === "admin") && !notFor.includes(personId),
        );
        expect([...told].toSorted()).toEqual(due.map(({ personId }) => personId).toSorted());
      },
    ),
  );
});

test("it comes again after the school's minutes, later more seldom, at least every four hours", () => {
  const next = (waited: number) => minutesToNextCall({ minutes: 30, waited });
  expect([0, 30, 60, 120, 1000].map(next)).toEqual([30, 30, 30, 60, 240]);
  expect(minutesToNextCall({ minutes: 1440, waited: 5000 })).toBe(1440);
});
