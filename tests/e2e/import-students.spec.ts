import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

test("an admin brings in the list of students, sees what the next one changes, and gets a bad row back @both", async ({
  browser,
  viewport,
}) => {
  const size = viewport ?? { width: 390, height: 844 };
  // both sizes share a school: each has students of its own
  const [family, mark] = size.width > 400 ? ["Umber", "W"] : ["Ochre", "P"];
  const list = (
    grade: number,
    juno = `${mark}-2;${family};Juno;12/11/2009;10;${family} owls;`,
  ) => `Student ID;Last name;First name;DOB;Grade;Advisory;Home language
${mark}-1;${family};Ilka;30/04/2010;${grade};${family} owls;Somali
${juno}
${mark}-3;${family};Kofi;soon;9;;
`;
  const walter = await signIn(browser, "walter", { viewport: size });
  await visit(walter, "/coordinator/people");
  await walter.getByRole("link", { name: "Bring in a file" }).click();
  await expect(walter.getByRole("radio", { name: "Students" })).toBeChecked();
  await expectNoAxeViolation(walter);
  await send(walter, `${mark}.csv`, list(9));
  await expect(walter.getByRole("heading", { name: "Which column holds what?" })).toBeVisible();
  await expectNoAxeViolation(walter);
  await walter.getByRole("button", { name: "Check the rows" }).click();
  await expect(walter.getByText("2 new students")).toBeVisible();
  await expect(walter.getByText("We cannot read the date of birth “soon”.")).toBeVisible();
  await expectNoAxeViolation(walter);
  await walter.getByRole("button", { name: "Bring in 2 students" }).click();
  await expect(walter.getByText("What happened to 3 rows")).toBeVisible();
  await walter.reload();
  await expect(walter.getByText("What happened to 3 rows")).toBeVisible();
  await expectNoAxeViolation(walter);
  const download = walter.waitForEvent("download");
  await walter.getByRole("link", { name: "Download the rows that were not taken" }).click();
  expect((await download).suggestedFilename()).toBe(`${mark}-not-taken.csv`);

  await visit(walter, "/coordinator/imports?kind=students");
  await send(walter, `${mark}.csv`, list(10));
  await expect(walter.getByText("We remembered this from the last file with the same columns.")).toBeVisible();
  await walter.getByRole("button", { name: "Check the rows" }).click();
  await expect(walter.getByText("1 student changes", { exact: true })).toBeVisible();
  await expect(walter.getByText("We cannot read the date of birth “soon”.")).toBeVisible();
  await walter.getByRole("link", { name: "Changes", exact: false }).click();
  await expect(walter.getByText("Grade: 9 becomes 10")).toBeVisible();
  await expectNoAxeViolation(walter);
  await walter.getByRole("button", { name: "Bring in 2 students" }).click();
  await walter.getByRole("link", { name: "Look at the students" }).click();
  await walter.getByLabel("Name or student number").fill(family);
  await walter.getByRole("button", { name: "Find" }).click();
  await expect(walter.getByRole("link", { name: "Ilka" })).toHaveCount(1);
  await walter.getByRole("link", { name: "Ilka" }).click();
  await expect(walter.getByText(`${family} owls, with Walter Boyd`)).toBeVisible();
  await expect(walter.getByText("30 April 2010")).toBeVisible();

  // The next list lacks Juno, and says so; it is the whole list, so staff are asked.
  await visit(walter, "/coordinator/imports?kind=students");
  await send(walter, `${mark}.csv`, list(10, ""));
  await walter.getByRole("button", { name: "Check the rows" }).click();
  await expect(walter.getByRole("listitem").filter({ hasText: `Juno ${family}` })).toBeVisible();
  await walter.getByLabel("This file is the whole list of our students").check();
  await expectNoAxeViolation(walter);
  await walter.getByRole("button", { name: "Bring in 1 student" }).click();
  await walter.getByLabel(`Juno ${family}`).check();
  await expect(walter.getByText("That is more than a tenth of the students")).toBeVisible();
  await expectNoAxeViolation(walter);
  await walter.getByRole("button", { name: "Those chosen have left" }).click();
  await expect(walter.getByText("1 student has left.")).toBeVisible();
  await visit(walter, `/coordinator/people?show=student&q=${family}`);
  await expect(walter.getByRole("link", { name: "Ilka" })).toHaveCount(1);
  await expect(walter.getByRole("link", { name: "Juno" })).toHaveCount(0);
});

async function send(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel("A CSV file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Send the file" }).click();
  await expect(page).toHaveURL(/\/coordinator\/imports\/[0-9a-f-]{36}/);
}
