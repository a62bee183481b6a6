/** Clocks of the United States and its territories, by IANA names; one for each that differs at some time of the year. */
export const CLOCKS = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "Pacific/Guam",
] as const;

/**
 * States and territories by their postal codes (USPS Publication 28, appendix B). Of a state with two clocks (49 CFR 71) it is the one of
 * most of its people; whoever works by the other has it written down.
 */
const STATES: Record<(typeof CLOCKS)[number], string> = {
  "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
  "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
  "America/Denver": "CO ID MT NM UT WY",
  "America/Phoenix": "AZ",
  "America/Los_Angeles": "CA NV OR WA",
  "America/Anchorage": "AK",
  "Pacific/Honolulu": "HI",
  "America/Puerto_Rico": "PR VI",
  "Pacific/Guam": "GU MP",
};

/** Their names in English, and in Spanish where it writes them otherwise in another way; accents are left out. */
const NAMES: Record<string, string> = {
  AK: "Alaska",
  AL: "Alabama",
  AR: "Arkansas",
  AZ: "Arizona",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DC: "District of Columbia, Distrito de Columbia, Washington DC",
  DE: "Delaware",
  FL: "Florida",
  GA: "Georgia",
  GU: "Guam",
  HI: "Hawaii, Hawai",
  IA: "Iowa",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana, Luisiana",
  MA: "Massachusetts",
  MD: "Maryland",
  ME: "Maine",
  MI: "Michigan",
  MN: "Minnesota",
  MO: "Missouri, Misuri",
  MP: "Northern Mariana Islands, Islas Marianas del Norte",
  MS: "Mississippi, Misisipi",
  MT: "Montana",
  NC: "North Carolina, Carolina del Norte",
  ND: "North Dakota, Dakota del Norte",
  NE: "Nebraska",
  NH: "New Hampshire, Nuevo Hampshire, Nueva Hampshire",
  NJ: "New Jersey, Nueva Jersey",
  NM: "New Mexico, Nuevo Mexico",
  NV: "Nevada",
  NY: "New York, Nueva York",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania, Pensilvania",
  PR: "Puerto Rico",
  RI: "Rhode Island",
  SC: "South Carolina, Carolina del Sur",
  SD: "South Dakota, Dakota del Sur",
  TN: "Tennessee",
  TX: "Texas, Tejas",
  UT: "Utah",
  VA: "Virginia",
  VI: "Virgin Islands, US Virgin Islands, Islas Virgenes",
  VT: "Vermont",
  WA: "Washington, Washington State, Estado de Washington",
  WI: "Wisconsin",
  WV: "West Virginia, Virginia Occidental",
  WY: "Wyoming",
};

/** Letters alone: `N. Y.`, `Oregón` and `d.c.` are what people type for NY, Oregon and DC. */
const lettersOf = (typed: string): string =>
  typed
    .normalize("NFD")
    .replace(/[^a-z]/gi, "")
    .toUpperCase();

const CLOCK_OF = new Map(
  Object.entries(STATES).flatMap(([clock, codes]) =>
    codes
      .split(" ")
      .flatMap((code) =>
        [code, ...(NAMES[code] ?? "").split(",").map(lettersOf)].map((name) => [name, clock] as const),
      ),
  ),
);

/** The clock of a state or territory by its code or its name, in English or Spanish; undefined where nobody is sure. */
export function clockOfState(typed: string): string | undefined {
  return CLOCK_OF.get(lettersOf(typed));
}
