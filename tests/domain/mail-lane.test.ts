import { expect, test } from "vitest";
import { laneOf, MAIL_LANES } from "~/domain/mail/lane";

test("all mail to an address waits in one lane, however the address is written", () => {
  expect(laneOf(" Rosa@Family.example ")).toBe(laneOf("rosa@family.example"));
});

test("a school's addresses spread over all lanes, none of which has more than half of them", () => {
  const lanes = new Map<string, number>();
  for (let n = 0; n < 300; n += 1) {
    const lane = laneOf(`guardian-${n}@family.example`);
    lanes.set(lane, (lanes.get(lane) ?? 0) + 1);
  }
  expect([...lanes.keys()].sort()).toEqual(Array.from({ length: MAIL_LANES }, (_, n) => `mail-${n}`));
  expect(Math.max(...lanes.values())).toBeLessThan(150);
});
