import { test as base } from "playwright/test";

/** A test with several people opens several browsers; they close with it. */
export const test = base.extend<{ browsersClose: undefined }>({
  browsersClose: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
