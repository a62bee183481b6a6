import { expect, test } from "vitest";
import { type ContactFields, LONGEST_TAG, MOST_TAGS, mergedContact, readTags } from "~/domain/outreach/contact";

const IDA: ContactFields = {
  ...{ fullName: "Ida Moe", title: "", organisationName: "Moe and Daughters", mail: "", phone: "", language: "no" },
  ...{ tags: ["clinic"], ownerId: null, origin: "typed", originNote: "At the fair", timeZone: "" },
};
const OTHER: ContactFields = {
  ...{ fullName: "I. Moe", title: "Owner", organisationName: "Moe", mail: "ida@work.example", phone: "555 0181" },
  ...{ language: "en", tags: ["Clinic", "alumni"], ownerId: "ines", origin: "public_site", originNote: "moe.example" },
  timeZone: "Pacific/Guam",
};

test("tags are parted by commas, semicolons or line ends, and each stands once whatever its case", () => {
  expect(readTags(" clinic, Spanish ;alumni\nCLINIC,, two   words ")).toEqual([
    ...["clinic", "Spanish", "alumni", "two words"],
  ]);
  expect(readTags("")).toEqual([]);
});

test("a contact has at most ten tags, none of them longer than a short line", () => {
  const tags = readTags(Array.from({ length: 30 }, (_, n) => `${n} ${"x".repeat(60)}`).join(","));
  expect(tags).toHaveLength(MOST_TAGS);
  expect(tags.every((tag) => tag.length <= LONGEST_TAG)).toBe(true);
});

test("of two who are one person the kept one stands, its gaps are filled, and the address keeps where it came from", () => {
  expect(mergedContact(IDA, OTHER)).toEqual({
    ...{ fullName: "Ida Moe", title: "Owner", organisationName: "Moe and Daughters", language: "no" },
    ...{ mail: "ida@work.example", origin: "public_site", originNote: "moe.example", phone: "555 0181" },
    ...{ tags: ["clinic", "alumni"], ownerId: "ines", timeZone: "Pacific/Guam" },
  });
  expect(mergedContact(OTHER, { ...IDA, mail: "ida@home.example" })).toMatchObject({
    ...{ fullName: "I. Moe", mail: "ida@work.example", origin: "public_site" },
  });
});
