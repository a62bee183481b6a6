import { expect } from "playwright/test";
import { cast, sampleGuardianCode } from "../../db/cast";
import { linkFromMail } from "./support/mailbox";
import { signIn, stranger } from "./support/people";
import { test } from "./support/test";

const TITLE = "A day behind the curtain";
/** The place of a choice that scripts fold away until somebody asks for more. */
const FOLDED_PLACE = 10;

/** The main path for a browser whose scripts never arrive: an old phone on a bus, a school filter, a crawler of none. */
test("search, wish, request, approval and consent work without JavaScript", async ({ browser }) => {
  const without = { javaScriptEnabled: false };
  const keisha = await signIn(browser, "keisha", without);
  await keisha.goto("/search");
  await keisha.getByLabel("What do you like?").fill("theater");
  await keisha.getByText("Narrow it down").click();
  const interests = keisha.getByRole("group", { name: "Interest" });
  await expect(interests.getByRole("checkbox").nth(FOLDED_PLACE)).toBeVisible();
  await expect(interests.getByRole("button")).toHaveCount(0);
  await keisha.getByRole("group", { name: "Kind" }).getByLabel("Shadow day").check();
  await keisha.getByRole("button", { name: "Show these" }).click();
  await expect(keisha).toHaveURL(/q=theater/);
  await expect(keisha).toHaveURL(/kind=shadow_day/);
  await keisha.getByRole("button", { name: `Save: ${TITLE}` }).click();
  await expect(keisha).toHaveURL(/kind=shadow_day/);
  await expect(keisha.getByRole("button", { name: `Saved: ${TITLE}` })).toBeVisible();
  await keisha.getByRole("main").getByRole("link", { name: TITLE, exact: true }).click();
  await keisha.getByLabel("A few words to your coordinator").fill("I want to be a stage manager.");
  await keisha.getByRole("button", { name: "I'd like this one" }).click();
  await expect(keisha.getByText("Done. Your coordinator will read it.")).toBeVisible();

  const malik = await signIn(browser, "malik", without);
  await malik.goto("/coordinator/pursuits");
  await malik.getByRole("link", { name: `${cast.keisha.name} → ${TITLE}` }).click();
  await malik.getByRole("button", { name: "Approve" }).click();
  await expect(malik.getByText("Family says yes to being known to hosts")).toBeVisible();

  const nadia = await stranger(browser, without);
  await nadia.goto(await linkFromMail(nadia, { to: cast.nadia.mail, path: "/consent" }));
  await nadia.getByLabel("Your full name").fill(cast.nadia.name);
  await nadia.getByLabel("You are Keisha’s …").fill("mother");
  await nadia.getByLabel("Your school code").fill("1111 1111");
  await nadia.getByRole("button", { name: "I agree", exact: true }).click();
  await expect(nadia.getByText("This code is not right.").first()).toBeVisible();
  await expect(nadia.getByLabel("Your full name")).toHaveValue(cast.nadia.name);
  await nadia.getByLabel("Your school code").fill(sampleGuardianCode);
  await nadia.getByRole("button", { name: "I agree", exact: true }).click();
  await expect(nadia.getByText("This has been answered: Agreed.")).toBeVisible();
});
