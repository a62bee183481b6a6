import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { makePlan } from "./support/board";
import { signIn } from "./support/people";
import { tickInterest } from "./support/placements";
import { test } from "./support/test";
import { follow, visit } from "./support/visit";

const BAKERY = "Shape and sell bread in a family bakery";
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const years = (page: Page) => page.getByRole("textbox", { name: "Years with students" });

test("a mentor says on a phone what they like, and the next plan of a coordinator names it as the reason", async ({
  browser,
}) => {
  const carlos = await signIn(browser, "carlos");
  await visit(carlos, "/mentor");
  await expect(carlos.getByRole("region", { name: "About you" })).toContainText("Cooking");
  await carlos.getByRole("link", { name: "Change it" }).click();
  await expect(carlos.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
  const otherTab = await carlos.context().newPage();
  await visit(otherTab, "/mentor/about");

  await tickInterest(carlos, "healthcare");
  await years(carlos).fill("two");
  await save(carlos);
  await expect(carlos.getByRole("alert")).toContainText("Please give a number");
  await expect(carlos.locator("summary").filter({ hasText: "Health and medicine" })).toBeVisible();
  await years(carlos).fill("2");
  await save(carlos);
  await expect(carlos.getByText("Saved. The next plan goes by it.")).toBeVisible();
  await expect(carlos.getByText("2 years")).toBeVisible();

  await years(otherTab).fill("9");
  await save(otherTab);
  await expect(otherTab.getByRole("alert")).toContainText("Somebody changed this since you opened it.");
  await expect(otherTab.getByRole("heading", { name: "What it says now" })).toBeVisible();
  await expectNoAxeViolation(otherTab);
  await expect(otherTab.getByText("2 years")).toBeVisible();
  await expect(years(otherTab)).toHaveValue("9");
  await otherTab.close();

  const malik = await signIn(browser, "malik");
  await malik.goto("/coordinator/listings?show=published&q=bakery");
  await follow(malik, BAKERY);
  const about = malik.getByRole("region", { name: "About Carlos" });
  await expect(about).toContainText("Carlos said so.");
  await expect(about).toContainText("Health and medicine");
  // Its one seat at this school is taken.
  await malik.getByLabel("Seats for your school").fill("2");
  await malik.getByRole("button", { name: "Save seats and note" }).click();
  await expect(malik.getByText("Seats: 2.")).toBeVisible();
  await follow(malik, "Say it for Carlos");
  await expect(malik.getByRole("heading", { level: 1, name: "About Carlos" })).toBeVisible();
  await expectNoAxeViolation(malik);
  await follow(malik, "Back to the listing");
  await follow(malik, "Students who may fit");
  const asha = malik.getByRole("listitem").filter({ has: malik.getByRole("heading", { name: "Asha Mohamed" }) });
  await expect(asha).toContainText("The mentor likes it too: Health and medicine.");
  const student = await asha.getByRole("link", { name: "Asha Mohamed" }).getAttribute("href");
  const pair = `/coordinator/matches/pairs/${student?.split("/").at(-1)}/${malik.url().split("/").at(-1)}`;
  await visit(malik, pair);
  await malik.getByRole("button", { name: /^Lock: / }).click();
  await expect(malik.getByText("Locked.")).toBeVisible();
  await makePlan(malik);
  const row = malik.getByRole("list", { name: "Plan" }).getByRole("listitem").filter({ hasText: "Asha Mohamed" });
  await expect(row.first()).toContainText(BAKERY);
  await expect(row.first()).toContainText("The mentor likes it too: Health and medicine.");
});

test("a coordinator says it for a mentor without scripts, and the mentor reads which school and why", async ({
  browser,
}) => {
  const malik = await signIn(browser, "malik", { javaScriptEnabled: false });
  await malik.goto("/coordinator/listings?show=published&q=bakery");
  await follow(malik, BAKERY);
  await follow(malik, "Say it for Carlos");
  await save(malik);
  await expect(malik.getByRole("alert")).toContainText("needs your help");
  await malik.getByLabel("Why you say it").fill("He told us at the fair.");
  await years(malik).fill("3");
  await save(malik);
  await expect(malik.getByText("Saved. The next plan goes by it, and the mentor can see it.")).toBeVisible();
  const carlos = await signIn(browser, "carlos");
  await visit(carlos, "/mentor/about");
  await expect(carlos.getByText("He told us at the fair.")).toBeVisible();
  await expect(carlos.getByText(/^Staff of Harbor Point/)).toBeVisible();
});
