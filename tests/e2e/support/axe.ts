import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

interface Looking {
  /** What is not looked at: a document that lets no script in, such as the frame of a mail. */
  without?: string;
}

/** WCAG 2.2 AA as far as a machine can tell: no violation, each named with its first element. */
export async function expectNoAxeViolation(page: Page, { without }: Looking = {}): Promise<void> {
  // The note that a page is on its way fades in over it: half faded it is no page that anybody reads.
  await expect(page.locator(".animate-late")).toHaveCount(0);
  const builder = new AxeBuilder({ page });
  if (without) builder.exclude(without).setLegacyMode();
  const { violations } = await builder
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(
    violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html.slice(0, 200)}`),
    page.url(),
  ).toEqual([]);
  expect(await idsUsedTwice(page), page.url()).toEqual([]);
}

/** Also in what is folded away, where axe does not look: a label would belong to the field of another form. */
function idsUsedTwice(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
}
