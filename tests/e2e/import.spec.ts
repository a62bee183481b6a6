import { existsSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

const FILE = `Opportunity;Agency;What you do;Borough;Starts
"Sort seeds &amp; plant lupines";Marigold Seed Library;"<p>Clean, label and plant old kinds of lupines.</p>";Greenwater;01/15/2019
Read aloud at the seed library;Marigold Seed Library;Read to small children on Saturdays.;Greenwater;
;Marigold Seed Library;Nobody wrote what this is called.;Greenwater;
`;

test("a coordinator brings in a file: columns, check, result, rejected rows, published, found; twice changes nothing", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  await send(ines, { name: "seeds.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
  await expect(ines.getByRole("heading", { name: "Which column holds what?" })).toBeVisible();
  await expect(ines.getByText("We made a first guess.")).toBeVisible();
  await expect(chosenFor(ines, "Title")).not.toHaveText(/^Opportunity/);
  await expectNoAxeViolation(ines);
  await ines.getByLabel("Title").selectOption({ label: await optionWith(ines, "Title", "Opportunity") });
  await ines.getByLabel("Organization").selectOption({ label: await optionWith(ines, "Organization", "Agency") });
  await ines.getByRole("button", { name: "Check the rows" }).click();
  await expect(ines.getByText("2 rows are ready.")).toBeVisible();
  await expect(ines.getByText("1 row cannot come in.")).toBeVisible();
  await expectNoAxeViolation(ines);
  await ines.getByRole("button", { name: "Bring in 2 rows" }).click();
  await expect(ines.getByText("What happened to 3 rows")).toBeVisible();
  await expectNoAxeViolation(ines);

  const download = ines.waitForEvent("download");
  await ines.getByRole("link", { name: "Download the rows that were not taken" }).click();
  expect((await download).suggestedFilename()).toBe("seeds-not-taken.csv");
  await ines.getByRole("button", { name: "Publish 2 opportunities" }).click();
  await expect(ines.getByRole("status").first()).toContainText("2 opportunities are now open to students.");
  const jada = await signIn(browser, "jada");
  await expect
    .poll(async () => (await jada.request.get("/search?q=lupines")).text())
    .toContain("Sort seeds &amp; plant");

  // The same file again: its columns are remembered, which the page says, and nothing changes.
  await send(ines, { name: "seeds.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
  await expect(ines.getByText("We remembered this from the last file with the same columns.")).toBeVisible();
  await expect(chosenFor(ines, "Title")).toHaveText(/^Opportunity/);
  await expect(chosenFor(ines, "Organization")).toHaveText(/^Agency/);
  await ines.getByRole("button", { name: "Check the rows" }).click();
  await ines.getByRole("button", { name: "Bring in 2 rows" }).click();
  await expect(ines.getByText("What happened to 3 rows")).toBeVisible();
  await expect(ines.getByRole("definition").first()).toHaveText("0");
  await expect(ines.getByText("Nothing of this file waits for review.")).toBeVisible();
  await visit(ines, "/coordinator/imports");
  await expect(ines.getByRole("list", { name: "Earlier files" }).getByRole("listitem")).toHaveCount(2);
});

/** The file of real postings stands beside the project where its people keep it; nobody else needs it. */
const POSTINGS = path.resolve("..", "shared", "data", "nyc-service-volunteer-opportunities.csv");
if (existsSync(POSTINGS)) {
  test("665 real postings come in through the page", async ({ browser }) => {
    test.setTimeout(120_000);
    const greta = await signIn(browser, "greta");
    await send(greta, POSTINGS);
    await greta.getByRole("button", { name: "Check the rows" }).click();
    await expect(greta.getByText(/6[5-9]\d rows are ready/)).toBeVisible();
    await expectNoAxeViolation(greta);
    await greta.getByRole("button", { name: /Bring in 6[5-9]\d rows/ }).click();
    await expect(greta.getByText("What happened to 665 rows")).toBeVisible({ timeout: 60_000 });
    await expectNoAxeViolation(greta);
  });
}

async function send(page: Page, file: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]): Promise<void> {
  await visit(page, "/coordinator/imports");
  await page.getByLabel("A CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Send the file" }).click();
  await expect(page).toHaveURL(/\/coordinator\/imports\/[0-9a-f-]{36}/);
}

const chosenFor = (page: Page, field: string) => page.getByLabel(field, { exact: true }).locator("option:checked");

/** A choice shows the column's name and what stands in it. */
async function optionWith(page: Page, field: string, column: string): Promise<string> {
  const options = await page.getByLabel(field, { exact: true }).locator("option").allInnerTexts();
  return options.find((option) => option.startsWith(column)) ?? "";
}
