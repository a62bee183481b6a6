import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput } from "~/domain/matching/plan-types";
import { type TravelRow, travelKey } from "~/domain/matching/travel";
import { DEFAULT_WEIGHTS } from "~/domain/matching/weights";
import { matchContext } from "../support/match-context";
import { ana, clinic, like } from "./matching-cases";
import { solved } from "./matching-instances";
import { allStable, type RankedInstance } from "./matching-rankings";

const pairsOf = (assignment: readonly { student: string; placement: string }[]) =>
  Object.fromEntries(assignment.map(({ student, placement }) => [student, placement]));

describe("a published instance has its published answer", () => {
  it("hospital-residents: five residents and three hospitals of two places each (documentation of the Python library `matching`)", () => {
    const hospitals = {
      Mercy: ["Dani", "Jo", "Luc", "Sam"],
      City: ["Dani", "Ada", "Sam", "Luc", "Jo"],
      General: ["Dani", "Jo", "Luc"],
    };
    const residents = {
      Ada: ["City"],
      Sam: ["City", "Mercy"],
      Dani: ["City", "Mercy", "General"],
      Jo: ["City", "General", "Mercy"],
      Luc: ["Mercy", "City", "General"],
    };
    const { assignment, blockingPairs } = solved(
      {
        students: Object.entries(residents).map(([id, ranking]) => ({ id, ranking })),
        placements: Object.entries(hospitals).map(([id, ranking]) => ({ id, seats: 2, ranking })),
      },
      "stable",
    );
    expect(pairsOf(assignment)).toEqual({ Ada: "City", Dani: "City", Jo: "General", Luc: "Mercy", Sam: "Mercy" });
    expect(blockingPairs).toEqual([]);
  });

  // Meghana Nasre, "Stability, Popularity, and Lower Quotas", CAALM 2019, Chennai Mathematical Institute, 22 January 2019,
  // slide 7 of 31, "Variation #2: Incomplete Lists and Ties": these lists, its M1 and M2, and that one stable matching can be
  // half the size of another. That there is no third follows from the definition.
  it("stable marriage with ties: stable matchings of two sizes, one twice the other (Nasre, CAALM 2019, slide 7)", () => {
    const instance: RankedInstance = {
      students: [
        { id: "a1", ranking: ["b1", "b2"] },
        { id: "a2", ranking: ["b1"] },
      ],
      placements: [
        { id: "b1", seats: 1, ranking: [["a1", "a2"]] },
        { id: "b2", seats: 1, ranking: ["a1"] },
      ],
    };
    const known = [{ a1: "b1" }, { a1: "b2", a2: "b1" }];
    expect(allStable(instance).map(pairsOf)).toEqual(expect.arrayContaining(known));
    expect(allStable(instance)).toHaveLength(2);
    // Which of both comes out is the seed's choice alone: how it breaks the tie.
    const seeds = Array.from({ length: 20 }, (_, seed) => pairsOf(solved(instance, "stable", seed).assignment));
    for (const one of known) expect(seeds).toContainEqual(one);
    for (const one of seeds) expect(known).toContainEqual(one);
  });

  it("assignment: three workers, three jobs, least cost five (documentation of scipy's `linear_sum_assignment`)", () => {
    const costs = [
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ];
    const { assignment, objective } = solved({
      students: costs.map((_, worker) => ({ id: `worker ${worker}` })),
      placements: costs.map((_, job) => ({ id: `job ${job}`, seats: 1 })),
      pairs: costs.flatMap((row, worker) =>
        row.map((cost, job) => ({ student: `worker ${worker}`, placement: `job ${job}`, weight: -cost })),
      ),
    });
    expect(pairsOf(assignment)).toEqual({ "worker 0": "job 1", "worker 1": "job 0", "worker 2": "job 2" });
    expect(objective).toEqual({ placed: 3, floor: -2, total: -5 });
  });
});

describe("an engine", () => {
  it("keeps its bytes as long as it keeps its version: plans of stored snapshots can be made again", () => {
    const tags = ["animals", "healthcare", "gardening", "music"];
    const placements = tags.map((tag, at) =>
      clinic({ listingId: `l${at}`, interests: [tag], openSeats: 1 + (at % 2), openPursuitPlaces: 2 }),
    );
    const students = Array.from({ length: 8 }, (_, at) =>
      ana({ id: `s${at}`, interests: [like(tags[at % 4] as string, 3)], wishedListingIds: at % 3 === 0 ? ["l0"] : [] }),
    );
    // weights and rules of when these versions were made: a school's own weights may be any
    const student = { ...DEFAULT_WEIGHTS.student, wish: 4_000, language: 400 };
    const weights = { ...DEFAULT_WEIGHTS, version: 1, student };
    const context = matchContext({ placements, weights, ownChoiceFirst: false, listInOrder: false });
    const input: PlanInput = {
      students,
      placements,
      context,
      seed: 7,
      previous: [{ studentId: "s1", listingId: "l3" }],
    };
    expect(digestsOf(input)).toEqual({
      "balanced-3": "d24f21aa7d293202",
      "stable-2": "6329b5dfd9a20c7c",
      "slate-4": "09b6b2a4e969b555",
    });
  });

  it("makes plans again of when what was asked for had no order, and the places saved fell by even steps", () => {
    const placements = ["animals", "healthcare", "gardening", "music", "science", "cooking"].map((tag, at) =>
      clinic({ listingId: `l${at}`, interests: [tag], openSeats: 1 + (at % 2), openPursuitPlaces: 2 }),
    );
    const students = Array.from({ length: 8 }, (_, at) =>
      ana({
        id: `s${at}`,
        interests: [like(["animals", "music"][at % 2] as string, 3)],
        wishedListingIds: at % 3 === 0 ? ["l3", "l0", "l4"] : ["l5", `l${at % 5}`],
        requestedListingIds: at % 2 === 0 ? ["l2", "l0"] : [],
      }),
    );
    const context = matchContext({ placements, listInOrder: false });
    expect(digestsOf({ students, placements, context, seed: 7 })).toEqual({
      "balanced-3": "a5a164b1c3e12456",
      "stable-2": "2f720ef4eac41554",
      "slate-4": "ad88b14baf41f33c",
    });
  });

  it("makes plans again of when the earliest beginning decided about a way, and of today", () => {
    expect(digestsOf(todaysInput({ longestWay: false }))).toEqual({
      "balanced-3": "b6278e27dc80c98b",
      "stable-2": "c4d1f2cd77f78869",
      "slate-4": "116adade702319ee",
    });
    expect(digestsOf(todaysInput({ longestWay: true }))).toEqual({
      "balanced-3": "f97bb2321b9a7db7",
      "stable-2": "6c7327391bd3f870",
      "slate-4": "3f035f71596ff65c",
    });
  });
});

/** All that a run of today is asked with: own choice first, a list in order, a travel table, limits of suggestions. */
function todaysInput({ longestWay }: { longestWay: boolean }): PlanInput {
  const tags = ["animals", "healthcare", "gardening", "music", "science", "cooking"];
  const placements = tags.map((tag, at) =>
    clinic({
      listingId: `l${at}`,
      siteId: `site${at % 3}`,
      interests: [tag],
      openSeats: 1 + (at % 2),
      openPursuitPlaces: 2,
      weekdays: [2, 4].map((weekday) => ({
        weekday,
        seats: 2,
        startMinute: 60 * (weekday + 5),
        endMinute: 60 * (weekday + 9),
      })),
    }),
  );
  const bus = (minutes: number, fromMinute: number, toMinute: number): TravelRow => ({
    mode: "bus",
    minutes,
    fromMinute,
    toMinute,
  });
  const travelTable = {
    [travelKey("canal", "site0")]: [bus(15, 0, 480), bus(70, 480, 1440)],
    [travelKey("canal", "site1")]: [bus(31, 0, 1440)],
  };
  const students = Array.from({ length: 10 }, (_, at) =>
    ana({
      id: `s${at}`,
      areaId: at % 3 === 0 ? null : "canal",
      travelModes: ["bus"],
      weekdays: at % 4 === 1 ? [4] : [2, 4],
      interests: [like(tags[at % 2] as string, 3), { ...like("music", 2), liked: at % 5 === 0 }],
      wishedListingIds: at % 3 === 0 ? ["l3", "l0", "l4"] : [`l${at % 5}`],
      requestedListingIds: at % 4 === 0 ? ["l2"] : [],
    }),
  );
  return {
    students,
    placements,
    context: matchContext({ placements, travelTable, longestWay }),
    seed: 7,
    placesPerSeat: 2,
    suggestionsLeft: { s1: 0, s2: 1, s7: 2 },
    forbids: [{ studentId: "s5", listingId: "l5" }],
    previous: [{ studentId: "s1", listingId: "l3" }],
    optedOutStudentIds: ["s6"],
  };
}

function digestsOf(input: PlanInput): Record<string, string> {
  const digest = (mode: PlanInput["mode"]) =>
    createHash("sha256")
      .update(JSON.stringify(proposePlan({ ...input, mode })))
      .digest("hex")
      .slice(0, 16);
  return { "balanced-3": digest("balanced"), "stable-2": digest("stable"), "slate-4": digest("slate") };
}
