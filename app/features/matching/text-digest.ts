import { createHash } from "node:crypto";

/** SHA-256 of a text in hexadecimal: the fingerprint that a run keeps of its input. */
export function textDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
