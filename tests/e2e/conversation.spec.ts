import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

const HELLO = "Hi! When do we start, and what shall I wear?";
const SALAM = "مرحبا جادا";

/** The conversation of Jada and the bike shop, from the page that this reader has. */
async function openConversation(page: Page, from: string, link: RegExp) {
  await page.goto(from);
  await page.getByRole("link", { name: link }).first().click();
  await page.getByRole("link", { name: "Conversation", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Conversation");
}

const messages = (page: Page) => page.getByRole("list", { name: "Messages" }).getByRole("listitem");

test("student and host write to each other, the school reads along by a press, and a guardian joins and leaves", async ({
  browser,
  baseURL,
}) => {
  const options = { baseURL };
  const jada = await signIn(browser, "jada", options);
  await openConversation(jada, "/student", /bike/i);
  const address = new URL(jada.url()).pathname;
  await expect(jada.getByText("Nobody has written yet")).toBeVisible();
  await jada.getByRole("button", { name: "Start the conversation" }).click();
  await expect(jada.getByRole("status").first()).toContainText("The conversation has started.");
  await jada.getByRole("button", { name: "Send" }).click();
  await expect(jada.getByRole("alert")).toContainText("Please write something first.");
  await jada.getByLabel("Your message").fill(HELLO);
  await jada.getByRole("button", { name: "Send" }).dblclick();
  await expect(messages(jada)).toHaveCount(1);
  await expect(messages(jada).first()).toContainText("You");
  await expect(jada.getByLabel("Your message")).toHaveValue("");
  await expectNoAxeViolation(jada);

  const ingrid = await signIn(browser, "ingrid", options);
  await openConversation(ingrid, "/mentor", /^(Answer: )?Jada/);
  await expect(messages(ingrid)).toContainText([HELLO]);
  await expect(ingrid.locator("main")).not.toContainText("Cole");
  await ingrid.getByLabel("Your message").fill(SALAM);
  await ingrid.getByRole("button", { name: "Send" }).click();
  await expect(messages(ingrid)).toHaveCount(2);
  await expect(messages(ingrid).last().locator("p").last()).toHaveAttribute("dir", "auto");

  await jada.goto("/conversations");
  await expect(jada.getByText("1 new message")).toBeVisible();
  const seen = jada.waitForResponse((answer) => answer.url().endsWith("/seen"));
  await jada.goto(address);
  expect((await seen).status()).toBe(204);
  await jada.goto("/conversations");
  await expect(jada.getByText("1 new message")).toHaveCount(0);
  await jada.goto(address);

  const ines = await signIn(browser, "ines", options);
  await ines.goto(address);
  await expect(messages(ines)).toHaveCount(0);
  await ines.getByRole("button", { name: "Read the conversation" }).click();
  await expect(messages(ines)).toHaveCount(2);
  await expectNoAxeViolation(ines);
  await ines.goto("/conversations");
  await expect(ines.getByRole("link", { name: /Jada Cole/ })).toBeVisible();

  const monique = await signIn(browser, "monique", options);
  await monique.goto("/guardian");
  await monique.getByRole("link", { name: "Conversation" }).first().click();
  await expect(monique.getByText("You can join")).toBeVisible();
  await monique.getByRole("button", { name: "Join the conversation" }).click();
  await expect(messages(monique)).toHaveCount(2);
  await messages(monique)
    .first()
    .getByRole("link", { name: /Report this message/ })
    .click();
  await expect(monique.getByText("Your report is about a message")).toBeVisible();
  await expectNoAxeViolation(monique);
  await monique.getByRole("link", { name: "Back to the conversation" }).click();
  await jada.reload();
  await expect(jada.getByText("A guardian")).toBeVisible();
  await monique.getByRole("button", { name: "Leave the conversation" }).click();
  await expect(monique.getByText("You can join")).toBeVisible();
});

test("a message is written and read without scripts", async ({ browser, baseURL }) => {
  const ines = await signIn(browser, "ines", { baseURL, javaScriptEnabled: false });
  await ines.goto("/coordinator/pursuits?show=moving");
  await ines.getByRole("link", { name: /^Jada Cole → / }).click();
  await ines.getByRole("link", { name: "Conversation", exact: true }).click();
  const read = ines.getByRole("button", { name: "Read the conversation" });
  if (await read.isVisible()) await read.click();
  await ines.getByLabel("Your message").fill("Jada, please bring gloves.");
  await ines.getByRole("button", { name: "Send" }).click();
  await expect(messages(ines).last()).toContainText("please bring gloves.");
});

test("a telephone number waits until a coordinator has read it, and its writer reads what became of it", async ({
  browser,
  baseURL,
}) => {
  const jada = await signIn(browser, "jada", { baseURL });
  await openConversation(jada, "/student", /bike/i);
  await jada.getByLabel("Your message").fill("My number is 206 555 0177");
  await jada.getByRole("button", { name: "Send" }).click();
  await expect(jada.getByRole("status").first()).toContainText("Your message waits.");
  await expect(messages(jada).last()).toContainText("a phone number");
  await expectNoAxeViolation(jada);
  const ingrid = await signIn(browser, "ingrid", { baseURL });
  await openConversation(ingrid, "/mentor", /^(Answer: )?Jada/);
  await expect(ingrid.locator("main")).not.toContainText("0177");

  const ines = await signIn(browser, "ines", { baseURL });
  await ines.goto("/coordinator/tasks");
  const task = ines.getByRole("listitem").filter({ hasText: "A message waits for the school" });
  await task.getByRole("link", { name: "Open" }).click();
  await expect(ines.getByRole("heading", { level: 1 })).toContainText("Conversation");
  const read = ines.getByRole("button", { name: "Read the conversation" });
  if (await read.isVisible()) await read.click();
  const waiting = messages(ines).filter({ hasText: "0177" });
  await waiting.locator("summary").click();
  await waiting.getByRole("button", { name: "Give it back to its writer" }).click();
  await expect(ines.getByRole("alert")).toContainText("Please say why.");
  await waiting.getByLabel("Why?").fill("The school keeps numbers for you.");
  await expectNoAxeViolation(ines);
  await waiting.getByRole("button", { name: "Give it back to its writer" }).click();
  await expect(waiting).toContainText("The school did not pass this on.");
  await jada.reload();
  await expect(messages(jada).last()).toContainText("The school keeps numbers for you.");
});

/** A photo as a telephone takes it: 3,000 pixels wide, of many colours. */
async function photoOf(page: Page) {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = 3_000;
    canvas.height = 2_000;
    const pen = canvas.getContext("2d");
    for (let at = 0; pen && at < 60_000; at++) {
      pen.fillStyle = `hsl(${(at * 137) % 360} 60% 50%)`;
      pen.fillRect((at * 7_919) % 3_000, (at * 104_729) % 2_000, 9, 9);
    }
    return canvas.toDataURL("image/jpeg", 0.95).split(",")[1] ?? "";
  });
  return { name: "sheet.jpg", mimeType: "image/jpeg", buffer: Buffer.from(base64, "base64") };
}

test("a photo leaves smaller than it was taken, whoever looks at it reads what was answered about photos, and one that is too big is said before it is sent", async ({
  browser,
  baseURL,
}) => {
  const jada = await signIn(browser, "jada", { baseURL });
  await openConversation(jada, "/student", /bike/i);
  await jada.getByLabel("Your message").fill("My signed sheet");
  await jada.getByText("Add pictures").click();
  const field = jada.getByLabel("Pictures");
  await field.setInputFiles({ name: "film.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(6_000_000) });
  await expect(jada.getByText("A picture is larger than 5 MB.")).toBeVisible();
  await jada.getByRole("button", { name: "Send" }).click();
  await expect(field).toBeFocused();
  await expectNoAxeViolation(jada);
  await expect(jada.getByLabel("Your message")).toHaveValue("My signed sheet");
  await jada.getByRole("link", { name: "Back", exact: true }).click();
  await expect(jada.getByLabel("Your message")).toHaveCount(0);
  await jada.goBack();
  await expect(jada.getByLabel("Your message"), "what was kept back was not sent").toHaveValue("My signed sheet");
  await jada.getByText("Add pictures").click();

  const photo = await photoOf(jada);
  await field.setInputFiles(photo);
  await expect(jada.getByText("A picture is larger than 5 MB.")).toHaveCount(0);
  const size = () => field.evaluate((input: HTMLInputElement) => input.files?.[0]?.size ?? 0);
  await expect.poll(size).toBeLessThan(photo.buffer.length);
  await jada.getByLabel("What they show").fill("A sheet");
  await jada.getByRole("button", { name: "Send" }).click();
  await expect(jada.getByRole("status").first()).toContainText("Your message waits.");

  const ines = await signIn(browser, "ines", { baseURL });
  await ines.goto(new URL(jada.url()).pathname);
  const read = ines.getByRole("button", { name: "Read the conversation" });
  if (await read.isVisible()) await read.click();
  const waiting = messages(ines).filter({ hasText: "My signed sheet" });
  await expect(waiting).toContainText("Nobody has answered about photos of Jada");
  const drawn = waiting.getByRole("img", { name: "A sheet" });
  await expect.poll(() => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2_048);
  await expectNoAxeViolation(ines);
});
