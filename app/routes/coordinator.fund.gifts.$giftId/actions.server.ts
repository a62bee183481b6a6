import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { endPromise } from "~/features/fund/end-promise.server";
import { forgetDonor } from "~/features/fund/forget-donor.server";
import { sayOrigin } from "~/features/fund/say-origin.server";
import { showThanks } from "~/features/fund/show-thanks.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { CHEQUE_FIELDS } from "~/http/fund-form.server";
import { type ParsedForm, parseForm } from "~/http/parse-form.server";
import { redirectWithToast, type ToastKey } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import * as refusals from "./refusals.server";
import { NO_ORGANISATION } from "./view.server";

const GiftForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["end", "void", "forget", "show-thanks", "hide-thanks"]) }),
  z.object({ intent: z.literal("origin"), organisationId: z.union([z.literal(NO_ORGANISATION), z.uuid()]) }),
  z.object({ intent: z.literal("bounce"), chequeId: z.uuid() }),
  z.object({ intent: z.literal("cheque-for"), ...CHEQUE_FIELDS }),
]);

/** Every button of one gift's page. */
export async function actOnFundGift(
  request: Request,
  context: AppLoadContext,
  { actor, giftId }: { actor: StaffActor; giftId: string },
) {
  const form: ParsedForm<z.output<typeof GiftForm>> = await parseForm(request, GiftForm, context);
  if (!form.ok) return form.reply;
  const { wiring, language } = context;
  const { value, typed } = form;
  const said = (toast: ToastKey) => redirectWithToast(`/coordinator/fund/gifts/${giftId}`, toast);
  switch (value.intent) {
    case "end": {
      const outcome = await endPromise(wiring, actor, { giftId });
      return outcome.ok ? said("fund:toast.decided") : refuse(context, outcome, refusals.ending, typed);
    }
    case "void": {
      const outcome = await voidInvoice(wiring, actor, { giftId });
      return outcome.ok ? said("fund:toast.decided") : refuse(context, outcome, refusals.takingBack, typed);
    }
    case "forget": {
      const outcome = await forgetDonor(wiring, actor, { giftId });
      return outcome.ok ? said("fund:toast.forgotten") : refuse(context, outcome, refusals.forgetting, typed);
    }
    case "origin": {
      const organisationId = value.organisationId === NO_ORGANISATION ? null : value.organisationId;
      const outcome = await sayOrigin(wiring, actor, { giftId, organisationId });
      return outcome.ok ? said("fund:toast.decided") : refuse(context, outcome, refusals.saying, typed);
    }
    case "show-thanks":
    case "hide-thanks": {
      const place = value.intent === "show-thanks" ? "shown" : "hidden";
      const outcome = await showThanks(wiring, actor, { giftId, place });
      return outcome.ok ? said("fund:toast.decided") : refuse(context, outcome, refusals.thanking, typed);
    }
    case "bounce": {
      const outcome = await bounceCheque(wiring, actor, { giftId, chequeId: value.chequeId });
      return outcome.ok ? said("fund:toast.decided") : refuse(context, outcome, refusals.bouncing, typed);
    }
    case "cheque-for": {
      const outcome = await takeChequeFor(wiring, actor, { ...value, giftId, language });
      return outcome.ok ? said("fund:toast.cheque") : refuse(context, outcome, refusals.chequeFor, typed);
    }
  }
}
