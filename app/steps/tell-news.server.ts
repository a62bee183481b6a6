import { civilDate } from "~/clock";
import { arrivalsOf, withoutReceipt } from "~/domain/fund/arrivals";
import { fallenThrough } from "~/domain/fund/fallen-through";
import { BOOKED_CHARGE, dueMinor, type GiftStanding, type GiftTruth, wentBackMinor } from "~/domain/fund/gift-truth";
import { putToldBack, putToldCame, putToldFailed, putUnderWay } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import { tellDonor } from "./tell-donor.server";

type News = Omit<Parameters<typeof tellDonor>[1], "kind" | "minor" | "about"> & {
  truth: GiftTruth;
  standing: GiftStanding;
  timeZone: string;
};

/**
 * Tells the donor of a promise, of the money that came for it, of money that went back to them, and of money that did not come after
 * all; each once. A mail about practice goes to whoever typed their address to practise, and says that it is practice. The caller
 * holds the gift's lock; `gift` is how it stood before.
 */
export async function tellNews(tx: ScopeTx, { truth, standing, timeZone, ...news }: News): Promise<void> {
  const { gift } = news;
  const of = { schoolId: gift.school_id, giftId: gift.id };
  const backMinor = isHeard(truth) ? wentBackMinor(truth) : Math.max(gift.told_back_minor, wentBackMinor(truth));
  const newlyBackMinor = backMinor - gift.told_back_minor;
  if (newlyBackMinor !== 0) await putToldBack(tx, { ...of, minor: backMinor });
  await tellOfFallenThrough(tx, { truth, standing, ...news });
  // Receipts go first: what went back is said of them, also when both are seen at once.
  await tellOfArrivals(tx, { truth, timeZone, ...news });
  await noteUnderWay(tx, { truth, gift });
  if (newlyBackMinor > 0) await tellDonor(tx, { ...news, kind: "gift-returned", minor: newlyBackMinor, about: null });
  if (standing === "pledged" && gift.standing !== "pledged")
    await tellDonor(tx, { ...news, kind: "gift-pledged", minor: dueMinor(truth), about: "" });
}

/** Whether an account was heard. What the books alone say of payments was told when it was booked. */
function isHeard({ charges }: GiftTruth): boolean {
  return charges.length === 0 || charges.some(({ id }) => id !== BOOKED_CHARGE);
}

/** Each payment and each check has a receipt of its own. Who left no address has it once they leave one. */
async function tellOfArrivals(tx: ScopeTx, { truth, timeZone, ...news }: Omit<News, "standing">): Promise<void> {
  const { gift } = news;
  const { standing, under_way: underWay, told_came: known } = gift;
  if (gift.donor_mail === "") return;
  const arrivals = arrivalsOf(truth, gift.cheques);
  const newly = withoutReceipt(arrivals, { standing, underWay, known });
  if (newly.length === 0 && known !== null) return;
  const ids = [...new Set([...(known ?? []), ...arrivals.map(({ id }) => id)])].sort();
  // what the books alone hold of a gift of before may be heard of again by its ids
  const isWhole = known !== null || truth.charges.every(({ id }) => id !== BOOKED_CHARGE);
  if (isWhole) await putToldCame(tx, { schoolId: gift.school_id, giftId: gift.id, ids });
  for (const { id, minor, atSeconds, receivedOn } of newly) {
    const paidOn = atSeconds === null ? news.onDay : civilDate(new Date(atSeconds * 1_000), timeZone);
    await tellDonor(tx, { ...news, kind: "gift-receipt", minor, about: id, onDay: receivedOn ?? paidOn });
  }
}

async function tellOfFallenThrough(tx: ScopeTx, { truth, standing, ...news }: Omit<News, "timeZone">): Promise<void> {
  const { gift } = news;
  const known = gift.told_failed;
  const { standing: before, under_way: underWay } = gift;
  const charges = truth.charges.filter(({ id }) => id !== BOOKED_CHARGE);
  const { failed, late } = fallenThrough({ charges }, gift.cheques, { standing: before, underWay, known });
  if (known !== null && failed.every((id) => known.includes(id))) return;
  const ids = [...new Set([...(known ?? []), ...failed])].sort();
  await putToldFailed(tx, { schoolId: gift.school_id, giftId: gift.id, ids });
  if (known === null && standing === gift.standing) return;
  for (const { id, kind, minor } of late)
    await tellDonor(tx, { ...news, kind: kind === "check" ? "gift-bounced" : "gift-failed", minor, about: id });
}

/** Keeps which payments are on their way, so that one that does not arrive is told of. The books alone name none of them. */
async function noteUnderWay(tx: ScopeTx, { truth, gift }: Pick<News, "truth" | "gift">): Promise<void> {
  const ids = truth.charges
    .filter(({ status }) => status === "pending")
    .map(({ id }) => id)
    .sort();
  if (ids.includes(BOOKED_CHARGE)) return;
  if (ids.join() === gift.under_way.join()) return;
  await putUnderWay(tx, { schoolId: gift.school_id, giftId: gift.id, ids });
}
