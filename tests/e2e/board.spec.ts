import { type Browser, expect, type Locator, type Page } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { makePlan } from "./support/board";
import { signIn } from "./support/people";
import { fillPlacement, publishListing, sendPlacement } from "./support/placements";
import { test } from "./support/test";
import { follow, visit } from "./support/visit";

const rowsOf = (page: Page) => page.getByRole("list", { name: "Plan" }).locator("> li");
const isFocused = (one: Locator) => one.evaluate((element) => element === document.activeElement);
const toast = (page: Page) => page.getByRole("status").first();

test("a coordinator works through the plan with keys on a small screen: locks, releases, approves two and undoes it", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  await makePlan(ines);
  await expectNoAxeViolation(ines);
  const first = rowsOf(ines)
    .filter({ has: ines.getByRole("checkbox") })
    .first();
  const name = await first.getByRole("heading").innerText();
  const row = rowsOf(ines).filter({ has: ines.getByRole("heading", { name, exact: true }) });

  await row.getByRole("link", { name, exact: true }).focus();
  await ines.keyboard.press("l");
  await expect(toast(ines)).toContainText("Locked.");
  await expect(row).toContainText("Locked by Ines. Plans keep this pair as long as they can.");
  await expectNoAxeViolation(ines);
  await row.getByRole("link", { name, exact: true }).focus();
  await ines.keyboard.press("l");
  await expect(toast(ines)).toContainText("Released.");
  await expect(row).not.toContainText("Locked by Ines");

  await row.getByRole("link", { name, exact: true }).focus();
  await ines.keyboard.press("a");
  await ines.keyboard.press("j");
  await ines.keyboard.press("a");
  const approve = ines.getByRole("button", { name: "Approve 2 pairs" });
  await ines.keyboard.press("Shift+A");
  await expect(approve).toBeFocused();
  await ines.keyboard.press("Enter");
  await expect(toast(ines)).toContainText("2 pairs approved. You can undo them for two minutes.");
  await expect(toast(ines)).toContainText(/on to the famil|suggested to the student/);
  await expect(ines.getByText("2 approvals wait. Nobody has heard of them yet.")).toBeVisible();
  await expectNoAxeViolation(ines);
  await ines.getByRole("button", { name: "Undo all" }).click();
  await expect(toast(ines)).toContainText("2 undone. Nobody heard of them.");
  await expect(row.getByRole("checkbox")).toBeVisible();
});

test("a decision far down the list leaves the page at its row, with the word about it in sight", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  await makePlan(ines);
  const name = await rowsOf(ines).last().getByRole("heading").innerText();
  const row = rowsOf(ines).filter({ has: ines.getByRole("heading", { name, exact: true }) });
  const decide = async (button: RegExp, word: string) => {
    await row.getByRole("button", { name: button }).click();
    await expect(toast(ines)).toContainText(word);
    await expect(toast(ines).getByText(word)).toBeInViewport();
    await expect(row.locator(":focus")).toBeInViewport();
  };
  await decide(/^Lock: /, "Locked.");
  await decide(/^Release /, "Released.");
});

test("pairs approved together far down the list leave the page there, with the word about them and the way to undo it in sight", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  await makePlan(ines);
  const last = rowsOf(ines)
    .filter({ has: ines.getByRole("checkbox") })
    .last();
  const name = await last.getByRole("heading").innerText();
  const row = rowsOf(ines).filter({ has: ines.getByRole("heading", { name, exact: true }) });
  await row.getByRole("checkbox").check();
  await ines.getByRole("button", { name: "Approve one pair" }).click();
  await expect(row).toContainText("Waits");
  await expect(row.getByText("Waits")).toBeInViewport();
  await expect(toast(ines).getByText("You can undo")).toBeInViewport();
  await expect(ines.getByRole("main").locator(":focus")).toBeInViewport();

  const way = ines.getByRole("link", { name: "One approval waits: undo it" });
  await expect(way).toBeInViewport();
  await way.click();
  await expect(ines.getByRole("button", { name: "Undo all" })).toBeInViewport();
  await ines.getByRole("button", { name: "Undo all" }).click();
  await expect(row.getByRole("checkbox")).toBeVisible();
  await expect(way).toHaveCount(0);
});

test("whoever decides with Tab and Enter goes on where they were: in the row, beside what is gone, never at the top", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  await makePlan(ines);
  const first = rowsOf(ines)
    .filter({ has: ines.getByRole("checkbox") })
    .first();
  const name = await first.getByRole("heading").innerText();
  const row = rowsOf(ines).filter({ has: ines.getByRole("heading", { name, exact: true }) });
  const link = row.getByRole("link", { name, exact: true });
  const press = async (label: RegExp) => {
    const button = row.getByRole("button", { name: label });
    await link.focus();
    for (let stop = 0; stop < 8 && !(await isFocused(button)); stop += 1) await ines.keyboard.press("Tab");
    await expect(button).toBeFocused();
    await ines.keyboard.press("Enter");
  };

  await press(/^Lock: /);
  await expect(row).toContainText("Locked by Ines.");
  await expect(row.locator(":focus")).toHaveCount(1);
  // The keys of the list work on at once.
  await ines.keyboard.press("l");
  await expect(row).not.toContainText("Locked by Ines");
  await expect(row.locator(":focus")).toHaveCount(1);
  await press(/^Rule out: /);
  await expect(row).toContainText("Ruled out by Ines.");
  await expect(link).toBeFocused();
  await press(/^Release /);
  await expect(row).not.toContainText("Ruled out by Ines");
  await expect(row.locator(":focus")).toHaveCount(1);

  await link.focus();
  await ines.keyboard.press("a");
  await ines.keyboard.press("Shift+A");
  await ines.keyboard.press("Enter");
  await expect(row).toContainText("Waits");
  await expect(ines.getByRole("main").locator(":focus")).toBeVisible();
  await ines.getByRole("button", { name: "Undo all" }).focus();
  await ines.keyboard.press("Enter");
  await expect(row.getByRole("checkbox")).toBeVisible();
  await expect(ines.getByRole("navigation", { name: "Show", exact: true }).getByRole("link").first()).toBeFocused();
});

test("two coordinators see each other's decisions, and who is behind overwrites nothing", async ({ browser }) => {
  const ines = await signIn(browser, "ines");
  await makePlan(ines);
  const behind = await signIn(browser, "ines", { javaScriptEnabled: false });
  await behind.goto("/coordinator/matches");
  const last = rowsOf(ines)
    .filter({ has: ines.getByRole("button", { name: /^Lock: / }) })
    .last();
  const name = await last.getByRole("heading").innerText();
  const rowOf = (page: Page) => rowsOf(page).filter({ has: page.getByRole("heading", { name, exact: true }) });

  const priya = await signIn(browser, "priya");
  await visit(priya, "/coordinator/matches");
  await rowOf(priya)
    .getByRole("button", { name: /^Rule out: / })
    .click();
  await expect(toast(priya)).toContainText("Ruled out.");

  await expect(ines.getByText(`Priya ruled out ${name}`)).toBeVisible({ timeout: 15_000 });
  await expect(rowOf(ines)).toContainText("Ruled out by Priya.");
  await expect(rowOf(ines).getByRole("checkbox")).toHaveCount(0);

  await rowOf(behind)
    .getByRole("button", { name: /^Lock: / })
    .click();
  await expect(behind.getByRole("alert")).toContainText("Priya has ruled this pair out since you opened the page.");
  await expect(rowOf(behind)).toContainText("Ruled out by Priya.");
  await rowOf(behind)
    .getByRole("button", { name: /^Release / })
    .click();
  await expect(rowOf(behind).getByRole("button", { name: /^Lock: / })).toBeVisible();
});

test("who comes back to the board is told what others decided meanwhile, and that it cannot be asked when it cannot", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  await makePlan(ines);
  await visit(ines, "/coordinator/matches");
  const turn = (state: "hidden" | "visible") =>
    ines.evaluate((to) => {
      Object.defineProperty(document, "visibilityState", { value: to, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await turn("hidden");
  const asked: string[] = [];
  ines.on("request", (request) => {
    if (request.url().includes("/coordinator/matches/news")) asked.push(request.url());
  });

  const priya = await signIn(browser, "priya");
  await visit(priya, "/coordinator/matches");
  const row = rowsOf(priya)
    .filter({ has: priya.getByRole("button", { name: /^Rule out: / }) })
    .last();
  const name = await row.getByRole("heading").innerText();
  await row.getByRole("button", { name: /^Rule out: / }).click();
  await expect(toast(priya)).toContainText("Ruled out.");
  expect(asked, "a page in the background does not ask").toEqual([]);

  await turn("visible");
  await expect(ines.getByText(`Priya ruled out ${name}`)).toBeVisible();

  await ines.route("**/coordinator/matches/news*", (route) => route.abort());
  await expect(ines.getByText("We cannot ask what others decided right now.")).toBeVisible({ timeout: 15_000 });
  await ines.unroute("**/coordinator/matches/news*");
  await expect(ines.getByText("We cannot ask what others decided right now.")).toHaveCount(0, { timeout: 15_000 });
});

test("a slate has several rows for a student, which are counted and approved apart", async ({ browser }) => {
  // A plan is made twice, and four pages are read.
  test.setTimeout(120_000);
  const ines = await signIn(browser, "ines");
  await visit(ines, "/coordinator/matches");
  await expect(ines.getByText("You can leave this page.")).toHaveCount(0, { timeout: 30_000 });
  await ines.locator("summary", { hasText: "Which kind of plan" }).click();
  await ines.getByLabel("Slate").check();
  await expectNoAxeViolation(ines);
  await ines.getByRole("button", { name: "Make a new plan" }).click();
  await expect(ines.getByText(/^Slate plan, made/)).toBeVisible({ timeout: 30_000 });
  const first = rowsOf(ines)
    .filter({ hasText: /[23] proposals/ })
    .first();
  const name = await first.getByRole("heading").innerText();
  const own = ines.getByRole("list", { name: `Proposals for ${name}` }).locator("> li");
  // Keys go from pair to pair: the name stands for the first, and why opens without leaving the list.
  await first.getByRole("link", { name, exact: true }).focus();
  await ines.keyboard.press("a");
  await ines.keyboard.press("w");
  await expect(own.nth(0).getByRole("link", { name: /^Why, and the numbers/ })).toBeVisible();
  await expectNoAxeViolation(ines);
  await ines.keyboard.press("j");
  await expect(own.nth(1).getByRole("link").first()).toBeFocused();
  await ines.keyboard.press("a");
  await expect(ines.getByRole("button", { name: "Approve 2 pairs" })).toBeVisible();
  await expect(ines.getByText("All for one student.")).toBeVisible();
  await ines.getByRole("button", { name: "Approve 2 pairs" }).click();
  await expect(own.filter({ hasText: "Waits" })).toHaveCount(2);
  await ines.getByRole("button", { name: /^Undo all/ }).click();
  await expect(own.filter({ hasText: "Waits" })).toHaveCount(0);
  await visit(ines, "/coordinator/matches/seats");
  await expect(ines.getByText("such a plan is made again with it")).toBeVisible();
  await visit(ines, "/coordinator/matches/compare");
  await expect(ines.getByText("On the board (Slate)").first()).toBeVisible();
  await expectNoAxeViolation(ines);
  await makePlan(ines);
});

test("the ranking of one student shows what another coordinator settles, and approves nothing over it", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  const path = `/coordinator/matches/students/${cast.jada.personId}`;
  const rowOf = (page: Page) => page.getByRole("list", { name: "Places, best first" }).locator("> li").last();
  await visit(ines, path);
  const behind = await signIn(browser, "ines", { javaScriptEnabled: false });
  await behind.goto(path);
  const place = await rowOf(ines).getByRole("heading").getByRole("link").getAttribute("href");

  const priya = await signIn(browser, "priya");
  await visit(priya, `/coordinator/matches/pairs/${cast.jada.personId}/${place?.split("/").at(-1)}`);
  await priya.getByRole("button", { name: /^Rule out: / }).click();
  await expect(toast(priya)).toContainText("Ruled out.");

  await expect(ines.getByText("Priya ruled out Jada")).toBeVisible({ timeout: 15_000 });
  await expect(rowOf(ines)).toContainText("Ruled out by Priya.");
  await expect(rowOf(ines).getByRole("button", { name: /^Approve: / })).toHaveCount(0);
  await expectNoAxeViolation(ines);

  await rowOf(behind)
    .getByRole("button", { name: /^Approve: / })
    .click();
  await expect(behind.getByRole("alert")).toContainText("Priya has ruled this pair out since you opened the page.");
  await expect(rowOf(behind).getByRole("button", { name: /^Approve: / })).toHaveCount(0);
});

test("the page of a pair says why in words, shows each rule with its datum, and numbers that add up on demand", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  await makePlan(ines);
  await rowsOf(ines).first().locator("summary").click();
  await rowsOf(ines)
    .first()
    .getByRole("link", { name: /^Why, and the numbers/ })
    .click();
  await expect(ines.getByRole("heading", { name: "The rules, one by one" })).toBeVisible();
  await expect(ines.getByRole("list", { name: "Checks" })).toContainText(/Days: All right · \d of \d days/);
  await ines.locator("summary", { hasText: "The numbers" }).click();
  await expectNoAxeViolation(ines);
  const side = ines.getByRole("list", { name: /^How it suits the student/ });
  const points = await side.locator("li").allInnerTexts();
  const sum = points.reduce((total, text) => total + Number(/(-?[\d,]+) of/.exec(text)?.[1]?.replaceAll(",", "")), 0);
  expect((await side.getAttribute("aria-label"))?.replaceAll(",", "")).toContain(` ${sum}`);

  await ines.getByLabel("Why").fill("They met at the fair.");
  await ines.getByRole("button", { name: /^Lock: / }).click();
  await expect(ines.locator("main")).toContainText("Why: They met at the fair.");
  await visit(ines, "/coordinator/matches?show=settled");
  await expect(ines.locator("main")).toContainText("They met at the fair.");
  await expectNoAxeViolation(ines);
  await ines
    .getByRole("button", { name: /^Release / })
    .first()
    .click();
  await expect(toast(ines)).toContainText("Released.");
});

test("questions about the plan have pages: what if, compare, seats and demand", async ({ browser }) => {
  const ines = await signIn(browser, "ines");
  await makePlan(ines);
  await visit(ines, "/coordinator/matches/what-if");
  await ines.getByLabel("The change").selectOption({ label: "Leave a place out of plans" });
  await ines.locator("select[name=listingId]").selectOption({ index: 1 });
  await ines.getByRole("button", { name: "Show what would happen" }).click();
  await expect(ines).toHaveURL(/kind=leave_out/);
  await expect(
    ines.getByRole("status").filter({ hasText: /^You tried: leave .+ out of plans\..*would move\.$/ }),
  ).toBeVisible();
  await expectNoAxeViolation(ines);
  await visit(ines, "/coordinator/matches/compare");
  await expect(ines.getByRole("heading", { name: "Who would rather be elsewhere" })).toBeVisible();
  for (const show of ["students", "listings"]) await visit(ines, `/coordinator/matches?show=${show}`);
  await ines.goto("/coordinator/matches/seats?by=day");
  await ines
    .getByRole("main")
    .getByRole("link", { name: /^Try one more seat at / })
    .first()
    .click();
  await expect(ines).toHaveURL(/what-if\?kind=seats/);
  await expect(ines.getByRole("heading", { name: "What would happen" })).toBeVisible();
});

/**
 * A new listing that nobody has asked for, and the coordinator who published it. What becomes of it stands beside the board's own
 * tests, one after the other: whoever undoes all that waits undoes what a test beside it approved as well.
 */
async function unaskedListing(browser: Browser, title: string) {
  const theo = await signIn(browser, "theo");
  await theo.goto("/mentor/placements/new");
  await fillPlacement(theo, { title, studentWillDo: "Set up the new machines with us.", interest: "computers" });
  await sendPlacement(theo);
  const ines = await signIn(browser, "ines");
  await publishListing(ines, title);
  return { theo, ines };
}

test("an approval from the ranking of a student is undone before anybody hears of it", async ({ browser }) => {
  const title = "Set up the tablets of a library";
  const { ines } = await unaskedListing(browser, title);
  await visit(ines, `/coordinator/matches/students/${cast.leo.personId}`);
  const approve = ines.getByRole("button", { name: `Approve: ${title}` });
  await approve.click();
  await expect(ines.getByRole("status").first()).toContainText("One pair approved. You can undo it");
  await expectNoAxeViolation(ines);
  await ines.getByRole("button", { name: "Undo all" }).click();
  await expect(ines.getByRole("status").first()).toContainText("Undone. Nobody heard of it.");
  await expect(approve).toBeVisible();
});

test("a match the student never asked for waits for the student, and nobody else hears of it", async ({ browser }) => {
  const title = "Keep the computers of a clinic running";
  const { theo, ines } = await unaskedListing(browser, title);
  await visit(ines, `/coordinator/matches/students/${cast.leo.personId}`);
  await ines.getByRole("button", { name: `Approve: ${title}` }).click();
  await ines.getByRole("button", { name: "Carry out now" }).click();
  await expect(ines.getByRole("status").first()).toContainText("Carried out.");

  const anja = await signIn(browser, "anja");
  await anja.goto("/guardian");
  await expect(anja.locator("main")).not.toContainText(title);
  await theo.goto("/mentor");
  await expect(theo.locator("main")).not.toContainText("Leo");

  const leo = await signIn(browser, "leo");
  await visit(leo, "/student");
  await follow(leo, title);
  await expect(leo.getByText("Nobody else knows yet.")).toBeVisible();
  await expectNoAxeViolation(leo);
  await leo.getByRole("button", { name: "I want to try this" }).click();
  await expect(leo.getByRole("status").first()).toContainText("Your school asks your family next.");
  await expectNoAxeViolation(leo);
});
