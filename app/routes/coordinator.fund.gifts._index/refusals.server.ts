import type { InviteRefusal } from "~/features/fund/invite-to-give.server";
import type { ChequeRefusal } from "~/features/fund/record-cheque.server";
import {
  amountRefusals,
  chequeRefusals,
  form_changed,
  fund_closed,
  not_permitted,
  not_there,
} from "~/http/fund-form.server";
import type { Refusals } from "~/http/refuse.server";

export const cheque: Refusals<ChequeRefusal> = {
  ...{ not_permitted, form_changed, ...amountRefusals, ...chequeRefusals },
  name_missing: { status: 422, key: "fund:fault.name_missing", field: "donorName" },
};

export const inviting: Refusals<InviteRefusal> = {
  ...{ ...not_there, fund_closed },
  practice: { status: 409, key: "fund:fault.practice_no_mail", field: "organisationId" },
  nobody_there: { status: 409, key: "fund:fault.nobody_there", field: "organisationId" },
};

export const link: Refusals<"not_permitted" | "fund_closed"> = { not_permitted, fund_closed };
