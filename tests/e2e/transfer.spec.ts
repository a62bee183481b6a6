import { expect } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

test("one school says who goes where, the other receives them and decides what the mother may do, on phones and in two languages", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines", { locale: "es-MX" });
  await visit(ines, "/coordinator/people?show=student&q=Oscar");
  await ines.getByRole("link", { name: "Oscar" }).first().click();
  await ines.getByRole("link", { name: "Va a otra escuela" }).click();
  await expect(ines.getByText("Britt Dahl, como persona que allí no puede hacer nada", { exact: false })).toBeVisible();
  await expectNoAxeViolation(ines);
  await ines.getByLabel("Escuela", { exact: true }).selectOption({ index: 1 });
  const today = await ines.getByLabel("Último día aquí").inputValue();
  await ines.getByLabel("Primer día allí").fill(today);
  await ines.getByRole("button", { name: "Avisar a la escuela" }).click();
  await expect(ines.getByText("El primer día allí viene después del último día aquí.").first()).toBeVisible();
  const later = new Date(Date.parse(`${today}T12:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
  await ines.getByLabel("Primer día allí").fill(later);
  await ines.getByRole("button", { name: "Avisar a la escuela" }).click();
  await expect(ines.getByRole("button", { name: "Deshacerlo" })).toBeVisible();
  await expectNoAxeViolation(ines);

  const malik = await signIn(browser, "malik");
  await visit(malik, "/coordinator/people");
  await malik.getByRole("link", { name: "From other schools" }).click();
  await malik.getByText("Receive Oscar Dahl").click();
  await expectNoAxeViolation(malik);
  await malik.getByLabel("Grade").fill("9");
  await malik.getByRole("button", { name: "Receive", exact: true }).click();
  await expect(malik.getByText("Came along from another school.", { exact: false })).toBeVisible();
  await expectNoAxeViolation(malik);
  await malik.getByText("Change the rights of Britt Dahl").click();
  await malik.getByRole("button", { name: "Save the rights" }).click();
  await expect(malik.getByText("Name the legal document.", { exact: false }).first()).toBeVisible();
  for (const right of ["Give consent", "See records", "Know where the student is"])
    await malik.getByLabel(right).check();
  await malik.getByRole("button", { name: "Save the rights" }).click();
  await expect(malik.getByText("May: Give consent, See records, Know where the student is")).toBeVisible();
  await expect(malik.getByText("Came along from another school.", { exact: false })).toHaveCount(0);
});
