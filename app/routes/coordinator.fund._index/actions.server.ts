import { type AppLoadContext, json } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { PURPOSES } from "~/domain/fund/purposes";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { coverShortfall } from "~/features/fund/cover-shortfall.server";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { disburseAllocation } from "~/features/fund/disburse-allocation.server";
import { endPromise } from "~/features/fund/end-promise.server";
import { forgetDonor } from "~/features/fund/forget-donor.server";
import { inviteToGive } from "~/features/fund/invite-to-give.server";
import { makeGiveLink } from "~/features/fund/make-give-link.server";
import { proposeAllocation } from "~/features/fund/propose-allocation.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { showThanks } from "~/features/fund/show-thanks.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { voidRefusals } from "~/http/gift-form.server";
import { type ParsedForm, parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import * as refusals from "./refusals.server";

const typedAmount = z.string().trim().min(1).max(40);
const words = (longest: number) => z.string().trim().min(1).max(longest);

const FundForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("propose"),
    studentId: z.uuid(),
    purpose: z.enum(PURPOSES),
    amount: typedAmount,
    need: words(2_000),
    businessDecision: z.string().trim().max(500),
    formKey: z.uuid().optional(),
  }),
  z.object({ intent: z.enum(["approve", "decline", "withdraw"]), allocationId: z.uuid() }),
  z.object({
    intent: z.literal("paid"),
    allocationId: z.uuid(),
    amount: typedAmount,
    paidOn: z.iso.date(),
    evidence: words(500),
    confirmed: z.literal("on").optional(),
  }),
  z.object({ intent: z.enum(["end", "void", "forget", "show-thanks", "hide-thanks"]), giftId: z.uuid() }),
  z.object({ intent: z.literal("bounce"), giftId: z.uuid(), chequeId: z.uuid() }),
  z.object({
    intent: z.literal("cheque"),
    purpose: z.enum(PURPOSES),
    amount: typedAmount,
    donorName: words(200),
    formKey: z.uuid().optional(),
    chequeNumber: z.string().trim().max(60),
    receivedOn: z.iso.date(),
  }),
  z.object({
    intent: z.literal("cheque-for"),
    giftId: z.uuid(),
    amount: typedAmount,
    formKey: z.uuid().optional(),
    chequeNumber: z.string().trim().max(60),
    receivedOn: z.iso.date(),
  }),
  z.object({
    intent: z.literal("cover"),
    purpose: z.enum(PURPOSES),
    amount: typedAmount,
    because: words(500),
    formKey: z.uuid().optional(),
  }),
  z.object({ intent: z.literal("link") }),
  z.object({ intent: z.literal("invite"), organisationId: z.uuid() }),
]);

const HERE = "/coordinator/fund";

/** Every button of the fund's page. */
export async function actOnFund(request: Request, context: AppLoadContext, actor: StaffActor) {
  const form: ParsedForm<z.output<typeof FundForm>> = await parseForm(request, FundForm, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const { typed } = form;
  const value = { ...form.value, language: context.language };
  switch (value.intent) {
    case "propose": {
      const outcome = await proposeAllocation(wiring, actor, value);
      if (!outcome.ok) return refuse(context, outcome, refusals.proposing, typed);
      return redirectWithToast(HERE, "fund:toast.proposed");
    }
    case "paid": {
      const outcome = await disburseAllocation(wiring, actor, { ...value, confirmed: value.confirmed === "on" });
      if (!outcome.ok) return refuse(context, outcome, refusals.paying, typed);
      return redirectWithToast(HERE, "fund:toast.paid");
    }
    case "end": {
      const outcome = await endPromise(wiring, actor, value);
      return outcome.ok ? redirectWithToast(HERE, "fund:toast.decided") : refuse(context, outcome, refusals.ending);
    }
    case "show-thanks":
    case "hide-thanks": {
      const place = value.intent === "show-thanks" ? "shown" : "hidden";
      const outcome = await showThanks(wiring, actor, { ...value, place });
      return outcome.ok ? redirectWithToast(HERE, "fund:toast.decided") : refuse(context, outcome, refusals.thanking);
    }
    case "forget": {
      const outcome = await forgetDonor(wiring, actor, value);
      return outcome.ok
        ? redirectWithToast(HERE, "fund:toast.forgotten")
        : refuse(context, outcome, refusals.forgetting);
    }
    case "bounce": {
      const outcome = await bounceCheque(wiring, actor, value);
      return outcome.ok ? redirectWithToast(HERE, "fund:toast.decided") : refuse(context, outcome, refusals.bouncing);
    }
    case "void": {
      const outcome = await voidInvoice(wiring, actor, value);
      return outcome.ok ? redirectWithToast(HERE, "fund:toast.decided") : refuse(context, outcome, voidRefusals);
    }
    case "cheque": {
      const outcome = await recordCheque(wiring, actor, value);
      if (!outcome.ok) return refuse(context, outcome, refusals.cheque, typed);
      return redirectWithToast(HERE, "fund:toast.cheque");
    }
    case "cheque-for": {
      const outcome = await takeChequeFor(wiring, actor, value);
      if (!outcome.ok) return refuse(context, outcome, refusals.chequeFor, typed);
      return redirectWithToast(HERE, "fund:toast.cheque");
    }
    case "cover": {
      const outcome = await coverShortfall(wiring, actor, value);
      return outcome.ok
        ? redirectWithToast(HERE, "fund:toast.covered")
        : refuse(context, outcome, refusals.covering, typed);
    }
    case "invite": {
      const outcome = await inviteToGive(wiring, actor, value);
      return outcome.ok
        ? redirectWithToast(HERE, "fund:toast.invited")
        : refuse(context, outcome, refusals.inviting, typed);
    }
    case "link": {
      const outcome = await makeGiveLink(wiring, actor);
      if (!outcome.ok) return refuse(context, outcome, refusals.link);
      return json({ ok: true as const, link: outcome.value.url });
    }
    default: {
      const { allocationId, intent: decision } = value;
      const outcome = await decideAllocation(wiring, actor, { allocationId, decision });
      return outcome.ok ? redirectWithToast(HERE, "fund:toast.decided") : refuse(context, outcome, refusals.deciding);
    }
  }
}
