import { expect, test, vi } from "vitest";
import { MODES } from "~/domain/matching/mode";
import type { PlanInput } from "~/domain/matching/plan-types";
import { wishesMet } from "~/domain/matching/wishes-met";
import { matchContext } from "../support/match-context";
import { ana, clinic } from "./matching-cases";
import { onEveryPlan, planOf } from "./matching-every-plan";

vi.setConfig({ testTimeout: 120_000 });

const placements = [clinic({ openSeats: 1 }), clinic({ listingId: "farm", openSeats: 3 })];
const school = (more: Partial<PlanInput>): PlanInput => ({
  students: [
    ana({ id: "asks", requestedListingIds: ["clinic"] }),
    ana({ id: "saves", wishedListingIds: ["clinic", "farm"] }),
    ana({ id: "is silent" }),
  ],
  placements,
  context: matchContext({ placements }),
  seed: 1,
  ...more,
});
const metIn = (input: PlanInput) => wishesMet(planOf(input), input);

test.each(MODES)("a %s plan counts who has a place they asked for or saved, of those who chose any", (mode) => {
  expect(metIn(school({ mode })).ownPlace).toEqual({ students: 2, of: 2 });
  const forbids = [
    { studentId: "asks", listingId: "clinic" },
    { studentId: "is silent", listingId: "clinic" },
    { studentId: "saves", listingId: "farm" },
  ];
  expect(metIn(school({ mode, forbids })).ownPlace).toEqual({ students: 1, of: 2 });
});

test("a lock on a place somebody chose counts, and one on another place does not", () => {
  const locked = (listingId: string) => metIn(school({ locks: [{ studentId: "asks", listingId }] })).ownPlace;
  expect([locked("clinic"), locked("farm")]).toEqual([
    { students: 2, of: 2 },
    { students: 1, of: 2 },
  ]);
});

test("who has an approved place or does not look is not asked, in any kind of plan", () => {
  for (const mode of MODES) {
    const approved = [{ studentId: "asks", listingId: "farm" }];
    expect(metIn(school({ mode, approved })).ownPlace.of).toBe(1);
    expect(metIn(school({ mode, optedOutStudentIds: ["saves"] })).ownPlace.of).toBe(1);
  }
});

test("it is the number of students with a pair of their own choice, however many pairs they have (property)", () => {
  onEveryPlan({ numRuns: 2000 }, (plan, input) => {
    const { ownPlace, topChoice } = wishesMet(plan, input);
    const aside = [...(input.approved ?? []).map(({ studentId }) => studentId), ...(input.optedOutStudentIds ?? [])];
    const having = plan.assignments.flatMap(({ studentId, listingId }) => {
      const student = input.students.find(({ id }) => id === studentId);
      const chose = [...(student?.requestedListingIds ?? []), ...(student?.wishedListingIds ?? [])];
      return !aside.includes(studentId) && chose.includes(listingId) ? studentId : [];
    });
    expect(ownPlace.students).toBe(new Set(having).size);
    for (const { students, of } of [ownPlace, topChoice]) expect(students).toBeLessThanOrEqual(of);
  });
});
