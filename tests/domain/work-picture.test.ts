import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CARDS } from "~/domain/interest/finder/deck";
import { WorkPicture } from "~/ui/work-picture";

const draw = (interestId: string) => renderToStaticMarkup(createElement(WorkPicture, { interestId }));

test("every card has a picture of its own, and a screen reader is not told of it", () => {
  const pictures = CARDS.map(draw);
  expect(new Set([...pictures, draw("unheard-of")]).size).toBe(CARDS.length + 1);
  for (const picture of pictures) expect(picture).toMatch(/^<svg aria-hidden="true"/);
});
