/** Which of two says what stands afterwards. */
export type Choice = "kept" | "other";

/** The fields of an organisation that two rows can contradict each other in. */
export const ORGANISATION_FIELDS = ["name", "sector", "about", "website"] as const;
export type OrganisationField = (typeof ORGANISATION_FIELDS)[number];
export type OrganisationFacts = Readonly<Record<OrganisationField, string>>;

/** Fields that both say, and say differently: a person chooses. What one alone says needs no choice. */
export function contradictions(kept: OrganisationFacts, other: OrganisationFacts): OrganisationField[] {
  return ORGANISATION_FIELDS.filter((field) => {
    const [one, two] = [kept[field].trim(), other[field].trim()];
    return one !== "" && two !== "" && one !== two;
  });
}

/** What stands after a merge: what was chosen, and what one alone says. A field nobody chose stays as the kept one has it. */
export function chosenFacts(
  kept: OrganisationFacts,
  other: OrganisationFacts,
  choices: Partial<Record<OrganisationField, Choice>>,
): OrganisationFacts {
  const choose = (field: OrganisationField) => {
    if (kept[field].trim() === "") return other[field];
    return choices[field] === "other" && other[field].trim() !== "" ? other[field] : kept[field];
  };
  return { name: choose("name"), sector: choose("sector"), about: choose("about"), website: choose("website") };
}

/**
 * What the kept one says again after an undo: each field that the merge took from the other and that nobody has changed since.
 */
export function factsAfterUndo({
  now,
  before,
  other,
}: {
  now: OrganisationFacts;
  before: OrganisationFacts;
  other: OrganisationFacts;
}): OrganisationFacts {
  const restore = (field: OrganisationField) => (now[field] === other[field] ? before[field] : now[field]);
  return { name: restore("name"), sector: restore("sector"), about: restore("about"), website: restore("website") };
}
