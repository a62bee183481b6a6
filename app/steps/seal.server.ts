import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Closes a secret for one place, so that a row that is copied to another school or book cannot be opened there. */
export function seal(sealSecret: string, place: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(sealSecret), nonce).setAAD(Buffer.from(place));
  const closed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), closed]);
}

/** The secret, or null when it was sealed for another place or under another key. */
export function unseal(sealSecret: string, place: string, sealed: Buffer): string | null {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(sealSecret), nonce).setAAD(Buffer.from(place)).setAuthTag(tag);
  try {
    const opened = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return opened.toString("utf8");
  } catch {
    return null;
  }
}

function keyOf(sealSecret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", sealSecret, "", "throughline fund keys", 32));
}
