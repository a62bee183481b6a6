import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { sendDayMailTo } from "./support/day-mail";
import { linkFromMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";
import { fillPlacement, publishListing } from "./support/placements";
import { test } from "./support/test";

const TITLE = "Build a rowing boat";

/** What every page of the way keeps to, on a phone 390 px wide. */
async function expectFits(page: Page): Promise<void> {
  await expectNoAxeViolation(page);
  await expect(page.locator('input[type="password"]'), page.url()).toHaveCount(0);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

interface Words {
  school: string;
  send: string;
  offer: string;
}

/** From the landing page to the three questions, answered; every page on the way is looked at. */
async function begin(page: Page, mail: string, words: Words, look: (page: Page) => Promise<void>): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: words.offer }).first().click();
  await look(page);
  await page.getByRole("link", { name: words.school }).click();
  await expect(page).toHaveURL(/\/offer\/[a-z-]+$/);
  await look(page);
  await page.getByRole("button", { name: words.send }).click();
  await expect(page.locator('[aria-invalid="true"]'), "all that is missing, at once").toHaveCount(4);
  await page.locator('[name="what"]').fill("Steam planks and build a boat.");
  await page.locator('[name="name"]').fill("Cam Carpenter");
  await page.locator('[name="organisationName"]').fill("Carpenter's Boats");
  await page.locator('[name="mail"]').fill(mail);
  await page.getByRole("button", { name: words.send }).click();
  await expect(page).toHaveURL(/asked/);
  await look(page);
}

const ENGLISH = { school: "Lakeview Learning Lab", send: "Send me the link", offer: "Offer a placement" };
const SPANISH = { school: "Lakeview Learning Lab", send: "Envíenme el enlace", offer: "Ofrecer un puesto" };

test("a carpenter whom nobody knows offers a placement, goes on with it on another device, and students read it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const mail = "cam@carpenter.example";
  const phone = await stranger(browser);
  await begin(phone, mail, ENGLISH, expectFits);
  const link = await linkFromMail(phone, { to: mail, path: "/offering" });
  await phone.goto(link);
  await expect(phone.locator("main"), "nothing that was typed, before the button").not.toContainText("Carpenter");
  await expectFits(phone);
  await phone.getByRole("button", { name: "Yes, go on" }).click();
  await expect(phone.locator('[name="studentWillDo"]')).toHaveValue("Steam planks and build a boat.");
  await expectFits(phone);
  const kept = phone.waitForResponse((answer) => answer.url().endsWith("/draft") && answer.status() === 204);
  await phone.locator('[name="title"]').fill("A boat");
  await kept;

  const desk = await stranger(browser, { viewport: { width: 1280, height: 900 } });
  await desk.goto(link);
  await expect(desk.locator('[name="title"]')).toHaveValue("A boat");
  await fillPlacement(desk, { title: TITLE, studentWillDo: "Steam planks with us.", interest: "repair" });
  await desk.locator('[name="street"]').fill("12 Mill Street");
  await desk.getByRole("button", { name: "Send it to the school" }).click();
  await expect(desk.locator("h1")).toContainText("with the school");
  await expectFits(desk);

  const ines = await signIn(browser, "ines");
  const listing = await publishListing(ines, TITLE);
  const ana = await signIn(browser, "ana");
  await ana.goto(listing);
  await expect(ana.locator("main")).toContainText("Steam planks with us.");
  await sendDayMailTo(mail);
  await linkFromMail(phone, { to: mail, path: "/mentor/placements", about: TITLE });
});

test("without scripts, in Spanish, the way is the same", async ({ browser }) => {
  test.setTimeout(120_000);
  const mail = "carpintera@barcos.example";
  const page = await stranger(browser, { locale: "es-MX", javaScriptEnabled: false });
  await begin(page, mail, SPANISH, async () => {});
  const reader = await stranger(browser, { locale: "en-US" });
  await page.goto(await linkFromMail(reader, { to: mail, path: "/offering" }));
  await page.getByRole("button", { name: "Sí, seguir" }).click();
  await expect(page.locator("h1")).toHaveText("Su puesto");
  await page.getByRole("button", { name: "Enviarlo a la escuela" }).click();
  await expect(page.locator('[name="title"]')).toHaveAttribute("aria-invalid", "true");
});
