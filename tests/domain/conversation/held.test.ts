import { expect, test } from "vitest";
import { whyHeld } from "~/domain/conversation/held";
import { HELD_WORDS } from "~/domain/conversation/held-words";

test.each([
  ["Write me: ana.reyes@lakeview.example", "mail"],
  ["ana (at) lakeview (dot) org", "mail"],
  ["ana arroba escuela punto org", "mail"],
  ["My cell is 206-555-0177", "phone"],
  ["(206) 555 0177", "phone"],
  ["+52 55 1234 5678", "phone"],
  ["٠١٢٣٤٥٦٧٨٩", "phone"],
  ["look at https://example.org/a", "link"],
  ["we are at greenlakeclinic.com", "link"],
  ["I am @maya_vet there", "handle"],
  ["Don’t tell anybody", "words"],
  ["LLAMAME despues", "words"],
  ["I can  pick\nyou up", "words"],
])("%j waits because of a %s", (body, reason) => {
  expect(whyHeld(body)).toContain(reason);
});

test.each([
  "See you on Thursday at 9:30, room 214. It ends at 15:00.",
  "We start on 2026-11-29 and end on 2027-06-11.",
  "From 11/29/2026 10:00 to 12/13/2026 12:00.",
  "Nos vemos el jueves 3 de diciembre a las 9.",
  "It costs $1,250. Bring gloves, size 8 or 9.",
  "I told my teacher about the cashier job, it was great.",
  "Shall we meet at the front desk? Ask for Maya.",
  "مرحبا، متى نبدأ؟",
])("%j is sent at once", (body) => {
  expect(whyHeld(body)).toEqual([]);
});

test("every held word is found, whatever its case and accents, and not inside another word", () => {
  for (const word of Object.values(HELD_WORDS).flat()) {
    expect([word, whyHeld(`So: ${word.toUpperCase()}!`)]).toEqual([word, ["words"]]);
    expect([word, whyHeld(`x${word}x`)]).toEqual([word, []]);
  }
});
