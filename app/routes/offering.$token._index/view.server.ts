import type { VisitorOfferPage } from "~/features/visitor-offers/open-visitor-offer.server";
import { firstValues, toFormChoices } from "../mentor.placements.new/form-view.server";

/** What each state of an offer shows; the form only while it is filled in. */
export function toOfferView(page: VisitorOfferPage, language: string) {
  const { state, school, organisationName } = page;
  const about = { schoolName: school.name, school: school.name, organisation: organisationName };
  if (state === "asked") return { state, ...about };
  if (state === "handed_over") return { state, ...about };
  if (state === "sent") return { state, ...about };
  const choices = toFormChoices({ schools: [school], areas: page.areas, sites: [], mentors: [] }, language);
  const { leadMentorId: _mentor, schoolIds: _schools, ...first } = firstValues(choices, "");
  const begun = { ...first, languages: [...new Set([language, "en"])], studentWillDo: page.what };
  return { state, ...about, choices, isKept: page.form !== null, values: page.form ?? begun };
}
