import { expect, type Page } from "playwright/test";
import { type MeilisearchDouble, startMeilisearchDouble } from "../support/meilisearch-double/server";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { type OwnProduct, startProduct } from "./support/product";
import { test } from "./support/test";

let double: MeilisearchDouble;
let product: OwnProduct;

const notice = (page: Page) => page.getByText("Our usual search is resting.");
const results = (page: Page) => page.getByRole("list", { name: "Placements" }).getByRole("listitem");
const searches = () => double.requests.filter((request) => request === "POST /multi-search").length;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  double = await startMeilisearchDouble();
  product = await startProduct("search-outage", { MEILI_URL: double.url });
});
test.afterAll(async () => {
  await product.stop();
  await double.stop();
});

test("Meilisearch dies while a student types and comes back: the list is never empty, and the page says who answers", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  // The worker fills the new server by itself.
  await expect
    .poll(() => double.indexes.get("throughline-placements")?.rows.size ?? 0, { timeout: 60_000 })
    .toBeGreaterThan(10);
  const page = await signIn(browser, "ana", { baseURL: product.origin });
  await page.goto("/search");
  const box = page.getByRole("searchbox");
  const before = searches();
  await box.pressSequentially("ani");
  await expect(page).toHaveURL(/q=ani$/);
  await expect(results(page).first()).toBeVisible();
  await expect(notice(page)).toBeHidden();
  expect(searches()).toBeGreaterThan(before);
  // A screen reader tells what comes into a live region that stood before.
  const regions = await page.getByRole("status").elementHandles();

  await double.stop();
  await box.pressSequentially("mals");
  await expect(page).toHaveURL(/q=animals$/);
  await expect(notice(page)).toBeVisible();
  const heard = await Promise.all(regions.map((region) => region.textContent()));
  expect(heard.filter((text) => text?.includes("Our usual search is resting."))).toHaveLength(1);
  await expect(results(page).first()).toBeVisible();
  await expectNoAxeViolation(page);
  for (const text of ["music", "cooking", "build"]) {
    await box.fill(text);
    await expect(page).toHaveURL(new RegExp(`q=${text}$`));
    await expect(notice(page)).toBeVisible();
    await expect(results(page).first()).toBeVisible();
  }

  await page.goto("/student/interests");
  await expect(notice(page)).toBeVisible();
  const coordinator = await signIn(browser, "ines", { baseURL: product.origin });
  await coordinator.goto("/coordinator/demand");
  await expect(coordinator.getByText("Our usual search is resting.")).toBeVisible();
  await expect(coordinator.getByRole("table").getByRole("row").nth(1)).toBeVisible();
  await page.goto("/search?q=build");

  await double.start();
  await expect(async () => {
    await page.reload();
    await expect(results(page).first()).toBeVisible();
    await expect(notice(page)).toBeHidden({ timeout: 500 });
  }).toPass({ timeout: 60_000, intervals: [500] });
  const after = searches();
  await box.fill("animals");
  await expect(page).toHaveURL(/q=animals$/);
  await expect(results(page).first()).toBeVisible();
  await expect(notice(page)).toBeHidden();
  await expect.poll(searches).toBeGreaterThan(after);
  expect(double.faults).toEqual([]);
});
