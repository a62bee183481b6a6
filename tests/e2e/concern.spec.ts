import { expect, type Page } from "playwright/test";
import { cast } from "../../db/cast";
import { atNight } from "./support/at-night";
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

/** What somebody reads on pages of theirs and in their mailbox, without what differs between two looks at the same page. */
async function allThatIsRead(
  page: Page,
  { mail, pages }: { mail: string; pages: readonly string[] },
): Promise<string[]> {
  const read: string[] = [];
  for (const path of [...pages, `/local/mailbox?to=${encodeURIComponent(mail)}`]) {
    await page.goto(path);
    read.push(`${path}\n${await page.locator("body").innerText()}`);
  }
  return read;
}

test("a concern raised at night reaches a lead at once, while whom it names sees nothing: no page of theirs changes, and no mail comes", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const named = [
    {
      who: "greta",
      mail: cast.greta.mail,
      pages: ["/coordinator", "/coordinator/tasks", "/conversations", "/safeguarding", "/concern"],
    },
    { who: "ruth", mail: cast.ruth.mail, pages: ["/mentor", "/conversations", "/concern"] },
  ] as const;
  await atNight(cast.finn.schoolId, async () => {
    const before = [];
    for (const one of named) before.push(await allThatIsRead(await signIn(browser, one.who), one));

    const finn = await signIn(browser, "finn");
    await finn.goto("/concern");
    await finn.getByLabel("What happened?").fill("She knows what Ruth Abelson does, and says nothing. zzeleven");
    await finn.getByLabel("Greta Lindqvist").check();
    await finn.getByRole("button", { name: "Send the report" }).click();
    await expect(finn.getByRole("status").first()).toContainText("Your report has arrived");

    // The mail is there while it is night, and says nothing of what happened.
    const reader = await stranger(browser);
    const report = await linkFromMail(reader, { to: cast.hannah.mail, path: "/safeguarding" });
    await expect(reader.locator("main")).not.toContainText(/zzeleven|Ruth|Finn/);
    const hannah = await signIn(browser, "hannah");
    await hannah.goto(report);
    await hannah.getByRole("button", { name: "Open the report" }).click();
    await expect(hannah.locator("main")).toContainText("zzeleven");

    for (const [place, one] of named.entries()) {
      const page = await signIn(browser, one.who);
      expect(await allThatIsRead(page, one), one.who).toEqual(before[place]);
      expect((await page.goto(report))?.status(), `${one.who} at the report`).toBeGreaterThanOrEqual(403);
      await expect(page.locator("body")).not.toContainText(/zzeleven/);
    }
    await hannah.goto(report);
    await hannah.getByRole("button", { name: "I look after this" }).click();
  });
});

/** A district in which no other file reports anything, after the test above; its mentor leads at this school only, and is back at the end. */
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
