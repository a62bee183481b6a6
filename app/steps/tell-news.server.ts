import { createHash } from "node:crypto";
import { civilDate } from "~/clock";
import { fallenThrough } from "~/domain/fund/fallen-through";
import {
  BOOKED_CHARGE,
  cameMinorOf,
  dueMinor,
  type GiftStanding,
  type GiftTruth,
  wentBackMinor,
} from "~/domain/fund/gift-truth";
import { putToldBack, putToldFailed, putUnderWay } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import { tellDonor } from "./tell-donor.server";

type News = Omit<Parameters<typeof tellDonor>[1], "kind" | "minor" | "about"> & {
  truth: GiftTruth;
  standing: GiftStanding;
  timeZone: string;
};

/** Standings in which something of what came is there: for each of them the donor has a receipt. */
const HELD: readonly string[] = ["paid", "part_refunded", "lost"];

/**
 * Tells the donor of a promise, of the money that came for it, of money that went back to them, and of money that did not come after
 * all; each once. A mail about practice goes to whoever typed their address to practise, and says that it is practice. The caller
 * holds the gift's lock; `gift` is how it stood before.
 */
export async function tellNews(tx: ScopeTx, { truth, standing, timeZone, ...news }: News): Promise<void> {
  const { gift } = news;
  const of = { schoolId: gift.school_id, giftId: gift.id };
  // What the books alone say of payments was told when it was booked.
  const isHeard = truth.charges.every(({ id }) => id !== BOOKED_CHARGE);
  const backMinor = isHeard ? wentBackMinor(truth) : Math.max(gift.told_back_minor, wentBackMinor(truth));
  const newlyBackMinor = backMinor - gift.told_back_minor;
  if (newlyBackMinor !== 0) await putToldBack(tx, { ...of, minor: backMinor });
  await tellOfFallenThrough(tx, { truth, standing, ...news });
  await noteUnderWay(tx, { truth, gift });
  // The receipt goes first: what went back is said of it, also when both are seen at once.
  const came = whatCame({ truth, timeZone, ...news });
  const isNewlyHeld = HELD.includes(standing) && (standing === "paid" || !HELD.includes(gift.standing));
  if (standing !== gift.standing && isNewlyHeld && came.minor > backMinor)
    await tellDonor(tx, { ...news, kind: "gift-receipt", ...came });
  if (newlyBackMinor > 0) await tellDonor(tx, { ...news, kind: "gift-returned", minor: newlyBackMinor, about: null });
  if (standing === "pledged" && gift.standing !== "pledged")
    await tellDonor(tx, { ...news, kind: "gift-pledged", minor: dueMinor(truth), about: "" });
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

/**
 * What came, on which day, and by which payments: the same money has one receipt, other money after a bounced check has another. The
 * day is that of the newest payment; where only checks came, the caller's.
 */
function whatCame({ truth, gift, onDay, timeZone }: Pick<News, "truth" | "gift" | "onDay" | "timeZone">) {
  const paid = truth.charges.filter(({ status }) => status === "succeeded");
  const held = gift.cheques.filter(({ bouncedAt }) => bouncedAt === null);
  const ids = [...paid, ...held].map(({ id }) => id).sort();
  const cameAt = paid
    .flatMap(({ lines }) => lines)
    .flatMap(({ id, kind, madeAtSeconds }) => (kind === "charge" && id !== BOOKED_CHARGE ? [madeAtSeconds] : []));
  const isByCheque = held.length > 0 || cameAt.length === 0;
  return {
    minor: cameMinorOf(truth),
    about: createHash("sha256").update(ids.join(" ")).digest("hex").slice(0, 16),
    onDay: isByCheque ? onDay : civilDate(new Date(Math.max(...cameAt) * 1_000), timeZone),
  };
}
