import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOfLines, LONGEST_LINE, linesOf, MOST_LINES } from "~/domain/placement/short-lines";

test.each([
  ["", []],
  [" \n\r\n\t\n", []],
  ["Solder\r\nRead  a plan \n", ["Solder", "Read a plan"]],
  ["- Solder;\n• Read a plan.\n2. Measure,\n3) Cut", ["Solder", "Read a plan", "Measure", "Cut"]],
  ["- - Solder\n* \n-\n...\nRead a plan . ;", ["Solder", "Read a plan"]],
  ["3D printing\n-40 degrees", ["3D printing", "-40 degrees"]],
])("a text is read line by line: %j", (text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});

test.each([
  ["upper case", "Solder\nSOLDER", ["Solder"]],
  ["accents", "Panadería\npanaderia", ["Panadería"]],
  ["blanks and a full stop", "Read a plan\n read  a plan.", ["Read a plan"]],
])("the same line twice stands once, as it came first: %s", (_what, text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});

test.each(["C\nC++\nC#", "की\nका", "ガ\nギ"])("what only looks alike stays: %j", (text) => {
  expect(linesOf(text)).toEqual(text.split("\n"));
});

test("eight lines of sixty letters are taken, and neither one more nor a longer one", () => {
  const eight = Array.from({ length: MOST_LINES }, (_, place) => `${place}`.padEnd(LONGEST_LINE, "x"));
  expect(faultOfLines([])).toBeNull();
  expect(faultOfLines(eight)).toBeNull();
  expect(faultOfLines([...eight, "y"])).toBe("too_many_lines");
  expect(faultOfLines(["x".repeat(LONGEST_LINE + 1)])).toBe("line_too_long");
});

test("no line is empty or broken, and reading them again changes nothing, whatever was typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const lines = linesOf(text);
      for (const line of lines) expect(line).toMatch(/^\S(?:[^\n\r]*\S)?$/u);
      expect(linesOf(lines.join("\n"))).toEqual(lines);
    }),
    { numRuns: 500 },
  );
});
