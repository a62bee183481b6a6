import { expect, test } from "vitest";
import { nextStep, type WhereItStands } from "~/domain/pursuit/next-step";

const at = (state: string, more: Partial<WhereItStands> = {}) =>
  nextStep({ state, openGates: [], engagement: null, isAsked: true, hasVisit: false, decidesAlone: false, ...more });

test("each state says what is next and whose turn it is", () => {
  expect(at("paused")).toEqual({ step: "paused", by: "school" });
  expect(at("suggested")).toEqual({ step: "student_answers", by: "student" });
  expect(at("requested")).toEqual({ step: "school_decides", by: "school" });
  expect(at("requested", { openGates: ["endorsement"] })).toEqual({ step: "advisor_endorses", by: "advisor" });
  expect(at("approved")).toEqual({ step: "school_contacts", by: "school" });
  expect(at("contacted")).toEqual({ step: "host_answers", by: "host" });
  expect(at("offered")).toEqual({ step: "student_decides", by: "student" });
  expect(at("accepted")).toEqual({ step: "school_prepares", by: "school" });
  for (const state of ["completed", "declined", "not_taken", "expired", "withdrawn"])
    expect(at(state)).toEqual({ step: "over", by: "nobody" });
});

test("a consent that is open comes before what the school still does; of age, it is the student's own", () => {
  const openGates = ["clearance", "looking_consent", "participate_consent"];
  expect(at("approved", { openGates })).toEqual({ step: "consent_for_contact", by: "family" });
  expect(at("approved", { openGates, decidesAlone: true })).toEqual({ step: "consent_for_contact", by: "student" });
  expect(at("accepted", { openGates })).toEqual({ step: "consent_for_start", by: "family" });
  expect(at("accepted", { openGates, decidesAlone: true }).by).toBe("student");
  for (const state of ["approved", "accepted"])
    expect(at(state, { openGates, isAsked: false })).toEqual({ step: "consent_missing", by: "school" });
});

test("a dated visit is next, and an internship that runs waits for nobody", () => {
  for (const state of ["contacted", "accepted"])
    expect(at(state, { hasVisit: true })).toEqual({ step: "visit", by: "nobody" });
  expect(at("accepted", { engagement: "active", openGates: ["agreement"] })).toEqual({
    step: "under_way",
    by: "nobody",
  });
  expect(at("accepted", { engagement: "not_started" })).toEqual({ step: "school_prepares", by: "school" });
});

test("an internship that is paused, that somebody wants to end, or that is over needs no preparing", () => {
  const openGates = ["participate_consent", "agreement"];
  expect(at("accepted", { engagement: "paused", openGates })).toEqual({ step: "paused", by: "school" });
  expect(at("accepted", { engagement: "end_requested", openGates })).toEqual({ step: "under_way", by: "school" });
  for (const engagement of ["ended", "closed"])
    expect(at("accepted", { engagement, openGates })).toEqual({ step: "over", by: "nobody" });
});
