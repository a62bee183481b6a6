import fc from "fast-check";
import { expect, test } from "vitest";
import { beginsEngagement, gatesFor, isPursued, type PlacementKind } from "~/domain/pursuit/gates";
import { DEFAULT_SETTINGS, type SchoolSettings } from "~/domain/settings";

const kinds: PlacementKind[] = [
  "internship",
  "shadow_day",
  "informational_interview",
  "service_learning",
  "exhibition_panel",
  "classroom_expert",
];
const kind = fc.constantFrom(...kinds);
const mode = fc.constantFrom("on_site" as const, "remote" as const, "private_home" as const);
const settings: fc.Arbitrary<SchoolSettings> = fc
  .record({ clearanceBeforeShadowDay: fc.boolean(), participateConsentForInterviews: fc.boolean() })
  .map((changed) => ({ ...DEFAULT_SETTINGS, ...changed }));
const at = (of: PlacementKind, where: "on_site" | "remote" | "private_home" = "on_site", set = DEFAULT_SETTINGS) =>
  gatesFor(of, where, set).map((gate) => `${gate.kind} ${gate.before}`);

test("no setting and no kind that students pursue takes the looking consent away from before the first contact", () => {
  fc.assert(
    fc.property(kind, mode, settings, (of, where, set) => {
      const hasLooking = gatesFor(of, where, set).some(
        (gate) => gate.kind === "looking_consent" && gate.before === "contact",
      );
      expect(hasLooking).toBe(isPursued(of));
    }),
  );
});

test("a gate is listed once, and what begins an engagement is pursued by students", () => {
  fc.assert(
    fc.property(kind, mode, settings, (of, where, set) => {
      const gates = gatesFor(of, where, set).map((gate) => gate.kind);
      expect(new Set(gates).size).toBe(gates.length);
      if (beginsEngagement(of)) expect(isPursued(of)).toBe(true);
    }),
  );
});

test("the gates of each kind are those of the domain's table", () => {
  expect(at("internship")).toEqual([
    "looking_consent contact",
    "participate_consent start",
    "clearance start",
    "orientation start",
    "host_answers start",
    "working_time start",
    "agreement start",
    "travel_plan start",
    "emergency_contact start",
  ]);
  expect(at("shadow_day")).toEqual([
    "looking_consent contact",
    "participate_consent visit",
    "clearance visit",
    "host_answers visit",
    "travel_plan visit",
    "emergency_contact visit",
  ]);
  expect(at("informational_interview")).toEqual(["looking_consent contact", "travel_plan visit"]);
  expect(at("service_learning")).toEqual([
    "looking_consent contact",
    "participate_consent start",
    "host_answers start",
    "emergency_contact start",
  ]);
  expect(at("exhibition_panel")).toEqual([]);
  expect(at("classroom_expert")).toEqual([]);
});

test("a private home is visited by staff first, for every kind but service learning", () => {
  const visited = kinds.filter((of) => at(of, "private_home").includes("staff_visit visit"));
  expect(visited).toEqual(["internship", "shadow_day", "informational_interview"]);
  expect(kinds.filter((of) => at(of, "remote").includes("staff_visit visit"))).toEqual([]);
});

test("two settings move a gate: clearance before a shadow day, and consent before an interview", () => {
  const without = { ...DEFAULT_SETTINGS, clearanceBeforeShadowDay: false };
  expect(at("shadow_day", "on_site", without)).not.toContain("clearance visit");
  const asked = { ...DEFAULT_SETTINGS, participateConsentForInterviews: true };
  expect(at("informational_interview", "on_site", asked)).toContain("participate_consent visit");
});
