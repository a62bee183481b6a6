import axe from "axe-core";
import { expect, type Page } from "playwright/test";

interface Looking {
  /** What is not looked at: a document that lets no script in, such as the frame of a mail. */
  without?: string;
  /** Just these rules instead of all. */
  rules?: string[];
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** WCAG 2.2 AA as far as a machine can tell: no violation, each named with its first element. */
export async function expectNoAxeViolation(page: Page, looking: Looking = {}): Promise<void> {
  // The note that a page is on its way fades in over it: half faded it is no page that anybody reads.
  await expect(page.locator(".animate-late")).toHaveCount(0);
  expect(await violationsOf(page, looking), page.url()).toEqual([]);
  expect(await idsUsedTwice(page), page.url()).toEqual([]);
}

/**
 * Runs axe in the page itself, put there once for each document: its wrapper for Playwright opens another page for every look,
 * which takes several times as long. As an expression of the debugger, which no content policy of the page holds back.
 */
async function violationsOf(page: Page, { without, rules }: Looking): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: TAGS },
    // Of what passed it would describe every element.
    resultTypes: ["violations"],
  };
  const { violations } = await page.evaluate(
    ([without, options]) =>
      (window as unknown as { axe: typeof axe }).axe.run(without ? { exclude: [without] } : document, options),
    [without, options] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** Also in what is folded away, where axe does not look: a label would belong to the field of another form. */
function idsUsedTwice(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
}
