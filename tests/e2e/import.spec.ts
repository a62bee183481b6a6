import { existsSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { holdImports } from "./support/hold-imports";
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
  await expect(chosenFor(ines, "Topic or interests")).not.toHaveText(/^Borough/);
  await expectNoAxeViolation(ines);
  await choose(ines, "Title", "Opportunity");
  await choose(ines, "Organization", "Agency");
  await choose(ines, "Topic or interests", "Borough");
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
  await expect(chosenFor(ines, "Topic or interests")).toHaveText(/^Borough/);
  await expect(chosenFor(ines, "Organization")).toHaveText(/^Agency/);
  await ines.getByRole("button", { name: "Check the rows" }).click();
  await ines.getByRole("button", { name: "Bring in 2 rows" }).click();
  await expect(ines.getByText("What happened to 3 rows")).toBeVisible();
  await expect(ines.getByRole("definition").first()).toHaveText("0");
  await expect(ines.getByText("Nothing of this file waits for review.")).toBeVisible();
  await visit(ines, "/coordinator/imports");
  await expect(ines.getByRole("list", { name: "Earlier files" }).getByRole("listitem")).toHaveCount(2);
});

/** One batch and a half of those that the worker writes in one go. */
const MANY_ROWS = 150;

test("an import under way says how far it is, and survives a reload and leaving; its end is heard", async ({
  browser,
}) => {
  const held = await holdImports(cast.malik);
  try {
    // A school of its own: a long queue of review is in nobody's way there.
    const malik = await signIn(browser, "malik");
    const rows = Array.from({ length: MANY_ROWS }, (_, row) => `Wind yarn for loom ${row},Slow Loom Yard`);
    const file = `title,organization\n${rows.join("\n")}\n`;
    await send(malik, { name: "looms.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
    await malik.getByRole("button", { name: "Check the rows" }).click();
    await malik.getByRole("button", { name: `Bring in ${MANY_ROWS} rows` }).click();
    await expectProgress(malik, 0);
    await held.letOneBatchThrough();
    await expectProgress(malik, 100);
    await expectNoAxeViolation(malik);
    await malik.reload();
    await expectProgress(malik, 100);

    await visit(malik, "/coordinator/imports");
    const row = malik.getByRole("listitem").filter({ hasText: "looms.csv" });
    await expect(row).toContainText("On its way");
    await row.getByRole("link").click();
    await expectProgress(malik, 100);
    const without = await signIn(browser, "malik", { javaScriptEnabled: false });
    await without.goto(malik.url());
    await expectProgress(without, 100);

    await held.release();
    await expect(malik.getByRole("status").filter({ hasText: `Done: ${MANY_ROWS} new` })).toBeAttached();
    await expect(malik.getByText(`What happened to ${MANY_ROWS} rows`)).toBeVisible();
    await expect(without.getByText(`What happened to ${MANY_ROWS} rows`)).toBeVisible();
  } finally {
    await held.release();
  }
});

/** In words that a screen reader hears as they change, beside a bar that has the same name. */
async function expectProgress(page: Page, done: number): Promise<void> {
  const words = `Row ${done} of ${MANY_ROWS}`;
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  await expect(page.getByRole("progressbar", { name: words })).toHaveAttribute("aria-valuenow", String(done));
}

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

/** The choice of a column for a field, which may say that it is optional. */
const choiceOf = (page: Page, field: string) => page.getByRole("combobox", { name: new RegExp(`^${field}( \\(|$)`) });

const chosenFor = (page: Page, field: string) => choiceOf(page, field).locator("option:checked");

/** A choice shows the column's name and what stands in it. */
async function choose(page: Page, field: string, column: string): Promise<void> {
  const labels = await choiceOf(page, field).locator("option").allInnerTexts();
  await choiceOf(page, field).selectOption({ label: labels.find((label) => label.startsWith(column)) ?? "" });
}
