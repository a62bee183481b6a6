import { createHmac, timingSafeEqual } from "node:crypto";

const ID_BYTES = 16;
const MAC_BYTES = 16;

/** What the unsubscribe link of a mail carries: the mail's id and a proof that we made it. 43 characters. */
export function unsubscribeToken(secret: string, mailId: string): string {
  const id = Buffer.from(mailId.replaceAll("-", ""), "hex");
  return Buffer.concat([id, macOf(secret, id)]).toString("base64url");
}

/** The mail a token is for, or null when we did not make it. */
export function readUnsubscribeToken(secret: string, token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== ID_BYTES + MAC_BYTES) return null;
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), macOf(secret, id))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function macOf(secret: string, id: Buffer): Buffer {
  return createHmac("sha256", secret).update("unsubscribe\n").update(id).digest().subarray(0, MAC_BYTES);
}
