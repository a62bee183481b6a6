import { expect, type Page } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { sendDayMailTo } from "./support/day-mail";
import { linkFromMail, newestMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";
import { publishListing } from "./support/placements";
import { test } from "./support/test";

const BAKER = "elena.baker@horno.example";

/** How long Elena may take to read, type and tap: what the issue asks of a host profile. */
const TWO_MINUTES_MS = 120_000;
/** A slow thumb. */
const MS_PER_KEY = 250;

/** What every page of the way keeps to, on a phone 390 px wide. */
async function expectFits(page: Page): Promise<void> {
  await expectNoAxeViolation(page);
  await expect(page.locator('input[type="password"]'), page.url()).toHaveCount(0);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

test("a family introduces a mentor, whose yes from the mail is a placement, and is thanked; nobody types a password", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const rosa = await signIn(browser, "rosa", { locale: "es-MX" });
  await rosa.goto("/introduce");
  await expectFits(rosa);
  await rosa.getByRole("button", { name: "Enviar a la escuela" }).click();
  await expect(rosa.getByRole("alert").or(rosa.locator('[aria-invalid="true"]')).first()).toBeVisible();
  await rosa.getByLabel("Nombre de esa persona").fill("Elena Panadera");
  await rosa.getByLabel("Correo de esa persona").fill(BAKER);
  await rosa.locator('[name="doesWhat"]').fill("Hace pan de noche.");
  await rosa.getByText("Contar más").click();
  await rosa.getByLabel("Pueden decirle mi nombre completo").check();
  await rosa.getByRole("button", { name: "Enviar a la escuela" }).click();
  await expect(rosa.getByText("La escuela lo lee", { exact: true })).toBeVisible();
  await expectFits(rosa);
  const expectNobodyTyped = async () => {
    await expect(
      rosa.getByLabel("Nombre de esa persona"),
      "on a phone of the family the next reads nobody",
    ).toHaveValue("");
    await expect(rosa.getByLabel("Correo de esa persona")).toHaveValue("");
    await expect(rosa.getByLabel("Pueden decirle mi nombre completo")).not.toBeChecked();
  };
  await expectNobodyTyped();
  await rosa.reload();
  await expectNobodyTyped();

  const ines = await signIn(browser, "ines");
  await ines.goto("/coordinator/introductions");
  await expectFits(ines);
  await ines.getByRole("link", { name: "Elena Panadera" }).click();
  await expect(ines.locator("h1")).toContainText("Elena Panadera");
  await expectFits(ines);
  const tooMuch = "x".repeat(1001);
  const note = ines.locator('textarea[name="note"]');
  await ines.locator("summary", { hasText: "Do not invite" }).click();
  await note.fill(tooMuch);
  await ines.getByRole("button", { name: "Do not invite" }).click();
  await expect(note, "the fault stands at the field that has it, and nothing typed is lost").toBeVisible();
  await expect(note).toHaveAttribute("aria-invalid", "true");
  await expect(note).toHaveValue(tooMuch);
  await ines.getByRole("button", { name: "Send the invitation" }).click();
  await expect(ines.getByText("The school has written to them").first()).toBeVisible();

  const elena = await stranger(browser);
  await elena.goto(await linkFromMail(elena, { to: BAKER, path: "/invitation" }));
  await expect(elena.locator("main")).toContainText(cast.rosa.name);
  await expectFits(elena);
  const filledIn = { organisationName: "organization", mentorName: "name", street: "address-line1", phone: "tel" };
  for (const [name, token] of Object.entries(filledIn))
    await expect(elena.locator(`[name="${name}"]`), "a browser fills it in").toHaveAttribute("autocomplete", token);
  await expect(elena.locator("main form").first().locator("[required]"), "two answers are a yes").toHaveCount(2);
  const typed: [label: string, words: string][] = [
    ["Dónde trabaja", "Horno de Elena"],
    ["Su trabajo allí", "Panadera de noche"],
    ["¿Qué podría ver o hacer un estudiante con usted?", "Dar forma al pan y encender el horno."],
    ["Calle y número de su trabajo", "12 Mill Street"],
  ];
  for (const [label, words] of typed) await elena.getByLabel(label).fill(words);
  await elena.getByLabel("Un día juntos").check();
  const keys = typed.reduce((sum, [, words]) => sum + words.length, 0);
  expect(keys * MS_PER_KEY, "with a minute left for reading").toBeLessThan(TWO_MINUTES_MS / 2);
  await elena.getByRole("button", { name: "Sí, cuenten conmigo" }).click();
  await expect(elena.getByText("Ahora no tiene que hacer nada")).toBeVisible();
  await expectFits(elena);

  await ines.reload();
  await expect(ines.locator("main")).toContainText("Horno de Elena");
  await ines.locator("main").getByRole("link", { name: "Panadera de noche" }).click();
  await expectFits(ines);
  const listing = await publishListing(ines, "Panadera de noche");
  const ana = await signIn(browser, "ana");
  await expect(async () => {
    await ana.goto("/search?q=panadera");
    await expect(ana.getByRole("link", { name: "Panadera de noche", exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectFits(ana);
  await ana.goto(listing);
  await expect(ana.locator("main")).toContainText("Dar forma al pan");
  await expectFits(ana);

  await rosa.reload();
  await expect(rosa.getByText("Dijo que sí. ¡Gracias!")).toBeVisible();
  const family = await stranger(browser, { locale: "es-MX" });
  await sendDayMailTo(cast.rosa.mail);
  await newestMail(family, { to: cast.rosa.mail, holding: /Elena Panadera dijo que sí\. ¡Gracias!/ });
  const own = await linkFromMail(family, { to: cast.rosa.mail, path: "/introduce", about: "Elena Panadera" });
  await family.goto(own);
  await expect(family.getByText("Dijo que sí. ¡Gracias!")).toBeVisible();
  await expect(family.locator("main"), "the link of a mail that is passed on names nobody").not.toContainText("Elena");
  await expectFits(family);
});

test("whoever names an organisation that is known gets in once a coordinator has confirmed it", async ({ browser }) => {
  test.setTimeout(120_000);
  const mail = "petra.vet@clinic.example";
  const ines = await signIn(browser, "ines");
  await ines.goto("/introduce");
  await ines.getByLabel("Their name").fill("Petra Vet");
  await ines.getByLabel("Their mail address").fill(mail);
  await Promise.all([
    ines.waitForResponse((answer) => answer.request().method() === "POST"),
    ines.getByRole("button", { name: "Send it to the school" }).click(),
  ]);
  await ines.goto("/coordinator/introductions");
  await ines.getByRole("link", { name: "Petra Vet" }).click();
  await ines.getByRole("button", { name: "Send the invitation" }).click();

  const petra = await stranger(browser);
  await petra.goto(await linkFromMail(petra, { to: mail, path: "/invitation" }));
  await petra.getByLabel("Where you work").fill("Green Lake Animal Clinic (sample)");
  await petra.getByRole("button", { name: "Yes, I am in" }).click();
  await expect(petra.getByText("confirms first that you belong to it")).toBeVisible();
  await expect(petra.locator("main").getByRole("link", { name: "Sign in" })).toHaveCount(0);
  await expectNoAxeViolation(petra);

  await expect(async () => {
    await ines.reload();
    await expect(ines.getByText("Confirm it under Tasks")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectNoAxeViolation(ines);
  await ines.getByRole("link", { name: "Open the tasks" }).click();
  const task = ines.getByRole("listitem").filter({ hasText: "Confirm where a mentor works" });
  await task.getByText("Decide").click();
  await expectNoAxeViolation(ines);
  await task.getByRole("button", { name: "Yes, they belong there" }).click();
  await expect(task.getByRole("alert")).toContainText("Please write why.");
  await task.getByLabel("Why").fill("Maya vouches for her.");
  await task.getByRole("button", { name: "Yes, they belong there" }).click();
  await expect(ines.getByText("Confirmed. The mentor gets a mail and can sign in.")).toBeVisible();

  await petra.reload();
  await expect(petra.locator("main").getByRole("link", { name: "Sign in" })).toBeVisible();
});
