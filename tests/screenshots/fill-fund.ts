import { type Browser, expect, type Locator, type Page } from "playwright/test";
import type { Purpose } from "../../app/domain/fund/purposes";
import { signIn, stranger } from "../e2e/support/people";
import { actAtDesk } from "../e2e/support/stripe-desk";

const SHOWN = { timeout: 20_000 };

interface Given {
  amount: string;
  who: string;
  organisation?: string;
  purpose?: Purpose;
  how?: "now" | "later" | "invoice";
  thanks?: string;
}

/** Pages of gifts that the pictures lead to. */
export interface FilledFund {
  give: string;
  paidGift: string;
  invoicedGift: string;
}

/** A fund in which everything has happened: a gift of each standing, a need of each state, a loss, payouts and a check. */
export async function fillFund(browser: Browser): Promise<FilledFund> {
  const priya = await signIn(browser, "priya");
  const ines = await signIn(browser, "ines");
  await openFund(priya);
  const give = await linkForDonors(ines);
  const donor = await stranger(browser);
  const desk = await stranger(browser);
  const page = await givenBy(donor, give, { amount: "420", who: "Lake Library", thanks: "Good luck on your way!" });
  const stand = await payAt(desk, donor, page, "Pay by card");
  const thanked = page;
  await pay(donor, desk, give, { amount: "650", who: "Amina Diallo", purpose: "stipend" });
  await pay(donor, desk, give, { amount: "180", who: "Northgate Hardware", purpose: "tools" });
  await actAtDesk(desk, { desk: stand, kind: "Payment", what: "Refund a half" });
  await pay(donor, desk, give, { amount: "60", who: "Theo Marsh", purpose: "tools" });
  await actAtDesk(desk, { desk: stand, kind: "Payment", what: "Refund all" });
  await pay(donor, desk, give, { amount: "90", who: "Pier 4 Sailing" });
  await actAtDesk(desk, { desk: stand, kind: "Payment", what: "The donor disputes it" });
  await payAt(
    desk,
    donor,
    await givenBy(donor, give, { amount: "75", who: "Rain City Bikes" }),
    "Pay from a bank account",
  );
  await payAt(
    desk,
    donor,
    await givenBy(donor, give, { amount: "35", who: "Ola Berg" }),
    "Pay with a card that is declined",
  );
  await givenBy(donor, give, { amount: "25", who: "Somebody who thinks about it" });
  await givenBy(donor, give, { amount: "250", who: "Ballard Boat Yard", how: "later" });
  const invoicedGift = await invoice(donor, give, {
    amount: "1,200",
    who: "Kei Sato",
    organisation: "Pacific Engineering Works",
  });
  await invoice(donor, give, { amount: "300", who: "A company that moved" });
  await actAtDesk(desk, { desk: stand, kind: "Invoice", what: "Give it up" });
  await invoice(donor, give, { amount: "500", who: "Harbor Trust" });
  await actAtDesk(desk, { desk: stand, kind: "Invoice", what: "Mark it as paid" });
  await enterCheque(priya);
  await spend(ines, priya, desk, { stand, donor, give });
  await desk.goto(stand);
  await desk.getByRole("button", { name: "A payment for something else" }).first().click();
  await desk
    .getByRole("button", { name: /^Pay out / })
    .first()
    .click();
  await priya.goto("/coordinator/fund/checks");
  await priya.getByRole("button", { name: "Compare now" }).click();
  await expect(priya.getByText("No gift of this fund").first()).toBeVisible(SHOWN);
  await showThanks(priya);
  return { give, paidGift: thanked, invoicedGift };
}

async function openFund(priya: Page): Promise<void> {
  await priya.goto("/coordinator/fund/settings");
  await priya.getByLabel("The fund is open for gifts").check();
  await priya.getByText("For the business office").click();
  await priya.getByLabel("Account code of the business office").fill("01-0000-8699");
  await priya.getByLabel("Account code: Student stipends").fill("01-0000-8720");
  await priya.getByRole("button", { name: "Save", exact: true }).click();
  await expect(priya.getByRole("status").filter({ hasText: "Saved." })).toBeVisible(SHOWN);
}

async function linkForDonors(ines: Page): Promise<string> {
  await ines.goto("/coordinator/fund/gifts");
  await ines.getByText("Ask somebody to give").click();
  await ines.getByRole("button", { name: "Make a link" }).click();
  const link = (await ines.getByText(/\/give\//).textContent()) ?? "";
  return new URL(link).pathname;
}

/** Fills in the form of the link; answers the address of the gift's page. */
async function givenBy(donor: Page, give: string, gift: Given): Promise<string> {
  await donor.goto(give);
  await donor.locator(`input[name="purpose"][value="${gift.purpose ?? "transit"}"]`).check();
  await donor.getByLabel("Your own amount").fill(gift.amount);
  await donor.getByLabel("Your name").fill(gift.who);
  await donor.getByLabel("Organization you give for").fill(gift.organisation ?? "");
  await donor.getByLabel("Your mail address, for the receipt").fill("donor@example.org");
  if (gift.thanks) {
    await donor.getByText("Be thanked in public").click();
    await donor.locator('input[name="thanks"][value="named"]').check();
    await donor.getByLabel("A sentence to show beside it").fill(gift.thanks);
    await donor.getByLabel("Show the amount too").check();
  }
  await donor.locator(`input[name="how"][value="${gift.how ?? "now"}"]`).check();
  await donor.getByRole("button", { name: "Go on" }).click();
  await expect(donor.getByRole("heading", { name: "Your gift" })).toBeVisible(SHOWN);
  return new URL(donor.url()).pathname;
}

/** Pays at the stand-in; answers the address of its desk. */
async function payAt(desk: Page, donor: Page, page: string, how: string): Promise<string> {
  await donor.goto(page);
  await donor.getByRole("button", { name: "Pay now" }).click();
  const link = (await donor.getByRole("link", { name: /Pay at Stripe/ }).getAttribute("href")) ?? "";
  await desk.goto(link);
  await desk.getByRole("button", { name: how }).first().click();
  return new URL(link).origin;
}

async function pay(donor: Page, desk: Page, give: string, gift: Given): Promise<void> {
  await payAt(desk, donor, await givenBy(donor, give, gift), "Pay by card");
}

async function invoice(donor: Page, give: string, gift: Given): Promise<string> {
  const page = await givenBy(donor, give, { ...gift, how: "invoice" });
  await donor.getByLabel("Purchase order number").fill("PO 4711");
  await donor.getByRole("button", { name: "Send me the invoice" }).click();
  await expect(async () => {
    await donor.reload();
    await expect(donor.getByText("Invoice made")).toBeVisible({ timeout: 1_000 });
  }).toPass(SHOWN);
  return page;
}

async function enterCheque(priya: Page): Promise<void> {
  await priya.goto("/coordinator/fund/gifts");
  await priya.getByText("Enter a check nobody promised").click();
  await priya.getByLabel("From whom?").fill("Green Lake Rotary");
  await priya.getByLabel("Purpose", { exact: true }).selectOption("tools");
  await priya.getByLabel("Amount", { exact: true }).fill("150");
  await priya.getByLabel("Number of the check").fill("2204");
  await priya.getByRole("button", { name: "Save the check" }).click();
  await expect(priya.getByText("The check is in the books.")).toBeVisible(SHOWN);
  await priya.getByRole("link", { name: /Ballard Boat Yard/ }).click();
  await priya.getByText("A check came for it").click();
  await priya.getByLabel("Amount", { exact: true }).fill("100");
  await priya.getByRole("button", { name: "Save the check" }).click();
  await expect(priya.getByText("The check is in the books.")).toBeVisible(SHOWN);
}

interface Around {
  stand: string;
  donor: Page;
  give: string;
}

/** Needs in every state; one is paid out of a gift that is lost in a dispute afterwards. */
async function spend(ines: Page, priya: Page, desk: Page, { stand, donor, give }: Around): Promise<void> {
  await pay(donor, desk, give, { amount: "110", who: "A card that was stolen" });
  await expect(async () => {
    await ines.goto("/coordinator/fund/needs");
    await expect(ines.locator("option", { hasText: /Bus and train passes \(\$5\d\d/ })).toHaveCount(1, {
      timeout: 1_000,
    });
  }).toPass(SHOWN);
  await propose(ines, {
    student: 1,
    purpose: "transit",
    amount: "580",
    need: "Bus passes for the term, to the clinic and back.",
  });
  await decide(priya, "Bus passes for the term", "Approve");
  const paid = rowOf(ines, "Bus passes for the term");
  await ines.goto("/coordinator/fund/needs");
  await paid.getByText("It has been paid").click();
  await paid.getByLabel("How much was paid?").fill("572.50");
  await paid.getByLabel("Where is the receipt?").fill("Invoice 4471, folder 12");
  await paid.getByLabel("A picture of the receipt").setInputFiles({
    ...{ name: "receipt.png", mimeType: "image/png" },
    buffer: await donor.screenshot(),
  });
  await paid.getByLabel("I confirm that the need was met").check();
  await paid.getByRole("button", { name: "Save the payment" }).click();
  await expect(ines.getByText("The payment is in the books.")).toBeVisible(SHOWN);
  await actAtDesk(desk, { desk: stand, kind: "Payment", what: "The donor disputes it" });
  await actAtDesk(desk, { desk: stand, kind: "Dispute", what: "The school loses" });
  await propose(ines, { student: 2, purpose: "tools", amount: "64", need: "Steel-toe boots, size 41." });
  await propose(ines, { student: 3, purpose: "tools", amount: "20", need: "Gloves and goggles." });
  await decide(priya, "Gloves and goggles", "Approve");
  await propose(ines, { student: 4, purpose: "tools", amount: "15", need: "A helmet that the host has too." });
  await decide(priya, "A helmet that the host has too", "Decline");
  await propose(ines, { student: 5, purpose: "tools", amount: "12", need: "An apron, asked for twice." });
  await ines.goto("/coordinator/fund/needs");
  await rowOf(ines, "An apron").getByRole("button", { name: "Take back" }).click();
  await expect(ines.getByRole("status").filter({ hasText: "Saved." })).toBeVisible(SHOWN);
  await propose(priya, { student: 6, purpose: "tools", amount: "30", need: "A tool belt." });
}

interface Proposal {
  student: number;
  purpose: Purpose;
  amount: string;
  need: string;
}

async function propose(page: Page, { student, purpose, amount, need }: Proposal): Promise<void> {
  await page.goto("/coordinator/fund/needs");
  const form = page.locator("details").filter({ hasText: "Set money aside for a need" });
  if ((await form.getAttribute("open")) === null) await form.locator("summary").click();
  await form.getByLabel("Student", { exact: true }).selectOption({ index: student });
  await form.getByLabel("Purpose", { exact: true }).selectOption(purpose);
  await form.getByLabel("Amount", { exact: true }).fill(amount);
  await form.getByLabel("What is it for?").fill(need);
  await form.getByRole("button", { name: "Propose" }).click();
  await expect(page.getByText("Proposed. Somebody else approves it now.")).toBeVisible(SHOWN);
}

const rowOf = (page: Page, need: string): Locator => page.getByRole("listitem").filter({ hasText: need });

async function decide(priya: Page, need: string, decision: "Approve" | "Decline"): Promise<void> {
  await priya.goto("/coordinator/fund/needs");
  await rowOf(priya, need).getByRole("button", { name: decision }).click();
  await expect(priya.getByRole("status").filter({ hasText: "Saved." })).toBeVisible(SHOWN);
}

async function showThanks(priya: Page): Promise<void> {
  await priya.goto("/coordinator/fund/gifts");
  await priya.getByRole("link", { name: /Lake Library/ }).click();
  await priya.getByRole("button", { name: "Show it on the thank-you page" }).click();
  await expect(priya.getByRole("button", { name: "Take it off the thank-you page" })).toBeVisible(SHOWN);
}
