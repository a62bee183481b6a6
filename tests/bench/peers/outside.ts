import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MatchGraph } from "~/domain/matching/solver/graph";
import { median } from "../measure";

/** What a program outside this process answered. */
export interface Answer {
  ms: number;
  placed: number;
  total: number;
}

/** A peer that is not on every machine; `howToGet` is printed where it is not on this one. */
export interface OutsidePeer {
  name: string;
  howToGet: string;
  solve: ((graphFile: string, runs: number) => Answer) | null;
}

const here = import.meta.dirname;
export const CACHE = path.resolve(here, "../../../.cache/bench");

export function scipy(): OutsidePeer {
  const python = pythonWith("scipy");
  const solve = (program: string) => (file: string, runs: number) =>
    answerOf(program, [path.join(here, "assign.py"), file, String(runs)]);
  return { name: "scipy", howToGet: "apt-get install python3-scipy", solve: python ? solve(python) : null };
}

/** Sums the weights of the best placements of students, from what `scoreInput` made; null without numpy. */
export function numpyScore(input: object, runs: number): { ms: number; total: number } | null {
  const python = pythonWith("numpy");
  if (!python) return null;
  mkdirSync(CACHE, { recursive: true });
  const file = path.join(CACHE, `score-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(input));
  return answerOf(python, [path.join(here, "score.py"), file, String(runs)]);
}

/** The interpreter of the system first: its packages come from the system as well. */
function pythonWith(library: string): string | undefined {
  return ["/usr/bin/python3", "python3"].find((one) => succeeds(one, ["-c", `import ${library}`]));
}

export function lemon(): OutsidePeer {
  mkdirSync(CACHE, { recursive: true });
  const program = path.join(CACHE, "assign");
  const isBuilt = succeeds("g++", ["-O3", "-std=c++17", "-o", program, path.join(here, "assign.cc"), "-llemon"]);
  return {
    name: "LEMON",
    howToGet: "apt-get install g++ liblemon-dev",
    solve: isBuilt ? (file, runs) => answerOf(program, [file, String(runs)]) : null,
  };
}

function succeeds(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    // Not there, or without the library: the bench says so and goes on.
    return false;
  }
}

function answerOf(program: string, args: string[]): Answer {
  const { seconds, placed, total } = JSON.parse(execFileSync(program, args, { encoding: "utf8" }));
  return { ms: 1000 * median(seconds), placed, total };
}

/** Sizes, rows, placements, weights and seats as 32-bit numbers, in a file of this run's own. Returns the file. */
export function writeGraph({ students, placements, start, place, weight, seats }: MatchGraph): string {
  const parts = [Int32Array.of(students, placements, place.length), start, place, weight, seats];
  mkdirSync(CACHE, { recursive: true });
  const file = path.join(CACHE, `graph-${process.pid}.bin`);
  writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))));
  return file;
}
