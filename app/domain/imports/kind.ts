/** What the rows of a file are about. */
export const IMPORT_KINDS = ["placements", "students", "guardians", "contacts"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
