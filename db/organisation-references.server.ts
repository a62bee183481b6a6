import type { Reference } from "./moved-rows.server";

const names = (table: string, owner: Reference["owner"], key: readonly string[] = ["id"]): Reference => ({
  ...{ table, owner, key },
  column: "organisation_id",
});

/**
 * Every column that names an organisation. `sites` and `placements` hand a new name on to the days, listings, pursuits,
 * disclosures and travel times under them, in every school (migration 0173). A test compares this with the foreign keys, and
 * Postgres deletes no organisation that anything still names.
 */
export const ORGANISATION_REFERENCES = {
  sites: names("sites", "district_id"),
  placements: names("placements", "district_id"),
  affiliations: names("affiliations", "district_id", ["mentor_id", "from_on"]),
  departures: names("mentor_departures", "district_id"),
  offers: names("mentor_offers", "district_id"),
  drafts: names("drafts", "district_id", ["account_id", "form"]),
  otherNames: names("organisation_names", "district_id", ["name_key"]),
  memberships: names("identity.memberships", "district_id"),
  contacts: names("contacts", "school_id"),
  introductions: names("introductions", "school_id"),
  gifts: names("gifts", "school_id"),
  links: names("identity.links", "school_id"),
} as const;
