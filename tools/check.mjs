// `npm run check`: everything that can be known without running the product. Each check counts one.
import { spawn } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** Longest first: two run at a time. */
const checks = [
  ["types", "tsc", "--noEmit", "--pretty"],
  ["generated files fresh", "node", "tools/check-generated.mjs"],
  ["no dead code", "knip", "--no-progress"],
  ["format and lint", "biome", "check", "--error-on-warnings", "--colors=force"],
  ["import rules", "depcruise", "--config", ".dependency-cruiser.mjs", "app", "db", "search", "emails", "tests"],
  ["lock complete", "node", "tools/check-lock.mjs"],
  ["domain pure", "node", "tools/check-domain.mjs"],
];
const AT_ONCE = 2;

/** Runs every check and prints what the failing ones said. Answers how many passed and failed. */
export async function runChecks() {
  const waiting = [...checks];
  const counts = { passed: 0, failed: 0 };
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const [name, ...command] = check;
      const started = Date.now();
      const { code, output } = await run(command);
      console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output);
      counts[code === 0 ? "passed" : "failed"] += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return counts;
}

function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, shell: process.platform === "win32" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (output += piece));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed } = await runChecks();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
