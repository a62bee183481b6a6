import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

const saved = (page: Page) => page.getByRole("region", { name: "Saved" }).getByRole("listitem");

test("a student puts what they saved in their own order with the keyboard, and the page stays where it was", async ({
  browser,
  baseURL,
}) => {
  const keisha = await signIn(browser, "keisha", { baseURL });
  await keisha.goto("/student");
  const titles = () => saved(keisha).getByRole("link").allTextContents();
  const [first = "", second = "", ...others] = await titles();
  expect(second).not.toBe("");
  await expectNoAxeViolation(keisha);
  await keisha.getByRole("button", { name: `Down: ${first}` }).focus();
  await keisha.keyboard.press("Enter");
  await expect(keisha.getByText("Your list has a new order.")).toBeVisible();
  expect(await titles()).toEqual([second, first, ...others]);
  await expect(saved(keisha).locator(":focus")).toHaveCount(1);
  await keisha.reload();
  expect(await titles()).toEqual([second, first, ...others]);
  await keisha.getByRole("button", { name: `Up: ${first}` }).click();
  await expect.poll(titles).toEqual([first, second, ...others]);
});
