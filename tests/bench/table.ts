import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CACHE } from "./peers/outside";

/** One figure against a goal: of ours alone, or as a ratio to a peer's on the same graph in the same run. */
export interface Row {
  row: string;
  ours: number;
  unit?: "ms" | "MB" | "";
  peer?: { name: string; figure: number };
  /** The most that ours, or ours by the peer's, may be; absent for a figure that is printed only. */
  goal?: number;
  note?: string;
}

const rows: Row[] = [];

/** Prints a row at once, since the whole table takes minutes. */
export function report(row: Row): void {
  rows.push(row);
  console.log(lineOf(row));
}

export function say(line: string): void {
  console.log(line);
}

/** What the goal is measured by. */
function measured({ ours, peer }: Row): number {
  return peer ? ours / peer.figure : ours;
}

function holds(row: Row): boolean | null {
  return row.goal === undefined ? null : measured(row) <= row.goal;
}

function lineOf(row: Row): string {
  const { peer, goal, unit = "ms", note } = row;
  const ours = `${number(row.ours)} ${unit}`.trim();
  const against = peer ? `${peer.name} ${number(peer.figure)} ${unit}`.trim() : "-";
  const ratio = peer ? factor(measured(row)) : "-";
  const aim = goal === undefined ? "-" : peer ? factor(goal) : `${number(goal)} ${unit}`.trim();
  const verdict = { true: "holds", false: `missed by ${number(measured(row) / (goal ?? 1))} times`, null: "" }[
    String(holds(row)) as "true" | "false" | "null"
  ];
  return `| ${[row.row, ours, against, ratio, aim, [verdict, note].filter(Boolean).join("; ")].join(" | ")} |`;
}

/** 1/30 rather than 0.033. */
function factor(ratio: number): string {
  return ratio < 1 ? `1/${number(1 / ratio)}` : number(ratio);
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

export function begin(): void {
  console.log("| row | ours | peer | ratio | goal | |\n|---|---|---|---|---|---|");
}

/** Writes all rows as JSON, and says how many goals were missed. */
export function finish(name: "match" | "board" | "homes"): void {
  mkdirSync(CACHE, { recursive: true });
  const file = path.join(CACHE, `${name}.json`);
  const out = rows.map((row) => ({ ...row, ratio: row.peer ? measured(row) : null, holds: holds(row) }));
  writeFileSync(file, `${JSON.stringify(out, null, 2)}\n`);
  const missed = rows.filter((row) => holds(row) === false).length;
  const judged = rows.filter((row) => holds(row) !== null).length;
  console.log(`\n${judged - missed} of ${judged} goals hold. The same as JSON: ${path.relative(process.cwd(), file)}`);
}
