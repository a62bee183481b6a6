import type { AppEnv } from "~/env.server";
import { LOCAL_SECRET } from "~/env.server";
import { keptFields } from "~/log.server";
import { createStripePayments } from "~/payments/stripe.server";
import { openSearch } from "~/search-engines.server";
import type { LogFields, Logger, Wiring } from "~/wiring";
import { createDatabase } from "~db/connection.server";
import type { Mailer, OutgoingMail } from "~emails/mailer";
import type { TestDatabase } from "./database";

/** Thursday 15 October 2026, ten in the morning in Seattle: a school day in term. */
export const TEST_NOW = new Date("2026-10-15T17:00:00Z");

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now(): Date;
  set(now: Date): void;
  pass(minutes: number): void;
}

export function createTestClock(start: Date = TEST_NOW): TestClock {
  let current = start;
  return {
    now: () => new Date(current),
    set: (now) => {
      current = now;
    },
    pass: (minutes) => {
      current = new Date(current.getTime() + minutes * 60_000);
    },
  };
}

export interface LoggedLine {
  level: "info" | "warn" | "error";
  fields: Record<string, unknown>;
  message: string;
}

export interface TestWiring extends Wiring {
  clock: TestClock;
  /** What was logged, oldest first. */
  lines: LoggedLine[];
  /** What the mailer was given, oldest first. */
  sent: OutgoingMail[];
  close(): Promise<void>;
}

export interface TestWiringOptions {
  now?: Date;
  env?: Partial<AppEnv>;
  /** Connections at most, for pages and as many for who asks Stripe; raise it for races. */
  connections?: number;
  /** Connections for who asks Stripe, and how long somebody waits for one. */
  stripe?: { max: number; waitMs: number };
}

/** Everything real but the clock, the log and the mailer, on a test database. Close it before the database is dropped. */
export function createTestWiring(database: TestDatabase, options: TestWiringOptions = {}): TestWiring {
  const db = createDatabase(database.webUrl, { max: options.connections ?? 10 });
  const stripeDb = createDatabase(database.webUrl, options.stripe ?? { max: options.connections ?? 10 });
  const sent: OutgoingMail[] = [];
  const lines: LoggedLine[] = [];
  const env = testEnv(database, options.env);
  const log = keepingLog(lines);
  return {
    env,
    db,
    stripeDb,
    clock: createTestClock(options.now),
    ...openSearch(env, { db, log }),
    mailer: keepingMailer(sent),
    payments: env.payments
      ? createStripePayments({
          ...env.payments,
          note: (fault) => log.warn({ ...fault }, "Stripe did not do what it was asked"),
        })
      : null,
    log,
    lines,
    sent,
    close: async () => {
      await stripeDb.close();
      await db.close();
    },
  };
}

function testEnv(database: TestDatabase, changes: Partial<AppEnv> = {}): AppEnv {
  return {
    mode: "local",
    origin: "http://localhost:3000",
    host: "127.0.0.1",
    port: 3000,
    secret: LOCAL_SECRET,
    trustedProxies: [],
    logLevel: "silent",
    databaseUrl: database.webUrl,
    databaseWorkerUrl: database.workerUrl,
    databaseOwnerUrl: null,
    search: null,
    mail: null,
    replyDomain: "replies.example",
    payments: null,
    ...changes,
  };
}

const OF_A_MACHINE = { from: "", to: [], isAutomatic: true, isForged: false, isListed: false, text: "", files: [] };

function keepingMailer(sent: OutgoingMail[]): Mailer {
  return {
    name: "test",
    capabilities: { deduplicates: true, rowIsTheMailbox: true, minimumGapMs: 0 },
    from: "Throughline <throughline@localhost>",
    reports: null,
    inbox: { fetch: async () => ({ outcome: "found", mail: OF_A_MACHINE }) },
    handed: null,
    send: async (mail) => {
      sent.push(mail);
      return { outcome: "accepted", providerId: mail.key };
    },
  };
}

function keepingLog(lines: LoggedLine[]): Logger {
  const keep = (level: LoggedLine["level"]) => (fields: LogFields, message: string) =>
    void lines.push({ level, fields: keptFields(fields), message });
  return { info: keep("info"), warn: keep("warn"), error: keep("error") };
}
