import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { newestMail } from "./support/mailbox";
import { stranger } from "./support/people";
import { test } from "./support/test";
import { follow, visit } from "./support/visit";

const ADMIN = "adela@foxglove.example";
const STUDENTS = `Student ID;Last name;First name;DOB;Grade;Advisory;Home language
F-1;Lark;Noor;30/04/2010;10;Foxes;Spanish
F-2;Finch;Otis;12/11/2009;10;Foxes;English
`;
const TITLE = "Bake rye bread";
const PLACEMENTS = `Title;Organization;Description;Interests
${TITLE};Foxglove Bakery;Knead, shape and bake rye bread before sunrise.;Cooking
`;

/** What every page of the way keeps to, on a phone 390 px wide. */
async function expectFits(page: Page): Promise<void> {
  await expectNoAxeViolation(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

test("an empty school comes to its first published listing and its first student's wish by the pages and two files alone", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await createSchool();
  const admin = await stranger(browser);
  await visit(admin, "/sign-in");
  await admin.getByLabel("Mail address").fill(ADMIN);
  await admin.getByRole("button", { name: "Send me a code" }).click();
  await typeNumber(admin, ADMIN);
  await expect(admin).toHaveURL(/\/coordinator$/);
  await expectFits(admin);

  await visit(admin, "/coordinator/people");
  await admin.getByRole("link", { name: "Bring in a file" }).click();
  await sendFile(admin, "students.csv", STUDENTS);
  await admin.getByRole("button", { name: "Check the rows" }).click();
  await expect(admin.getByText("2 new students")).toBeVisible();
  await expectFits(admin);
  await admin.getByRole("button", { name: "Bring in 2 students" }).click();
  await expect(admin.getByText("What happened to 2 rows")).toBeVisible();

  await visit(admin, "/coordinator/imports");
  await sendFile(admin, "placements.csv", PLACEMENTS);
  await admin.getByRole("button", { name: "Check the rows" }).click();
  await expect(admin.getByText("1 row is ready.")).toBeVisible();
  await admin.getByRole("button", { name: "Bring in 1 row" }).click();
  await admin.getByRole("button", { name: "Publish 1 opportunity" }).click();
  await expect(admin.getByRole("status").first()).toContainText("now open to students");

  await admin.goto("/coordinator/people");
  await admin.getByRole("link", { name: "Who is not in yet" }).click();
  await expect(admin.getByText("No sign-in is noted of 2 people of the school.")).toBeVisible();
  await expectFits(admin);
  await admin.getByRole("button", { name: "Make letters" }).click();
  await expect(admin.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)).toHaveCount(2);
  await expectFits(admin);

  const code = await codeFor(admin, "Noor");
  const noor = await stranger(browser);
  await noor.goto("/sign-in");
  await noor.getByRole("link", { name: "Come in with a code" }).click();
  await expectFits(noor);
  await noor.getByLabel("Code", { exact: true }).fill(code.toLowerCase().replace("-", " "));
  await noor.getByRole("button", { name: "Go on" }).click();
  await expect(noor.getByText("Noor")).toHaveCount(2);
  await expectFits(noor);
  await noor.getByLabel("Your own mail address").fill("noor@foxglove.example");
  await noor.getByRole("button", { name: "Send me a code" }).click();
  await typeNumber(noor, "noor@foxglove.example");
  await expect(noor).toHaveURL(/\/student$/);
  await expectFits(noor);

  await expect.poll(async () => (await noor.request.get("/search?q=bread")).text()).toContain(TITLE);
  await visit(noor, "/search?q=bread");
  await noor.getByRole("button", { name: `Save: ${TITLE}` }).click();
  await expect(noor.getByRole("button", { name: `Saved: ${TITLE}` })).toBeVisible();
  await visit(noor, "/student");
  await expect(noor.getByRole("region", { name: "Saved" })).toContainText(TITLE);
  await expectFits(noor);

  await admin.goto("/coordinator/people?show=student");
  await follow(admin, "Noor");
  await expect(admin.getByText("Came in", { exact: true })).toBeVisible();
  await expectFits(admin);
});

/** As whoever runs the server does it, beside the product that serves. */
async function createSchool(): Promise<void> {
  const data = path.resolve(process.env.DATA_DIR ?? ".cache/browser-data");
  const options = { name: "Foxglove School", slug: "foxglove", "time-zone": "America/Denver", "admin-mail": ADMIN };
  const given = Object.entries({ ...options, "admin-name": "Adela Fox", district: "Foxglove District" });
  const env = { ...process.env, APP_MODE: "local", DATA_DIR: data };
  const asked = ["build-node/commands/school-create.js", ...given.flatMap(([name, value]) => [`--${name}`, value])];
  await promisify(execFile)(process.execPath, asked, { env });
}

/** The number that came by mail. */
async function typeNumber(page: Page, to: string): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  const reader = await page.context().newPage();
  const text = await newestMail(reader, { to, holding: /\b\d{6}\b/ });
  await reader.close();
  await page.getByLabel("Code from the mail").fill(/\b\d{6}\b/.exec(text)?.[0] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function sendFile(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel("A CSV file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Send the file" }).click();
  await expect(page).toHaveURL(/\/coordinator\/imports\/[0-9a-f-]{36}/);
}

async function codeFor(admin: Page, name: string): Promise<string> {
  await admin.goto("/coordinator/people?show=student");
  await follow(admin, name);
  await expect(admin.getByText("No sign-in noted yet.")).toBeVisible();
  await expectFits(admin);
  await admin.getByRole("link", { name: "Invite", exact: true }).click();
  await expectFits(admin);
  await admin.getByRole("button", { name: "Show a code" }).click();
  await expect(admin.getByText("Say how you know that it is them.").first()).toBeVisible();
  await admin.getByLabel("How do you know that it is them?").fill("in class, by her advisor");
  await admin.getByRole("button", { name: "Show a code" }).click();
  const shown = admin.getByRole("status").filter({ hasText: `Code for ${name}` });
  await expectFits(admin);
  return /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec((await shown.textContent()) ?? "")?.[0] ?? "";
}
