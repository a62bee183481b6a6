import { expect } from "playwright/test";
import { castOrganisations } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

const { organisationId, name } = castOrganisations["harbor-bike-works"];

for (const [locale, width, add] of [
  ["es-MX", 390, "Añadir un contacto aquí"],
  ["en-US", 1280, "Add a contact here"],
] as const)
  test(`a coordinator goes from an organization to its mentor and to a new contact there, at ${width} px`, async ({
    browser,
    baseURL,
  }) => {
    const ines = await signIn(browser, "ines", { baseURL, locale, viewport: { width, height: 900 } });
    await ines.goto(`/coordinator/organisations/${organisationId}`);
    await expect(ines.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(ines.getByRole("link", { name: "Ingrid Solberg" })).toBeVisible();
    await expectNoAxeViolation(ines);
    const overflow = await ines.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    if (process.env.LOOK)
      await ines.screenshot({ path: `${process.env.LOOK}/organisation-${width}-${locale}.png`, fullPage: true });
    await ines.getByRole("link", { name: add }).click();
    await expect(ines.locator('input[name="organisationName"]')).toHaveValue(name);
  });
