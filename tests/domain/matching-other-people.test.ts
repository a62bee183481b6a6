import fc from "fast-check";
import { expect, it, vi } from "vitest";
import type { StudentEvidence } from "~/domain/matching/evidence";
import { listRisk } from "~/domain/matching/list-risk";
import type { PlanInput } from "~/domain/matching/plan-types";
import { openWarmPlan } from "~/domain/matching/warm-plan";
import { whyForHost } from "~/domain/matching/why-for-host";
import { whyNot } from "~/domain/matching/why-not";
import { fitFor } from "~/features/search/fit";
import { matchContext } from "../support/match-context";
import { anyPlanInput } from "./matching-cases";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 180_000 });

/** Stands in every text that is known of a student, and at the end of their number of minutes. */
const CANARY = "zzcanary";
const CANARY_MINUTES = 7_777;

it("X3: neither a student nor a host reads who another one is, or anything that follows from it (property)", () => {
  let namedToStaff = 0;
  fc.assert(
    fc.property(anyPlanInput, ({ students, ...drawn }) => {
      const [first, ...rest] = students;
      fc.pre(first !== undefined && rest.length > 0 && drawn.placements.length > 0);
      if (!first) return;
      const others = rest.map(marked);
      const input = { ...drawn, students: [first, ...others], locks: [], forbids: [], approved: [], previous: [] };
      if (staffRead(first, input).includes(CANARY)) namedToStaff += 1;
      // Whoever is read of first must leave nothing behind for whoever is read of next.
      for (const other of others) readOf(other, input);
      const among = readOf(first, input);
      expect(among).toEqual(readAlone(input));
      expect(JSON.stringify(among)).not.toMatch(new RegExp(`${CANARY}|${CANARY_MINUTES}`));
    }),
    RUNS,
  );
  // Otherwise the search for the mark could find nothing at all: a coordinator, who may, does read of others.
  expect(namedToStaff).toBeGreaterThan(100);
});

/** The student with a mark on everything that says who they are. */
function marked(student: StudentEvidence, at: number): StudentEvidence {
  const mark = `${CANARY}-${at}`;
  return {
    ...student,
    id: mark,
    areaId: mark,
    interests: [...student.interests, { interestId: mark, strength: 3, liked: true }],
    goalInterestIds: [mark],
    languages: [mark],
    familyForbiddenMentorIds: [...student.familyForbiddenMentorIds, mark],
    travelLimitMinutes: CANARY_MINUTES,
  };
}

/** All that anybody outside staff is told of a student and each placement, and of the student's list. */
function readOf(student: StudentEvidence, { placements, students }: PlanInput) {
  const context = matchContext({ placements });
  const toldInterests = student.interests.flatMap(({ interestId, liked }) => (liked ? interestId : []));
  const open = placements.map(({ listingId, openPursuitPlaces }) => ({
    openSeats: openPursuitPlaces,
    othersWanting: students.filter(
      ({ id, wishedListingIds }) => id !== student.id && wishedListingIds.includes(listingId),
    ).length,
  }));
  return {
    student: placements.map((placement) => fitFor({ student, placement, context })),
    list: listRisk({ listed: open.length, open }),
    hosts: placements.map(({ interests, leadMentor }) =>
      whyForHost({ toldInterests, placementInterests: interests, mentorInterests: leadMentor?.interests ?? [] }),
    ),
  };
}

/** The same of the first, with listings of other names, so that nothing kept of a listing is found again. */
function readAlone(input: PlanInput) {
  const apart: PlanInput = JSON.parse(JSON.stringify(input).replaceAll(/"([lp]\d)"/g, '"apart-$1"'));
  const [first] = apart.students;
  return first && readOf(first, apart);
}

/** What a coordinator reads of the same pairs. */
function staffRead(student: StudentEvidence, input: PlanInput): string {
  const plan = openWarmPlan(input);
  if (!plan.ok) return "";
  return JSON.stringify(
    input.placements.map(({ listingId }) => whyNot(plan.value, { studentId: student.id, listingId })),
  );
}
