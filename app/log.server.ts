import { type DestinationStream, pino } from "pino";
import { describeError } from "./describe-error.server";
import type { AppEnv } from "./env.server";
import type { LogFields, Logger } from "./wiring";

/** For what answers on standard output itself. */
export const toStandardError = (): DestinationStream => pino.destination(2);

/** Structured lines on standard output, with what `keptFields` lets pass and no more. */
export function createLogger(level: AppEnv["logLevel"], to?: DestinationStream): Logger {
  const log = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, to ?? pino.destination(1));
  return {
    info: (fields, message) => log.info(keptFields(fields), message),
    warn: (fields, message) => log.warn(keptFields(fields), message),
    error: (fields, message) => log.error(keptFields(fields), message),
  };
}

type Keep = (value: unknown) => unknown;

/** What stands where a value is not of the field's shape, so may be somebody's. */
const OTHER = ":other";

const shaped =
  (shape: RegExp): Keep =>
  (value) =>
    typeof value === "string" && shape.test(value) ? value : OTHER;
const number: Keep = (value) => (typeof value === "number" ? value : OTHER);
const listOf =
  (keep: Keep): Keep =>
  (value) =>
    Array.isArray(value) ? value.slice(0, 50).map(keep) : OTHER;

/** A row, a request, a job, a worker or a hash. */
const id = shaped(/^(?=.*\d)[\w-]{1,80}$/);
/** A word of the source. */
const word = shaped(/^[a-z][A-Za-z0-9_-]{0,40}$/);
/** Why something was refused, in words of the source or of a provider's list: `422 validation_error`, `AbortError`. */
const reason = shaped(/^[a-z0-9_ :-]{0,100}(?:[A-Z][A-Za-z]{0,40}Error)?$/);

const kept: { [Field in keyof Required<LogFields>]: Keep } = {
  err: (value) => describeError(value),
  requestId: id,
  schoolId: id,
  runId: id,
  importId: id,
  mailId: id,
  jobId: id,
  workerId: id,
  workers: listOf(id),
  inputHash: id,
  properties: listOf(shaped(/^[A-Z]\d$/)),
  port: number,
  status: number,
  ms: number,
  attempt: number,
  of: number,
  concurrency: number,
  counts: (value) =>
    Object.fromEntries(Object.entries(value as object).map(([name, count]) => [word(name), number(count)])),
  mode: word,
  because: shaped(/^SIG[A-Z]+$|^disconnect$/),
  method: shaped(/^[A-Z]+$/),
  /** Already without what may be a token, a name or an address. */
  path: shaped(/^\/[\w./:-]{0,300}$/),
  task: word,
  job: word,
  action: word,
  kind: word,
  state: word,
  delivery: word,
  transport: word,
  engine: word,
  version: shaped(/^\d[\w.-]{0,40}$/),
  reason,
};

/** The fields a line may hold, each in its shape: ids, numbers and words of the source. Whatever else is given is left out. */
export function keptFields(fields: LogFields): Record<string, unknown> {
  const known = Object.entries(fields).filter(([field]) => Object.hasOwn(kept, field));
  return Object.fromEntries(
    known.flatMap(([field, value]) => (value === undefined ? [] : [[field, kept[field as keyof LogFields](value)]])),
  );
}
