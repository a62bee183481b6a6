import { placeCount } from "../pursuit/places";
import type { PairIds, PlacementEvidence } from "./evidence";
import type { Lock, PlanInput } from "./plan-types";

/** One thing that a coordinator may try. */
export type PlanChange =
  | ({ kind: "lock" } & Lock)
  | ({ kind: "unlock" | "forbid" | "allow" } & PairIds)
  /** So many seats more, or fewer when negative, with the pursuit places of each. */
  | { kind: "seats"; listingId: string; by: number }
  /** Minutes one way: of one student, or the school's own limit when none is named. */
  | { kind: "travel_limit"; minutes: number; studentId?: string }
  /** So many minutes more one way: for one student, or for everybody, on whatever limit each has. */
  | { kind: "travel_more"; by: number; studentId?: string };

/** The plan's question after these changes, one after the other. */
export function changedInput(input: PlanInput, changes: readonly PlanChange[]): PlanInput {
  return changes.reduce(changed, input);
}

function changed(input: PlanInput, change: PlanChange): PlanInput {
  const { locks = [], forbids = [] } = input;
  switch (change.kind) {
    case "lock": {
      const { kind: _, ...lock } = change;
      return { ...input, locks: [...locks, lock] };
    }
    case "unlock":
      return { ...input, locks: locks.filter((pair) => !isSame(pair, change)) };
    case "forbid":
      return { ...input, forbids: [...forbids, { studentId: change.studentId, listingId: change.listingId }] };
    case "allow":
      return { ...input, forbids: forbids.filter((pair) => !isSame(pair, change)) };
    case "seats": {
      const places = placeCount(1, input.placesPerSeat ?? 1);
      const changed = (one: PlacementEvidence): PlacementEvidence => ({
        ...one,
        openSeats: one.openSeats + change.by,
        openPursuitPlaces: one.openPursuitPlaces + change.by * places,
      });
      return {
        ...input,
        placements: input.placements.map((one) => (one.listingId === change.listingId ? changed(one) : one)),
      };
    }
    case "travel_limit":
      return change.studentId === undefined
        ? { ...input, context: { ...input.context, travelLimitMinutes: change.minutes } }
        : {
            ...input,
            students: input.students.map((one) =>
              one.id === change.studentId ? { ...one, travelLimitMinutes: change.minutes } : one,
            ),
          };
    case "travel_more":
      return withLongerWays(input, change);
  }
}

/** Who has no limit of their own goes by the school's, which grows only for all. */
function withLongerWays(input: PlanInput, { by, studentId }: { by: number; studentId?: string }): PlanInput {
  const { context } = input;
  const longer = (own: number | null) =>
    own === null && studentId === undefined ? null : (own ?? context.travelLimitMinutes) + by;
  const isMeant = (id: string) => studentId === undefined || id === studentId;
  return {
    ...input,
    students: input.students.map((one) =>
      isMeant(one.id) ? { ...one, travelLimitMinutes: longer(one.travelLimitMinutes) } : one,
    ),
    ...(studentId === undefined && { context: { ...context, travelLimitMinutes: context.travelLimitMinutes + by } }),
  };
}

function isSame(a: PairIds, b: PairIds): boolean {
  return a.studentId === b.studentId && a.listingId === b.listingId;
}
