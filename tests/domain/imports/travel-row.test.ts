import { describe, expect, it } from "vitest";
import {
  isLeftAsEstimated,
  type KnownPlaces,
  placeKey,
  readTravelRow,
  type TravelColumn,
} from "~/domain/imports/travel-row";

const clinic = { siteId: "site-1", organisationId: "org-1" };
const known: KnownPlaces = {
  areas: new Map([
    [placeKey("Old Cannery"), "area-1"],
    [placeKey("area-1"), "area-1"],
  ]),
  sites: new Map([
    [placeKey("Animal Clinic", "Main"), clinic],
    [placeKey("site-1"), clinic],
  ]),
};
const GOOD: Partial<Record<TravelColumn, string>> = {
  area: " old cannery ",
  organisation: "Animal clinic",
  site: "Main",
  mode: "Bus",
  minutes: "25",
};
const read = (change: Partial<Record<TravelColumn, string>> = {}) =>
  readTravelRow((column) => ({ ...GOOD, ...change })[column] ?? "", known);

describe("a row of a travel table", () => {
  it("names its places by name, and is for the whole day without an arrival", () => {
    const line = { areaId: "area-1", ...clinic, mode: "bus", minutes: 25, arriveFrom: "00:00", arriveTo: "24:00" };
    expect(read()).toEqual({ ok: true, value: line });
  });

  it("names its places by id, which wins over a name that has changed", () => {
    expect(read({ area: "Renamed", area_id: "AREA-1", site: "", site_id: "site-1" })).toMatchObject({ ok: true });
  });

  it("may be for a span of arrival times", () => {
    expect(read({ arrive_from: "8:30", arrive_to: "10:00" })).toMatchObject({
      value: { arriveFrom: "08:30", arriveTo: "10:00" },
    });
  });

  it.each([
    ["area_unknown", { area: "Nowhere" }],
    ["site_unknown", { organisation: "Nobody" }],
    ["mode_unknown", { mode: "rocket" }],
    ["minutes_not_valid", { minutes: "" }],
    ["minutes_not_valid", { minutes: "-5" }],
    ["minutes_not_valid", { minutes: "601" }],
    ["minutes_not_valid", { minutes: "7.5" }],
    ["arrival_not_valid", { arrive_from: "10:00", arrive_to: "9:00" }],
    ["arrival_not_valid", { arrive_from: "25:00" }],
    ["arrival_not_valid", { arrive_from: "soon" }],
  ] as const)("is refused with %s for %j", (reason, change) => {
    expect(read(change)).toMatchObject({ ok: false, reason });
  });
});

describe("a row that came back as it was downloaded", () => {
  const isLeft = (change: Partial<Record<TravelColumn, string>>) =>
    isLeftAsEstimated((column) => ({ ...GOOD, source: "distance", estimate: "25", ...change })[column] ?? "");

  it("is an estimate with the minutes noted beside it, or a way of which nothing is known", () => {
    expect(isLeft({})).toBe(true);
    expect(isLeft({ source: "unknown", minutes: "", estimate: "" })).toBe(true);
  });

  it.each([
    ["other minutes", { minutes: "26" }],
    ["an arrival", { arrive_from: "8:00" }],
    ["the word that it is the school's own", { source: "table" }],
    ["minutes where nothing was known", { source: "unknown", minutes: "12", estimate: "" }],
    ["no note of what was estimated", { source: "", estimate: "" }],
    ["a line of the table, its minutes taken out", { source: "table", minutes: "", estimate: "" }],
  ] as const)("is none with %s", (_, change) => {
    expect(isLeft(change)).toBe(false);
  });
});
