import { expect } from "playwright/test";
import { tabTo } from "./support/keyboard";
import { signIn } from "./support/people";
import { test } from "./support/test";

test("a coordinator decides about a request with the keyboard alone, and always sees where the focus is @desktop", async ({
  browser,
}) => {
  const priya = await signIn(browser, "priya");
  await priya.setViewportSize({ width: 1280, height: 800 });
  await priya.goto("/coordinator/pursuits");
  await priya.keyboard.press("Tab");
  await expect(priya.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await priya.keyboard.press("Enter");
  await expect(priya.getByRole("main")).toBeFocused();

  await tabTo(priya, priya.getByRole("link", { name: /^Zuri Okoye → / }));
  await priya.keyboard.press("Enter");
  await expect(priya.locator("h1")).toContainText("Zuri Okoye");
  await expect(priya.getByRole("main")).toBeFocused();
  const decline = priya.locator("summary", { hasText: "Decline" });
  await tabTo(priya, decline);
  await priya.keyboard.press("Space");
  await tabTo(priya, priya.getByLabel("The student reads"));
  await priya.keyboard.type("The pharmacy takes nobody this month. Ask again in spring.");
  await tabTo(priya, priya.getByRole("button", { name: "Decline" }));
  await priya.keyboard.press("Enter");
  await expect(priya.getByRole("status").first()).toContainText("Declined.");

  await tabTo(priya, priya.locator("header summary:visible").last(), { backwards: true });
  await priya.keyboard.press("Enter");
  await tabTo(priya, priya.getByRole("link", { name: "My account" }));
  await priya.keyboard.press("Escape");
  await expect(priya.getByRole("link", { name: "My account" })).toBeHidden();
});
