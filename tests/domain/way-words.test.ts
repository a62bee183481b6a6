import { expect, test } from "vitest";
import { i18nFor } from "~/i18n.server";
import { farAway } from "~/ui/far-away";

const caution = (minutes: number) =>
  i18nFor("en").getFixedT(null, "listing")("caution.may_be_far", { minutes, ...farAway({ minutes }) });

test("a way of hours is told as another city, a way of minutes in minutes", () => {
  expect(caution(45)).toBe("It may be far: about 45 minutes.");
  expect(caution(180)).toBe("It may be far: about 180 minutes.");
  expect(caution(16_797)).toBe("It may be far away, in another city.");
});
