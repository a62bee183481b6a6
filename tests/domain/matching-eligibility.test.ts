import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlacementEvidence, Point, StudentEvidence } from "~/domain/matching/evidence";
import { type BlockerCode, findingsForStudent, type NoteCode } from "~/domain/matching/findings";
import { matchPair } from "~/domain/matching/pair";
import { haversineKm, type TravelRow, travelKey, travelOf } from "~/domain/matching/travel";
import type { TravelMode } from "~/domain/matching/travel-modes";
import { matchContext } from "../support/match-context";
import { ana, anyContext, anyPlacement, anyStudent, clinic, maya } from "./matching-cases";

const context = matchContext({ placements: [clinic()], travelLimitMinutes: 45 });
const at = (point: Point | null, siteId?: string): Pick<PlacementEvidence, "location" | "siteId"> => ({
  location: point && { ...point, approximate: false },
  siteId: siteId ?? null,
});
const FAR = { lat: 47.2, lon: -122.33 };

function judge(student: Partial<StudentEvidence>, placement: Partial<PlacementEvidence> = {}) {
  return matchPair(ana(student), clinic(placement), context).eligibility;
}

describe("eligibility", () => {
  it("lets a pair pass with every constraint ticked", () => {
    const { eligible, checks, blockers, notes } = judge({});
    expect({ eligible, blockers, notes }).toEqual({ eligible: true, blockers: [], notes: [] });
    expect(checks.map(({ check, state }) => `${check} ${state}`)).toEqual(
      ["published", "mentor", "place", "kind", "grade", "age", "days", "end", "travel", "seat", "pair"].map(
        (name) => `${name} met`,
      ),
    );
  });

  it.each<[BlockerCode, Partial<StudentEvidence>, Partial<PlacementEvidence>, object]>([
    ["not_published", {}, { published: false }, {}],
    ["no_open_place", {}, { openPursuitPlaces: 0 }, { openPursuitPlaces: 0, openSeats: 2 }],
    ["no_open_place", {}, { openSeats: 0 }, { openPursuitPlaces: 2, openSeats: 0 }],
    ["kind_not_pursued", {}, { kind: "exhibition_panel" }, { kind: "exhibition_panel" }],
    ["kind_not_for_grade", { grade: 8 }, { minimumGrade: 6 }, { kind: "internship", grade: 8, fromGrade: 9 }],
    ["grade_out_of_range", {}, { minimumGrade: 11 }, { grade: 10, minimumGrade: 11, maximumGrade: 12 }],
    ["too_young", { ageYears: 15 }, { minimumAge: 16 }, { age: 15, minimumAge: 16 }],
    ["too_young", { ageYears: 13 }, {}, { age: 13, minimumAge: 14 }],
    ["no_common_day", { weekdays: [1] }, {}, { common: 0, of: 2, days: [], placementDays: [2, 4] }],
    ["no_day_left", {}, { endsOn: "2026-10-12", daysLeft: [] }, { endsOn: "2026-10-12" }],
    ["no_day_left", {}, { endsOn: "2026-10-14", daysLeft: [1, 3] }, { endsOn: "2026-10-14" }],
    ["no_day_left", { weekdays: [4] }, { endsOn: "2026-10-14", daysLeft: [1, 2, 3] }, { endsOn: "2026-10-14" }],
    ["no_day_left", { weekdays: [5] }, { weekdays: [], endsOn: "2026-10-14", daysLeft: [1, 2, 3] }, {}],
    ["too_far", {}, { location: { ...FAR, approximate: false } }, { limitMinutes: 40, mode: "bus" }],
    ["already_there", { currentSeatListingIds: ["clinic"] }, {}, {}],
    ["forbidden_pair", { familyForbiddenMentorIds: ["maya"] }, {}, {}],
    ["mentor_suspended", {}, { leadMentor: null, suspendedLeadId: "maya" }, {}],
    ["mentor_not_clear", {}, { leadMentor: maya({ cleared: "not_clear" }) }, {}],
  ])("refuses with %s and its datum", (code, student, placement, data) => {
    const { eligible, blockers } = judge(student, placement);
    expect(eligible).toBe(false);
    expect(blockers).toEqual([{ code, data: expect.objectContaining(data) }]);
  });

  it("keeps relatives of a lead who is suspended apart, and tells a student of neither reason", () => {
    const suspended = { leadMentor: null, suspendedLeadId: "maya" };
    const { blockers, notes } = judge({ familyForbiddenMentorIds: ["maya"] }, suspended);
    expect(blockers.map(({ code }) => code)).toEqual(["mentor_suspended", "forbidden_pair"]);
    expect(findingsForStudent(blockers)).toEqual([{ code: "not_available", data: {} }]);
    // "No mentor is named" would be the wrong word to staff, and would tell a student which of the two it is.
    expect(notes).toEqual([]);
  });

  it.each<[NoteCode, Partial<StudentEvidence>, Partial<PlacementEvidence>]>([
    ["clearance_missing", {}, { leadMentor: maya({ cleared: "missing" }) }],
    ["clearance_expired", {}, { leadMentor: maya({ cleared: "expired" }) }],
    ["clearance_pending", {}, { leadMentor: maya({ cleared: "pending" }) }],
    ["no_mentor", {}, { leadMentor: null }],
    ["language_support", { languages: ["so"] }, {}],
    ["age_unknown", { ageYears: null }, {}],
    ["days_unknown", { weekdays: [] }, {}],
    ["days_unknown", {}, { weekdays: [] }],
    ["location_unknown", { area: null }, {}],
    ["location_unknown", {}, { location: null }],
    ["may_be_far", {}, { location: { ...FAR, approximate: true } }],
  ])("notes %s and does not exclude", (code, student, placement) => {
    const { eligible, notes } = judge(student, placement);
    expect(eligible).toBe(true);
    expect(notes.map((note) => note.code)).toEqual([code]);
  });

  it.each<[string, Partial<StudentEvidence>, Partial<PlacementEvidence>]>([
    ["one day that both share still comes", {}, { daysLeft: [1, 2] }],
    ["the student did not say which days", { weekdays: [] }, { daysLeft: [4] }],
    ["nobody said which days", { weekdays: [] }, { weekdays: [], daysLeft: [5] }],
  ])("leaves a placement open that ends this week while %s", (_, student, placement) => {
    expect(judge(student, placement).eligible).toBe(true);
  });

  it("blames the days alone where none is shared, whatever is left of the placement", () => {
    expect(judge({ weekdays: [1] }, { daysLeft: [2] }).blockers.map(({ code }) => code)).toEqual(["no_common_day"]);
  });

  it("takes the school's limit where the family set none", () => {
    const { checks } = judge({ travelLimitMinutes: null });
    expect(checks.find(({ check }) => check === "travel")?.data).toMatchObject({ limitMinutes: 45 });
  });

  it("says of a way by what means it is, and whether the school's table or a distance says how long", () => {
    const isFar = { location: { ...FAR, approximate: false } };
    expect(judge({}, isFar).blockers).toMatchObject([{ code: "too_far", data: { mode: "bus", source: "distance" } }]);
    const line: TravelRow = { mode: "bus", minutes: 52, fromMinute: 0, toMinute: 1440 };
    const tabled = { ...context, travelTable: { [travelKey("old-cannery", "clinic")]: [line] } };
    const student = ana({ areaId: "old-cannery", travelModes: ["bus"], travelLimitMinutes: 40 });
    const [blocker] = matchPair(student, clinic({ siteId: "clinic" }), tabled).eligibility.blockers;
    expect(blocker).toEqual({
      code: "too_far",
      data: { minutes: 52, limitMinutes: 40, mode: "bus", source: "table" },
    });
  });

  describe("of a placement that begins at another hour each day", () => {
    const weekdays = [
      { weekday: 2, seats: 2, startMinute: 7 * 60, endMinute: 11 * 60 },
      { weekday: 4, seats: 2, startMinute: 9 * 60 + 30, endMinute: 14 * 60 },
    ];
    const early: TravelRow = { mode: "bus", minutes: 20, fromMinute: 0, toMinute: 8 * 60 };
    const late: TravelRow = { mode: "bus", minutes: 70, fromMinute: 8 * 60, toMinute: 24 * 60 };
    const judgeOn = (
      days: number[],
      rows: TravelRow[],
      changes: { approximate?: boolean; longestWay?: boolean } = {},
    ) => {
      const { approximate = false, longestWay = true } = changes;
      const way = { areaId: "old-cannery", travelModes: ["bus"] as const, travelLimitMinutes: 40 };
      const location = { lat: 48.2, lon: -122.33, approximate };
      const table = { [travelKey("old-cannery", "clinic")]: rows };
      const placement = clinic({ siteId: "clinic", weekdays, location });
      return matchPair(ana({ ...way, weekdays: days }), placement, { ...context, travelTable: table, longestWay })
        .eligibility;
    };

    it("takes the longest way of the days that both share, so that more days open no way that is too long", () => {
      const tooFar = [{ code: "too_far", data: { minutes: 70, limitMinutes: 40 } }];
      expect(judgeOn([2], [early, late]).eligible).toBe(true);
      expect(judgeOn([4], [early, late]).blockers).toMatchObject(tooFar);
      expect(judgeOn([2, 4], [early, late]).blockers).toMatchObject(tooFar);
      expect(judgeOn([], [early, late]).blockers).toMatchObject(tooFar);
    });

    it("lets no guess of one day stand before what the school's table says of the other", () => {
      expect(judgeOn([2, 4], [late], { approximate: true }).blockers).toMatchObject([{ data: { minutes: 70 } }]);
      expect(judgeOn([2], [late], { approximate: true }).eligible).toBe(true);
    });

    it("is judged by the earliest beginning where a plan from before is made again", () => {
      expect(judgeOn([2, 4], [early, late], { longestWay: false }).eligible).toBe(true);
    });
  });

  it("asks nobody to travel to a remote placement", () => {
    expect(judge({}, { mode: "remote", location: { ...FAR, approximate: false } }).eligible).toBe(true);
  });

  it("opens service learning and visits to a 13-year-old in grade 7, and no internship", () => {
    const open = (kind: PlacementEvidence["kind"]) =>
      judge({ grade: 7, ageYears: 13 }, { kind, minimumGrade: 6 }).eligible;
    expect([open("service_learning"), open("shadow_day"), open("informational_interview")]).toEqual([true, true, true]);
    expect(open("internship")).toBe(false);
  });

  it("does not count a day whose seats are gone", () => {
    const weekdays = [
      { weekday: 4, seats: 0, startMinute: 540, endMinute: 840 },
      { weekday: 1, seats: 1, startMinute: 540, endMinute: 840 },
    ];
    expect(judge({ weekdays: [4] }, { weekdays }).blockers[0]?.code).toBe("no_common_day");
  });

  it("language never excludes (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacement, anyContext, (student, placement, within) => {
        const other = { ...student, languages: ["sgn-ASE"] };
        expect(matchPair(other, placement, within).eligible).toBe(matchPair(student, placement, within).eligible);
      }),
    );
  });
});

describe("what a student may read", () => {
  const { blockers } = judge(
    { familyForbiddenMentorIds: ["maya"], weekdays: [1] },
    { leadMentor: maya({ cleared: "missing" }), openSeats: 0 },
  );

  it("a student reads a forbidden pair as not available, without a datum", () => {
    expect(findingsForStudent(blockers).map(({ code }) => code)).toEqual([
      "no_open_place",
      "no_common_day",
      "not_available",
    ]);
    expect(findingsForStudent(blockers).at(-1)?.data).toEqual({});
  });

  it("a student reads nothing about a clearance", () => {
    const { notes } = judge({}, { leadMentor: maya({ cleared: "missing" }) });
    expect(notes).toHaveLength(1);
    expect(findingsForStudent(notes)).toEqual([]);
  });
});

describe("travel", () => {
  it("walks short ways and takes the bus on long ones", () => {
    const here = { lat: 47.68, lon: -122.33 };
    const to = (lat: number) =>
      travelOf({ area: here }, at({ lat, lon: -122.33 }), { table: undefined, arrivalMinute: null });
    expect(to(47.685)).toMatchObject({ mode: "walk", minutes: 9, source: "distance" });
    expect(to(47.73)).toMatchObject({ mode: "bus", minutes: 34 });
    expect(to(47.68)?.minutes).toBe(0);
  });

  it("takes a bicycle or a car only where the family allows it", () => {
    const far = at({ lat: 47.73, lon: -122.33 });
    const by = (...travelModes: TravelMode[]) =>
      travelOf({ area: { lat: 47.68, lon: -122.33 }, travelModes }, far, { table: undefined, arrivalMinute: null });
    expect(by("walk")?.mode).toBe("walk");
    expect(by("walk", "bus", "cycle")).toMatchObject({ mode: "bus", minutesBy: { cycle: 34, bus: 34 } });
    expect(by("walk", "bus", "cycle", "car")).toMatchObject({ mode: "car", minutes: 19 });
  });

  it("believes the school's own table for the time the placement begins, and a distance where it has no line", () => {
    const row = (minutes: number, from = 0, to = 24 * 60): TravelRow => ({
      mode: "bus",
      minutes,
      fromMinute: from,
      toMinute: to,
    });
    const table = { [travelKey("old-cannery", "clinic")]: [row(50), row(25, 8 * 60, 10 * 60)] };
    const student = { area: null, areaId: "old-cannery" };
    const minutes = (arrivalMinute: number | null) =>
      travelOf(student, at(null, "clinic"), { table, arrivalMinute })?.minutes;
    expect([minutes(9 * 60), minutes(10 * 60), minutes(null)]).toEqual([25, 50, 50]);
    expect(travelOf(student, at(null, "bakery"), { table, arrivalMinute: 540 })).toBeNull();
    const near = travelOf(
      { area: { lat: 47.68, lon: -122.33 }, areaId: "old-cannery" },
      at({ lat: 47.68, lon: -122.33 }, "clinic"),
      { table, arrivalMinute: 540 },
    );
    expect(near).toEqual({ minutes: 0, mode: "walk", minutesBy: { walk: 0, bus: 25 }, source: "distance" });
  });

  it("measures a degree of latitude as 111 km", () => {
    expect(haversineKm({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111.19, 1);
  });

  it("is as far back as there (property)", () => {
    const point = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(haversineKm(a, b)).toBeCloseTo(haversineKm(b, a), 6);
      }),
    );
  });
});
