import { expect } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { linkFromMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";
import { test } from "./support/test";

const PHONE = { width: 390, height: 844 };

test("on a phone a coordinator writes down a contact and a call, and makes one contact of two", async ({
  browser,
  baseURL,
}) => {
  const greta = await signIn(browser, "greta", { baseURL, viewport: PHONE });
  await greta.goto("/coordinator/contacts");
  await expect(greta.getByText("No contacts yet")).toBeVisible();
  await expectNoAxeViolation(greta);
  await greta.getByRole("link", { name: "Add a contact" }).click();
  await greta.getByLabel("Name", { exact: true }).fill("Sunniva Dahl");
  await greta.getByRole("button", { name: "Add the contact" }).click();
  await expect(greta.getByRole("alert")).toContainText("Without one nobody can reach them.");
  await greta.getByRole("textbox", { name: /^Email/ }).fill("sunniva@dahl.example");
  await greta.getByLabel("Organization").fill("Dahl Boats");
  await greta.getByLabel("Tags").fill("boats, alumni");
  await expectNoAxeViolation(greta);
  await greta.getByRole("button", { name: "Add the contact" }).click();
  await expect(greta.getByRole("heading", { level: 1, name: "Sunniva Dahl" })).toBeVisible();

  await greta.getByText("Write down a call", { exact: true }).click();
  await greta.getByLabel("We talked").check();
  await greta.getByLabel("What was said").fill("She takes two students in spring.");
  await greta.getByRole("button", { name: "Save the call" }).click();
  await expect(greta.getByRole("listitem").filter({ hasText: "two students in spring" })).toContainText("We talked");

  await greta.goto("/coordinator/contacts/new");
  await greta.getByLabel("Name", { exact: true }).fill("Sunniva Dahl");
  await greta.getByLabel("Organization").fill("Dahl boats");
  await greta.getByLabel("Phone").fill("206 555 0144");
  await greta.getByRole("button", { name: "Add the contact" }).click();
  const there = greta.getByRole("region", { name: "At Dahl boats" });
  await expect(there.getByRole("link", { name: "Sunniva Dahl" })).toBeVisible();
  await expect(there).toContainText("Last contact");
  await expectNoAxeViolation(greta);
  await greta.getByRole("link", { name: "Compare with Sunniva Dahl" }).click();
  await expect(greta.getByText("1 call or note comes along.")).toBeVisible();
  await expectNoAxeViolation(greta);
  await greta.getByRole("button", { name: "Make them one" }).click();
  await expect(greta.getByText("The two contacts are one now.")).toBeVisible();
  await expect(greta.getByText("two students in spring")).toBeVisible();
  await expectNoAxeViolation(greta);

  await greta.goto("/coordinator/contacts?tag=boats&touched=any");
  await expect(greta.getByText("1 contact", { exact: true })).toBeVisible();
  const row = greta.getByRole("listitem").filter({ hasText: "Sunniva Dahl" });
  await expect(row).toContainText("sunniva@dahl.example");
  await expectNoAxeViolation(greta);
  const overflow = await greta.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("on a phone a coordinator writes to a contact, after a look and a try, and whoever gets it is deleted by one click", async ({
  browser,
  baseURL,
}) => {
  const greta = await signIn(browser, "greta", { baseURL, viewport: PHONE });
  await greta.goto("/coordinator/contacts/new");
  await greta.getByLabel("Name", { exact: true }).fill("Arne Lund");
  await greta.getByRole("textbox", { name: /^Email/ }).fill("arne@lund.example");
  await greta.getByRole("button", { name: "Add the contact" }).click();
  await greta.getByRole("link", { name: "Write an email" }).click();
  await greta.getByLabel("Subject").fill("Could a student learn with you?");
  await greta.getByLabel("Your words").fill("Hello {first},\n\nmay I call you?");
  await greta.getByRole("button", { name: "Look at it" }).click();
  await expect(greta.getByRole("alert")).toContainText("We cannot fill in {first}.");
  await greta.getByLabel("Your words").fill("Hello {name},\n\nmay I call you?");
  await greta.getByRole("button", { name: "Look at it" }).click();
  await expect(greta.frameLocator("iframe").getByText("Hello Arne Lund,")).toBeVisible();
  await expectNoAxeViolation(greta, { without: "iframe" });
  await greta.getByRole("button", { name: "Send it to me first" }).click();
  await expect(greta.getByText("We sent it to your own address.")).toBeVisible();
  await greta.getByRole("button", { name: "Send it", exact: true }).click();
  await expect(greta.getByText("The email is on its way.")).toBeVisible();
  await expect(greta.getByRole("heading", { name: "Email: Could a student learn with you?" })).toBeVisible();
  await greta.getByRole("link", { name: "Write an email" }).click();
  await expect(greta.getByText("A school of the district wrote to this address a short time ago.")).toBeVisible();
  await expectNoAxeViolation(greta);

  const arne = await stranger(browser, { baseURL });
  await arne.goto(await linkFromMail(arne, { to: "arne@lund.example", path: "/unsubscribe" }));
  await arne.getByRole("button", { name: "Stop this mail and delete my data" }).click();
  await expect(arne.getByText("the school deletes your data.")).toBeVisible();
  await greta.goto("/coordinator/contacts?q=arne");
  await expect(greta.getByText("Nobody fits")).toBeVisible();
});
