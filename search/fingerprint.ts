import { createHash } from "node:crypto";
import type { SearchDocument } from "./port";

/** The same for two documents that say the same, whatever their versions and the order of their fields. */
export function fingerprintOf({ version: _, ...said }: SearchDocument): string {
  return digest(said);
}

/** The same for two values that are equal as JSON, whatever the order of their fields. */
export const digest = (value: object): string =>
  createHash("sha256").update(JSON.stringify(value, sortKeys)).digest("base64url").slice(0, 22);

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
