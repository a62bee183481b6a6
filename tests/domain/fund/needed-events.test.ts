import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NEEDED_EVENTS } from "~/domain/fund/needed-events";

const STAND_IN = "app/payments/stand-in";

test("the guide for operators lists the events that the page of the fund lists, and no others", () => {
  const guide = readFileSync("docs/operations.md", "utf8");
  const [, listed = ""] = /these events, and no others are needed:\s*(.*)\.\n/.exec(guide) ?? [];
  const named = [...listed.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  expect(named).toEqual([...NEEDED_EVENTS]);
});

test("whatever the stand-in tells is on the list", () => {
  const sources = readdirSync(STAND_IN).map((name) => readFileSync(`${STAND_IN}/${name}`, "utf8"));
  const told = sources.flatMap((text) => [...text.matchAll(/"((?:\w+\.)+\w+)"/g)].map(([, name]) => name));
  // an object's own kind has a dot as well
  const events = told.filter(
    (name) =>
      name !== "checkout.session" &&
      /^(?:charge|checkout|credit_note|invoice|invoice_payment|payout|refund)\./.test(name ?? ""),
  );
  expect(events).toContain("invoice_payment.paid");
  expect(events.filter((name) => !NEEDED_EVENTS.some((needed) => needed === name))).toEqual([]);
});
