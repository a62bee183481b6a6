import { type Browser, expect } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { askFor, fillPlacement, publishListing, sendPlacement } from "./support/placements";
import { test } from "./support/test";
import { follow, visit } from "./support/visit";

const FOR_STUDENT = "This one needs grade 11. The bike shop would be a good first step.";
const FOR_STAFF = "Talk with Tom about her Thursdays.";

test("a decline holds two texts: one the student reads, one for staff", async ({ browser }) => {
  const jada = await signIn(browser, "jada");
  await jada.goto("/search?q=designer");
  await follow(jada, "Talk with a designer by video");
  await expect(jada).toHaveURL(/\/placements\//);
  const pursuitId = await askFor(jada, new URL(jada.url()).pathname);

  const ines = await signIn(browser, "ines");
  await ines.goto(`/coordinator/pursuits/${pursuitId}`);
  await expect(ines.getByRole("button", { name: "Approve" }), "a phone shows it at once").toBeInViewport();
  await ines.locator("summary", { hasText: "Decline" }).click();
  await ines.getByRole("button", { name: "Decline" }).click();
  await expect(ines.getByRole("alert")).toBeFocused();
  await expectNoAxeViolation(ines);
  await ines.getByLabel("The student reads").fill(FOR_STUDENT);
  await ines.getByLabel("For staff only").fill(FOR_STAFF);
  await ines.getByRole("button", { name: "Decline" }).click();
  await expect(ines.getByRole("status").first()).toContainText("Declined");
  await expect(ines.locator("main")).toContainText(FOR_STAFF);
  await expectNoAxeViolation(ines);

  await visit(jada, `/student/pursuits/${pursuitId}`);
  await expect(jada.locator("main")).toContainText("Not this time");
  await expect(jada.locator("main")).toContainText(FOR_STUDENT);
  expect(await jada.content()).not.toContain(FOR_STAFF);
});

/** A new listing that nobody has asked for, and the coordinator who published it. */
async function unaskedListing(browser: Browser, title: string) {
  const theo = await signIn(browser, "theo");
  await theo.goto("/mentor/placements/new");
  await fillPlacement(theo, { title, studentWillDo: "Set up the new machines with us.", interest: "computers" });
  await sendPlacement(theo);
  const ines = await signIn(browser, "ines");
  await publishListing(ines, title);
  return { theo, ines };
}

test("an approval from the ranking of a student is undone before anybody hears of it", async ({ browser }) => {
  const title = "Set up the tablets of a library";
  const { ines } = await unaskedListing(browser, title);
  await visit(ines, `/coordinator/matches/students/${cast.leo.personId}`);
  const approve = ines.getByRole("button", { name: `Approve: ${title}` });
  await approve.click();
  await expect(ines.getByRole("status").first()).toContainText("One pair approved. You can undo it");
  await expectNoAxeViolation(ines);
  await ines.getByRole("button", { name: "Undo all" }).click();
  await expect(ines.getByRole("status").first()).toContainText("Undone. Nobody heard of it.");
  await expect(approve).toBeVisible();
});

test("a match the student never asked for waits for the student, and nobody else hears of it", async ({ browser }) => {
  const title = "Keep the computers of a clinic running";
  const { theo, ines } = await unaskedListing(browser, title);
  await visit(ines, `/coordinator/matches/students/${cast.leo.personId}`);
  await ines.getByRole("button", { name: `Approve: ${title}` }).click();
  await ines.getByRole("button", { name: "Carry out now" }).click();
  await expect(ines.getByRole("status").first()).toContainText("Carried out.");

  const anja = await signIn(browser, "anja");
  await anja.goto("/guardian");
  await expect(anja.locator("main")).not.toContainText(title);
  await theo.goto("/mentor");
  await expect(theo.locator("main")).not.toContainText("Leo");

  const leo = await signIn(browser, "leo");
  await visit(leo, "/student");
  await follow(leo, title);
  await expect(leo.getByText("Nobody else knows yet.")).toBeVisible();
  await expectNoAxeViolation(leo);
  await leo.getByRole("button", { name: "I want to try this" }).click();
  await expect(leo.getByRole("status").first()).toContainText("Your school asks your family next.");
  await expectNoAxeViolation(leo);
});

test("two coordinators on the last place: one approves, the other reads that it is taken", async ({ browser }) => {
  const title = "Rebuild one bicycle from parts";
  const ingrid = await signIn(browser, "ingrid");
  await ingrid.goto("/mentor/placements/new");
  await fillPlacement(ingrid, { title, studentWillDo: "Take it apart, clean it, build it up.", interest: "repair" });
  await sendPlacement(ingrid);
  const ines = await signIn(browser, "ines");
  const listing = await publishListing(ines, title);
  const students = [await signIn(browser, "jada"), await signIn(browser, "minh")];
  const pursuits = await Promise.all(students.map((student) => askFor(student, listing)));

  // What is half written about one student waits for that student, and does not turn up at another's.
  const half = "Only her advisor knows this.";
  const cases = pursuits.map((id) => `/coordinator/pursuits/${id}`) as [string, string];
  const staffText = ines.getByLabel("For staff only");
  for (const [at, path] of [...cases, cases[0]].entries()) {
    await ines.goto(path);
    await ines.locator("summary", { hasText: "Decline" }).click();
    await expect(staffText).toHaveValue(at === 2 ? half : "");
    if (at === 0) await staffText.fill(half);
  }

  const desks = [ines, await signIn(browser, "priya")];
  await Promise.all(desks.map((desk, place) => desk.goto(cases[place] as string)));
  await Promise.all(desks.map((desk) => desk.getByRole("button", { name: "Approve" }).click()));
  const answers = await Promise.all(
    desks.map(async (desk) => {
      const taken = desk.getByRole("alert").filter({ hasText: "All places of this listing are taken." });
      const approved = desk.getByRole("status").filter({ hasText: "Approved." });
      await expect(taken.or(approved)).toBeVisible();
      await expectNoAxeViolation(desk);
      return (await taken.isVisible()) ? "taken" : "approved";
    }),
  );
  expect(answers.sort()).toEqual(["approved", "taken"]);
});
