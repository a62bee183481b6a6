import { describe, expect, it } from "vitest";
import { type FirstOffer, placementOf } from "~/domain/introduction/first-placement";
import { faultsOf } from "~/domain/placement/post";

const HOST = { mentorId: "elena", organisationName: "Horno de Elena", language: "es", schoolId: "lakeview" };
const OFFER: FirstOffer = {
  title: "Baker",
  offer: "Shape loaves and fire the oven. Bake bread.",
  firstKind: "shadow_day",
  street: "1 Mill Street",
  postcode: "98101",
};

describe("the placement that a yes makes", () => {
  it("is one that a host could have posted: one student, one day, in the mentor's language", () => {
    const post = placementOf(OFFER, HOST);
    expect(post).toMatchObject({
      kind: "shadow_day",
      title: "Baker",
      seats: 1,
      languages: ["es"],
      leadMentorId: "elena",
      schoolIds: ["lakeview"],
      site: { street: "1 Mill Street", postcode: "98101" },
    });
    expect(post && faultsOf(post)).toEqual([]);
  });

  it("is called after the organisation where they said nothing of their work", () => {
    expect(placementOf({ ...OFFER, title: "" }, HOST)?.title).toBe("Horno de Elena");
  });

  it.each([
    ["undecided", { firstKind: null }],
    ["without a word about what a student would do", { offer: "" }],
    ["without a place", { street: "" }],
    ["of weeks, which need days and hours", { firstKind: "internship" }],
  ] as const)("is none while it is %s", (_, change) => {
    expect(placementOf({ ...OFFER, ...change }, HOST)).toBeNull();
  });
});
