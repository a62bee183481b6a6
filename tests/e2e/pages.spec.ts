import { expect, type Page } from "playwright/test";
import { type CastAccountKey, castOrganisations } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { makePlan } from "./support/board";
import { signIn, stranger } from "./support/people";
import { test } from "./support/test";

interface Round {
  who: CastAccountKey | null;
  /** What is looked at, where one person has more than one round. */
  about?: string;
  /** How many plans are made first, so that pages about a plan have one to show, and two to set side by side. */
  plans?: number;
  /** Addresses; one with an arrow leads on to the first link of the page that looks like what follows. */
  paths: string[];
  locale?: string;
}

const works = castOrganisations["harbor-bike-works"].organisationId;
const garden = castOrganisations["rainier-community-garden"].organisationId;

const ROUNDS: Round[] = [
  { who: null, paths: ["/", "/sign-in", "/local/cast", "/local/mailbox", "/nowhere"] },
  { who: null, locale: "es-MX", paths: ["/", "/sign-in", "/nowhere"] },
  {
    who: "ana",
    paths: ["/search", "/search?q=animls", "/search?q=zzzzqqqq&day=1", "/suggest?wish=glass", "/introduce", "/account"],
  },
  { who: "minh", paths: ["/student", "/student → /student/pursuits/"] },
  { who: "leo", locale: "es-MX", paths: ["/student", "/student → /student/pursuits/", "/search → /placements/"] },
  { who: "monique", paths: ["/guardian"] },
  { who: "rosa", locale: "es-MX", paths: ["/guardian", "/search", "/introduce"] },
  {
    who: "maya",
    paths: ["/mentor", "/mentor/about", "/mentor/placements/new", "/mentor → /mentor/placements/[0-9a-f]"],
  },
  {
    who: "carlos",
    locale: "es-MX",
    paths: ["/mentor", "/mentor/about", "/mentor/placements/new", "/mentor → /mentor/pursuits/"],
  },
  { who: "tom", paths: ["/advisor", "/search"] },
  {
    who: "ines",
    about: "desk",
    paths: [
      "/coordinator",
      "/coordinator/matches",
      "/coordinator/listings",
      "/coordinator/listings?show=published → /coordinator/listings/[0-9a-f]",
      "/coordinator/duplicates",
      `/coordinator/duplicates/${works}/with/${garden}`,
      "/coordinator/imports",
      "/coordinator/pursuits",
      "/coordinator/pursuits?show=placed → /coordinator/pursuits/[0-9a-f]",
      "/coordinator/introductions",
      "/coordinator/introductions → /coordinator/introductions/[0-9a-f]",
      "/coordinator/tasks",
      "/coordinator/nowhere",
    ],
  },
  {
    // No other test makes plans in her school.
    who: "greta",
    about: "match board",
    plans: 1,
    paths: [
      "/coordinator/matches",
      "/coordinator/matches?show=unmatched",
      "/coordinator/matches?show=settled",
      "/coordinator/matches → /coordinator/matches/pairs/",
      "/coordinator/matches?show=students → /coordinator/matches/students/",
      "/coordinator/matches?show=listings → /coordinator/matches/listings/",
    ],
  },
  {
    who: "greta",
    about: "questions about the plan",
    plans: 2,
    paths: [
      "/coordinator/matches/what-if",
      "/coordinator/matches/what-if?kind=travel_all&minutes=20",
      "/coordinator/matches/compare?with=slate",
      "/coordinator/matches/compare?with=stable",
      "/coordinator/matches/compare?with=runs",
      "/coordinator/matches/seats",
      "/coordinator/matches/equity",
      "/coordinator/matches/weights",
      "/coordinator/matches/travel",
    ],
  },
];

for (const { who, about = "pages", plans = 0, paths, locale = "en-US" } of ROUNDS) {
  test(`${about} of ${who ?? "nobody"} in ${locale} have no accessibility violation, no console error, and fit the screen @both`, async ({
    browser,
    viewport,
  }) => {
    test.setTimeout(120_000);
    const isWide = (viewport?.width ?? 0) > 800;
    // The wide screen is dark, so that both sets of colours are measured.
    const options = { locale, viewport, colorScheme: isWide ? ("dark" as const) : ("light" as const) };
    const page = who ? await signIn(browser, who, options) : await stranger(browser, options);
    for (let made = 0; made < plans; made += 1) await makePlan(page);
    const complaints = collectComplaints(page);
    for (const path of paths) {
      await open(page, path);
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page).toHaveTitle(/.+ · Throughline/);
      await expect(page.locator("html")).toHaveAttribute("lang", locale.slice(0, 2));
      await expectNoAxeViolation(page);
      await expectNoSidewaysScroll(page);
      await expectLargeTargets(page);
    }
    expect(complaints).toEqual([]);
  });
}

async function open(page: Page, path: string): Promise<void> {
  const [address = "", pattern] = path.split(" → ");
  await page.goto(address);
  if (pattern === undefined) return;
  const hrefs = await page
    .locator("main a[href]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const found = hrefs.find((href) => new RegExp(`^${pattern}`).test(href));
  expect(found, `a link like ${pattern} on ${address}`).toBeDefined();
  await page.goto(found ?? "");
}

function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isExpected404 = message.text().includes("404");
    if (message.type() === "error" && !isExpected404) complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()} ${error.message}`));
  return complaints;
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** A thumb needs 44 px. Links inside a sentence and boxes whose label is the target are let off, as WCAG does. */
async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const controls = "button, summary, select, input:not([type=hidden], [type=checkbox], [type=radio]), a.min-h-11";
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 44)
      .map((control) => `${control.getBoundingClientRect().height}: ${control.outerHTML.slice(0, 120)}`);
  });
  expect(small, page.url()).toEqual([]);
}
