// How much memory `match:solve` takes on a large instance: `npm run bench:memory -- [students placements pairsEach]`. Writes the instance as a stream, solves it, prints time and peak memory (Linux), and fails beyond 2 GB.
import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { finished } from "node:stream/promises";

const LIMIT_MIB = 2048;
const [students = 100_000, placements = 50_000, each = 50] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(tmpdir(), "match-memory-"));
const file = path.join(folder, "instance.json");
try {
  await writeInstance();
  const megabytes = Math.round(statSync(file).size / 1e6);
  const { seconds, peakMib, code } = await solve();
  console.log(JSON.stringify({ students, placements, pairs: students * each, megabytes, seconds, peakMib, code }));
  process.exitCode = code === 0 && peakMib !== null && peakMib <= LIMIT_MIB ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

async function writeInstance(): Promise<void> {
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  const draw = numbers(1);
  const write = async (text: string) => {
    if (!out.write(text)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
  };
  const list = async (count: number, item: (at: number) => string) => {
    for (let at = 0; at < count; at += 1) await write(`${at > 0 ? "," : ""}${item(at)}`);
  };
  await write('{"students":[');
  await list(students, (at) => `{"id":"s${at}"}`);
  await write('],"placements":[');
  await list(placements, (at) => `{"id":"p${at}","seats":${1 + draw(3)}}`);
  await write('],"pairs":[');
  const step = Math.max(1, Math.floor(placements / each));
  await list(students, (student) => {
    const first = draw(placements);
    const pair = (at: number) =>
      `{"student":"s${student}","placement":"p${(first + at * step) % placements}","weight":${1 + draw(10_000)}}`;
    return Array.from({ length: each }, (_, at) => pair(at)).join(",");
  });
  out.end("]}\n");
  await finished(out);
}

function solve(): Promise<{ seconds: number; peakMib: number | null; code: number | null }> {
  const began = performance.now();
  const command = ["build-node/commands/match-solve.js", file, "--out", path.join(folder, "answer.json")];
  const child = spawn(process.execPath, command, { stdio: "inherit" });
  let peakMib: number | null = null;
  const watch = setInterval(() => {
    peakMib = peakOf(child.pid) ?? peakMib;
  }, 20);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      clearInterval(watch);
      resolve({ seconds: Math.round((performance.now() - began) / 100) / 10, peakMib, code });
    });
  });
}

/** The kernel's high-water mark of what a process held in memory. */
function peakOf(pid: number | undefined): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found ? Math.round(Number(found[1]) / 1024) : null;
  } catch {
    // The process has ended between two looks, or this is not Linux.
    return null;
  }
}

/** The same numbers on every machine (a linear congruence; Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
