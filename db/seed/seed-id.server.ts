import { createHash } from "node:crypto";

/** The same uuid for the same name in every seeded database (version 8 of RFC 9562: made from a hash of the name). */
export function seedId(name: string): string {
  const hex = createHash("sha256").update(`throughline-sample:${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
