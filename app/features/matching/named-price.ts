import type { ChangedPlan } from "~/domain/matching/changed-plan";
import type { Price } from "~/domain/matching/lock-price";
import type { Mover } from "~/domain/matching/movers";
import type { Move } from "~/domain/matching/what-if";
import type { PlanNames as Names } from "./plan-names.server";

/** What another plan about one student would cost, in names that a coordinator may read. */
export interface NamedPrice {
  cost: Price["cost"] & { pairs?: number };
  /** Each takes the place that the next one leaves; empty where the plan is of a kind that has no such chain. */
  chain: NamedMove[];
  others: NamedMove[];
}

/** The places somebody leaves and gets, by title; one or none of each but in a slate. */
export interface NamedMove {
  studentId: string;
  student: string;
  leaves: string[];
  gets: string[];
}

export function namedPrice({ cost, chain, others }: Price, names: Names): NamedPrice {
  const named = ({ studentId, from, to }: Move) =>
    namedMove({ studentId, leaves: from === null ? [] : [from], gets: to === null ? [] : [to] }, names);
  return { cost, chain: chain.map(named), others: others.map(named) };
}

/** The same of a plan that was made anew with the change. */
export function namedChange({ difference, movers }: ChangedPlan, names: Names): NamedPrice {
  return { cost: difference, chain: [], others: movers.map((mover) => namedMove(mover, names)) };
}

export function namedMove({ studentId, leaves, gets }: Mover, { nameOf, titleOf }: Names): NamedMove {
  return { studentId, student: nameOf(studentId), leaves: leaves.map(titleOf), gets: gets.map(titleOf) };
}
