import { expect } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

test("a student keeps a search with a name, turns its mail off, renames it, looks again and deletes it, without scripts", async ({
  browser,
}) => {
  const leo = await signIn(browser, "leo", { javaScriptEnabled: false });
  await leo.goto("/search?q=animals&day=2");
  await leo.getByRole("link", { name: "Save this search" }).click();
  await expect(leo.getByLabel("Name")).toHaveValue("animals");
  await leo.getByLabel("Name").fill("");
  await leo.getByRole("button", { name: "Save the search" }).click();
  await expect(leo.getByText("Give it a name.").first()).toBeVisible();
  await leo.getByLabel("Name").fill("Pets on Tuesdays");
  await leo.getByRole("button", { name: "Save the search" }).click();
  await expect(leo).toHaveURL(/\/search\?q=animals&day=2$/);
  await expect(leo.getByText("Search saved.")).toBeVisible();

  await leo.getByRole("link", { name: "Your saved searches" }).click();
  await expect(leo.getByText("“animals” · 1 limit")).toBeVisible();
  await leo.getByRole("button", { name: "Turn the mail off" }).click();
  await expect(leo.getByText("No mail. Look here when you like.")).toBeVisible();
  await leo.getByText("Rename or delete").click();
  await leo.getByLabel("Name").fill("Animals");
  await leo.getByRole("button", { name: "Save the name" }).click();
  await expect(leo.getByRole("link", { name: "Animals", exact: true })).toHaveAttribute(
    "href",
    "/search?q=animals&day=2",
  );
  await leo.getByText("Rename or delete").click();
  await leo.getByRole("button", { name: "Delete this search" }).click();
  await expect(leo.getByText("No saved search yet")).toBeVisible();
});

test("on a wide screen the map stands beside the list, open from the start @desktop", async ({ browser }) => {
  const ana = await signIn(browser, "ana", { viewport: { width: 1280, height: 800 } });
  await visit(ana, "/search?q=animals");
  await expect(ana.getByText("Show the map")).toBeHidden();
  const map = await ana.getByRole("navigation", { name: "Map of these placements" }).boundingBox();
  const list = await ana.getByRole("list", { name: "Placements" }).boundingBox();
  if (!map || !list) throw new Error("both are on the page");
  expect(map.x).toBeGreaterThanOrEqual(list.x + list.width);
  expect(Math.abs(map.y - list.y)).toBeLessThan(60);
});

test("the map shows the numbers of the list, and each marker leads to its placement @both", async ({ browser }) => {
  const ana = await signIn(browser, "ana");
  const summary = ana.getByText("Show the map");
  const map = ana.getByRole("navigation", { name: "Map of these placements" });
  const openMap = async (text: string) => {
    await visit(ana, `/search?q=${text}`);
    if (await summary.isVisible()) await summary.click();
    await expect(map.getByText("Your area")).toBeVisible();
  };
  await openMap("animals");
  await expectNoAxeViolation(ana);
  const several = map.getByRole("link", { name: /placements here/ }).first();
  await several.focus();
  await ana.keyboard.press("Enter");
  await expect(ana).toHaveURL(/q=animals#result-1$/);
  await expect(ana.locator("#result-1")).toBeInViewport();
  await expect(ana.getByRole("searchbox", { name: "What do you like?" })).toHaveValue("animals");
  // The one shadow day at its place.
  await openMap("fire+station&kind=shadow_day");
  const single = map.getByRole("link", { name: /^\d+: / }).first();
  const name = (await single.getAttribute("aria-label")) ?? "";
  const [, number = "", title = ""] = /^(\d+): (.*), [^,]+$/.exec(name) ?? [];
  await expect(ana.locator(`#result-${number}`).locator("xpath=ancestor::li[1]")).toContainText(title);
  await single.focus();
  await ana.keyboard.press("Enter");
  await expect(ana.getByRole("heading", { level: 1 })).toHaveText(title);
});
