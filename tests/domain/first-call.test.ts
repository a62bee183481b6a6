import { describe, expect, test } from "vitest";
import type { ThreadStanding } from "~/domain/conversation/standing";
import { callStanding } from "~/domain/first-call/may-call";
import { findCallFault } from "~/domain/first-call/outcome";
import { practiceTurns, SCENES } from "~/domain/first-call/practice";
import { makeScript } from "~/domain/first-call/script";
import { PURSUED_KINDS } from "~/domain/pursuit/gates";
import { languages } from "~/i18n";
import { i18nFor } from "~/i18n.server";

const OPEN = { standing: "open", isLeadSeated: true, engagement: null, isSwitchedOn: true } as const;

describe("a student may call", () => {
  test("whom they may write to, before the first day", () => {
    expect(callStanding(OPEN)).toBe("may_call");
    expect(callStanding({ ...OPEN, engagement: "not_started" })).toBe("may_call");
    expect(callStanding({ ...OPEN, engagement: "active" })).toBe("closed");
  });

  test.each<[ThreadStanding, string]>([
    ["not_yet", "practice"],
    ["paused", "closed"],
    ["ended", "closed"],
    ["without_messages", "closed"],
  ])("not while it is %s", (standing, expected) => {
    expect(callStanding({ ...OPEN, standing })).toBe(expected);
  });

  test("nobody whom the school has not read or keeps apart, and nobody once it is switched off", () => {
    expect(callStanding({ ...OPEN, isLeadSeated: false })).toBe("practice");
    expect(callStanding({ ...OPEN, isSwitchedOn: false })).toBe("closed");
    expect(callStanding({ ...OPEN, standing: "not_yet", isSwitchedOn: false })).toBe("closed");
  });
});

test("the script asks for the mentor only where the student may know the name, and thanks for an offer", () => {
  const facts = { kind: "internship", state: "contacted", hasMentorName: false };
  expect(makeScript(facts)).toMatchObject({
    opening: ["ask_for_somebody"],
    reason: ["who", "why_written"],
    wish: ["wish_internship"],
  });
  expect(makeScript({ ...facts, state: "offered", hasMentorName: true })).toMatchObject({
    opening: ["ask_for_mentor"],
    reason: ["who", "why_offer"],
    wish: ["wish_prepare"],
  });
  const wishes = PURSUED_KINDS.map((kind) => makeScript({ ...facts, kind }).wish[0]);
  expect(new Set(wishes).size).toBe(PURSUED_KINDS.length);
});

test.each(SCENES)("the call %s begins with the host, takes turns and ends with the student", (scene) => {
  const script = makeScript({ kind: "shadow_day", state: "contacted", hasMentorName: true });
  const turns = practiceTurns(script, scene);
  expect(turns.length).toBeGreaterThan(1);
  expect(turns.map(({ by }) => by)).toEqual(turns.map((_, place) => (place % 2 === 0 ? "host" : "student")));
  expect(turns.length % 2).toBe(0);
});

test("no sentence of a call names more than the first name, the placement, the host and the school", () => {
  const known = ["student", "mentor", "organisation", "title", "school", "phone"];
  for (const language of languages) {
    const spoken = i18nFor(language).getResourceBundle(language, "coach");
    const sentences: string[] = [...Object.values<string>(spoken.say), ...Object.values<string>(spoken.hear)];
    const named = sentences.flatMap((words) => [...words.matchAll(/{{(\w+)}}/g)].map(([, name]) => name));
    expect(named.filter((name) => !known.includes(name ?? ""))).toEqual([]);
  }
});

test.each([
  ["2026-10-20", null],
  ["2026-10-14", "day_past"],
  ["2027-10-14", "day_far"],
  [null, "day_missing"],
] as const)("a next call on %s: %s", (callBackOn, fault) => {
  expect(findCallFault({ outcome: "call_back", callBackOn }, "2026-10-15")).toBe(fault);
  expect(findCallFault({ outcome: "reached", callBackOn }, "2026-10-15")).toBe(null);
});
