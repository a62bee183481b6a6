import { expect, type Page } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { askPastWalls } from "./support/past-walls";
import { signIn } from "./support/people";
import { test } from "./support/test";

const NOTE = "Ask for Ingrid after four";

const callsNoted = () =>
  askPastWalls(
    "select c.outcome, c.note from first_calls c join pursuits p on p.id = c.pursuit_id where p.student_id = $1",
    [cast.jada.personId],
  );

async function openCoach(jada: Page): Promise<string> {
  await jada.goto("/student");
  await jada.getByRole("link", { name: /bike/i }).first().click();
  await jada.getByRole("link", { name: "Prepare a call" }).click();
  await expect(jada.getByRole("heading", { level: 1 })).toHaveText("Your first call");
  return new URL(jada.url()).pathname;
}

test("on a phone a student reads what to say, practices without a trace, and notes a call that the advisor reads", async ({
  browser,
  baseURL,
}) => {
  const options = { baseURL };
  const jada = await signIn(browser, "jada", options);
  const coach = await openCoach(jada);
  const script = jada.getByRole("main");
  await expect(script).toContainText("May I speak with Ingrid, please?");
  await expect(script).toContainText("My name is Jada. I am a student at Lakeview Learning Lab (sample).");
  for (const { value } of await askPastWalls<{ value: string }>(
    "select value from mentor_contact_points where kind in ('phone', 'sms')",
  ))
    await expect(script, "no number of a host").not.toContainText(value);
  await jada.getByText("They ask for what they should not ask for").click();
  await expect(jada.getByText("Please talk with my school about that")).toBeVisible();
  await expectNoAxeViolation(jada);

  await jada.getByRole("link", { name: "Practice first" }).click();
  await jada.getByRole("link", { name: "They are glad that you call" }).click();
  const over = jada.getByText("That was the call. Well done.");
  const next = jada.getByRole("link", { name: /^(Show what I could say|I said it. Go on)$/ });
  const said = jada.getByRole("main").locator("ol > li");
  for (let turn = 1; ; turn += 1) {
    await expect(said).toHaveCount(turn);
    if (await over.isVisible()) break;
    await next.click();
  }
  await expectNoAxeViolation(jada);
  expect(await callsNoted(), "practice is kept nowhere").toEqual([]);

  await jada.goto(coach);
  await jada.getByRole("button", { name: "Save it" }).click();
  await expect(jada.getByRole("alert").first()).toBeVisible();
  await jada.getByLabel("I should call again").check();
  await jada.getByLabel("What was said").fill(NOTE);
  await jada.getByRole("button", { name: "Save it" }).click();
  await expect(jada.getByText("Choose the day on which you call again.").first()).toBeVisible();
  await expect(jada.getByLabel("What was said"), "what was typed is still there").toHaveValue(NOTE);
  await jada.getByLabel("I talked with them").check();
  await jada.getByRole("button", { name: "Save it" }).dblclick();
  await expect(jada.getByRole("status").first()).toContainText("Saved. Your school can read it.");
  await expect(jada.getByText("Next: your school agrees on a day with them.")).toBeVisible();
  expect(await callsNoted()).toEqual([{ outcome: "reached", note: NOTE }]);

  const advisor = await signIn(browser, "tom", options);
  const pursuit = coach.replace("/student/", "/advisor/").replace("/call", "");
  await advisor.goto(pursuit);
  await expect(advisor.getByRole("heading", { name: "Calls by the student" })).toBeVisible();
  await expect(advisor.getByRole("main")).toContainText(NOTE);
  await expect(advisor.getByRole("main")).toContainText("Next: agree on a day with the host.");

  const ana = await signIn(browser, "ana", options);
  expect((await ana.goto(coach))?.status(), "another student finds no coach").toBe(404);
});
