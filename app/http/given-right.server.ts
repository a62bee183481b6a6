import { z } from "zod";
import { LINK_RIGHTS } from "~/domain/people/link-rights";

/** A right that staff give by a look, with whom the tie is to: "ID mayConsent". */
export const GivenRight = z
  .string()
  .regex(new RegExp(`^[0-9a-f-]{36} (${LINK_RIGHTS.join("|")})$`))
  .transform((given) => {
    const [id = "", right = ""] = given.split(" ");
    return { id, right: right as (typeof LINK_RIGHTS)[number] };
  });

/** What the page of two people who may be one sends, whoever they are. */
export const MergePeopleForm = z.object({
  seal: z.string().max(40),
  otherSeal: z.string().max(40),
  given: z.array(GivenRight).max(60).default([]),
});
