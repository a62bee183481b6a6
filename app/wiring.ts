import type { Database } from "~db/connection.server";
import type { Mailer } from "~emails/mailer";
import type { Search, SearchIndex } from "~search/port";
import type { Clock } from "./clock";
import type { AppEnv } from "./env.server";
import type { Payments } from "./payments/port";

/** Everything a line of the log may hold: ids, numbers and words of the source. `log.server.ts` lets nothing else pass. */
export interface LogFields {
  err?: unknown;
  requestId?: string;
  schoolId?: string;
  runId?: string;
  importId?: string;
  mailId?: string;
  jobId?: string;
  workerId?: string;
  workers?: readonly string[];
  inputHash?: string;
  properties?: readonly string[];
  port?: number;
  status?: number;
  ms?: number;
  attempt?: number;
  of?: number;
  concurrency?: number;
  counts?: Readonly<Record<string, number>>;
  mode?: string;
  because?: string;
  method?: string;
  path?: string;
  task?: string;
  job?: string;
  action?: string;
  kind?: string;
  state?: string;
  delivery?: string;
  transport?: string;
  engine?: string;
  version?: string;
  reason?: string;
}

/** The message is a sentence of the source, the same every time. */
type Write = (fields: LogFields, message: string) => void;

/** Structured lines with ids in them, never names, addresses or texts. */
export interface Logger {
  info: Write;
  warn: Write;
  error: Write;
}

/** What verbs reach the outside through. Built once per process and handed over by the server, the worker or a command. */
export interface Wiring {
  env: AppEnv;
  db: Database;
  /** A few connections apart for who holds a lock while Stripe is asked, or waits for such a lock: see with-stripe.server.ts. */
  stripeDb: Database;
  /** The only clock a verb may read. */
  clock: Clock;
  search: Search;
  /** The engines behind `search`, the preferred one first: each is looked after by itself. */
  searchEngines: readonly SearchIndex[];
  mailer: Mailer;
  /** Null where no school can switch its fund on. */
  payments: Payments | null;
  log: Logger;
}
