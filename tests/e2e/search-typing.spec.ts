import { expect } from "playwright/test";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

/** Somebody waits until it is opened. */
function createGate(): { passed: Promise<void>; open: () => void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

test("an answer that comes late does not replace that of a later question, and the number found is announced", async ({
  browser,
}) => {
  const ana = await signIn(browser, "ana");
  await visit(ana, "/search");
  const [late, held, answered] = [createGate(), createGate(), createGate()];
  await ana.route(
    (url) => url.searchParams.get("q") === "zzxq" && url.searchParams.has("_data"),
    async (route) => {
      const response = await route.fetch();
      held.open();
      await late.passed;
      await route.fulfill({ response });
      answered.open();
    },
  );
  const box = ana.getByRole("searchbox");
  const heading = ana.locator("#found");
  const all = (await heading.textContent()) ?? "";
  await box.fill("zzxq");
  await held.passed;
  await box.fill("animals");
  await expect(ana).toHaveURL(/q=animals$/);
  await expect(heading).not.toHaveText(all);
  const found = (await heading.textContent()) ?? "";
  expect(found).toMatch(/^[1-9]/);

  late.open();
  await answered.passed;
  await expect(ana).toHaveURL(/q=animals$/);
  await expect(heading).toHaveText(found);
  await expect(ana.getByRole("status").filter({ hasText: found })).toHaveCount(1);
  await expect(ana.getByRole("list", { name: "Placements" }).getByRole("listitem").first()).toBeVisible();
});

test("the same number after another search is announced again", async ({ browser }) => {
  const ana = await signIn(browser, "ana");
  await visit(ana, "/search");
  const box = ana.getByRole("searchbox");
  const heard = ana.getByRole("status").filter({ hasText: "placements" });
  await box.fill("zzxq");
  await expect(ana).toHaveURL(/q=zzxq$/);
  await expect(heard).toHaveText("0 placements");
  const changes = await heard.evaluateHandle((region) => {
    const seen: string[] = [];
    new MutationObserver(() => seen.push(region.textContent ?? "")).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return seen;
  });
  for (const text of ["zzxw", "zzxv"]) {
    const before = await changes.evaluate((seen) => seen.length);
    await box.fill(text);
    await expect(ana).toHaveURL(new RegExp(`q=${text}$`));
    await expect.poll(() => changes.evaluate((seen) => seen.length)).toBeGreaterThan(before);
    await expect(heard).toHaveText("0 placements");
  }
});

test("a word typed without its accents finds what is written with them, on the Spanish page", async ({ browser }) => {
  const ana = await signIn(browser, "ana");
  await ana.context().addCookies([{ name: "lang", value: "es", url: new URL(ana.url()).origin }]);
  await visit(ana, "/search?q=m%C3%BAsica");
  await expect(ana.locator("html")).toHaveAttribute("lang", "es");
  const titles = ana.getByRole("list", { name: "Lugares" }).getByRole("heading");
  const written = await titles.allTextContents();
  expect(written.length).toBeGreaterThan(0);
  await ana.getByRole("searchbox").fill("musica");
  await expect(ana).toHaveURL(/q=musica$/);
  await expect(titles).toHaveText(written);
});
