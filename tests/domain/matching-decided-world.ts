import fc from "fast-check";
import type { Decided } from "~/domain/matching/decided-since";
import type { PairIds, PlacementEvidence, StudentEvidence } from "~/domain/matching/evidence";
import { type InputOfKind, inputOfKind } from "~/domain/matching/input-of-kind";
import { roomLeft, seatsWithin } from "~/domain/matching/mentor-room";
import { MODES, type Mode } from "~/domain/matching/mode";
import { placeCount } from "~/domain/pursuit/places";
import { matchContext } from "../support/match-context";
import { anyPlacements, anyStudents } from "./matching-cases";

/** How far a student is with a listing, in this order; `waits` is an approval that can still be undone. */
const STAGES = ["none", "requested", "waits", "pursued", "seated"] as const;
type Stage = (typeof STAGES)[number];

/** One pair of a student and a listing: whether the student asked for it, and how it stands before and after. */
interface Story extends PairIds {
  isAsked: boolean;
  before: Stage;
  after: Stage;
}

/** What coordinators settled at one moment. */
interface Settled {
  locks: PairIds[];
  forbids: PairIds[];
  pausedIds: string[];
  notLookingIds: string[];
}

/** A school at two moments between which nothing but decisions was made. */
export interface DecidedWorld {
  students: StudentEvidence[];
  placements: PlacementEvidence[];
  mode: Mode;
  seed: number;
  placesPerSeat: number;
  livePursuitLimit: number;
  /** How many students each mentor takes at once; nothing said for the others. */
  atOnce: Record<string, number>;
  stories: Story[];
  before: Settled;
  after: Settled;
}

const anyStage = fc.constantFrom(...STAGES);
const lookingOn = fc.array(fc.nat(6), { maxLength: 2 });
const pairNumbers = fc.array(fc.tuple(fc.nat(6), fc.nat(4)), { maxLength: 2 });
const anySettled = fc.record({
  locks: pairNumbers,
  forbids: pairNumbers,
  paused: fc.array(fc.nat(4), { maxLength: 1 }),
});

export const anyDecidedWorld: fc.Arbitrary<DecidedWorld> = fc
  .record({
    students: anyStudents.filter(({ length }) => length > 0),
    placements: anyPlacements.filter(({ length }) => length > 0),
    mode: fc.constantFrom(...MODES),
    seed: fc.integer(),
    placesPerSeat: fc.integer({ min: 1, max: 2 }),
    livePursuitLimit: fc.integer({ min: 1, max: 3 }),
    atOnce: fc.dictionary(fc.constantFrom("m0", "m1", "m2"), fc.integer({ min: 0, max: 4 })),
    told: fc.array(fc.tuple(fc.nat(6), fc.nat(4), fc.boolean(), anyStage, anyStage), { maxLength: 5 }),
    before: anySettled,
    after: anySettled,
    notLooking: lookingOn,
    stopped: lookingOn,
  })
  .map(({ told, before, after, notLooking, stopped, ...world }) => {
    const { students, placements } = world;
    const studentAt = (n: number) => students[n % students.length]?.id ?? "";
    const listingAt = (n: number) => placements[n % placements.length]?.listingId ?? "";
    const pairAt = ([s, l]: [number, number]) => ({ studentId: studentAt(s), listingId: listingAt(l) });
    const notLookingIds = [...new Set(notLooking.map(studentAt))];
    const settledOf = ({ locks, forbids, paused }: typeof before): Settled => ({
      locks: locks.map(pairAt),
      forbids: forbids.map(pairAt),
      pausedIds: paused.map(listingAt),
      notLookingIds,
    });
    const leftOut = before.paused.map(listingAt);
    const stories = told
      .map(([s, l, isAsked, one, other]) => storyOf(pairAt([s, l]), { isAsked, stages: [one, other] }))
      // Who leads a listing that was left out, the plan has not seen, nor whose room a seat there takes.
      .filter(({ listingId, after: stage }) => stage !== "seated" || !leftOut.includes(listingId));
    return {
      ...world,
      stories: [...new Map(stories.map((story) => [`${story.studentId} ${story.listingId}`, story])).values()],
      before: settledOf(before),
      // A listing that is taken back in has evidence that the plan has not seen.
      after: {
        ...settledOf(after),
        pausedIds: [...before.paused, ...after.paused].map(listingAt),
        notLookingIds: [...new Set([...notLookingIds, ...stopped.map(studentAt)])],
      },
    };
  });

/** Decisions only go on: what a student asked for was asked for before the plan, and what is in view stays so. */
function storyOf(pair: PairIds, { isAsked, stages }: { isAsked: boolean; stages: [Stage, Stage] }): Story {
  const [before, after] = stages.sort((a, b) => STAGES.indexOf(a) - STAGES.indexOf(b)) as [Stage, Stage];
  const least = (stage: Stage): Stage => (isAsked && stage === "none" ? "requested" : stage);
  const asIs = (stage: Stage): Stage => (!isAsked && stage === "requested" ? "none" : least(stage));
  return { ...pair, isAsked, before: asIs(before), after: asIs(after) };
}

/** The question of a plan at one of the two moments, made of the evidence of that moment. */
export function askedAt(world: DecidedWorld, moment: "before" | "after"): InputOfKind {
  const { mode, seed, placesPerSeat, livePursuitLimit } = world;
  const { locks, forbids, pausedIds, notLookingIds } = world[moment];
  const at = (...stages: Stage[]) => world.stories.filter((story) => stages.includes(story[moment]));
  const live = at("requested", "waits", "pursued", "seated");
  return inputOfKind(
    {
      students: world.students.map((student) => studentAt(student, world.stories, moment)),
      placements: world.placements
        .filter(({ listingId }) => !pausedIds.includes(listingId))
        .map((placement) => placementAt(placement, world, at)),
      context: matchContext({ placements: world.placements }),
      seed,
      placesPerSeat,
      forbids,
      suggestionsLeft: Object.fromEntries(
        world.students.flatMap(({ id }) => {
          const own = live.filter(({ studentId }) => studentId === id);
          return own.length > 0 ? [[id, Math.max(0, livePursuitLimit - own.length)]] : [];
        }),
      ),
      standing: { notLookingIds, inView: inViewAt(world, moment), locks, livePursuitLimit },
    },
    mode,
  );
}

const inViewAt = ({ stories }: DecidedWorld, moment: "before" | "after") =>
  stories
    .filter((story) => ["waits", "pursued", "seated"].includes(story[moment]))
    .map((story) => ({
      studentId: story.studentId,
      listingId: story.listingId,
      seated: story[moment] === "seated",
    }));

function studentAt(student: StudentEvidence, stories: readonly Story[], moment: "before" | "after"): StudentEvidence {
  const own = (...stages: Stage[]) =>
    stories.filter((story) => story.studentId === student.id && stages.includes(story[moment]));
  return {
    ...student,
    currentSeatListingIds: own("waits", "pursued", "seated").map(({ listingId }) => listingId),
    requestedListingIds: own("requested", "waits").flatMap(({ isAsked, listingId }) => (isAsked ? listingId : [])),
  };
}

function placementAt(
  placement: PlacementEvidence,
  { placements, atOnce, placesPerSeat }: DecidedWorld,
  at: (...stages: Stage[]) => Story[],
): PlacementEvidence {
  const { listingId, leadMentor } = placement;
  const led = new Set(placements.flatMap((one) => (one.leadMentor?.id === leadMentor?.id ? one.listingId : [])));
  const taken = at("seated").filter((story) => story.listingId === listingId).length;
  const held = at("seated").filter((story) => led.has(story.listingId)).length;
  const room = roomLeft({ atOnce: (leadMentor && atOnce[leadMentor.id]) ?? null, held });
  const within = seatsWithin(room, { seats: placement.openSeats, taken });
  const places = at("waits", "pursued", "seated").filter((story) => story.listingId === listingId).length;
  return {
    ...placement,
    ...(leadMentor && room !== null && { leadMentor: { ...leadMentor, room } }),
    openSeats: within - taken,
    openPursuitPlaces: placeCount(within, placesPerSeat) - places,
  };
}

/** What is settled now, as whoever asks the plan of then reads it. */
export function decidedIn(world: DecidedWorld): Decided {
  const { locks, forbids, pausedIds, notLookingIds } = world.after;
  return {
    locks,
    forbids,
    inView: inViewAt(world, "after"),
    waiting: world.stories.filter(({ after }) => after === "waits"),
    openListingIds: world.placements.map(({ listingId }) => listingId).filter((id) => !pausedIds.includes(id)),
    lookingIds: world.students.map(({ id }) => id).filter((id) => !notLookingIds.includes(id)),
    weightsVersion: matchContext({ placements: [] }).weights.version,
  };
}
