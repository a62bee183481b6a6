import { createHmac, timingSafeEqual } from "node:crypto";
import { fromBase32, toBase32 } from "~/domain/base32";
import { answerAddress } from "~/domain/mail/reply-address";
import type { Wiring } from "~/wiring";

const ID_BYTES = 16;
const MAC_BYTES = 16;

/** The address to which somebody answers a mail of the school: its id and a proof that we made it. Null where no mail comes back. */
export function answerAddressOf({ env }: Wiring, mailId: string): string | null {
  if (env.replyDomain === null) return null;
  const id = Buffer.from(mailId.replaceAll("-", ""), "hex");
  return answerAddress(toBase32(Buffer.concat([id, macOf(env.secret, id)])), env.replyDomain);
}

/** The mail that such an address answers, or null when we did not make it. */
export function readAnswerAddress({ env }: Wiring, token: string): string | null {
  const bytes = Buffer.from(fromBase32(token));
  if (bytes.length !== ID_BYTES + MAC_BYTES) return null;
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), macOf(env.secret, id))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function macOf(secret: string, id: Buffer): Buffer {
  return createHmac("sha256", secret).update("outreach reply\n").update(id).digest().subarray(0, MAC_BYTES);
}
