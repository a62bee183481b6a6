import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { PURPOSES } from "~/domain/fund/purposes";
import { addReceipt } from "~/features/fund/add-receipt.server";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { disburseAllocation } from "~/features/fund/disburse-allocation.server";
import { proposeAllocation } from "~/features/fund/propose-allocation.server";
import { removeReceipt } from "~/features/fund/remove-receipt.server";
import { bytesOf } from "~/http/bytes-of.server";
import { civilDay } from "~/http/civil-day.server";
import { fundAmount, fundWords } from "~/http/fund-form.server";
import { type ParsedForm, parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { samePage } from "~/http/same-page.server";
import * as refusals from "./refusals.server";

const NeedForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("propose"),
    studentId: z.uuid(),
    purpose: z.enum(PURPOSES),
    amount: fundAmount,
    need: fundWords(2_000),
    businessDecision: z.string().trim().max(500),
    formKey: z.uuid().optional(),
  }),
  z.object({ intent: z.enum(["approve", "decline", "withdraw"]), allocationId: z.uuid() }),
  z.object({
    intent: z.literal("paid"),
    allocationId: z.uuid(),
    amount: fundAmount,
    paidOn: civilDay,
    evidence: fundWords(500),
    receipt: z.instanceof(File).optional(),
    confirmed: z.literal("on").optional(),
  }),
  z.object({
    intent: z.literal("add-receipt"),
    allocationId: z.uuid(),
    receipt: z.instanceof(File, { message: "fund:fault.no_picture" }),
  }),
  z.object({ intent: z.literal("remove-receipt"), receiptId: z.uuid() }),
]);

const HERE = "/coordinator/fund/needs";

/** Every button of the page of needs. */
export async function actOnNeeds(request: Request, context: AppLoadContext, actor: StaffActor) {
  const form: ParsedForm<z.output<typeof NeedForm>> = await parseForm(request, NeedForm, context);
  if (!form.ok) return form.reply;
  const { wiring, language } = context;
  const { value, typed } = form;
  switch (value.intent) {
    case "propose": {
      const outcome = await proposeAllocation(wiring, actor, { ...value, language });
      if (!outcome.ok) return refuse(context, outcome, refusals.proposing, typed);
      return redirectWithToast(HERE, "fund:toast.proposed");
    }
    case "paid": {
      const receipt = value.receipt && (await bytesOf(value.receipt));
      const confirmed = value.confirmed === "on";
      const outcome = await disburseAllocation(wiring, actor, { ...value, language, receipt, confirmed });
      if (!outcome.ok) return refuse(context, outcome, refusals.paying, typed);
      return redirectWithToast(samePage(request), "fund:toast.paid");
    }
    case "add-receipt": {
      const { allocationId } = value;
      const outcome = await addReceipt(wiring, actor, { allocationId, file: await bytesOf(value.receipt) });
      if (!outcome.ok) return refuse(context, outcome, refusals.addingReceipt, typed);
      return redirectWithToast(samePage(request), "fund:toast.receipt");
    }
    case "remove-receipt": {
      const outcome = await removeReceipt(wiring, actor, value);
      if (!outcome.ok) return refuse(context, outcome, refusals.removingReceipt, typed);
      return redirectWithToast(samePage(request), "fund:toast.receiptRemoved");
    }
    default: {
      const { allocationId, intent: decision } = value;
      const outcome = await decideAllocation(wiring, actor, { allocationId, decision });
      if (!outcome.ok) return refuse(context, outcome, refusals.deciding, { allocationId });
      return redirectWithToast(samePage(request), "fund:toast.decided");
    }
  }
}
