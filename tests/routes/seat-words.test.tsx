import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { i18nForPages } from "~/i18n.server";
import { useSeatWords } from "~/routes/coordinator.matches.seats/seat-words";

function Sentence({ change }: { change: object }) {
  const nothing = { placed: 0, chosen: 0, steps: 0, floor: 0, total: 0 };
  return useSeatWords().sentence("One more seat here", { ...nothing, ...change });
}

const said = (change: object) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={i18nForPages("en")}>
      <Sentence change={change} />
    </I18nextProvider>,
  );

test("a seat that lifts somebody on their list says so, also where the fits together fall or stay", () => {
  const higher = "One more seat here lets students have places that stand higher on their lists.";
  expect(said({ steps: 1, total: -340 })).toBe(higher);
  expect(said({ steps: 1 })).toBe(higher);
  expect(said({ chosen: 1, steps: 1 })).toContain("more of the places they chose");
  expect(said({})).not.toContain("lists");
});
