import { createHmac } from "node:crypto";
import { toBase32 } from "~/domain/base32";
import { replyAddress } from "~/domain/mail/reply-address";
import type { Wiring } from "~/wiring";
import { hashReplyToken, insertReplyAddress, listReplyAddresses } from "~db/replies.server";
import type { ScopeTx } from "~db/scope.server";

const TOKEN_BYTES = 20;

interface Asked {
  schoolId: string;
  memberId: string;
  now: Date;
}

/**
 * The address to which the holder of a seat answers by mail, or null where no mail comes back. The same one each time: its secret part
 * is made of the row's id with our secret, and the row keeps a hash. After a change of the secret there is a new one, and the old one
 * still finds its seat. Whoever calls holds the lock of the seat.
 */
export async function findReplyTo(tx: ScopeTx, wiring: Wiring, { schoolId, memberId, now }: Asked) {
  const { secret, replyDomain } = wiring.env;
  if (replyDomain === null) return null;
  for (const { id, token_hash: hash } of await listReplyAddresses(tx, { schoolId, memberId })) {
    const token = tokenOf(secret, id);
    if (hashReplyToken(token).equals(hash)) return replyAddress(token, replyDomain);
  }
  const id = crypto.randomUUID();
  const token = tokenOf(secret, id);
  await insertReplyAddress(tx, { schoolId, id, memberId, token, now });
  return replyAddress(token, replyDomain);
}

function tokenOf(secret: string, id: string): string {
  return toBase32(createHmac("sha256", secret).update("reply\n").update(id).digest().subarray(0, TOKEN_BYTES));
}
