// `npm test`: all checks, then all tests, then one line with the sum of what the runners themselves counted.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { buildWhenChanged } from "./build.mjs";
import { runChecks } from "./check.mjs";
import { countPlaywright, countVitest } from "./count-results.mjs";
import { findBrowser } from "./find-browser.mjs";

const root = path.resolve(import.meta.dirname, "..");
const results = path.join(root, ".cache", "results");
const total = { passed: 0, failed: 0 };

title("Checks");
add(await runChecks());
title("Build");
if (await attempt("build", () => buildWhenChanged(root, ["site", "node"]))) {
  title("Unit, feature, database, route and security tests");
  runTests("vitest", ["run", "--configLoader=runner", "--reporter=default", "--reporter=json"], countVitest);
  title("Browser tests");
  const browser = await attempt("browser", findBrowser);
  if (browser) runTests("playwright", ["test"], countPlaywright, { CHROMIUM_PATH: browser });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs one runner and adds what it counted. One that ran no test, left one out or died counts as a failure. */
function runTests(runner, args, count, env = {}) {
  const report = path.join(results, `${runner}.json`);
  mkdirSync(results, { recursive: true });
  rmSync(report, { force: true });
  const output = runner === "vitest" ? [`--outputFile.json=${report}`] : ["--reporter=list,json"];
  const { status } = spawnSync(runner, [...args, ...output], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  let counts;
  try {
    counts = count(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return fail(`${runner} left no report.`);
  }
  add(counts);
  if (counts.passed + counts.failed === 0) fail(`${runner} ran no test.`);
  if (counts.skipped > 0) fail(`${runner} left out ${counts.skipped} tests; every test has to run.`);
  if (status !== 0 && counts.failed === 0) fail(`${runner} failed outside of a test (exit code ${status}).`);
}

async function attempt(what, work) {
  try {
    return (await work()) ?? true;
  } catch (error) {
    fail(`${what}: ${error.message}`);
    return undefined;
  }
}

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

function fail(sentence) {
  console.error(`FAILED ${sentence}`);
  total.failed += 1;
}

function title(words) {
  console.log(`\n== ${words} ==`);
}
