import type { Database } from "~db/connection.server";
import type { Mailer } from "~emails/mailer";
import type { SearchIndex } from "~search/port";
import type { Clock } from "./clock";
import type { AppEnv } from "./env.server";

type Write = (fields: Record<string, unknown>, message: string) => void;

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
  /** The only clock a verb may read. */
  clock: Clock;
  search: SearchIndex;
  mailer: Mailer;
  log: Logger;
}
