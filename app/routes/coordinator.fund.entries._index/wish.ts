import { ACCOUNTS, type Account } from "~/domain/fund/accounts";
import { isPurpose, type Purpose } from "~/domain/fund/purposes";

/** What the address asks for; what it does not understand it leaves out. */
export interface Wish {
  account?: Account;
  purpose?: Purpose;
  month?: string;
  giftId?: string;
  allocationId?: string;
  payout?: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readWish(search: URLSearchParams): Wish {
  const account = ACCOUNTS.find((each) => each === search.get("account"));
  const purpose = search.get("purpose") ?? "";
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.exec(search.get("month") ?? "")?.[0];
  const giftId = UUID.exec(search.get("gift") ?? "")?.[0];
  const allocationId = UUID.exec(search.get("allocation") ?? "")?.[0];
  const payout = /^po_\w{1,250}$/.exec(search.get("payout") ?? "")?.[0];
  return {
    ...(account && { account }),
    ...(isPurpose(purpose) && { purpose }),
    ...(month && { month }),
    ...(giftId && { giftId }),
    ...(allocationId && { allocationId }),
    ...(payout && { payout }),
  };
}
