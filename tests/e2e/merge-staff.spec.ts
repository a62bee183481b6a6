import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

interface Colleague {
  name: string;
  mail: string;
  role: "Advisor" | "Coordinator";
  advisory: string;
}

async function addColleague(priya: Page, { name, mail, role, advisory }: Colleague): Promise<void> {
  await visit(priya, "/coordinator/people/new?as=advisor");
  await priya.getByLabel("Full name").fill(name);
  await priya.getByLabel("Mail address").fill(mail);
  await priya.getByLabel("Role").selectOption({ label: role });
  await priya.getByLabel("Name of the advisory").fill(advisory);
  await priya.getByRole("button", { name: "Add", exact: true }).click();
  await expect(priya.getByText(mail).first()).toBeVisible();
}

test("one of the staff who is there twice is found, made one with the role of a look, and two again @both", async ({
  browser,
  viewport,
}) => {
  const size = viewport ?? { width: 390, height: 844 };
  // both sizes share a school: each has colleagues of its own
  const last = size.width > 400 ? "Tamsin" : "Tamsyn";
  const [name, other] = [`Ursula ${last}`, `${last} Ursula`];
  const priya = await signIn(browser, "priya", { viewport: size });
  const mails = [`ursula.${last}@lakeview.example`, `${last}.u@lakeview.example`].map((mail) => mail.toLowerCase());
  await addColleague(priya, { name, mail: mails[0] ?? "", role: "Advisor", advisory: "" });
  await addColleague(priya, { name: other, mail: mails[1] ?? "", role: "Coordinator", advisory: `Evening ${last}` });

  await visit(priya, "/coordinator/duplicates");
  await expectNoAxeViolation(priya);
  await priya.getByRole("link", { name: new RegExp(other) }).click();
  await expect(priya.getByRole("heading", { level: 1, name: "Make one of two on the staff" })).toBeVisible();
  await expect(priya.getByRole("table").first().getByText(`Evening ${last}`)).toBeVisible();
  if (await priya.getByText(`Evening ${last}, as their advisor`).isHidden())
    await priya.getByRole("link", { name: "Keep the other one" }).click();
  await expect(priya.getByText("Which role does")).toBeVisible();
  await expectNoAxeViolation(priya);
  await priya.getByLabel("The one of the other: Coordinator").check();
  await priya.getByRole("button", { name: "Make one person of them" }).dblclick();
  await expect(priya.getByText("They are one person now.")).toBeVisible();
  await expectNoAxeViolation(priya);
  await priya.getByRole("button", { name: "Undo it" }).click();
  await expect(priya.getByText("They are two again.")).toBeVisible();
});
