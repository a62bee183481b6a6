import { createHash } from "node:crypto";

/** Names a request inside its idempotency key: the same words make the same key, other words another one. */
export function digestOf(asked: object): string {
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex").slice(0, 16);
}
