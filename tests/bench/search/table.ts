import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const FOLDER = path.resolve(import.meta.dirname, "../../../.cache/bench");

/** One line of a table; what was not measured is left out. */
export interface Row {
  size: number;
  engine: string;
  kind: string;
  clients?: number;
  p50Ms?: number;
  p95Ms?: number;
  p99Ms?: number;
  perSecond?: number;
  /** How many questions were asked, and how many of them found something. */
  asked?: number;
  found?: number;
  /** What has to hold of `p95Ms`. */
  goalMs?: number;
}

const COLUMNS = [
  "size",
  "engine",
  "kind",
  "clients",
  "p50Ms",
  "p95Ms",
  "p99Ms",
  "perSecond",
  "asked",
  "found",
  "goalMs",
] as const;

export interface Table {
  add(row: Row): void;
}

/** Prints each row at once and keeps all of them as JSON, so that a run which is ended early leaves what it measured. */
export function openTable(name: "search" | "search-page"): Table {
  const rows: Row[] = [];
  const file = path.join(FOLDER, `${name}.json`);
  mkdirSync(FOLDER, { recursive: true });
  say(COLUMNS);
  return {
    add(row) {
      rows.push(rounded(row));
      say(COLUMNS.map((column) => textOf(row[column], column)));
      writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
    },
  };
}

const rounded = (row: Row): Row => ({
  ...row,
  ...Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name.endsWith("Ms"))
      .map(([name, ms]) => [name, Math.round(10 * Number(ms)) / 10]),
  ),
});

function textOf(value: string | number | undefined, column: string): string {
  if (typeof value !== "number") return value ?? "";
  return column.endsWith("Ms") && column !== "goalMs" ? value.toFixed(1) : String(value);
}

/** The first three columns are words. */
const say = (cells: readonly string[]): void =>
  void process.stdout.write(
    `${cells.map((cell, place) => cell[place < 3 ? "padEnd" : "padStart"](place === 2 ? 14 : 12)).join("")}\n`,
  );
