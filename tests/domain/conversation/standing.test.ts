import { expect, test } from "vitest";
import { shownName } from "~/domain/conversation/names";
import { mayOpen, mayWrite, standingOf } from "~/domain/conversation/standing";
import { pursuitLifecycle } from "~/domain/pursuit/lifecycle";

const standing = (state: string, { isTold = true, isLeadSuspended = false, isTooYoung = false } = {}) =>
  standingOf({ state, isTold, isLeadSuspended, isTooYoung });

test("a conversation is open in exactly the states in which a host knows of the student", () => {
  const states = [...new Set(Object.values(pursuitLifecycle).flatMap(({ from, to }) => [from, to].flat()))];
  expect(states.filter((state) => standing(state) === "open").sort()).toEqual(["accepted", "contacted", "offered"]);
  expect(states.filter((state) => standing(state) === "not_yet").sort()).toEqual([
    "approved",
    "requested",
    "suggested",
  ]);
  expect(states.filter((state) => standing(state, { isTold: false }) === "open")).toEqual([]);
});

test("while the lead mentor is suspended only staff write, and a guardian begins none", () => {
  expect(standing("offered", { isLeadSuspended: true })).toBe("paused");
  expect(mayWrite({ role: "staff", standing: "paused" })).toBe(true);
  for (const role of ["student", "mentor", "guardian"] as const)
    expect(mayWrite({ role, standing: "paused" })).toBe(false);
  expect(mayOpen({ role: "guardian", standing: "open" })).toBe(false);
});

test("with a student under 13 nobody writes, the school neither, and what has ended stays ended", () => {
  for (const state of ["approved", "contacted", "offered", "accepted"]) {
    const kept = standing(state, { isTooYoung: true, isLeadSuspended: state === "offered" });
    expect(kept).toBe("without_messages");
    for (const role of ["student", "mentor", "guardian", "staff"] as const)
      expect([mayWrite({ role, standing: kept }), mayOpen({ role, standing: kept })]).toEqual([false, false]);
  }
  expect(standing("withdrawn", { isTooYoung: true })).toBe("ended");
});

test("a host reads the first name it was told, a family the name for outside the staff, and only staff read who a guardian is", () => {
  const ana = { role: "student", nameUsed: "Ani", fullName: "Ana Reyes" } as const;
  const rosa = { role: "guardian", nameUsed: "Rosa", fullName: "Rosa Reyes" } as const;
  const reads = (role: "student" | "mentor" | "guardian" | "staff") => ({
    role,
    toldFirstName: "Ana",
    outsideName: "Anita",
  });
  expect(shownName(ana, reads("mentor"))).toBe("Ana");
  expect(shownName(ana, reads("guardian"))).toBe("Anita");
  expect(shownName(ana, reads("student"))).toBe("Ani");
  expect(shownName(rosa, reads("mentor"))).toBe("");
  expect(shownName(rosa, reads("student"))).toBe("");
  expect(shownName(rosa, reads("staff"))).toBe("Rosa Reyes");
});
