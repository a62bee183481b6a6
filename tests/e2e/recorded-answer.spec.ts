import { expect } from "playwright/test";
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
