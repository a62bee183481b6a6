import { createHmac } from "node:crypto";

/** Stands for an address in the limits table, so that the table names nobody. */
export function limitKey(secret: string, what: string): string {
  return createHmac("sha256", secret).update(`limit\n${what}`).digest("base64url");
}
