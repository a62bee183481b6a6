import { expect } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { bounceMailToAnja } from "./support/bounced-mail";
import { newestMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";
import { test } from "./support/test";

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? "with" : "without";
  test(`a coordinator finds a mail that came back, corrects the address and sends it again, ${way} scripts`, async ({
    browser,
  }) => {
    const right = `anja.${way}@family.example`;
    await bounceMailToAnja(`wrong.${way}@family.example`);
    const ines = await signIn(browser, "ines", { javaScriptEnabled });
    await ines.goto("/coordinator/tasks");
    const task = ines.getByRole("listitem").filter({ hasText: "A mail did not arrive" }).last();
    await task.getByRole("link", { name: "Open" }).click();
    await expect(ines.locator("h1")).toHaveText("A mail did not arrive");
    await ines.getByRole("link", { name: "Open what it is about" }).click();
    await expect(ines.locator("h1")).toHaveText("A mail that did not arrive");
    await expect(ines.getByText(`wrong.${way}@family.example`, { exact: true })).toBeVisible();
    if (javaScriptEnabled) await expectNoAxeViolation(ines);
    await ines.getByLabel("Mail address").fill("no address");
    await ines.getByRole("button", { name: "Save the address and send" }).click();
    await expect(ines.getByLabel("Mail address")).toHaveValue("no address");
    await ines.getByLabel("Mail address").fill(right);
    await ines.getByRole("button", { name: "Save the address and send" }).click();
    await expect(ines).toHaveURL(/\/coordinator\/tasks$/);
    await newestMail(await stranger(browser), { to: right, holding: /Leo/ });
  });
}
