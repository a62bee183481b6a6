import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

test("an admin brings in a list of contacts, and a second list only fills gaps @both", async ({
  browser,
  viewport,
}) => {
  const size = viewport ?? { width: 390, height: 844 };
  // both sizes share a school: each has contacts of its own
  const mark = size.width > 400 ? "wide" : "phone";
  const head = "Company,Contact Name,Email";
  const walter = await signIn(browser, "walter", { viewport: size });
  await visit(walter, "/coordinator/contacts");
  await walter.getByRole("link", { name: "Bring in a file" }).click();
  await expect(walter.getByRole("radio", { name: "Contacts" })).toBeChecked();
  await send(walter, `${head}\n${mark} Looms,Mei ${mark},mei@${mark}.example\n${mark} Looms,,\n`);
  await expect(walter.getByRole("heading", { name: "Which column holds what?" })).toBeVisible();
  await expectNoAxeViolation(walter);
  await walter.getByRole("button", { name: "Check the rows" }).click();
  await expect(walter.getByText("1 new contact", { exact: true })).toBeVisible();
  await expect(walter.getByText("There is no name. Write it.")).toBeVisible();
  await walter.getByRole("button", { name: "Bring in 1 row" }).click();
  await expect(walter.getByText("What happened to 2 rows")).toBeVisible();

  await visit(walter, "/coordinator/imports?kind=contacts");
  await send(
    walter,
    `${head},Title,Phone,Notes\n${mark} Looms,M. ${mark},mei@${mark}.example,Weaver,206 555 0113,Met at the fair\n`,
  );
  await walter.getByRole("button", { name: "Check the rows" }).click();
  await expect(walter.getByText("1 contact that you have gets more", { exact: true })).toBeVisible();
  await expect(walter.getByText(`You have “Mei ${mark}” here. It stays, and “M. ${mark}” is left out.`)).toBeVisible();
  await expectNoAxeViolation(walter);
  await walter.getByRole("button", { name: "Bring in 1 row" }).click();
  await walter.getByRole("link", { name: "Look at the contacts" }).click();
  await walter.getByRole("link", { name: `Mei ${mark}` }).click();
  await expect(walter.getByText("Met at the fair")).toBeVisible();
  await expect(walter.getByText(/^leads\.csv · .* · Walter Boyd$/).first()).toBeVisible();
  await expectNoAxeViolation(walter);
});

async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel("A CSV file").setInputFiles({
    ...{ name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from(text) },
  });
  await page.getByRole("button", { name: "Send the file" }).click();
}
