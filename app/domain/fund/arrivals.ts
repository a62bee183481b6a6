import type { Cheque } from "./cheque";
import { BOOKED_CHARGE, canBePaid, type GiftTruth, leftMinor } from "./gift-truth";

/** What came of a gift by one payment or one check, before fees, in minor units. */
export interface Arrival {
  id: string;
  minor: number;
  /** When Stripe counted it, in Unix seconds; null for a check. */
  atSeconds: number | null;
  /** The school's civil day on which a check came in; null for a payment. */
  receivedOn: string | null;
}

/**
 * Every payment and check of which something is there: for each of them the donor has a receipt of its own. What the books alone say of
 * payments has one from when it was booked.
 */
export function arrivalsOf(
  { currency, charges }: Pick<GiftTruth, "currency" | "charges">,
  cheques: readonly Pick<Cheque, "id" | "minor" | "bouncedAt" | "receivedOn">[],
): Arrival[] {
  const paid = charges.filter(
    (charge) => charge.id !== BOOKED_CHARGE && charge.status === "succeeded" && leftMinor(charge, currency) > 0,
  );
  return [
    ...cheques
      .filter(({ bouncedAt }) => bouncedAt === null)
      .map(({ id, minor, receivedOn }) => ({ id, minor, receivedOn, atSeconds: null })),
    ...paid.map(({ id, minor, lines }) => ({
      ...{ id, minor, receivedOn: null },
      atSeconds: lines.find(({ kind }) => kind === "charge")?.madeAtSeconds ?? null,
    })),
  ];
}

interface Before {
  standing: string;
  /** Ids of payments that were on their way. */
  underWay: readonly string[];
  /** Ids of what has a receipt; null where nobody had noted it yet. */
  known: readonly string[] | null;
}

/**
 * What has no receipt yet. Before receipts were counted a gift had one for all that had come, once nothing more was asked for: what has
 * arrived of it since then was on its way.
 */
export function withoutReceipt(arrivals: readonly Arrival[], { standing, underWay, known }: Before): Arrival[] {
  // Before payments under way were noted, the word alone said that one was. A check never is.
  const wasUnderWay = ({ id, receivedOn }: Arrival) =>
    underWay.length > 0 ? underWay.includes(id) : standing === "processing" && receivedOn === null;
  const isNew = (arrival: Arrival) =>
    known === null ? canBePaid(standing) || wasUnderWay(arrival) : !known.includes(arrival.id);
  return arrivals.filter(isNew);
}
