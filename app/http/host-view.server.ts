import { interestById, labelOf } from "~/domain/interest/taxonomy";
import type { FirstContactPage } from "~/features/pursuits/open-first-contact.server";

/** What a host's page shows, with interests in the reader's language. */
export function toHostView({ pursuitId, state, title, told, school }: FirstContactPage, language: string) {
  const interests = (told?.interests ?? [])
    .map(interestById)
    .flatMap((interest) => (interest ? [labelOf(interest, language)] : []));
  return {
    pursuitId,
    state,
    title,
    firstName: told?.firstName ?? "",
    gradeBand: told?.gradeBand ?? "",
    interests,
    school,
  };
}
