import type { BounceRefusal } from "~/features/fund/bounce-cheque.server";
import type { EndPromiseRefusal } from "~/features/fund/end-promise.server";
import type { ForgetDonorRefusal } from "~/features/fund/forget-donor.server";
import type { SayOriginRefusal } from "~/features/fund/say-origin.server";
import type { ShowThanksRefusal } from "~/features/fund/show-thanks.server";
import type { ChequeForRefusal } from "~/features/fund/take-cheque-for.server";
import type { VoidInvoiceRefusal } from "~/features/fund/void-invoice.server";
import {
  amountRefusals,
  chequeRefusals,
  form_changed,
  not_there,
  payments_away,
  stripeRefusals,
} from "~/http/fund-form.server";
import type { Refusals } from "~/http/refuse.server";

export const ending: Refusals<EndPromiseRefusal> = {
  ...{ ...not_there, ...stripeRefusals },
  not_a_promise: { status: 409, key: "fund:fault.not_a_promise" },
};

export const takingBack: Refusals<VoidInvoiceRefusal> = {
  ...{ ...not_there, ...stripeRefusals },
  no_invoice: { status: 409, key: "fund:fault.no_invoice" },
};

export const bouncing: Refusals<BounceRefusal> = {
  ...{ ...not_there, ...stripeRefusals },
  already: { status: 409, key: "fund:fault.already" },
};

export const forgetting: Refusals<ForgetDonorRefusal> = {
  ...{ ...not_there, payments_away },
  under_way: { status: 409, key: "fund:fault.under_way" },
  origin_unasked: { status: 409, key: "fund:fault.origin_first" },
};

export const saying: Refusals<SayOriginRefusal> = {
  ...{ ...not_there, payments_away },
  organisation_missing: { status: 422, key: "errors:field.choice", field: "organisationId" },
  given_signed_in: { status: 409, key: "fund:fault.given_signed_in" },
};

export const thanking: Refusals<ShowThanksRefusal> = {
  ...{ ...not_there, payments_away },
  not_wished: { status: 409, key: "thanks:fault.not_wished" },
  not_paid: { status: 409, key: "thanks:fault.not_paid" },
  practice: { status: 409, key: "thanks:fault.practice" },
};

export const chequeFor: Refusals<ChequeForRefusal> = {
  ...{ ...not_there, form_changed, ...stripeRefusals, ...amountRefusals, ...chequeRefusals },
  nothing_to_pay: { status: 409, key: "fund:fault.nothing_to_pay" },
};
