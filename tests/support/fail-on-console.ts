import { afterEach, beforeEach, expect, vi } from "vitest";

/** A warning nobody expected fails the test; one that is expected is silenced with `expectConsole`. */
const levels = ["error", "warn"] as const;

beforeEach(() => {
  for (const level of levels) vi.spyOn(console, level);
});

afterEach(() => {
  for (const level of levels) {
    const spy = vi.mocked(console[level]);
    const calls = spy.mock?.calls.map((words) => words.map(String).join(" ")) ?? [];
    spy.mockRestore?.();
    expect(calls, `unexpected console.${level}`).toEqual([]);
  }
});
