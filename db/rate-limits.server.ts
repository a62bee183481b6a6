import { CompiledQuery } from "kysely";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import type { Database } from "./connection.server";
import { withIdentity } from "./scope.server";

export interface Limit {
  name: string;
  /** How many times within the window. */
  points: number;
  windowSeconds: number;
}

const limiters = new WeakMap<Database, Map<string, RateLimiterPostgres>>();

/**
 * Takes one point of a limit that all processes share. `key` is a hash, never an address. Answers how many seconds to wait.
 */
export async function takeFromLimit(
  { db }: { db: Database },
  limit: Limit,
  key: string,
): Promise<{ ok: true } | { ok: false; retryAfterSeconds: number }> {
  try {
    await limiterFor(db, limit).consume(key);
    return { ok: true };
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return { ok: false, retryAfterSeconds: Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000) };
  }
}

/** Gives back a point that was taken for nothing. */
export async function giveBackToLimit({ db }: { db: Database }, limit: Limit, key: string): Promise<void> {
  await limiterFor(db, limit).reward(key);
}

function limiterFor(db: Database, { name, points, windowSeconds }: Limit): RateLimiterPostgres {
  const known = limiters.get(db) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(db, known);
  const limiter =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient: throughTheDoor(db),
      storeType: "client",
      schemaName: "identity",
      tableName: "rate_limits",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: windowSeconds,
    });
  known.set(name, limiter);
  return limiter;
}

/** The login role itself may do nothing: the limiter's statements go through the identity door like all others. */
function throughTheDoor(db: Database) {
  return {
    query: ({ text, values }: { text: string; values: unknown[] }) =>
      withIdentity({ db }, async (tx) => {
        const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values));
        return { rows, rowCount: rows.length };
      }),
  };
}
