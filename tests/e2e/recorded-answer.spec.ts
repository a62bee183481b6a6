import { expect } from "playwright/test";
import { jpegOf } from "../support/pictures";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

const NOTE = "Her mentor called on Tuesday at noon.";

test("what a host and a student said by phone is taken down for them, without JavaScript too", async ({ browser }) => {
  const withScripts = await signIn(browser, "ines");
  await withScripts.goto("/coordinator/pursuits?show=moving");
  await withScripts.getByRole("link", { name: /^Noor Rahman → / }).click();
  await withScripts.locator("summary", { hasText: "Record an answer" }).click();
  await withScripts.getByRole("button", { name: "Record the answer" }).click();
  await expect(withScripts.getByRole("alert")).toBeFocused();
  await expectNoAxeViolation(withScripts);
  await withScripts.getByLabel("says yes").check();
  await withScripts.getByLabel("by phone").check();
  await withScripts.getByLabel("How you know it").fill(NOTE);
  await withScripts.getByRole("button", { name: "Record the answer" }).click();
  await expect(withScripts.getByRole("status").first()).toContainText("Recorded.");
  const history = withScripts.getByRole("list", { name: "What happened" });
  await expect(history).toContainText("by staff, for the host, by phone");
  await expect(history).toContainText(NOTE);
  await expectNoAxeViolation(withScripts);

  const plain = await signIn(browser, "ines", { javaScriptEnabled: false });
  await plain.goto(withScripts.url());
  await plain.locator("summary", { hasText: "Record an answer" }).click();
  await plain.getByLabel("takes the place").check();
  await plain.getByLabel("in person").check();
  await plain.getByLabel("How you know it").fill("Noor told me in the hall.");
  await plain.getByRole("button", { name: "Record the answer" }).click();
  await expect(plain.getByRole("list", { name: "What happened" })).toContainText("for the student, in person");
  await expect(plain.locator("summary", { hasText: "Record an answer" })).toHaveCount(0);
});

test("what somebody who was introduced says is taken down with what goes with it alone, without JavaScript too", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines", { javaScriptEnabled: false });
  await ines.goto("/coordinator/introductions");
  await ines.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await ines.getByRole("link", { name: "Write down their answer" }).click();
  await expect(ines.getByLabel("Their question")).toBeHidden();
  await expect(ines.getByRole("heading", { name: "With a yes" })).toBeHidden();
  await ines.getByLabel("Yes", { exact: true }).check();
  await expect(ines.getByRole("heading", { name: "With a yes" })).toBeVisible();
  await ines.getByLabel("They have a question").check();
  await expect(ines.getByRole("heading", { name: "With a yes" })).toBeHidden();
  await ines.getByLabel("Their question").fill("Who pays the bus?");
  await ines.getByLabel("on paper").check();
  await ines.getByLabel("A photo of the paper").setInputFiles({
    ...{ name: "note.jpg", mimeType: "image/jpeg", buffer: jpegOf({ orientation: 1 }) },
  });
  await ines.getByRole("button", { name: "Record it" }).click();
  await ines.getByRole("link", { name: "Photos of papers" }).click();
  await expect(ines.getByRole("list", { name: "Photos" }).getByRole("listitem")).toHaveCount(1);
});
