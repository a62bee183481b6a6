import { mkdirSync } from "node:fs";
import { type Browser, expect, type Page } from "playwright/test";
import { cast, sampleGuardianCode } from "../../db/cast";
import { makePlan } from "../e2e/support/board";
import { linkFromMail } from "../e2e/support/mailbox";
import { signIn, stranger } from "../e2e/support/people";
import { askFor, fillPlacement, publishListing, sendPlacement } from "../e2e/support/placements";
import { test } from "../e2e/support/test";
import { fillFund } from "./fill-fund";
import { findLink } from "./find-link";
import { keepPrepared } from "./prepared";

const INVITED = "elena.baker@horno.example";
type ImportStep = "columns" | "check" | "result";

/** Once, before the pictures: brings about what the sample school does not hold. */
test("people do what the pictures need", async ({ browser }) => {
  test.setTimeout(300_000);
  mkdirSync("screenshots", { recursive: true });
  const ines = await signIn(browser, "ines");
  const consent = await askForConsent(browser, ines);
  await makePlan(ines);
  await lockAnotherPair(ines);
  await makePlan(ines);
  await makePlan(await signIn(browser, "malik"), "Slate");
  const greta = await signIn(browser, "greta");
  await leaveOutAllBut(3, greta);
  await makePlan(greta, "Stable");
  keepPrepared({
    consent,
    firstContact: await leadToFirstContact(browser, ines),
    invitation: await inviteBaker(browser, ines),
    paperConsent: await findPaperConsent(ines),
    importColumns: await sendFile(ines, "columns"),
    importCheck: await sendFile(ines, "check"),
    importResult: await sendFile(ines, "result"),
    demandNear: await countNear(ines),
  });
});

test("a fund has gifts of every standing and needs of every state", async ({ browser }) => {
  test.setTimeout(300_000);
  mkdirSync("screenshots", { recursive: true });
  keepPrepared(await fillFund(browser));
});

/** Locks the first student of the plan to another place than the plan's, so that the lock has a price. */
async function lockAnotherPair(ines: Page): Promise<void> {
  await ines.goto("/coordinator/matches");
  await ines.goto(await findLink(ines, "/coordinator/matches/pairs/"));
  await ines.goto(await findLink(ines, "/coordinator/matches/pairs/"));
  await ines.getByRole("button", { name: /^Lock: / }).click();
  await expect(ines.getByRole("status").filter({ hasText: "Locked." })).toBeVisible();
}

/** Leaves so few placements to plans that not everybody gets one. */
async function leaveOutAllBut(kept: number, coordinator: Page): Promise<void> {
  await coordinator.goto("/coordinator/matches?show=listings");
  const buttons = coordinator.getByRole("button", { name: /^Leave out of plans: / });
  for (let left = await buttons.count(); left > kept; left -= 1) {
    await buttons.last().click();
    await expect(buttons).toHaveCount(left - 1);
  }
}

/** To the yes of Ana's mother, so that the host is asked. */
async function leadToFirstContact(browser: Browser, ines: Page): Promise<string> {
  const title = "Help falcons heal";
  const listing = await open(browser, ines, title);
  await approve(ines, await askFor(await signIn(browser, "ana"), listing));
  const rosa = await stranger(browser);
  await rosa.goto(await linkFromMail(rosa, { to: cast.rosa.mail, path: "/consent" }));
  await rosa.locator('[name="typedName"]').fill(cast.rosa.name);
  await rosa.locator('[name="relationship"]').fill("mamá");
  await rosa.locator('[name="code"]').fill(sampleGuardianCode);
  await rosa.getByRole("button", { name: /^(I agree|Acepto)$/ }).click();
  return linkFromMail(await stranger(browser), { to: cast.maya.mail, path: "/first-contact", about: title });
}

/** Jada may be known to hosts already; when the host says yes, her mother is asked for the internship itself. */
async function askForConsent(browser: Browser, ines: Page): Promise<string> {
  const title = "Feed the hedgehogs at night";
  const listing = await open(browser, ines, title);
  await approve(ines, await askFor(await signIn(browser, "jada"), listing));
  const host = await stranger(browser);
  await host.goto(await linkFromMail(host, { to: cast.maya.mail, path: "/first-contact", about: title }));
  await host.getByRole("button", { name: "Yes, I can meet this student" }).click();
  return linkFromMail(await stranger(browser), { to: cast.monique.mail, path: "/consent" });
}

/** A placement at the clinic that students see; answers its address. */
async function open(browser: Browser, ines: Page, title: string): Promise<string> {
  const maya = await signIn(browser, "maya");
  await maya.goto("/mentor/placements/new");
  const studentWillDo = "Feed the animals, clean their boxes, and write down how each one heals.";
  await fillPlacement(maya, { title, studentWillDo, interest: "animals" });
  await sendPlacement(maya);
  return publishListing(ines, title);
}

async function approve(ines: Page, pursuitId: string): Promise<void> {
  await ines.goto(`/coordinator/pursuits/${pursuitId}`);
  await ines.getByRole("button", { name: "Approve" }).click();
  await expect(ines.getByRole("status").filter({ hasText: "Approved." })).toBeVisible();
}

async function inviteBaker(browser: Browser, ines: Page): Promise<string> {
  const rosa = await signIn(browser, "rosa");
  await rosa.goto("/introduce");
  await rosa.locator('[name="mentorName"]').fill("Elena Panadera");
  await rosa.locator('[name="mentorMail"]').fill(INVITED);
  await rosa.locator('[name="doesWhat"]').fill("Bakes bread at night.");
  await rosa.getByRole("button", { name: "Send it to the school" }).click();
  await expect(rosa.getByRole("main")).toContainText("Elena Panadera");
  await ines.goto("/coordinator/introductions");
  await ines.getByRole("link", { name: "Elena Panadera" }).click();
  await ines.getByRole("button", { name: "Send the invitation" }).click();
  return linkFromMail(await stranger(browser), { to: INVITED, path: "/invitation" });
}

async function findPaperConsent(ines: Page): Promise<string> {
  await ines.goto("/coordinator/tasks");
  return findLink(ines, "/coordinator/consents/");
}

/** How many like animals, in circles around an area. */
async function countNear(ines: Page): Promise<string> {
  await ines.goto("/coordinator/demand");
  await ines.locator('[name="interest"]').selectOption("animals");
  await ines.locator('[name="near"]').selectOption({ index: 1 });
  await ines.getByRole("button", { name: "Count" }).click();
  await expect(ines.getByRole("table")).toHaveCount(2);
  const { pathname, search } = new URL(ines.url());
  return `${pathname}${search}`;
}

/** A file of its own for each step, left standing at it. */
async function sendFile(ines: Page, step: ImportStep): Promise<string> {
  const file = `Opportunity;Agency;What you do;Borough;Starts
Sort seeds and plant lupines (${step});Marigold Seed Library;Clean, label and plant old kinds of lupines.;Greenwater;01/15/2019
Read aloud at the seed library (${step});Marigold Seed Library;Read to small children on Saturdays.;Greenwater;
;Marigold Seed Library;Nobody wrote what this is called.;Greenwater;
`;
  await ines.goto("/coordinator/imports");
  const upload = { name: `seeds-${step}.csv`, mimeType: "text/csv", buffer: Buffer.from(file) };
  await ines.getByLabel("A CSV file").setInputFiles(upload);
  await ines.getByRole("button", { name: "Send the file" }).click();
  await expect(ines).toHaveURL(/\/coordinator\/imports\/[0-9a-f-]{36}/);
  const address = new URL(ines.url()).pathname;
  if (step === "columns") return address;
  await chooseColumn(ines, "Title", "Opportunity");
  await chooseColumn(ines, "Organization", "Agency");
  await ines.getByRole("button", { name: "Check the rows" }).click();
  await expect(ines.getByText("2 rows are ready.")).toBeVisible();
  if (step === "check") return `${address}?step=check`;
  await ines.getByRole("button", { name: "Bring in 2 rows" }).click();
  await expect(ines.getByText("What happened to 3 rows")).toBeVisible();
  return address;
}

/** A choice shows the column's name and what stands in it. */
async function chooseColumn(page: Page, field: string, column: string): Promise<void> {
  const select = page.getByLabel(field, { exact: true });
  const option = select.locator("option", { hasText: new RegExp(`^${column}`) });
  await select.selectOption(await option.getAttribute("value"));
}
