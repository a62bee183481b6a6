import { expect } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { linkFromMail } from "./support/mailbox";
import { signIn } from "./support/people";
import { test } from "./support/test";

/** A district that no other spec writes in; its mentor leads at this school only, and is back at the end. */
test("a student reports a mentor by phone; a lead reads it from the mail, takes it on and suspends; the mentor is signed out and reads nothing", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const ruth = await signIn(browser, "ruth");
  await ruth.goto("/mentor");
  await expect(ruth).toHaveURL(/\/mentor/);

  const finn = await signIn(browser, "finn");
  await finn.goto("/concern");
  await finn.getByLabel("What happened?").fill("Ruth Abelson asked me to stay after closing. zznight");
  await finn.getByLabel("Somebody else? Write the name").fill("Ruth Abelson");
  await finn.getByRole("button", { name: "Send the report" }).click();
  await expect(finn.getByRole("status").first()).toContainText("Your report has arrived");

  const greta = await signIn(browser, "greta");
  const report = await linkFromMail(greta, { to: cast.greta.mail, path: "/safeguarding" });
  await greta.goto(report);
  await greta.getByRole("button", { name: "Open the report" }).click();
  await expect(greta.locator("main")).toContainText("zznight");
  await greta.getByRole("button", { name: "I look after this" }).click();
  await expect(greta.locator("main")).toContainText("Greta Lindqvist looks after this");

  const safety = `/safeguarding/mentors/${cast.ruth.personId}`;
  await greta.goto(safety);
  await expect(greta.getByText("This mentor is not suspended.")).toBeVisible();
  await expectNoAxeViolation(greta);
  await greta.getByLabel("Why? Only safeguarding leads read this.").fill("zznight reason");
  await greta.getByRole("button", { name: "Suspend this mentor" }).click();
  await expect(greta.getByText(/^Suspended in your district since/)).toBeVisible();
  await expect(greta.locator("main")).toContainText("zznight reason");
  await expectNoAxeViolation(greta);

  // All that the mentor sees is the sign-in page, from the report's own address too.
  for (const path of ["/mentor", report]) {
    await ruth.goto(path);
    await expect(ruth).toHaveURL(/\/sign-in/);
    await expect(ruth.locator("body")).not.toContainText(/zznight|concern|suspen/i);
  }
  await ruth.goto(`/local/mailbox?to=${encodeURIComponent(cast.ruth.mail)}`);
  await expect(ruth.locator("main")).not.toContainText(/zznight|suspen|paused/i);

  await greta.goto(safety);
  await greta.getByLabel("Why does it end? Only safeguarding leads read this.").fill("zznight end");
  await greta.getByRole("button", { name: "End the suspension" }).click();
  await expect(greta.getByText("This mentor is not suspended.")).toBeVisible();
  const back = await signIn(browser, "ruth");
  await back.goto("/mentor");
  await expect(back).toHaveURL(/\/mentor/);
});
