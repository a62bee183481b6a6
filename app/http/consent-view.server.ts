import { interestById, labelOf } from "~/domain/interest/taxonomy";
import type { ConsentPage } from "~/features/consents/open-consent.server";

/** What the guardian's page shows, with interests in the reader's language. */
export function toConsentView({ interests, ...page }: ConsentPage, language: string) {
  return {
    ...page,
    interests: interests.map(interestById).flatMap((interest) => (interest ? [labelOf(interest, language)] : [])),
  };
}
