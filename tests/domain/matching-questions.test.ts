import { expect, test } from "vitest";
import { type Grouping, groupDemandOf } from "~/domain/matching/group-demand";
import type { PlanInput } from "~/domain/matching/plan-types";
import { seatDemandOf } from "~/domain/matching/seats-and-demand";
import { openWarmPlan } from "~/domain/matching/warm-plan";
import { matchContext } from "../support/match-context";
import { ana, clinic } from "./matching-cases";

/** Ana and Ben live in the north; Cleo rests. One seat at the clinic, two at the farm that only Ben may take. */
function openPlan() {
  const placements = [
    clinic({ openSeats: 1 }),
    clinic({ listingId: "farm", interests: ["animals", "nature"], minimumGrade: 11 }),
  ];
  const students = [
    ana({ areaId: "north", wishedListingIds: ["clinic"] }),
    ana({ id: "ben", areaId: "north", grade: 11, interests: [] }),
    ana({ id: "dora", areaId: "south" }),
    ana({ id: "cleo", areaId: "north" }),
  ];
  const context = matchContext({ placements });
  const input: PlanInput = { students, placements, context, seed: 1, optedOutStudentIds: ["cleo"] };
  const plan = openWarmPlan(input);
  if (!plan.ok) throw new Error(plan.reason);
  return plan.value;
}

test("each listing has its seats, who has them, who may go there and who wants it, and what one more seat would change", () => {
  const demand = seatDemandOf(openPlan());
  expect(demand.find(({ listingId }) => listingId === "clinic")).toMatchObject({
    seats: 1,
    held: 1,
    eligible: 3,
    wanted: 1,
    difference: { placed: 1 },
  });
  expect(demand.find(({ listingId }) => listingId === "farm")).toMatchObject({
    seats: 2,
    held: 1,
    eligible: 1,
    wanted: 0,
    difference: { placed: 0, total: 0 },
  });
});

test("groups count each listing's seats and each student who is looking once in a group", () => {
  const plan = openPlan();
  const demand = seatDemandOf(plan);
  const of = (by: Grouping, group: string) => groupDemandOf(plan, demand, by).find((row) => row.group === group);
  expect(of("interest", "animals")).toMatchObject({ seats: 3, students: 2, left: 1 });
  expect(of("interest", "animals")?.best).toMatchObject({ listingId: "clinic", difference: { placed: 1 } });
  expect(of("interest", "nature")).toMatchObject({ seats: 2, students: 0, left: 0, listingIds: ["farm"] });
  expect(of("interest", "nature")?.best?.difference).toMatchObject({ placed: 0, total: 0 });
  expect(of("interest", "building")).toBeUndefined();
  expect(of("day", "2")).toMatchObject({ seats: 3, students: 3, left: 1 });
  expect(of("both", "2 animals")).toMatchObject({ seats: 3, students: 2, left: 1 });
  expect(of("both", "2 animals")?.best?.listingId).toBe("clinic");
  expect(of("area", "north")).toMatchObject({ seats: 3, students: 2 });
  expect(of("area", "south")).toMatchObject({ seats: 1, students: 1 });
});
