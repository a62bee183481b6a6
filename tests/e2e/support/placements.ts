import { expect, type Page } from "playwright/test";

interface Posted {
  title: string;
  studentWillDo: string;
  /** A basic interest of the taxonomy. */
  interest: string;
}

/** Fills the mentor's form with one seat on Thursdays; leaves it unsent. */
export async function fillPlacement(page: Page, { title, studentWillDo, interest }: Posted): Promise<void> {
  await page.locator('[name="kind"][value="internship"]').check();
  await page.locator('[name="title"]').fill(title);
  await page.locator('[name="studentWillDo"]').fill(studentWillDo);
  await tickInterest(page, interest);
  await page.locator('[name="seats"]').fill("1");
  await page.locator('[name="weekday"][value="4"]').check();
  await page.locator('[name="starts4"]').fill("09:00");
  await page.locator('[name="ends4"]').fill("15:00");
  for (const school of await page.locator('[name="schoolIds"]').all()) await school.check();
}

/** Opens the group that holds an interest and ticks it. */
export async function tickInterest(page: Page, interest: string): Promise<void> {
  const box = page.locator(`[name="interests"][value="${interest}"]`);
  const group = page.locator("details").filter({ has: box });
  if ((await group.getAttribute("open")) === null) await group.locator("summary").click();
  await box.check();
}

export async function sendPlacement(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send it to the school" }).click();
  await expect(page).toHaveURL(/\/mentor\/placements\/[0-9a-f-]{36}$/);
}

/** A coordinator reads the listing and publishes it; answers the address of the listing as students see it. */
export async function publishListing(page: Page, title: string): Promise<string> {
  await page.goto("/coordinator/listings");
  await page.getByRole("link", { name: title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const listingId = /[0-9a-f-]{36}/.exec(page.url())?.[0];
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("status").first()).toContainText("open to students");
  return `/placements/${listingId}`;
}

/** A student presses "I'd like this one"; answers the id of the pursuit. */
export async function askFor(page: Page, listing: string): Promise<string> {
  await page.goto(listing);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "I'd like this one" }).click();
  await expect(page.getByRole("status").first()).toContainText("Your coordinator will read it.");
  await page.goto("/student");
  await page.getByRole("main").getByRole("link", { name: title, exact: true }).first().click();
  await expect(page).toHaveURL(/\/student\/pursuits\//);
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
}
