import { expect, type Page } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { newestMail } from "./support/mailbox";
import { stranger } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

/** Asks for a code and answers what the newest mail to the address holds. */
async function askForCode(page: Page, mail: string): Promise<{ code: string; link: string }> {
  await visit(page, "/sign-in");
  await page.getByLabel("Mail address").fill(mail);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  const reader = await page.context().newPage();
  const text = await newestMail(reader, { to: mail, holding: /\b\d{6}\b/ });
  await reader.close();
  return {
    code: /\b\d{6}\b/.exec(text)?.[0] ?? "",
    link: /https?:\/\/\S+?(\/sign-in\/link\?token=[\w-]+)/.exec(text)?.[1] ?? "",
  };
}

test("a mentor signs in by a code, pasted with a space, after a wrong one", async ({ browser }) => {
  const theo = await stranger(browser);
  const { code } = await askForCode(theo, cast.theo.mail);
  await expectNoAxeViolation(theo);
  const wrong = code === "000000" ? "000001" : "000000";
  await theo.getByLabel("Code from the mail").fill(wrong);
  await theo.getByRole("button", { name: "Sign in" }).click();
  await expect(theo.getByRole("alert")).toContainText("You can try 4 more times.");
  await expect(theo.getByRole("alert")).toBeFocused();
  await expectNoAxeViolation(theo);
  await theo.getByLabel("Code from the mail").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await theo.getByRole("button", { name: "Sign in" }).click();
  await expect(theo).toHaveURL(/\/mentor$/);
});

test("an address nobody knows gets the same page as one somebody has", async ({ browser }) => {
  const nobody = await stranger(browser);
  await nobody.goto("/sign-in");
  await nobody.getByLabel("Mail address").fill("nobody.at.all@example.org");
  await nobody.getByRole("button", { name: "Send me a code" }).click();
  await expect(nobody).toHaveURL(/\/sign-in\/code$/);
  await expect(nobody.getByText("If we know this address, a mail is on its way.")).toBeVisible();
});

test("a link works by a button in the browser that asked, and elsewhere says where to type the code", async ({
  browser,
}) => {
  const lars = await stranger(browser);
  const { link, code } = await askForCode(lars, cast.lars.mail);
  const elsewhere = await stranger(browser);
  await elsewhere.goto(link);
  await expect(elsewhere.locator("h1")).toHaveText("Type the code where you started");
  await expectNoAxeViolation(elsewhere);
  expect(await elsewhere.content()).not.toContain(code);

  await lars.goto(link);
  await expectNoAxeViolation(lars);
  await lars.getByRole("button", { name: "Sign in now" }).click();
  await expect(lars).toHaveURL(/\/guardian$/);

  const again = await stranger(browser);
  await again.goto(link);
  await expect(again.locator("h1")).toHaveText("This link does not work any more");
  await expectNoAxeViolation(again);
});

test("somebody sees where they are signed in, and ends the other browser", async ({ browser }) => {
  const here = await stranger(browser);
  const there = await stranger(browser);
  for (const page of [there, here]) {
    const { code } = await askForCode(page, cast.nadia.mail);
    await page.getByLabel("Code from the mail").fill(code);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/guardian$/);
  }
  await visit(here, "/account");
  await expect(here.getByText("This browser")).toBeVisible();
  await here.getByRole("button", { name: "End", exact: true }).first().click();
  await expect(here.getByRole("status").first()).toContainText("That browser is signed out.");
  await expectNoAxeViolation(here);
  await there.goto("/guardian");
  await expect(there).toHaveURL(/\/sign-in/);
  await here.goto("/guardian");
  await expect(here).toHaveURL(/\/guardian$/);
});
