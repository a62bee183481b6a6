import { expect, type Locator, type Page } from "playwright/test";
import { cast } from "../../db/cast";
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

/** Reading two lines of a card, or finding the next button, and pressing it. */
const SECONDS_A_PRESS = 6;

test("a student who does not know what they like has ten placements, a surprise and a wish in under three minutes of presses", async ({
  browser,
}) => {
  const leo = await signIn(browser, "leo");
  let presses = 0;
  const press = async (control: Locator) => {
    presses += 1;
    await control.click();
  };
  await leo.goto("/student");
  const begun = Date.now();
  await press(leo.getByRole("link", { name: "Find out" }));
  await press(leo.getByRole("link", { name: "Start the cards" }));
  for (let step = 1; step <= CARDS; step += 1) {
    presses += 1;
    await choose(leo, step, step % 3 === 0 ? "unsure" : step % 7 === 0 ? "neither" : "left");
  }
  await expect(leo.getByRole("heading", { name: "What your cards say" })).toBeVisible();
  // Before anything of it is kept.
  await expect(leo.getByText("It is not on your list yet.")).toBeVisible();
  await expect(leo.getByRole("list", { name: "Ten placements to look at" }).getByRole("listitem")).toHaveCount(10);
  await expectNoAxeViolation(leo);
  await press(leo.getByRole("button", { name: "Save my list" }));
  await expect(leo.getByText("Saved. Your search and matches go by it now.")).toBeVisible();
  await expect(leo.getByText("It is not on your list yet.")).toHaveCount(0);
  const surprise = leo.getByRole("list", { name: "Something unexpected" }).getByRole("listitem");
  await expect(surprise).toHaveCount(1);
  await press(surprise.getByRole("link"));
  await expect(leo).toHaveURL(/\/placements\//);
  await press(leo.getByRole("button", { name: /^Save: / }).first());
  await expect(leo.getByRole("button", { name: /^Saved: / }).first()).toBeVisible();
  expect(presses * SECONDS_A_PRESS).toBeLessThan(180);
  expect(Date.now() - begun).toBeLessThan(180_000);
});

test("a student stops at a card, takes an answer back and goes on where they were", async ({ browser }) => {
  const leo = await signIn(browser, "leo");
  await visit(leo, "/student/interests");
  await begin(leo);
  await expectCard(leo, 1);
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
  for (let step = 6; step <= 8; step += 1) await choose(leo, step, "unsure");
  await leo.getByRole("button", { name: "Show me what you have" }).click();
  await expect(leo.getByRole("heading", { name: "What your cards say" })).toBeVisible();
});

/** A link the first time, a button after that. */
const begin = (page: Page) =>
  page
    .getByRole("link", { name: "Start the cards" })
    .or(page.getByRole("button", { name: "Do the cards again" }))
    .click();

test("what the cards say is read by an advisor once the student says so, and not before", async ({ browser }) => {
  // Three people, one after the other.
  test.setTimeout(120_000);
  const leo = await signIn(browser, "leo");
  await visit(leo, "/student/interests");
  await begin(leo);
  for (let step = 1; step <= 8; step += 1) await choose(leo, step, "right");
  await leo.getByRole("button", { name: "Show me what you have" }).click();
  await expect(leo.getByRole("heading", { name: "What your cards say" })).toBeVisible();
  const june = await signIn(browser, "june");
  await visit(june, "/advisor");
  await expect(june.getByRole("link", { name: "Interest profile" })).toHaveCount(0);

  const ines = await signIn(browser, "ines");
  const pageOfLeo = `/coordinator/matches/students/${cast.leo.personId}`;
  await ines.goto(pageOfLeo);
  await expect(ines.locator("h1")).toHaveText("Leo Fischer");
  await expect(ines.getByRole("link", { name: "Interest profile" })).toHaveCount(0);

  await leo.getByLabel("My advisor and coordinator").check();
  await leo.getByRole("button", { name: "Save who may read it" }).click();
  await expect(leo.getByText("Saved who may read it.")).toBeVisible();
  await june.goto("/advisor");
  await june.getByRole("link", { name: "Interest profile" }).first().click();
  await expect(june.locator("h1")).toHaveText("What Leo likes");
  await expectNoAxeViolation(june);
  await ines.goto(pageOfLeo);
  await ines.getByRole("link", { name: "Interest profile" }).click();
  await expect(ines.locator("h1")).toHaveText("What Leo likes");

  await leo.getByLabel("My advisor and coordinator").uncheck();
  const takenBack = leo.waitForResponse((response) => response.request().method() === "POST");
  await leo.getByRole("button", { name: "Save who may read it" }).click();
  await takenBack;
  for (const reader of [june, ines]) {
    await reader.reload();
    await expect(reader.locator("h1")).toHaveText("We can't find this page");
  }
});

test("an advisor reads at the top of the page who has no interest profile, and no more than the name", async ({
  browser,
}) => {
  const tom = await signIn(browser, "tom");
  await visit(tom, "/advisor");
  await expect(tom.getByText(/no interest profile yet: .*Jada/)).toBeVisible();
  await expect(tom.getByRole("link", { name: "Interest profile" })).toHaveCount(0);
});

test("the cards are answered by keyboard alone, without searching for the next one", async ({ browser }) => {
  const jada = await signIn(browser, "jada");
  await jada.goto("/student/interests/cards");
  await expectCard(jada, 1);
  const left = jada.locator('button[name="intent"][value="left"]');
  await left.focus();
  await jada.keyboard.press("Enter");
  await expectCard(jada, 2);
  await expect(left).toBeFocused();
  await jada.keyboard.press("Tab");
  await jada.keyboard.press("Enter");
  await expectCard(jada, 3);
  await jada.getByRole("button", { name: "One card back" }).press("Enter");
  await expectCard(jada, 2);
});

test("the cards work without scripts", async ({ browser }) => {
  const page = await signIn(browser, "ana", { javaScriptEnabled: false });
  await page.goto("/student/interests/cards");
  for (let step = 1; step <= 8; step += 1) await choose(page, step, "left");
  await page.getByRole("button", { name: "Show me what you have" }).click();
  await expect(page.getByRole("heading", { name: "What your cards say" })).toBeVisible();
});
