import { ACCOUNTS, type Account, THERE, type There } from "~/domain/fund/accounts";
import { readDay, readMonth } from "~/domain/fund/month";
import { isPurpose, type Purpose } from "~/domain/fund/purposes";
import { UUID } from "~/domain/uuid";

/** What the address asks for; what it does not understand it leaves out. */
export interface Wish {
  account?: Account;
  there?: There;
  purpose?: Purpose;
  side?: "debit" | "credit";
  month?: string;
  from?: string;
  to?: string;
  giftId?: string;
  allocationId?: string;
  payout?: string;
  ofPayouts?: true;
  balanceLine?: string;
  page: number;
}

export function readWish(search: URLSearchParams): Wish {
  const account = ACCOUNTS.find((each) => each === search.get("account"));
  const there = (Object.keys(THERE) as There[]).find((each) => each === search.get("there"));
  const purpose = search.get("purpose") ?? "";
  const side = (["debit", "credit"] as const).find((each) => each === search.get("side"));
  const month = readMonth(search.get("month"));
  const from = readDay(search.get("from"));
  const to = readDay(search.get("to"));
  const giftId = UUID.exec(search.get("gift") ?? "")?.[0];
  const allocationId = UUID.exec(search.get("allocation") ?? "")?.[0];
  const payout = /^po_\w{1,250}$/.exec(search.get("payout") ?? "")?.[0];
  const ofPayouts = search.get("of") === "payouts";
  const balanceLine = /^[\w:-]{1,255}$/.exec(search.get("line") ?? "")?.[0];
  const page = Number(search.get("page"));
  return {
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    ...(account ? { account } : there && { there }),
    ...(isPurpose(purpose) && { purpose }),
    ...(side && { side }),
    ...(month && { month }),
    ...(from && { from }),
    ...(to && { to }),
    ...(giftId && { giftId }),
    ...(allocationId && { allocationId }),
    ...(payout && { payout }),
    ...(ofPayouts && { ofPayouts }),
    ...(balanceLine && { balanceLine }),
  };
}
