import { expect, type Page } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

const note = (page: Page) => page.getByRole("alert").filter({ hasText: /No connection|Sin conexión/ });

/** What a phone in a tunnel says when it is back, while the server is as far as before. */
const sayOnline = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("online")));

test("what was written and sent without a connection stays on the page, may be changed, and goes out once when the phone is back", async ({
  browser,
}) => {
  const rosa = await signIn(browser, "rosa", { locale: "es-MX" });
  await rosa.goto("/question");
  const field = rosa.locator("textarea");
  await field.fill("¿A qué hora vuelve?");
  const sent: string[] = [];
  rosa.on("requestfinished", (request) => request.method() === "POST" && sent.push(request.postData() ?? ""));
  await rosa.context().setOffline(true);
  const send = rosa.getByRole("main").getByRole("button").last();
  await send.click();
  await expect(note(rosa)).toContainText("Todavía no nos ha llegado");
  await expect(field).toHaveValue("¿A qué hora vuelve?");
  await expectNoAxeViolation(rosa);
  await field.fill("¿A qué hora vuelve el jueves? zzlost");
  await send.click();
  await expect(note(rosa)).toBeVisible();
  await rosa.context().setOffline(false);
  await expect(rosa.locator("h1")).toContainText("ha llegado");
  await expect(note(rosa)).toHaveCount(0);
  expect(sent).toHaveLength(1);
  expect(new URLSearchParams(sent[0]).toString()).toContain("zzlost");
});

test("what may have arrived is not sent again before a person says so", async ({ browser }) => {
  const rosa = await signIn(browser, "rosa");
  await rosa.goto("/question");
  await rosa.locator("textarea").fill("Who drives them?");
  let taken = 0;
  await rosa.route("**/question*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    taken += 1;
    if (taken > 1) return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    return route.abort("connectionreset");
  });
  await rosa.getByRole("main").getByRole("button").last().click();
  await expect(note(rosa)).toContainText("We cannot tell if it reached us.");
  await sayOnline(rosa);
  await expect(note(rosa)).toBeVisible();
  expect(taken).toBe(1);
  await note(rosa).getByRole("button", { name: "Send it now" }).click();
  await expect(rosa.locator("h1")).toContainText("has arrived");
  expect(taken).toBe(2);
});

test("a link pressed without a connection leaves the page and what was typed as they are, and leads on when the phone is back", async ({
  browser,
}) => {
  const rosa = await signIn(browser, "rosa");
  await rosa.goto("/question");
  await rosa.locator("textarea").fill("Half a sentence");
  await rosa.context().setOffline(true);
  const link = rosa.getByRole("contentinfo").getByRole("link", { name: "Report a concern" });
  await link.click();
  await expect(note(rosa)).toContainText("This page stays as it is.");
  await expect(rosa.locator("textarea")).toHaveValue("Half a sentence");
  await rosa.context().setOffline(false);
  await expect(rosa).toHaveURL(/\/concern$/);
  await expect(rosa.getByLabel("What happened?")).toBeVisible();
  await expect(note(rosa)).toHaveCount(0);
});

test("a page whose answer is lost on the way is asked for again by a press", async ({ browser }) => {
  const ana = await signIn(browser, "ana");
  await ana.goto("/student");
  let lost = 0;
  await ana.route("**/search?*_data=*", (route) => {
    lost += 1;
    return lost > 1 ? route.fallback() : route.abort("connectionreset");
  });
  await ana.getByRole("main").getByRole("link", { name: "Find a placement" }).click();
  await expect(note(ana)).toContainText("This page stays as it is.");
  await expect(ana.locator("h1")).toHaveText("My page");
  await note(ana).getByRole("button", { name: "Try again" }).click();
  await expect(ana).toHaveURL(/\/search/);
  await expect(note(ana)).toHaveCount(0);
});

test("what waits to be sent goes before a link that was pressed after it", async ({ browser }) => {
  const rosa = await signIn(browser, "rosa");
  await rosa.goto("/question");
  await rosa.locator("textarea").fill("Is there a bus? zzfirst");
  const sent: string[] = [];
  rosa.on("requestfinished", (request) => request.method() === "POST" && sent.push(request.postData() ?? ""));
  await rosa.context().setOffline(true);
  await rosa.getByRole("main").getByRole("button").last().click();
  await expect(note(rosa)).toContainText("It has not reached us.");
  await rosa.getByRole("contentinfo").getByRole("link", { name: "Report a concern" }).click();
  await expect(note(rosa)).toContainText("It has not reached us.");
  await rosa.context().setOffline(false);
  await expect(rosa.locator("h1")).toContainText("has arrived");
  expect(sent).toHaveLength(1);
});

test("what was written stays with whoever leaves the page before it is known to have arrived", async ({ browser }) => {
  const rosa = await signIn(browser, "rosa");
  await rosa.goto("/question");
  await rosa.locator("textarea").fill("Who has the key?");
  await rosa.route("**/question*", (route) =>
    route.request().method() === "POST" ? route.abort("connectionreset") : route.fallback(),
  );
  await rosa.getByRole("main").getByRole("button").last().click();
  await expect(note(rosa)).toContainText("We cannot tell if it reached us.");
  await rosa.getByRole("contentinfo").getByRole("link", { name: "Report a concern" }).click();
  await expect(rosa.getByLabel("What happened?")).toBeVisible();
  await rosa.goBack();
  await expect(rosa.locator("textarea")).toHaveValue("Who has the key?");
});

test("what one person sent is never sent as another one who signed in at the device meanwhile", async ({ browser }) => {
  const rosa = await signIn(browser, "rosa", { locale: "es-MX" });
  await rosa.goto("/question");
  await rosa.locator("textarea").fill("¿Es de Rosa? zzowner");
  let posts = 0;
  await rosa.route("**/question*", (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    posts += 1;
    return posts > 1 ? route.fallback() : route.abort("connectionreset");
  });
  const send = rosa.getByRole("main").getByRole("button").last();
  await send.click();
  await expect(note(rosa)).toContainText("No sabemos");
  const ana = await rosa.context().newPage();
  await ana.goto("/local/cast");
  await ana.locator(`button[name="key"][value="${cast.ana.key}"]`).click();
  await ana.waitForURL((url) => !url.pathname.startsWith("/local"));
  await ana.getByRole("main").waitFor();
  await expect.poll(() => ana.evaluate(() => window.localStorage.getItem("reader"))).not.toBeNull();
  await note(rosa).getByRole("button").click();
  const told = rosa.getByRole("alert").filter({ hasText: "Ahora hay otra cuenta" });
  await expect(told).toBeVisible();
  await expect(rosa.locator("textarea")).toHaveValue("¿Es de Rosa? zzowner");
  await sayOnline(rosa);
  await send.click();
  await expect(told).toBeVisible();
  expect(posts).toBe(1);
  await expectNoAxeViolation(rosa);
});
