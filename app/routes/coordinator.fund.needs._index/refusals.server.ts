import type { AddReceiptRefusal } from "~/features/fund/add-receipt.server";
import type { DecideAllocationRefusal } from "~/features/fund/decide-allocation.server";
import type { DisburseRefusal } from "~/features/fund/disburse-allocation.server";
import type { ProposeAllocationRefusal } from "~/features/fund/propose-allocation.server";
import { amountRefusals, dayRefusals, form_changed, not_there } from "~/http/fund-form.server";
import type { Refusals } from "~/http/refuse.server";

const wrong_state = { status: 409, key: "fund:fault.wrong_state" } as const;
const still_needed = { status: 409, key: "fund:fault.still_needed" } as const;

const bars = {
  not_enough: { status: 409, key: "fund:fault.not_enough", field: "amount" },
  own_host: { status: 409, key: "fund:fault.own_host" },
  origin_unasked: { status: 409, key: "fund:fault.origin_unasked" },
  no_host: { status: 409, key: "fund:fault.no_host", field: "studentId" },
  decision_missing: { status: 422, key: "fund:fault.decision_missing", field: "businessDecision" },
} as const;

const not_paid = { status: 409, key: "fund:fault.wrong_state" } as const;

const pictures = {
  not_a_picture: { status: 422, key: "fund:fault.not_a_picture", field: "receipt" },
  picture_too_big: { status: 422, key: "fund:fault.picture_too_big", field: "receipt" },
} as const;

export const proposing: Refusals<ProposeAllocationRefusal> = {
  ...{ ...not_there, form_changed, ...amountRefusals, ...bars },
  need_missing: { status: 422, key: "fund:fault.need_missing", field: "need" },
};

export const deciding: Refusals<DecideAllocationRefusal> = {
  ...{ ...not_there, wrong_state, still_needed },
  ...bars,
  // beside the button there is no field to say it at
  not_enough: { status: 409, key: "fund:fault.not_enough" },
  no_host: { status: 409, key: "fund:fault.no_host" },
  decision_missing: { status: 409, key: "fund:fault.decision_came" },
  same_person: { status: 409, key: "fund:fault.same_person" },
};

export const paying: Refusals<DisburseRefusal> = {
  ...{ ...not_there, wrong_state, still_needed, not_paid },
  ...{ ...amountRefusals, ...bars, ...pictures },
  no_host: { status: 409, key: "fund:fault.no_host" },
  decision_missing: { status: 409, key: "fund:fault.decision_came" },
  evidence_missing: { status: 422, key: "fund:fault.evidence_missing", field: "evidence" },
  more_than_allocated: { status: 422, key: "fund:fault.more_than_allocated", field: "amount" },
  ...dayRefusals("paidOn"),
  missing_placement_accepted: { status: 409, key: "fund:fault.missing_placement_accepted" },
  missing_coordinator_confirmed: { status: 409, key: "fund:fault.missing_coordinator_confirmed", field: "confirmed" },
};

export const addingReceipt: Refusals<AddReceiptRefusal> = {
  ...{ ...not_there, not_paid, ...pictures },
  too_many_receipts: { status: 409, key: "fund:fault.too_many_receipts", field: "receipt" },
};

export const removingReceipt: Refusals<"not_permitted" | "not_found"> = not_there;
