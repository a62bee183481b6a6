import type { Price } from "~/domain/matching/lock-price";
import type { Move } from "~/domain/matching/what-if";
import type { namesForPlan } from "./plan-names.server";

/** What another plan about one student would cost, in names that a coordinator may read. */
export interface NamedPrice {
  cost: Price["cost"];
  /** Each takes the place that the next one leaves. */
  chain: NamedMove[];
  others: NamedMove[];
}

export interface NamedMove {
  studentId: string;
  student: string;
  from: string | null;
  to: string | null;
}

export function namedPrice(
  { cost, chain, others }: Price,
  names: Awaited<ReturnType<typeof namesForPlan>>,
): NamedPrice {
  const title = (listingId: string | null) => listingId && names.titleOf(listingId);
  const named = ({ studentId, from, to }: Move): NamedMove => ({
    studentId,
    student: names.nameOf(studentId),
    from: title(from),
    to: title(to),
  });
  return { cost, chain: chain.map(named), others: others.map(named) };
}
