import { interestById, labelOf } from "~/domain/interest/taxonomy";
import type { HostReason } from "~/domain/matching/why-for-host";
import type { FirstContactPage } from "~/features/pursuits/open-first-contact.server";

/** What a host's page shows, with interests in the reader's language. */
export function toHostView(page: FirstContactPage, language: string) {
  const { pursuitId, state, title, told, reasons, isTheirs, visits, school } = page;
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
    reasons: reasons.map((reason) => toReasonView(reason, language)),
    isTheirs,
    visits,
    school,
  };
}

interface ReasonView {
  code: HostReason["code"];
  likes: string[];
  near: string;
}

/** A reason with what the student likes, and what of the placement that is close to; by their labels. */
function toReasonView(reason: HostReason, language: string): ReasonView {
  const label = (id: string) => labelOf(id, language);
  if (reason.code === "chose") return { code: reason.code, likes: [], near: "" };
  if (reason.code === "related")
    return { code: reason.code, likes: [label(reason.interestId)], near: label(reason.relatedId) };
  return { code: reason.code, likes: reason.interestIds.map(label), near: "" };
}
