import type { Logger } from "./wiring";

/** Node would print what nobody caught with its message; the process ends all the same, with a line that holds none. */
export function endOnFault(log: Logger): void {
  process.once("uncaughtException", (err) => {
    log.error({ err }, "the process ends: nobody caught this");
    process.exit(1);
  });
}
