import { expect, type Page } from "playwright/test";

/** The text of the newest mail to an address that holds a pattern, read in the local mailbox. Waits for the worker. */
export async function newestMail(page: Page, { to, holding }: { to: string; holding: RegExp }): Promise<string> {
  let found = "";
  await expect
    .poll(
      async () => {
        found = (await textsOfMails(page, to)).find((text) => holding.test(text)) ?? "";
        return found;
      },
      { timeout: 45_000, intervals: [200], message: `a mail to ${to} that holds ${holding}` },
    )
    .not.toBe("");
  return found;
}

/** The path of the first link that leads to `path`, in the newest mail to an address that has one and speaks of `about`. */
export async function linkFromMail(
  page: Page,
  { to, path, about = "" }: { to: string; path: string; about?: string },
): Promise<string> {
  const pattern = new RegExp(`${about}.*?https?://\\S+?(${path}/[A-Za-z0-9_-]+)`, "s");
  return pattern.exec(await newestMail(page, { to, holding: pattern }))?.[1] ?? "";
}

async function textsOfMails(page: Page, to: string): Promise<string[]> {
  await page.goto(`/local/mailbox?to=${encodeURIComponent(to)}`);
  const mails = await page
    .locator('main a[href^="/local/mailbox/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const texts: string[] = [];
  for (const mail of mails) {
    await page.goto(mail);
    texts.push((await page.locator("main").textContent()) ?? "");
  }
  return texts;
}
