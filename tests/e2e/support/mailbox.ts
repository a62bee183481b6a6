import { expect, type Page } from "playwright/test";

/**
 * The newest mail to an address in the local mailbox, found as a person finds it; answers the first link of its text part
 * that leads to `path`. Waits for the worker.
 */
export async function linkFromMail(page: Page, { to, path }: { to: string; path: string }): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        await page.goto(`/local/mailbox?to=${encodeURIComponent(to)}`);
        for (const mail of await page
          .locator('main a[href^="/local/mailbox/"]')
          .evaluateAll((links) => links.map((a) => a.getAttribute("href")))) {
          await page.goto(mail ?? "");
          const text = (await page.locator("main").textContent()) ?? "";
          link = new RegExp(`https?://\\S+?(${path}/[A-Za-z0-9_-]+)`).exec(text)?.[1];
          if (link) return link;
        }
        return undefined;
      },
      { timeout: 20_000, message: `a mail to ${to} with a link to ${path}` },
    )
    .toBeTruthy();
  return link ?? "";
}
