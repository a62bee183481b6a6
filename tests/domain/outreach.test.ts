import { expect, test } from "vitest";
import { restingUntil } from "~/domain/outreach/fatigue";
import { fillPlaceholders } from "~/domain/outreach/placeholders";
import { standingOf } from "~/domain/outreach/standing";

const NOW = "2026-10-15T17:00:00Z";
const ago = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

test.each([
  ["nobody has written", [], null],
  ["the last mail is exactly fourteen days old", [ago(14)], null],
  ["the last mail is a second younger", [ago(14 - 1 / 86_400)], "2026-10-15T17:00:01Z"],
  ["two mails in ninety days leave one", [ago(20), ago(50)], null],
  ["three mails in ninety days, until the oldest of them is past", [ago(20), ago(50), ago(80)], "2026-10-25T17:00:00Z"],
  ["an older fourth one changes nothing", [ago(20), ago(50), ago(80), ago(89)], "2026-10-25T17:00:00Z"],
  ["both limits hold, so the later day counts", [ago(1), ago(50), ago(89)], "2026-10-28T17:00:00Z"],
])("an address rests: %s", (_, written, until) => {
  expect(restingUntil(written.toReversed(), NOW)).toBe(until);
});

const IDA = { name: "Ida {me}", organization: "", school: "Lakeview", me: "Ines" };

test("placeholders are filled whatever their case, and what is filled in is not read again", () => {
  expect(fillPlaceholders("Hello { Name }, I am {me} of {SCHOOL}.", IDA)).toEqual({
    ok: true,
    text: "Hello Ida {me}, I am Ines of Lakeview.",
  });
});

test.each([
  ["Hello {first name}", { reason: "unknown", placeholder: "{first name}" }],
  ["Hello {}", { reason: "unknown", placeholder: "{}" }],
  ["At {organization}", { reason: "empty", placeholder: "{organization}" }],
])("a text with a hole in it is none: %s", (text, fault) => {
  expect(fillPlaceholders(text, IDA)).toEqual({ ok: false, ...fault });
});

test.each([
  ["queued", null, "on_its_way"],
  ["claimed", null, "on_its_way"],
  ["sent", null, "sent"],
  ["sent", "delayed", "sent"],
  ["sent", "delivered", "delivered"],
  ["sent", "bounced", "came_back"],
  ["sent", "returned", "came_back"],
  ["sent", "complained", "unwanted"],
  ["suppressed", null, "not_sent"],
  ["failed", null, "not_sent"],
  ["needs_person", null, "not_sent"],
  [null, null, "sent"],
] as const)("a mail that is %s and of which the provider tells %s stands as %s", (state, arrival, standing) => {
  expect(standingOf({ state, arrival })).toBe(standing);
});
