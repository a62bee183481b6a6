import { pino } from "pino";
import type { AppEnv } from "./env.server";
import type { Logger } from "./wiring";

/** Structured lines on standard output. */
export function createLogger(level: AppEnv["logLevel"]): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  });
}

const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * What the log keeps of an error. Postgres quotes the rejected value in its message and detail, so of its errors only the
 * code, the names it blames and the places in the source remain.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint, column } = error as Error & Record<string, unknown>;
  const places = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  const isDatabase = typeof code === "string" && SQLSTATE.test(code) && "severity" in error;
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  const known = isDatabase ? { code, table, constraint, column } : { code, message: error.message };
  return { type: error.name, ...known, places, cause };
}
