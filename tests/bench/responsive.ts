import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { report } from "./table";

const program = path.join(import.meta.dirname, "cold.ts");
const NANOSECONDS = 1e6;
/** Between two looks at the loop; it is part of the figure. */
const RESOLUTION_MS = 10;

/**
 * How late an event loop is while a plan is made beside it. The product makes plans in its worker process, never in the
 * one that serves pages: this process stands for the one that serves, another one makes the plan on the same machine.
 */
export async function responsiveRow(): Promise<void> {
  const worker = spawn(process.execPath, [...process.execArgv, program, "propose", ...process.argv.slice(2)], {
    stdio: "ignore",
  });
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const [code] = await once(worker, "exit");
  delay.disable();
  if (code !== 0) throw new Error(`The process that makes the plan ended with ${code}.`);
  const note = `with the ${RESOLUTION_MS} ms between two looks`;
  report({
    row: "an idle event loop beside a propose job, p99",
    ours: delay.percentile(99) / NANOSECONDS,
    goal: 50,
    note,
  });
}
