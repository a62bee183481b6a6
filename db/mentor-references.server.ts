import type { Reference } from "./moved-rows.server";

const names = (
  table: string,
  owner: Reference["owner"],
  { key = ["id"], column = "mentor_id" }: { key?: readonly string[]; column?: string } = {},
): Reference => ({ table, owner, key, column });

/** Columns that name a mentor and name another one once the two are one. A test compares this with the foreign keys. */
export const MENTOR_REFERENCES = {
  posts: names("placements", "district_id", { column: "posted_by" }),
  backups: names("placement_backups", "district_id", { key: ["placement_id"] }),
  affiliations: names("affiliations", "district_id", { key: ["organisation_id", "from_on"] }),
  points: names("mentor_contact_points", "district_id"),
  offers: names("mentor_offers", "district_id"),
  nextLeads: names("departure_places", "district_id", {
    key: ["departure_id", "placement_id"],
    column: "next_lead_id",
  }),
  introductions: names("introductions", "school_id"),
  sequences: names("sequence_contacts", "school_id"),
  visitorOffers: names("visitor_offers", "school_id"),
  // By the noun beside it, without a key.
  tasks: names("staff_tasks", "school_id", { column: "subject_id" }),
  links: names("identity.links", "district_id", { column: "person_id" }),
} as const;

/** The same of places that a mentor leads, which are moved with the moment at which they were. */
export const LEADS = "placements.lead_mentor_id";

/**
 * Tables that go on naming the one that went: what was checked, told, sent or sealed under that name. A mentor of whom a school holds
 * anything of the first five goes into nobody; of the others nothing follows any more.
 */
export const STAYS_WITH_GONE = [
  ...["clearances", "disclosures", "engagements", "thread_members", "exhibition_panel"],
  ...["mentor_suspensions", "mentor_departures", "former_leads", "gifts", "mails"],
  // Written a second time for the one that stays, and lost by neither.
  "forbidden_pairs",
  // What was said of two rows is over once one of them goes: a merge takes it away.
  "mentors_apart",
  // Whom others went into.
  "mentors",
] as const;
