import { expect } from "playwright/test";
import { cast } from "~db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { newestMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";
import { test } from "./support/test";

const PHONE = { width: 390, height: 844 };

test("on a phone a coordinator writes a series for what students look for, looks at it with real words, tries, starts, pauses and reads what came of it", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines", { viewport: PHONE });
  await ines.goto("/coordinator/sequences");
  await ines.getByLabel("Name", { exact: true }).fill("More of what they like");
  await ines.getByLabel("Language of the emails").selectOption("en");
  await ines.getByRole("button", { name: "Go on" }).click();
  await expect(ines.getByRole("heading", { level: 1, name: "More of what they like" })).toBeVisible();
  const series = ines.url();

  // Whom the school knows for what more students like than there are seats.
  await ines.getByRole("link", { name: "Choose contacts" }).click();
  const wanted = ines.getByRole("link", { name: /students who like it/ }).first();
  const interest = ((await wanted.textContent()) ?? "").split(" · ")[0] ?? "";
  await expectNoAxeViolation(ines);
  await ines.goto("/coordinator/contacts/new");
  await ines.getByLabel("Name", { exact: true }).fill("Noor Haddad");
  await ines.getByLabel("Organization").fill("Haddad Works");
  await ines.getByRole("textbox", { name: /^Email/ }).fill("noor@haddad.example");
  await ines.getByLabel("Tags").fill(interest);
  await ines.getByLabel("Time zone").selectOption("America/New_York");
  await expectNoAxeViolation(ines);
  await ines.getByRole("button", { name: "Add the contact" }).click();
  await expect(ines.getByRole("definition").filter({ hasText: "Eastern Time" })).toBeVisible();
  const contact = ines.url();
  await ines.goto(`${series}/audience`);
  await ines.getByRole("link", { name: new RegExp(`^${interest} · students`) }).click();
  await ines.getByLabel("Noor Haddad").check();
  await ines.getByRole("button", { name: "Take them in" }).click();
  await expect(ines.getByText("1 contact is in it now.")).toBeVisible();

  await ines.getByRole("link", { name: "Write the emails" }).click();
  await ines.getByLabel("Subject").first().fill("A student at {organization}?");
  await ines.getByLabel("Your words").first().fill("Hello {name},\n\nmay a student learn with you?");
  await ines.getByRole("button", { name: "Save the emails" }).click();
  await expect(ines.getByText("The emails are saved.")).toBeVisible();
  await ines.getByLabel("Contact", { exact: true }).selectOption({ label: "Noor Haddad, Haddad Works" });
  await ines.getByRole("button", { name: "Look at them" }).click();
  await expect(ines.frameLocator("iframe").getByText("Hello Noor Haddad,")).toBeVisible();
  await expectNoAxeViolation(ines, { without: "iframe" });
  await ines.getByRole("button", { name: "Send them to me" }).click();
  await expect(ines.getByText("We sent them to your own address.")).toBeVisible();
  await newestMail(await stranger(browser), { to: cast.ines.mail, holding: /A student at Haddad Works\?/ });

  await ines.goto(series);
  await ines.getByRole("button", { name: "Start" }).click();
  await expect(ines.getByText("It runs now.")).toBeVisible();
  const row = ines.getByRole("listitem").filter({ hasText: "Noor Haddad" });
  await expect(row).toContainText(/email 1: .*\(Eastern Time\) or later/);
  await expectNoAxeViolation(ines);
  await ines.getByRole("button", { name: "Pause now" }).click();
  await expect(ines.getByText("It is paused.", { exact: false })).toBeVisible();
  await ines.getByRole("button", { name: "Go on" }).click();
  await expect(ines.getByText("It goes on.")).toBeVisible();

  // She is called meanwhile: nothing more is written to her, and it counts as an answer.
  await ines.goto(contact);
  await ines.getByText("Write down a call", { exact: true }).click();
  await ines.getByLabel("We talked").check();
  await ines.getByLabel("What was said").fill("She takes one in spring.");
  await ines.getByRole("button", { name: "Save the call" }).click();
  await ines.goto(`${series}?show=replied`);
  await expect(row).toContainText("Answered");
  await expect(row.getByRole("button", { name: /Take/ })).toHaveCount(0);
  await expectNoAxeViolation(ines);
  const overflow = await ines.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
