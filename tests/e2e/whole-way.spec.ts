import { type Browser, expect, type Page } from "playwright/test";
import { cast, sampleGuardianCode } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { linkFromMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";
import { fillPlacement, sendPlacement } from "./support/placements";
import { test } from "./support/test";
import { follow, visit } from "./support/visit";

const TITLE = "Help falcons heal";
/** From the press of "Publish" to the first result that shows it. */
const SEARCHABLE_WITHIN_MS = 2_000;

test("a placement goes the whole way, from the mentor's form to a place that has not started yet", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const maya = await signIn(browser, "maya");
  await mayaPosts(maya);
  const ines = await signIn(browser, "ines");
  const ana = await signIn(browser, "ana");
  await inesPublishes(ines, ana);
  const { pursuitId, listing } = await anaFindsAndAsks(ana);
  await strangersSeeNothing(browser, { pursuitId, listing });
  await inesApproves(ines, pursuitId);
  await rosaConsents(browser);
  await mayaAnswersByLink(browser);
  await anaTakesIt(ana, pursuitId);
  await everybodySeesWhereItStands(browser, ines);
});

/** On her phone, with the page loaded again in the middle: what she typed is kept. */
async function mayaPosts(maya: Page): Promise<void> {
  await visit(maya, "/mentor");
  await visit(maya, "/mentor/placements/new");
  await fillPlacement(maya, {
    title: TITLE,
    studentWillDo: "Feed the falcons, clean their boxes, and write down how each one heals.",
    interest: "animals",
  });
  await expect(maya.getByText("Kept. You can finish it later.")).toBeVisible();
  await maya.evaluate(() => window.sessionStorage.clear());
  await maya.reload();
  await expect(maya.getByText("You started this before.")).toBeVisible();
  await expect(maya.locator('[name="title"]')).toHaveValue(TITLE);
  await expect(maya.locator('[name="weekday"][value="4"]')).toBeChecked();
  await expectNoAxeViolation(maya);
  await sendPlacement(maya);
  await expectNoAxeViolation(maya);
}

async function inesPublishes(ines: Page, ana: Page): Promise<void> {
  await visit(ines, "/coordinator");
  await visit(ines, "/coordinator/listings");
  await follow(ines, TITLE);
  await expect(ines.locator("h1")).toContainText(TITLE);
  await expectNoAxeViolation(ines);
  await ines.getByRole("button", { name: "Publish" }).click();
  await expect(ines.getByRole("status").first()).toContainText("open to students");
  await expect
    .poll(async () => (await ana.request.get("/search?q=falcons")).text(), {
      timeout: SEARCHABLE_WITHIN_MS,
      intervals: [100],
    })
    .toContain(TITLE);
  await expectNoAxeViolation(ines);
}

/** With a typo, while typing; narrows it down and goes back; saves it and asks for it. */
async function anaFindsAndAsks(ana: Page): Promise<{ pursuitId: string; listing: string }> {
  await visit(ana, "/student");
  await visit(ana, "/search");
  await ana.getByLabel("What do you like?").pressSequentially("falcns");
  await expect(ana).toHaveURL(/q=falcns/);
  const found = ana.getByRole("main").getByRole("link", { name: TITLE, exact: true });
  await expect(found).toBeVisible();
  await expectNoAxeViolation(ana);

  await ana.getByText("Narrow it down").click();
  await ana.getByRole("group", { name: "Day" }).getByLabel("Thursday").click();
  await expect(ana).toHaveURL(/day=4/);
  await expect(ana.getByRole("group", { name: "Day" }).getByLabel("Thursday")).toBeChecked();
  await expect(ana.getByRole("list", { name: "Limits that are set" }).getByText("Thursday")).toBeVisible();
  await expect(found).toBeVisible();
  await expectNoAxeViolation(ana);
  await ana.goBack();
  await expect(ana).not.toHaveURL(/day=4/);
  await expect(ana.getByRole("list", { name: "Limits that are set" })).toBeHidden();

  await ana.getByRole("button", { name: `Save: ${TITLE}` }).click();
  await expect(ana.getByRole("button", { name: `Saved: ${TITLE}` })).toBeVisible();
  await found.click();
  await expect(ana.locator("h1")).toContainText(TITLE);
  await expectNoAxeViolation(ana);
  const listing = new URL(ana.url()).pathname;
  await ana.getByRole("button", { name: "I'd like this one" }).click();
  await expect(ana.getByRole("status").first()).toContainText("Your coordinator will read it.");
  await visit(ana, "/student");
  await expect(ana.getByRole("region", { name: "Saved" })).toContainText(TITLE);
  await ana.getByRole("region", { name: "Going on now" }).getByRole("link", { name: TITLE }).click();
  await expect(ana.locator("h1")).toContainText(TITLE);
  await expectNoAxeViolation(ana);
  return { pursuitId: /[0-9a-f-]{36}/.exec(ana.url())?.[0] ?? "", listing };
}

/** Of another district, and of nobody. */
async function strangersSeeNothing(browser: Browser, { pursuitId, listing }: { pursuitId: string; listing: string }) {
  const greta = await signIn(browser, "greta");
  expect((await greta.goto(`/coordinator/pursuits/${pursuitId}`))?.status()).toBe(404);
  await expectNoAxeViolation(greta);
  expect((await greta.goto(listing))?.status()).toBe(404);
  const nobody = await stranger(browser);
  await nobody.goto(`/coordinator/pursuits/${pursuitId}`);
  await expect(nobody).toHaveURL(/\/sign-in/);
  await expectNoAxeViolation(nobody);
}

async function inesApproves(ines: Page, pursuitId: string): Promise<void> {
  await visit(ines, `/coordinator/matches/students/${cast.ana.personId}`);
  await visit(ines, "/coordinator/pursuits");
  await visit(ines, `/coordinator/pursuits/${pursuitId}`);
  await ines.getByRole("button", { name: "Approve" }).click();
  await expect(ines.getByText("Family says yes to being known to hosts")).toBeVisible();
  await expectNoAxeViolation(ines);
}

/** From her mail, in Spanish, with the school's code; a wrong code first, and nothing typed is lost. */
async function rosaConsents(browser: Browser): Promise<void> {
  const rosa = await stranger(browser);
  await visit(rosa, await linkFromMail(rosa, { to: cast.rosa.mail, path: "/consent" }));
  await expect(rosa.locator("html")).toHaveAttribute("lang", "es");
  await rosa.locator('[name="typedName"]').fill(cast.rosa.name);
  await rosa.locator('[name="relationship"]').fill("mamá");
  await rosa.locator('[name="code"]').fill("00000000");
  await rosa.getByRole("button", { name: "Acepto", exact: true }).click();
  await expect(rosa.getByRole("alert")).toBeFocused();
  await expect(rosa.getByText("Este código no es correcto").first()).toBeVisible();
  await expect(rosa.locator('[name="typedName"]')).toHaveValue(cast.rosa.name);
  await expectNoAxeViolation(rosa);
  await rosa.locator('[name="code"]').fill(sampleGuardianCode);
  await rosa.getByRole("button", { name: "Acepto", exact: true }).click();
  await expect(rosa.getByText("De acuerdo").first()).toBeVisible();
  await expectNoAxeViolation(rosa);
}

/** Nobody is signed in there. The page knows the first name and nothing more. */
async function mayaAnswersByLink(browser: Browser): Promise<void> {
  const host = await stranger(browser);
  await visit(host, await linkFromMail(host, { to: cast.maya.mail, path: "/first-contact" }));
  await expect(host.locator("main")).toContainText("Ana");
  await expect(host.locator("main")).not.toContainText("Reyes");
  await host.getByRole("button", { name: "Yes, I can meet this student" }).click();
  await expect(host.getByText("You said yes.").first()).toBeVisible();
  await expectNoAxeViolation(host);
}

async function anaTakesIt(ana: Page, pursuitId: string): Promise<void> {
  await visit(ana, `/student/pursuits/${pursuitId}`);
  await ana.getByRole("button", { name: "I take it" }).click();
  await expect(ana.getByText("Not started yet").first()).toBeVisible();
  await expectNoAxeViolation(ana);
}

async function everybodySeesWhereItStands(browser: Browser, ines: Page): Promise<void> {
  const rosa = await signIn(browser, "rosa");
  await visit(rosa, "/guardian");
  await expect(rosa.locator("main")).toContainText(TITLE);
  await ines.reload();
  await expect(ines.getByText("Agreement of the four parties")).toBeVisible();
  await expectNoAxeViolation(ines);
}
