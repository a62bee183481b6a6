import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

const NARROW = { width: 360, height: 800 };

interface Preview {
  /** The document of the mail. */
  mail: string;
  /** Where the same kind is shown in its other cases. */
  cases: string[];
}

/** What a page of the preview holds, read without opening it: there are hundreds. */
async function previewAt(reader: Page, operator: Page, address: string): Promise<Preview> {
  const answer = await operator.request.get(address);
  expect([address, answer.status()]).toEqual([address, 200]);
  return reader.evaluate(
    (html) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      return {
        mail: page.querySelector("main iframe")?.getAttribute("srcdoc") ?? "",
        cases: [...page.querySelectorAll("main a[href*='case=']")].map((link) => link.getAttribute("href") ?? ""),
      };
    },
    await answer.text(),
  );
}

/** How much wider than the window it is, and what of it sticks out. */
function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

for (const language of ["en", "es"]) {
  for (const look of ["light", "dark"]) {
    test(`every kind of mail in each of its cases in ${language}, ${look}: readable on a narrow phone, without a violation, loading nothing`, async ({
      browser,
    }) => {
      test.setTimeout(240_000);
      const priya = await signIn(browser, "priya");
      await priya.goto("/operations/mails");
      const kinds = await priya
        .locator('main a[href^="/operations/mails/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      expect(kinds.length).toBeGreaterThan(20);
      const context = await browser.newContext({ viewport: NARROW });
      const reader = await context.newPage();
      const asked: string[] = [];
      reader.on("request", (request) => asked.push(request.url()));
      const query = `language=${language}&look=${look}`;
      const expectReadable = async (address: string, mail: string) => {
        expect(mail).not.toBe("");
        await reader.setContent(mail);
        expect([address, await overflowOf(reader)]).toEqual([address, []]);
        // Light changes the colours and nothing else.
        await expectNoAxeViolation(reader, look === "dark" ? { rules: ["color-contrast"] } : {});
      };
      let seen = 0;
      for (const kind of kinds) {
        const { mail, cases } = await previewAt(reader, priya, `${kind}?${query}`);
        seen += cases.length;
        await expectReadable(kind, mail);
        for (const each of cases) await expectReadable(each, (await previewAt(reader, priya, each)).mail);
      }
      expect(seen).toBeGreaterThan(10);
      expect(asked.filter((url) => !url.startsWith("about:"))).toEqual([]);
      await context.close();
    });
  }
}

test("a case, a language and the light of a mail each have their address, and work without scripts", async ({
  browser,
}) => {
  const priya = await signIn(browser, "priya");
  await priya.goto("/operations/mails/student-status");
  await priya.getByRole("link", { name: "Español" }).click();
  await expect(priya).toHaveURL(/language=es/);
  await priya.getByRole("navigation", { name: "Light" }).getByRole("link", { name: "Dark" }).click();
  await expect(priya).toHaveURL(/language=es&look=dark/);
  await expectNoAxeViolation(priya, { without: "iframe" });
  await priya.goto("/operations");
  await expectNoAxeViolation(priya);
});
