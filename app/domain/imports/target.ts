/** What a column of a file can hold. The first two are needed; everything else may be absent. */
export const TARGETS = [
  "title",
  "organisation",
  "description",
  "seats",
  "kind",
  "category",
  "aliases",
  "skills",
  "address",
  "street",
  "city",
  "region",
  "postcode",
  "latitude",
  "longitude",
  "startsOn",
  "endsOn",
  "schedule",
  "contactName",
  "contactMail",
  "url",
  "externalId",
] as const;

export type Target = (typeof TARGETS)[number];

export const NEEDED_TARGETS = ["title", "organisation"] as const satisfies readonly Target[];

/** Columns with personal data: they become a mentor, and are never copied into what a placement remembers of its row. */
export const PERSONAL_TARGETS: ReadonlySet<Target> = new Set(["contactName", "contactMail"]);

/** Which column (counted from 0) holds what. Two targets may read the same column. */
export type Columns<T extends string = Target> = Partial<Record<T, number>>;

/** The needed targets that no column fills. */
export function lacksOfPlacements(columns: Columns): Target[] {
  return NEEDED_TARGETS.filter((target) => columns[target] === undefined);
}
