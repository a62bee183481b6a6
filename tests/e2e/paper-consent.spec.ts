import { expect, type Response } from "playwright/test";
import { cast } from "../../db/cast";
import { jpegOf, PLACE } from "../support/pictures";
import { expectNoAxeViolation } from "./support/axe";
import { newestMail } from "./support/mailbox";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

test("a father without mail consents on paper: task, letter in his language, photo, record, and the host hears of it", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  await visit(ines, "/coordinator/tasks");
  const task = ines.getByRole("listitem").filter({ hasText: "Ask the family on paper" }).filter({ hasText: /Abdi/ });
  await task.getByRole("link").first().click();
  // Nobody wrote in his language: he is called with an interpreter, and gets no message in another one.
  await expect(ines.getByText("Nobody has written this in Somali yet.")).toBeVisible();
  await expect(ines.getByRole("link", { name: "Send as a text message" })).toHaveCount(0);
  await ines.getByLabel("No answer").check();
  await ines.getByRole("button", { name: "Note it" }).click();
  await expect(ines.getByText("No answer · Phone or text message")).toBeVisible();
  await expectNoAxeViolation(ines);
  const taskPage = ines.url();
  await ines.goto("/coordinator/tasks/calls");
  await expectNoAxeViolation(ines);
  await ines.getByRole("button", { name: "Open the list" }).click();
  await expect(ines.getByRole("heading", { name: cast.abdi.name })).toBeVisible();
  await expectNoAxeViolation(ines);
  await ines.goto(taskPage);
  await ines.getByRole("link", { name: "Open what it is about" }).click();
  await expect(ines.locator("h1")).toContainText(cast.abdi.name);
  await expectNoAxeViolation(ines);

  await ines.getByRole("link", { name: "Letter to print" }).click();
  const letter = ines.locator("[lang=so]").first();
  await expect(letter).toContainText("Hodan");
  await expect(ines.locator("[lang=so]").filter({ hasText: "Waan oggolahay." }).first()).toBeVisible();
  await expect(ines.locator("main")).not.toContainText("{{");
  await expectNoAxeViolation(ines);
  await ines.emulateMedia({ media: "print" });
  await expect(ines.locator("header[data-app]")).toBeHidden();
  await expect(ines.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(letter).toBeVisible();
  await ines.emulateMedia({ media: null });
  const code = await ines.getByText("Lambarka warqadda:").locator("strong").innerText();

  // The signed letter comes back: the code on it finds its request, typed, or read by the camera of a phone.
  await ines.goto("/coordinator/tasks");
  await ines.getByLabel("Scanned or typed letter code").fill(code.toLowerCase());
  await ines.getByRole("button", { name: "Find the letter" }).click();
  await expect(ines.locator("h1")).toContainText(cast.abdi.name);
  await ines.goto(`/coordinator/letters/${code}`);
  await expect(ines.locator("h1")).toContainText(cast.abdi.name);
  const record = ines.locator("form").filter({ has: ines.getByLabel("Agrees", { exact: true }) });
  await record.getByLabel("Agrees", { exact: true }).check();
  await record.getByLabel("By phone").check();
  await record.getByRole("button", { name: "Record", exact: true }).click();
  await expect(ines.getByText("A spoken yes is not enough here.").first()).toBeVisible();
  await expectNoAxeViolation(ines);
  await record.getByLabel("On paper").check();
  await record.getByLabel("Name of the person who signed").fill(cast.abdi.name);
  await record.getByLabel("Relationship").fill("Father");
  await record.getByLabel("Interpreter").fill("Sahra, Somali");
  await record.getByLabel("A photo of the paper").setInputFiles({
    ...{ name: "IMG_2041.jpg", mimeType: "image/jpeg", buffer: jpegOf({ orientation: 6 }) },
  });
  await record.getByRole("button", { name: "Record", exact: true }).click();
  await expect(ines.getByText("Agreed").first()).toBeVisible();
  await expectNoAxeViolation(ines);

  await ines.getByRole("link", { name: "Photos of papers" }).click();
  await expect(ines.getByRole("list", { name: "Photos" }).getByRole("listitem")).toHaveCount(1);
  await expectNoAxeViolation(ines);
  const isLook = (answer: Response) => /\/coordinator\/scans\/consent\/.+\/.+/.test(answer.url());
  const [look] = await Promise.all([
    ines.context().waitForEvent("response", isLook),
    ines.getByRole("button", { name: "Look at it" }).click(),
  ]);
  expect(look.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": expect.stringContaining("no-store"),
  });
  expect((await look.body()).includes(PLACE)).toBe(false);

  await ines.goto("/coordinator/tasks");
  await expect(task).toHaveCount(0);
  const hodan = await signIn(browser, "hodan");
  await visit(hodan, "/student");
  await expect(hodan.locator("main")).toContainText("The host has been asked");
  await newestMail(hodan, { to: "amina.yusuf@lakeside-hospital.example", holding: /Hodan/ });
});
