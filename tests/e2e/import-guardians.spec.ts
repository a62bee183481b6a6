import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

test("an admin brings in families: one mother of two students, rights that a file does not change, a row that comes back @both", async ({
  browser,
  viewport,
}) => {
  const size = viewport ?? { width: 390, height: 844 };
  // both sizes share a school: each has students of its own
  const [family, mark] = size.width > 400 ? ["Sienna", "GW"] : ["Indigo", "GP"];
  const hannah = await signIn(browser, "hannah", { viewport: size });
  await visit(hannah, "/coordinator/imports?kind=students");
  await send(hannah, `${mark}.csv`, `Student ID,Name,Grade\n${mark}-1,Otto ${family},9\n${mark}-2,Enid ${family},10\n`);
  await hannah.getByRole("button", { name: "Check the rows" }).click();
  await hannah.getByRole("button", { name: "Bring in 2 students" }).click();
  await expect(hannah.getByText("What happened to 2 rows")).toBeVisible();

  await visit(hannah, "/coordinator/people?show=guardian");
  await hannah.getByRole("link", { name: "Bring in a file" }).click();
  await expect(hannah.getByRole("radio", { name: "Guardians" })).toBeChecked();
  const list = (mayConsent: string) => `Student ID,Guardian name,Relationship,May consent,Phone
${mark}-1,Ruth ${family},mother,${mayConsent},555 0${mark === "GW" ? 151 : 152}
${mark}-2,Ruth ${family},mother,${mayConsent},555 0${mark === "GW" ? 151 : 152}
${mark}-2,Nell ${family},aunt,yes,
`;
  await send(hannah, `${mark}-families.csv`, list(""));
  await expect(hannah.getByRole("heading", { name: "Which column holds what?" })).toBeVisible();
  await expectNoAxeViolation(hannah);
  await hannah.getByRole("button", { name: "Check the rows" }).click();
  await expect(hannah.getByText("“aunt” does not say on what the rights rest.")).toBeVisible();
  await expectNoAxeViolation(hannah);
  await hannah.getByRole("link", { name: "Changes", exact: false }).click();
  await expect(hannah.getByText(`Guardian of: Otto ${family} becomes Enid ${family}, Otto ${family}`)).toBeVisible();
  await hannah.getByRole("button", { name: "Bring in 2 rows" }).click();
  await expect(hannah.getByText("What happened to 3 rows")).toBeVisible();

  await visit(hannah, "/coordinator/imports?kind=guardians");
  await send(hannah, `${mark}-families.csv`, list("no"));
  await hannah.getByRole("button", { name: "Check the rows" }).click();
  await hannah.getByRole("link", { name: "Same as before", exact: false }).click();
  await expect(hannah.getByText("We change no rights.", { exact: false })).toHaveCount(2);
  await expectNoAxeViolation(hannah);
  await hannah
    .getByRole("link", { name: `Ruth ${family}` })
    .first()
    .click();
  await expect(hannah.getByText("Give consent, See records, Know where the student is")).toHaveCount(2);
});

async function send(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel("A CSV file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Send the file" }).click();
  await expect(page).toHaveURL(/\/coordinator\/imports\/[0-9a-f-]{36}/);
}
