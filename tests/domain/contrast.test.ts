import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("app/app.css", "utf8");
const tokensOf = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value as string]),
  );
const light = tokensOf(/@theme \{[\s\S]*?\n\}/.exec(css)?.[0] ?? "");
const dark = { ...light, ...tokensOf(/prefers-color-scheme: dark\) \{[\s\S]*?\n\}/.exec(css)?.[0] ?? "") };

/** Text tokens and every ground they are used on: at least 4.5:1 (WCAG 2.2, 1.4.3). */
const grounds = ["paper", "surface", "sunken"];
const text: [string, string][] = [
  ...["ink", "ink-soft", "accent", "accent-deep", "go", "wait", "stop"].flatMap((name) =>
    grounds.map((ground): [string, string] => [name, ground]),
  ),
  ...["accent", "go", "wait", "stop"].flatMap((name): [string, string][] => [
    [name, `${name}-soft`],
    ["ink", `${name}-soft`],
    ["ink-soft", `${name}-soft`],
  ]),
  ["on-accent", "accent"],
  ["on-accent", "accent-deep"],
  ["on-stop", "stop"],
  ["surface", "go"],
];
/** Edges of controls and the focus ring: at least 3:1 (WCAG 2.2, 1.4.11). */
const edges: [string, string][] = ["line-strong", "focus"].flatMap((name) =>
  grounds.map((ground): [string, string] => [name, ground]),
);

/** Relative luminance of "#rrggbb" (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

describe.each(Object.entries({ light, dark }))("%s", (_, tokens) => {
  const colour = (name: string) => tokens[name] ?? expect.fail(`no token ${name}`);
  test.each(text)("%s is readable on %s", (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(edges)("%s stands out from %s", (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(3);
  });
});
