import { NOT_FOUND, type Refusals } from "~/http/refuse.server";

/** What the steps of an import refuse, for the whole form. */
export const REFUSALS: Refusals<
  | "not_permitted"
  | "not_found"
  | "wrong_state"
  | "columns_not_chosen"
  | "column_needed"
  | "cancelled"
  | "nobody_chosen"
  | "too_many_missing"
  | "day_ahead"
> = {
  not_permitted: { status: 403, key: "imports:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "imports:fault.wrong_state" },
  columns_not_chosen: { status: 409, key: "imports:fault.columns_not_chosen" },
  column_needed: { status: 422, key: "imports:fault.column_needed" },
  nobody_chosen: { status: 422, key: "imports:fault.nobody_chosen", field: "student" },
  too_many_missing: { status: 409, key: "imports:fault.too_many_missing" },
  day_ahead: { status: 422, key: "people:fault.day_ahead", field: "lastDay" },
  cancelled: { status: 409, key: "imports:fault.cancelled" },
};
