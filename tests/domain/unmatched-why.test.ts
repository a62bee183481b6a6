import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test, vi } from "vitest";
import { i18nFor } from "~/i18n.server";
import { Opens, type Unmatched } from "~/routes/coordinator.matches._index/unmatched-why";

// A link needs a router around it, of which this is no test.
vi.mock("~/ui/text-link", () => ({
  TextLink: ({ to, children }: { to: string; children: string }) => createElement("a", { href: to }, children),
}));

const farther = { moreMinutes: 10, listings: 2, placed: 1 };
const student: Unmatched = {
  id: "ana",
  name: "Ana",
  reason: "crowded_out",
  failing: {},
  binding: [{ code: "too_far", listings: 2 }],
  travel: farther,
  crowd: null,
  seats: [],
};

function shown(changes: Partial<Unmatched>): string {
  const opens = createElement(Opens, { student: { ...student, ...changes } });
  const page = createElement(I18nextProvider, { i18n: i18nFor("en") }, opens);
  return renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

test("whom others crowd out reads what a longer way would open, and that it gives one more student a place", () => {
  const text = shown({});
  expect(text).toContain("2 places would open if the travel limit were 10 minutes more.");
  expect(text).toContain("One more student gets a place then.");
  expect(shown({ travel: { ...farther, placed: 0 } })).not.toContain("gets a place");
});

test("whom others crowd out reads nothing where no rule alone opens another place", () => {
  expect(shown({ binding: [], travel: null }).trim()).toBe("");
  const none = shown({ reason: "no_eligible_placement", binding: [], travel: null });
  expect(none).toContain("No single rule stands alone in the way.");
});
