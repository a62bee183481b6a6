import { execFileSync } from "node:child_process";
import path from "node:path";
import { median, RUNS } from "./measure";

const program = path.join(import.meta.dirname, "cold.ts");

/** The median over fresh processes: nothing is compiled, no array is warm. What a process needs to start is not counted. */
export function coldMedian(work: "propose" | "solve"): number {
  const once = () => {
    const answer = execFileSync(process.execPath, [...process.execArgv, program, work, ...process.argv.slice(2)], {
      encoding: "utf8",
    });
    return (JSON.parse(answer) as { ms: number }).ms;
  };
  return median(Array.from({ length: RUNS }, once));
}
