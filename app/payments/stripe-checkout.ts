import type Stripe from "stripe";
import type { CheckoutWish, OfGift } from "./port";
import { digestOf } from "./request-digest";
import { nothingToFind, writeOnce } from "./stripe-write";

// Each part by itself, because a part that is spread into another is not compared with what Stripe publishes.
type Asked = Stripe.Checkout.SessionCreateParams;
type Intent = Stripe.Checkout.SessionCreateParams.PaymentIntentData;

/** Opens a page at Stripe on which a gift is paid. */
export async function openCheckout(stripe: Stripe, wish: CheckoutWish): Promise<{ reference: string; url: string }> {
  const { giftId, attempt, minor, currency, title, donorMail, statementDescriptor, doneUrl, backUrl } = wish;
  const asked = {
    mode: "payment",
    submit_type: "donate",
    client_reference_id: giftId,
    line_items: [{ quantity: 1, price_data: { currency, unit_amount: minor, product_data: { name: title } } }],
    allowed_payment_method_types: currency === "usd" ? ["card", "us_bank_account"] : ["card"],
    // a bank that would have to be proven by small deposits takes days in which nothing says that the gift is on its way
    ...(currency === "usd" &&
      ({ payment_method_options: { us_bank_account: { verification_method: "instant" } } } satisfies Asked)),
    payment_intent_data: {
      description: title,
      metadata: { gift: giftId },
      ...(statementDescriptor && ({ statement_descriptor_suffix: statementDescriptor } satisfies Intent)),
      // a live payment with an address has Stripe's receipt mailed, whatever the account chose about mails
      ...(donorMail && ({ receipt_email: donorMail } satisfies Intent)),
    },
    metadata: { gift: giftId },
    locale: wish.language === "es" ? "es" : "en",
    ...(donorMail && ({ customer_email: donorMail } satisfies Asked)),
    success_url: doneUrl,
    cancel_url: backUrl,
  } satisfies Asked;
  // A key belongs to one request: a try whose answer was lost may be followed by another page's, in another language.
  const key = `gift:${giftId}:checkout:${attempt}:${digestOf(asked)}`;
  const session = await writeOnce({
    key,
    write: (options) => stripe.checkout.sessions.create(asked, options),
    // nobody has the address of one whose answer was lost, so that nobody pays there
    find: nothingToFind,
  });
  if (!session.url) throw new Error("a checkout was opened without an address");
  return { reference: session.id, url: session.url };
}

/** Ends such a page. */
export function closeCheckout(stripe: Stripe, { giftId, reference }: OfGift): Promise<null> {
  return writeOnce({
    key: `gift:${giftId}:close:${reference}`,
    write: async (options) => {
      await stripe.checkout.sessions.expire(reference, {} satisfies Stripe.Checkout.SessionExpireParams, options);
      return null;
    },
    find: async () => ((await stripe.checkout.sessions.retrieve(reference)).status === "expired" ? null : undefined),
  });
}
