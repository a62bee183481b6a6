import { createHash } from "node:crypto";
import { dueMinor, type GiftStanding, type GiftTruth, wentBackMinor } from "~/domain/fund/gift-truth";
import { putToldBack } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import { tellDonor } from "./tell-donor.server";

type News = Omit<Parameters<typeof tellDonor>[1], "kind" | "minor" | "about"> & {
  truth: GiftTruth;
  standing: GiftStanding;
};

/**
 * Tells the donor of a promise, of the money that came for it, and of money that went back to them; each once. A mail about practice
 * goes to whoever typed their address to practise, and says that it is practice. The caller holds the gift's lock; `gift` is how it stood before.
 */
export async function tellNews(tx: ScopeTx, { truth, standing, ...news }: News): Promise<void> {
  const { gift } = news;
  const backMinor = wentBackMinor(truth);
  const newlyBackMinor = backMinor - gift.told_back_minor;
  if (newlyBackMinor !== 0) await putToldBack(tx, { schoolId: gift.school_id, giftId: gift.id, minor: backMinor });
  if (newlyBackMinor > 0) await tellDonor(tx, { ...news, kind: "gift-returned", minor: newlyBackMinor, about: null });
  if (standing === gift.standing) return;
  if (standing === "pledged") await tellDonor(tx, { ...news, kind: "gift-pledged", minor: dueMinor(truth), about: "" });
  if (standing === "paid") await tellDonor(tx, { ...news, kind: "gift-receipt", ...whatCame(truth, gift) });
}

/** What came, and by which payments: the same money has one receipt, other money after a bounced check has another. */
function whatCame(truth: GiftTruth, { cheques }: News["gift"]): { minor: number; about: string } {
  const paid = truth.charges.filter(({ status }) => status === "succeeded");
  const held = cheques.filter(({ bouncedAt }) => bouncedAt === null);
  const ids = [...paid, ...held].map(({ id }) => id).sort();
  return {
    minor: paid.reduce((sum, { minor }) => sum + minor, truth.chequeMinor),
    about: createHash("sha256").update(ids.join(" ")).digest("hex").slice(0, 16),
  };
}
