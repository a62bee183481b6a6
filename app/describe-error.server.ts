/** Errors inside errors, and errors of one aggregate, that a line describes. */
const DEEPEST = 5;
const MOST_ERRORS = 5;

const CLASS = /^[A-Z][A-Za-z]{0,59}$/;
/** `ENOENT`, `ERR_INVALID_URL`, `23505`. */
const CODE = /^[A-Z0-9][A-Z0-9_]{1,59}$/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const DATABASE_NAME = /^[a-z_][a-z0-9_]{0,62}$/;
/** Our own word for what an engine could not do (`search/port.ts`). */
const FAULT = /^[a-z]+(?:_[a-z]+)*$/;
const PLACE =
  /^\s*at (?:async )?(?:[\w$#.<>[\] ]+ \()?(?:(?:file:\/\/|node:|\/|[A-Z]:\\).+:\d+:\d+|native|<anonymous>|index \d+)\)?$/;

/**
 * What the log keeps of whatever was thrown: its class, its code, the places in the source, and the same of its causes. Never
 * a message: it may quote what somebody typed, a row, an address or a mail. Of the database's errors also the names they blame.
 */
export function describeError(thrown: unknown, depth = 0): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const error = thrown as Error & Record<string, unknown>;
  return {
    type: CLASS.test(error.name) ? error.name : "Error",
    code: match(CODE, error.code),
    ...(error.name === "SearchError" ? { fault: match(FAULT, error.fault) } : {}),
    ...(isOfDatabase(error) ? blamedNames(error) : {}),
    places: placesOf(error),
    ...(depth < DEEPEST ? insideOf(error, depth + 1) : {}),
  };
}

const match = (shape: RegExp, value: unknown) => (typeof value === "string" && shape.test(value) ? value : undefined);

const isOfDatabase = (error: Record<string, unknown>) =>
  match(SQLSTATE, error.code) !== undefined && "severity" in error;

const blamedNames = ({ table, constraint, column }: Record<string, unknown>) => ({
  table: match(DATABASE_NAME, table),
  constraint: match(DATABASE_NAME, constraint),
  column: match(DATABASE_NAME, column),
});

/** A stack begins with the message, which may have lines that look like places: only what comes after it counts. */
function placesOf({ stack, message }: Error): string[] {
  if (typeof stack !== "string") return [];
  const start = message ? stack.indexOf(message) : -1;
  const lines = (start < 0 ? stack : stack.slice(start + message.length)).split("\n");
  const isPlace = (line: string) => PLACE.test(line);
  const places = start < 0 ? lines.slice(lines.findLastIndex((line) => !isPlace(line)) + 1) : lines.filter(isPlace);
  return places.map((line) => line.trim());
}

function insideOf(error: Error, depth: number): Record<string, unknown> {
  const errors = error instanceof AggregateError && Array.isArray(error.errors) ? error.errors : [];
  return {
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause, depth) }),
    ...(errors.length === 0 ? {} : { errors: errors.slice(0, MOST_ERRORS).map((each) => describeError(each, depth)) }),
  };
}
