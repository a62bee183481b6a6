import type { IdentityTx } from "./scope.server";

export interface NewChallenge {
  id: string;
  /** Nobody's when the address is unknown: the row is written all the same, and redeemed only with `joins`. */
  accountId: string | null;
  /** The invitation that the browser came with, by its link, and the address that it brings along. */
  joins: { linkId: string; mail: string } | null;
  browserHash: Buffer;
  codeMac: Buffer;
  linkHash: Buffer;
  returnTo: string;
  now: Date;
  expiresAt: Date;
}

export async function insertChallenge(tx: IdentityTx, challenge: NewChallenge): Promise<void> {
  await tx
    .insertInto("identity.challenges")
    .values({
      id: challenge.id,
      account_id: challenge.accountId,
      joins_link: challenge.joins?.linkId ?? null,
      joins_mail: challenge.joins?.mail ?? null,
      browser_hash: challenge.browserHash,
      code_mac: challenge.codeMac,
      link_hash: challenge.linkHash,
      return_to: challenge.returnTo,
      created_at: challenge.now.toISOString(),
      expires_at: challenge.expiresAt.toISOString(),
    })
    .execute();
}

/**
 * Takes one try on the challenge of a browser. One conditional UPDATE, so that parallel tries count one by one and
 * everybody after the last allowed, after a success or after the end gets nothing.
 */
export function claimTry(
  tx: IdentityTx,
  { browserHash, maxTries, now }: { browserHash: Buffer; maxTries: number; now: Date },
) {
  return tx
    .updateTable("identity.challenges")
    .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
    .where("id", "=", (eb) =>
      eb
        .selectFrom("identity.challenges")
        .select("id")
        .where("browser_hash", "=", browserHash)
        .orderBy("created_at", "desc")
        .limit(1),
    )
    .where("used_at", "is", null)
    .where("attempts", "<", maxTries)
    .where("expires_at", ">", now.toISOString())
    .returning(["id", "account_id", "code_mac", "link_hash", "return_to", "attempts", "joins_link", "joins_mail"])
    .executeTakeFirst();
}

export async function markChallengeUsed(tx: IdentityTx, { id, now }: { id: string; now: Date }): Promise<void> {
  await tx.updateTable("identity.challenges").set({ used_at: now.toISOString() }).where("id", "=", id).execute();
}

export function findChallengeByLink(tx: IdentityTx, linkHash: Buffer) {
  return tx
    .selectFrom("identity.challenges")
    .select(["browser_hash", "attempts", "expires_at", "used_at"])
    .where("link_hash", "=", linkHash)
    .executeTakeFirst();
}
