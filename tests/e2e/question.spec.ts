import { expect } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { signIn, stranger } from "./support/people";
import { test } from "./support/test";

const QUESTION = "May my workshop take a student on Fridays?";

test("a visitor without an account asks a school, and a coordinator answers and is done with it", async ({
  browser,
  baseURL,
}) => {
  const options = { baseURL };
  const pat = await stranger(browser, options);
  await pat.goto("/nowhere");
  await pat.getByRole("main").getByRole("link", { name: "I have a question" }).click();
  await expectNoAxeViolation(pat);
  await pat.getByLabel("Your question").fill(QUESTION);
  await pat.getByLabel("Your name").fill("Pat Hill");
  await pat.getByLabel("Your phone number or mail address").fill("call me");
  await pat.getByRole("button", { name: "Send the question" }).click();
  await expect(pat.getByRole("alert")).toContainText("Without one nobody can answer you.");
  await pat.getByLabel("Your phone number or mail address").fill("206 555 0199");
  await pat.getByRole("button", { name: "Send the question" }).click();
  await expect(pat.getByRole("alert")).toContainText("Please choose a school.");
  await expect(pat.getByLabel("Your question")).toHaveValue(QUESTION);
  await pat.getByLabel("Which school do you want to ask?").selectOption({ label: "Lakeview Learning Lab (sample)" });
  await pat.getByRole("button", { name: "Send the question" }).click();
  await expect(pat.getByText("Thank you. The school has your question.")).toBeVisible();
  await pat.reload();
  await expect(pat.getByRole("heading", { name: "Your question has arrived" })).toBeVisible();
  await pat.getByRole("link", { name: "Ask something else" }).click();
  await expect(pat.getByLabel("Your question")).toHaveValue("");

  const ines = await signIn(browser, "ines", options);
  await ines.goto("/coordinator/tasks");
  const task = ines.getByRole("listitem").filter({ hasText: QUESTION });
  await expect(task).toContainText("Pat Hill");
  await expect(task.getByRole("link", { name: "206 555 0199" })).toHaveAttribute("href", "tel:2065550199");
  await expectNoAxeViolation(ines);
  await task.getByText("Done", { exact: true }).first().click();
  await task.getByLabel("What you did").fill("Called. They come on Monday.");
  await task.getByRole("button", { name: "Done" }).click();
  await expect(ines.getByText(QUESTION)).toHaveCount(0);
});

test("who is signed in sees on every page whom to call, and asks without saying who they are", async ({
  browser,
  baseURL,
}) => {
  const rosa = await signIn(browser, "rosa", { baseURL, locale: "es-MX" });
  await rosa.goto("/guardian");
  const footer = rosa.getByRole("contentinfo");
  await expect(footer.getByRole("link", { name: /\d{3}/ })).toHaveAttribute("href", /^tel:/);
  await footer.getByRole("link", { name: "Tengo una pregunta" }).click();
  await expect(rosa.getByLabel("Nombre de quien pregunta")).toHaveCount(0);
  await expectNoAxeViolation(rosa);
});

test("what one person typed and did not send stands before nobody else who signs in in the same tab", async ({
  browser,
}) => {
  const tab = await signIn(browser, "rosa");
  const words = tab.getByRole("main").locator("textarea");
  const comeInAs = async (key: "rosa" | "ana") => {
    await tab.goto("/local/cast");
    await tab.locator(`button[name="key"][value="${cast[key].key}"]`).click();
    await tab.waitForURL((url) => !url.pathname.startsWith("/local"));
    await tab.evaluate(() => window.localStorage.removeItem("reader"));
    await tab.goto("/question");
    // Written once the scripts of the page have run, drafts included.
    await expect.poll(() => tab.evaluate(() => window.localStorage.getItem("reader"))).toBeTruthy();
  };
  await tab.goto("/question");
  await words.fill("Only Rosa knows this.");
  await comeInAs("ana");
  await expect(words).toHaveValue("");
  await comeInAs("rosa");
  await expect(words).toHaveValue("Only Rosa knows this.");
});
