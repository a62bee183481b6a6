import { expect } from "playwright/test";
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
