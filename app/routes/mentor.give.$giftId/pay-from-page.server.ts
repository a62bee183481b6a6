import { type AppLoadContext, redirect } from "@remix-run/node";
import type { LinkActor, MentorActor } from "~/domain/actor";
import { isPurpose } from "~/domain/fund/purposes";
import { openGift } from "~/features/fund/open-gift.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { payRefusals } from "~/http/gift-form.server";
import { refuse } from "~/http/refuse.server";
import { sentenceFor } from "~/http/text.server";

/**
 * Opens the checkout of a gift and shows the gift's page again, which now leads there by a link: an answer that led a form
 * away from this site would be stopped by `form-action 'self'` where no script runs.
 */
export async function payFromPage(
  context: AppLoadContext,
  actor: LinkActor | MentorActor,
  { giftId, page }: { giftId: string; page: string },
) {
  const { wiring, language } = context;
  const gift = await openGift(wiring, actor, { giftId });
  if (!gift.ok) return refuse(context, gift, payRefusals);
  const { purpose, schoolName: school } = gift.value;
  const name = isPurpose(purpose) ? sentenceFor(context, `fund:purpose.${purpose}`) : "";
  const title = sentenceFor(context, "fund:gift.checkoutTitle", { purpose: name, school });
  const returnUrl = `${wiring.env.origin}${page}`;
  const outcome = await payGift(wiring, actor, { giftId, title, returnUrl, language });
  return outcome.ok ? redirect(page) : refuse(context, outcome, payRefusals);
}
