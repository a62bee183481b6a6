import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

const CARDS = 24;

async function expectCard(page: Page, step: number): Promise<void> {
  await expect(page.getByText(`Card ${step} of ${CARDS}`, { exact: true }).first()).toBeVisible();
}

/** Answers the card of the step, once it is there: a press while the last one is on its way does nothing. */
async function choose(page: Page, step: number, side: "left" | "right" | "unsure" | "neither"): Promise<void> {
  await expectCard(page, step);
  await page.locator(`button[name="intent"][value="${side}"]`).click();
}

test("a student who does not know goes through the cards, stops, goes on, and has ten placements, a surprise and a wish", async ({
  browser,
}) => {
  const leo = await signIn(browser, "leo");
  await visit(leo, "/student");
  await leo.getByRole("link", { name: "Find out" }).click();
  await expectNoAxeViolation(leo);
  await leo.getByRole("link", { name: "Start the cards" }).click();
  await expectNoAxeViolation(leo);
  for (let step = 1; step <= 5; step += 1) await choose(leo, step, step % 2 === 0 ? "left" : "right");
  await expectCard(leo, 6);
  await leo.getByRole("button", { name: "One card back" }).click();
  await choose(leo, 5, "neither");
  await expectCard(leo, 6);
  await leo.getByRole("link", { name: "Stop for now" }).click();
  await expect(leo).toHaveURL(/\/student\/interests$/);
  await leo.reload();
  await leo.getByRole("link", { name: "Go on with the cards" }).click();
  for (let step = 6; step <= CARDS; step += 1) await choose(leo, step, step % 3 === 0 ? "unsure" : "left");
  await expect(leo.getByRole("heading", { name: "What your cards say" })).toBeVisible();
  await leo.getByRole("button", { name: "Save my list" }).click();
  await expect(leo.getByText("Saved. Your search and matches go by it now.")).toBeVisible();
  await expectNoAxeViolation(leo);
  const ideas = leo.getByRole("list", { name: "Ten placements to look at" }).getByRole("listitem");
  expect(await ideas.count()).toBeGreaterThan(0);
  await expect(leo.getByRole("list", { name: "Something unexpected" }).getByRole("listitem")).toHaveCount(1);
  await leo.getByRole("list", { name: "Something unexpected" }).getByRole("link").click();
  await expect(leo).toHaveURL(/\/placements\//);
  await leo
    .getByRole("button", { name: /^Save: / })
    .first()
    .click();
  await expect(leo.getByRole("button", { name: /^Saved: / }).first()).toBeVisible();
});

test("what the cards say is read by an advisor once the student says so, and not before", async ({ browser }) => {
  const leo = await signIn(browser, "leo");
  await visit(leo, "/student/interests");
  // A link the first time, a button after that.
  const begin = leo.getByRole("link", { name: "Start the cards" });
  await begin.or(leo.getByRole("button", { name: "Do the cards again" })).click();
  for (let step = 1; step <= 8; step += 1) await choose(leo, step, "right");
  await leo.getByRole("button", { name: "Show me what you have" }).click();
  await expect(leo.getByRole("heading", { name: "What your cards say" })).toBeVisible();
  const june = await signIn(browser, "june");
  await visit(june, "/advisor");
  await expect(june.getByRole("link", { name: "Interest profile" })).toHaveCount(0);

  await leo.getByLabel("My advisor and coordinator").check();
  await leo.getByRole("button", { name: "Save who may read it" }).click();
  await expect(leo.getByText("Saved who may read it.")).toBeVisible();
  await visit(june, "/advisor");
  await june.getByRole("link", { name: "Interest profile" }).first().click();
  await expect(june.locator("h1")).toHaveText("What Leo likes");
  await expectNoAxeViolation(june);
});

test("the cards work without scripts", async ({ browser }) => {
  const page = await signIn(browser, "ana", { javaScriptEnabled: false });
  await page.goto("/student/interests/cards");
  for (let step = 1; step <= 8; step += 1) await choose(page, step, "left");
  await page.getByRole("button", { name: "Show me what you have" }).click();
  await expect(page.getByRole("heading", { name: "What your cards say" })).toBeVisible();
});
