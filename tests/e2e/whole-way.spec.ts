import { expect, type Page, test } from "playwright/test";
import { cast, sampleGuardianCode } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { linkFromMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";

const TITLE = "Help with the owls at night";

/** Opens a page and looks at it as a machine for accessibility does. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("h1")).toBeVisible();
  await expectNoAxeViolation(page);
}

test("a placement goes the whole way, from the mentor's form to a place that has not started yet", async ({
  browser,
}) => {
  test.setTimeout(240_000);

  // Maya posts, on her phone.
  const maya = await signIn(browser, "maya");
  await visit(maya, "/mentor");
  await visit(maya, "/mentor/placements/new");
  await maya.locator('[name="kind"][value="internship"]').check();
  await maya.locator('[name="title"]').fill(TITLE);
  await maya
    .locator('[name="studentWillDo"]')
    .fill("Feed the owls, clean their boxes, and write down how each one heals.");
  await maya.locator('[name="interests"][value="animals"]').check();
  await maya.locator('[name="seats"]').fill("1");
  await maya.locator('[name="weekday"][value="4"]').check();
  await maya.locator('[name="starts4"]').fill("09:00");
  await maya.locator('[name="ends4"]').fill("15:00");
  for (const school of await maya.locator('[name="schoolIds"]').all()) await school.check();
  await maya
    .getByRole("button", { name: "Send to the schools" })
    .or(maya.locator('button[value="post"]'))
    .first()
    .click();
  await expect(maya).toHaveURL(/\/mentor\/placements\/[0-9a-f-]{36}$/);
  await expectNoAxeViolation(maya);

  // Ines reads it and publishes.
  const ines = await signIn(browser, "ines");
  await visit(ines, "/coordinator");
  await visit(ines, "/coordinator/listings");
  await ines.getByRole("link", { name: TITLE }).click();
  await expect(ines.locator("h1")).toContainText(TITLE);
  await expectNoAxeViolation(ines);
  await ines.locator('button[value="publish"]').click();
  await expect(ines.getByRole("status").first()).toBeVisible();

  // Ana finds it by what she likes, with a typo, within two seconds, and asks for it.
  const ana = await signIn(browser, "ana");
  await visit(ana, "/student");
  await visit(ana, "/search");
  await expect
    .poll(
      async () => {
        await ana.goto("/search?q=owls");
        return ana.getByRole("link", { name: TITLE, exact: true }).count();
      },
      { timeout: 10_000 },
    )
    .toBe(1);
  await expectNoAxeViolation(ana);
  await ana.getByRole("link", { name: TITLE, exact: true }).click();
  await expect(ana.locator("h1")).toContainText(TITLE);
  await expectNoAxeViolation(ana);
  const listingPath = new URL(ana.url()).pathname;
  await ana.getByRole("button", { name: /save/i }).first().click();
  await ana.getByRole("button", { name: /I.d like this one/ }).click();
  await ana.goto("/student");
  await ana.getByRole("link", { name: TITLE }).first().click();
  await expect(ana.locator("h1")).toContainText(TITLE);
  await expectNoAxeViolation(ana);
  const pursuitId = /[0-9a-f-]{36}/.exec(ana.url())?.[0] ?? "";

  // A stranger of another district, and one who is not signed in, see nothing of it.
  const greta = await signIn(browser, "greta");
  expect((await greta.goto(`/coordinator/pursuits/${pursuitId}`))?.status()).toBe(404);
  await expectNoAxeViolation(greta);
  expect((await greta.goto(listingPath))?.status()).toBe(404);
  const nobody = await stranger(browser);
  await nobody.goto(`/coordinator/pursuits/${pursuitId}`);
  await expect(nobody).toHaveURL(/\/sign-in/);
  await expectNoAxeViolation(nobody);

  // Ines looks at both rankings and approves.
  await visit(ines, "/coordinator/matches");
  await visit(ines, `/coordinator/matches/students/${cast.ana.personId}`);
  await visit(ines, "/coordinator/pursuits");
  await visit(ines, `/coordinator/pursuits/${pursuitId}`);
  await ines.getByRole("button", { name: "Approve" }).click();
  await expect(ines.getByText("Family says yes to being known to hosts")).toBeVisible();

  // Rosa answers from her mail, in Spanish.
  const rosa = await stranger(browser, { locale: "es-MX" });
  const consentPath = await linkFromMail(rosa, { to: cast.rosa.mail, path: "/consent" });
  await visit(rosa, consentPath);
  await rosa.locator('[name="typedName"]').fill(cast.rosa.name);
  await rosa.locator('[name="relationship"]').fill("mamá");
  await rosa.locator('[name="code"]').fill("00000000");
  await rosa.getByRole("button", { name: "Acepto", exact: true }).click();
  await expect(rosa.getByText("Este código no es correcto").first()).toBeVisible();
  await expect(rosa.locator('[name="typedName"]')).toHaveValue(cast.rosa.name);
  await expectNoAxeViolation(rosa);
  await rosa.locator('[name="code"]').fill(sampleGuardianCode);
  await rosa.getByRole("button", { name: "Acepto", exact: true }).click();
  await expect(rosa.getByText("De acuerdo").first()).toBeVisible();
  await expectNoAxeViolation(rosa);

  // Maya answers the first contact from her mail. Nobody is signed in there.
  const host = await stranger(browser);
  const contactPath = await linkFromMail(host, { to: cast.maya.mail, path: "/first-contact" });
  await visit(host, contactPath);
  await expect(host.locator("main")).toContainText("Ana");
  await expect(host.locator("main")).not.toContainText("Reyes");
  await host.getByRole("button", { name: "Yes, I can meet this student" }).click();
  await expect(host.getByText("You said yes.").first()).toBeVisible();
  await expectNoAxeViolation(host);

  // Ana takes it; it has not started yet.
  await visit(ana, `/student/pursuits/${pursuitId}`);
  await ana.getByRole("button", { name: "I take it" }).click();
  await expect(ana.getByText("Not started yet").first()).toBeVisible();
  await expectNoAxeViolation(ana);

  // Rosa sees it on her own page, Ines what is still needed.
  const rosaSignedIn = await signIn(browser, "rosa");
  await visit(rosaSignedIn, "/guardian");
  await expect(rosaSignedIn.locator("main")).toContainText(TITLE);
  await ines.reload();
  await expect(ines.getByText("Agreement of the four parties")).toBeVisible();
  await expectNoAxeViolation(ines);
});
