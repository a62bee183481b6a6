import { expect, type Locator, type Page } from "playwright/test";

const MOST_TABS = 80;

/** Presses Tab until a control has the focus; each stop on the way has to show where it is. */
export async function tabTo(page: Page, target: Locator, { backwards = false } = {}): Promise<void> {
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
