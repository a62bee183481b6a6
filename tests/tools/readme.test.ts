import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const readme = readFileSync("README.md", "utf8");

test("every test that the README shows for a promise is there", () => {
  const named = [...readme.matchAll(/`(tests\/[^`]+)`/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => globSync([name, `${name}*`]).length === 0)).toEqual([]);
});

test("every link from a page of documentation to a file leads to one", () => {
  const pages = globSync(["*.md", "docs/**/*.md", "app/**/*.md"]);
  const dead = pages.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/\]\((?!\w+:)([^)#\s]+)/g)]
      .map(([, link = ""]) => path.join(path.dirname(page), link))
      .filter((file) => !existsSync(file))
      .map((file) => `${page} → ${file}`),
  );
  expect(pages).toContain("SECURITY.md");
  expect(dead).toEqual([]);
});

test("every command that the README names is a script", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/^(?:\| `)?npm (?:run )?([a-z]+(?::[a-z]+)?)/gm)].map(([, name = ""]) => name);
  expect(named).toEqual(expect.arrayContaining(["start", "test", "check", "seed:cohort"]));
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
