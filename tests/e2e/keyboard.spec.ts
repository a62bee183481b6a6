import { expect, type Locator, type Page } from "playwright/test";
import { signIn } from "./support/people";
import { test } from "./support/test";

const MOST_TABS = 80;

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

  await tabTo(priya, priya.locator("header summary:visible"), { backwards: true });
  await priya.keyboard.press("Enter");
  await tabTo(priya, priya.getByRole("link", { name: "My account" }));
  await priya.keyboard.press("Escape");
  await expect(priya.getByRole("link", { name: "My account" })).toBeHidden();
});

/** Presses Tab until a control has the focus; each stop on the way has to show where it is. */
async function tabTo(page: Page, target: Locator, { backwards = false } = {}): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(backwards ? "Shift+Tab" : "Tab");
    const { isShown, what } = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return { isShown: true, what: "" };
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        isShown: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
        what: element.outerHTML.slice(0, 120),
      };
    });
    expect(isShown, `focus shows on ${what}`).toBe(true);
  }
  throw new Error("The control cannot be reached with Tab.");
}
