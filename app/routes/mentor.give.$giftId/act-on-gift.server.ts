import { type AppLoadContext, redirect } from "@remix-run/node";
import { z } from "zod";
import type { LinkActor, MentorActor } from "~/domain/actor";
import { isPurpose } from "~/domain/fund/purposes";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { openGift } from "~/features/fund/open-gift.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { wishThanks } from "~/features/fund/wish-thanks.server";
import { invoiceRefusals, payRefusals, THANKS_FIELDS, thanksRefusals, voidRefusals } from "~/http/gift-form.server";
import { type ParsedForm, parseForm } from "~/http/parse-form.server";
import { refuse } from "~/http/refuse.server";
import { sentenceFor } from "~/http/text.server";

const GiftAct = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("pay") }),
  z.object({
    intent: z.literal("invoice"),
    purchaseOrder: z.string().trim().max(60).default(""),
    donorMail: z.union([z.literal(""), z.email().max(320)]).default(""),
  }),
  z.object({ intent: z.literal("void") }),
  z.object({ intent: z.literal("thanks"), ...THANKS_FIELDS }),
]);

interface DonorsGift {
  actor: LinkActor | MentorActor;
  giftId: string;
  /** The gift's page. */
  page: string;
  /** Where Stripe sends back to and what the browser keeps meanwhile, where the page's own address is not for others to read. */
  leaving?: { path: string; cookie: string };
}

/**
 * What a donor does on a gift's page. A checkout is opened and the page shown again, which now leads there by a link: an answer
 * that led a form away from this site would be stopped by `form-action 'self'` where no script runs.
 */
export async function actOnGift(
  request: Request,
  context: AppLoadContext,
  { actor, giftId, page, leaving }: DonorsGift,
) {
  const form: ParsedForm<z.output<typeof GiftAct>> = await parseForm(request, GiftAct, context);
  if (!form.ok) return form.reply;
  const { wiring, language } = context;
  const { value, typed } = form;
  if (value.intent === "void") {
    const outcome = await voidInvoice(wiring, actor, { giftId });
    return outcome.ok ? redirect(page) : refuse(context, outcome, voidRefusals, typed);
  }
  if (value.intent === "thanks") {
    const wish = { thanks: value.thanks, words: value.thanksWords, withAmount: value.thanksAmount === "on" };
    const outcome = await wishThanks(wiring, actor, { giftId, ...wish });
    return outcome.ok ? redirect(page) : refuse(context, outcome, thanksRefusals, typed);
  }
  const gift = await openGift(wiring, actor, { giftId });
  if (!gift.ok) return refuse(context, gift, payRefusals, typed);
  const { purpose, schoolName: school } = gift.value;
  const name = isPurpose(purpose) ? sentenceFor(context, `fund:purpose.${purpose}`) : "";
  const title = sentenceFor(context, "fund:gift.checkoutTitle", { purpose: name, school });
  if (value.intent === "invoice") {
    const purchaseOrderLabel = sentenceFor(context, "fund:gift.onInvoice");
    const outcome = await invoiceGift(wiring, actor, { ...value, giftId, title, purchaseOrderLabel, language });
    return outcome.ok ? redirect(page) : refuse(context, outcome, invoiceRefusals, typed);
  }
  const returnUrl = `${wiring.env.origin}${leaving?.path ?? page}`;
  const outcome = await payGift(wiring, actor, { giftId, title, returnUrl, language });
  if (!outcome.ok) return refuse(context, outcome, payRefusals, typed);
  return redirect(page, leaving && { headers: { "Set-Cookie": leaving.cookie } });
}
