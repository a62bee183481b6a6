import type { BounceRefusal } from "~/features/fund/bounce-cheque.server";
import type { CoverRefusal } from "~/features/fund/cover-shortfall.server";
import type { DecideAllocationRefusal } from "~/features/fund/decide-allocation.server";
import type { DisburseRefusal } from "~/features/fund/disburse-allocation.server";
import type { EndPromiseRefusal } from "~/features/fund/end-promise.server";
import type { ForgetDonorRefusal } from "~/features/fund/forget-donor.server";
import type { InviteRefusal } from "~/features/fund/invite-to-give.server";
import type { ProposeAllocationRefusal } from "~/features/fund/propose-allocation.server";
import type { ChequeRefusal } from "~/features/fund/record-cheque.server";
import type { ShowThanksRefusal } from "~/features/fund/show-thanks.server";
import type { ChequeForRefusal } from "~/features/fund/take-cheque-for.server";
import { NOT_FOUND, type Refusals } from "~/http/refuse.server";

const not_permitted = { status: 403, key: "fund:fault.not_permitted" } as const;
const wrong_state = { status: 409, key: "fund:fault.wrong_state" } as const;
const form_changed = { status: 409, key: "fund:fault.form_changed" } as const;
const still_needed = { status: 409, key: "fund:fault.still_needed" } as const;
const not_yet = (field: string) => ({ status: 422, key: "fund:fault.not_yet", field }) as const;

const amount = {
  not_money: { status: 422, key: "fund:fault.not_money", field: "amount" },
  ambiguous: { status: 422, key: "fund:fault.ambiguous", field: "amount" },
  too_many_decimals: { status: 422, key: "fund:fault.too_many_decimals", field: "amount" },
  too_large: { status: 422, key: "fund:fault.too_large", field: "amount" },
} as const;

const bars = {
  not_enough: { status: 409, key: "fund:fault.not_enough", field: "amount" },
  own_host: { status: 409, key: "fund:fault.own_host" },
  no_host: { status: 409, key: "fund:fault.no_host", field: "studentId" },
  decision_missing: { status: 422, key: "fund:fault.decision_missing", field: "businessDecision" },
} as const;

export const proposing: Refusals<ProposeAllocationRefusal> = {
  not_permitted,
  not_found: NOT_FOUND,
  form_changed,
  ...amount,
  ...bars,
};

export const deciding: Refusals<DecideAllocationRefusal> = {
  ...{ not_permitted, not_found: NOT_FOUND, wrong_state, still_needed },
  ...bars,
  same_person: { status: 409, key: "fund:fault.same_person" },
};

export const paying: Refusals<DisburseRefusal> = {
  ...{ not_permitted, not_found: NOT_FOUND, wrong_state, still_needed },
  ...amount,
  ...bars,
  decision_missing: { status: 409, key: "fund:fault.decision_came" },
  more_than_allocated: { status: 422, key: "fund:fault.more_than_allocated", field: "amount" },
  not_yet: not_yet("paidOn"),
  missing_placement_accepted: { status: 409, key: "fund:fault.missing_placement_accepted" },
  missing_coordinator_confirmed: { status: 409, key: "fund:fault.missing_coordinator_confirmed", field: "confirmed" },
};

export const ending: Refusals<EndPromiseRefusal> = {
  ...{ not_permitted, not_found: NOT_FOUND },
  not_a_promise: { status: 409, key: "fund:fault.not_a_promise" },
  payments_away: { status: 409, key: "fund:fault.payments_away" },
};

export const bouncing: Refusals<BounceRefusal> = {
  ...{ not_permitted, not_found: NOT_FOUND },
  already: { status: 409, key: "fund:fault.already" },
  payments_away: { status: 409, key: "fund:fault.payments_away" },
};

export const forgetting: Refusals<ForgetDonorRefusal> = {
  ...{ not_permitted, not_found: NOT_FOUND },
  under_way: { status: 409, key: "fund:fault.under_way" },
};

export const thanking: Refusals<ShowThanksRefusal> = {
  ...{ not_permitted, not_found: NOT_FOUND },
  not_wished: { status: 409, key: "thanks:fault.not_wished" },
  not_paid: { status: 409, key: "thanks:fault.not_paid" },
};

export const cheque: Refusals<ChequeRefusal> = {
  not_permitted,
  form_changed,
  not_yet: not_yet("receivedOn"),
  ...amount,
};

export const chequeFor: Refusals<ChequeForRefusal> = {
  ...{ not_permitted, not_found: NOT_FOUND, form_changed, not_yet: not_yet("receivedOn"), ...amount },
  nothing_to_pay: { status: 409, key: "fund:fault.nothing_to_pay" },
  payments_away: { status: 409, key: "fund:fault.payments_away" },
};

export const covering: Refusals<CoverRefusal> = {
  ...{ not_permitted, form_changed, ...amount },
  reason_missing: { status: 422, key: "fund:fault.reason_missing", field: "because" },
  more_than_shortfall: { status: 422, key: "fund:fault.more_than_shortfall", field: "amount" },
};

export const inviting: Refusals<InviteRefusal> = {
  ...{ not_permitted, not_found: NOT_FOUND },
  fund_closed: { status: 409, key: "fund:fault.fund_closed" },
  nobody_there: { status: 409, key: "fund:fault.nobody_there", field: "organisationId" },
};

export const link: Refusals<"not_permitted" | "fund_closed"> = {
  not_permitted,
  fund_closed: { status: 409, key: "fund:fault.fund_closed" },
};
