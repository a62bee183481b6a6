import { expect } from "playwright/test";
import { cast } from "~db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { newestMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";
import { test } from "./support/test";

test.use({ viewport: { width: 390, height: 844 } });

test("a coordinator corrects the address with which a mentor signs in, and the mail there leads to the door", async ({
  browser,
}) => {
  const right = "theo.right@clinic.example";
  const ines = await signIn(browser, "ines");
  await ines.goto(`/coordinator/checks/${cast.theo.personId}`);
  await ines.getByRole("link", { name: "Correct the mail address" }).click();
  await expect(ines.locator("h1")).toHaveText("How Theo Nakamura signs in");
  await expectNoAxeViolation(ines);
  const address = ines.getByLabel("Mail address");
  await address.fill(cast.rosa.mail);
  await ines.getByRole("button", { name: "Save the address and send" }).click();
  await expect(ines.getByText("This address cannot be used here.").first()).toBeVisible();
  await expect(address).toHaveValue(cast.rosa.mail);
  await expectNoAxeViolation(ines);
  await address.fill(right);
  await ines.getByRole("button", { name: "Save the address and send" }).click();
  await expect(ines.getByLabel("Mail address")).toHaveValue(right);
  await newestMail(await stranger(browser), { to: right, holding: /sign in/ });

  // It was a slip: the address before is theirs again.
  await address.fill(cast.theo.mail);
  await ines.getByRole("button", { name: "Save the address and send" }).click();
  await expect(ines.getByLabel("Mail address")).toHaveValue(cast.theo.mail);
});
