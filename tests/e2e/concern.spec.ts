import { expect } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { linkFromMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";
import { test } from "./support/test";

test("a student reports a concern and ticks a lead: another lead is mailed at once, reads it and looks after it; the ticked one sees nothing", async ({
  browser,
}) => {
  const finn = await signIn(browser, "finn");
  await finn.goto("/concern");
  await expectNoAxeViolation(finn);
  await finn.getByLabel("What happened?").fill("She shouts at me when nobody is there.");
  await finn.getByLabel("Greta Lindqvist").check();
  await finn.getByRole("button", { name: "Send the report" }).click();
  await expect(finn.getByText("Thank you. Your report has arrived.")).toBeVisible();

  const path = await linkFromMail(await stranger(browser), { to: cast.hannah.mail, path: "/safeguarding" });
  const hannah = await signIn(browser, "hannah");
  await hannah.goto(path);
  await expect(hannah.getByRole("button", { name: "I look after this" })).toHaveCount(0);
  await hannah.getByRole("button", { name: "Open the report" }).click();
  await expect(hannah.getByText("She shouts at me when nobody is there.")).toBeVisible();
  await hannah.getByRole("button", { name: "I look after this" }).click();
  await expect(hannah.getByRole("button", { name: "I cannot look after it any more" })).toBeVisible();
  await expectNoAxeViolation(hannah);

  const greta = await signIn(browser, "greta");
  expect((await greta.goto(path))?.status()).toBe(404);
  await greta.goto("/safeguarding");
  await expect(greta.getByText("No reports")).toBeVisible();
  await expectNoAxeViolation(greta);
});
