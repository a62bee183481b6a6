import { expect, test } from "vitest";
import { startStandIn } from "~/payments/stand-in/server";
import { createStripePayments } from "~/payments/stripe.server";
import { NOBODY, valueIn } from "../../support/stage";

test("the stand-in writes an amount with as many decimals as its currency has", async () => {
  const standIn = await startStandIn({ now: () => new Date("2026-10-15T17:00:00Z") });
  const payments = createStripePayments({ apiBase: standIn.url, note: () => {} });
  const wish = { giftId: NOBODY, attempt: 1, minor: 1_250, title: "Bus passes", donorMail: null };
  const pages = { statementDescriptor: "", doneUrl: "http://localhost", backUrl: "http://localhost", language: "en" };
  try {
    for (const [currency, written] of [
      ["jpy", "1250 JPY"],
      ["usd", "12.50 USD"],
    ] as const) {
      const { url } = valueIn(await payments.openCheckout("sk_test_desk", { ...wish, ...pages, currency }));
      expect(await (await fetch(url)).text()).toContain(`>${written}<`);
      expect(await (await fetch(standIn.url)).text()).toContain(` ${written} `);
    }
  } finally {
    await standIn.close();
  }
});
