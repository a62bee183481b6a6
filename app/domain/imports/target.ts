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
export type Columns = Partial<Record<Target, number>>;

/** The needed targets that no column fills, and the targets whose column the file does not have. */
export function faultsOfColumns(columns: Columns, columnCount: number): Target[] {
  const missing = NEEDED_TARGETS.filter((target) => columns[target] === undefined);
  const outside = TARGETS.filter((target) => !isColumn(columns[target], columnCount));
  return [...missing, ...outside];
}

function isColumn(column: number | undefined, columnCount: number): boolean {
  return column === undefined || (Number.isInteger(column) && column >= 0 && column < columnCount);
}
