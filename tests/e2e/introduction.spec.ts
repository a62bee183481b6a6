import { expect } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { linkFromMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";
import { test } from "./support/test";

const BAKER = "elena.baker@horno.example";

test("a family introduces a mentor, who comes in from the mail without a password, and is thanked", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const rosa = await signIn(browser, "rosa", { locale: "es-MX" });
  await rosa.goto("/introduce");
  await expectNoAxeViolation(rosa);
  await rosa.getByRole("button", { name: "Enviar a la escuela" }).click();
  await expect(rosa.getByRole("alert").or(rosa.locator('[aria-invalid="true"]')).first()).toBeVisible();
  await rosa.getByLabel("Su nombre").fill("Elena Panadera");
  await rosa.getByLabel("Su correo").fill(BAKER);
  await rosa.locator('[name="doesWhat"]').fill("Hace pan de noche.");
  await rosa.getByText("Contar más").click();
  await rosa.getByLabel("Pueden decirle mi nombre").check();
  await rosa.getByRole("button", { name: "Enviar a la escuela" }).click();
  await expect(rosa.getByText("La escuela lo lee")).toBeVisible();
  await expectNoAxeViolation(rosa);

  const ines = await signIn(browser, "ines");
  await ines.goto("/coordinator/introductions");
  await expectNoAxeViolation(ines);
  await ines.getByRole("link", { name: "Elena Panadera" }).click();
  await expect(ines.locator("h1")).toContainText("Elena Panadera");
  await expectNoAxeViolation(ines);
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
  const invitation = await linkFromMail(elena, { to: BAKER, path: "/invitation" });
  await elena.goto(invitation);
  await expect(elena.locator("main")).toContainText(cast.rosa.name.split(" ")[0] ?? "");
  await expectNoAxeViolation(elena);
  await elena.getByLabel("Dónde trabaja").fill("Horno de Elena");
  await elena
    .getByLabel("¿Qué podría ver o hacer un estudiante con usted?")
    .fill("Dar forma al pan y encender el horno.");
  await elena.getByRole("button", { name: "Sí, cuenten conmigo" }).click();
  await expect(elena.getByRole("link", { name: "Entrar" }).last()).toBeVisible();
  await expectNoAxeViolation(elena);

  await rosa.reload();
  await expect(rosa.getByText("Dijo que sí. ¡Gracias!")).toBeVisible();
  await ines.reload();
  await expect(ines.locator("main")).toContainText("Horno de Elena");
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
