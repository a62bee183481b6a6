/**
 * How it is known which organisation a gift is from. A name that somebody typed says nothing about it: anybody may type any name.
 * `none` is what staff have said after looking: no organisation of the district gave this.
 */
export const ORIGINS = ["unasked", "signed_in", "link", "staff", "none"] as const;
export type Origin = (typeof ORIGINS)[number];

/** What the way in proves: a mentor who is signed in, or a link that staff made for an organisation. */
export function provenOrigin({
  mentorId,
  organisationId,
}: {
  mentorId: string | null;
  organisationId: string | null;
}): Origin {
  if (organisationId === null) return "unasked";
  return mentorId === null ? "link" : "signed_in";
}

/** Staff may correct everything but what a signed-in mentor has done themselves. */
export const maySayOrigin = (origin: string): boolean => origin !== "signed_in";
