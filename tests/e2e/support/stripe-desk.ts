import type { Page } from "playwright/test";

interface AtDesk {
  /** Address of the desk of Stripe's stand-in. */
  desk: string;
  kind: "Checkout" | "Invoice" | "Payment" | "Refund" | "Dispute" | "Payout";
  /** What the button says. */
  what: string;
}

/** Lets something happen to the newest object of its kind, at the desk of Stripe's stand-in. */
export async function actAtDesk(page: Page, { desk, kind, what }: AtDesk): Promise<void> {
  await page.goto(desk);
  const items = page.getByRole("listitem").filter({ has: page.getByText(kind, { exact: true }) });
  await items.first().getByRole("button", { name: what, exact: true }).click();
}
