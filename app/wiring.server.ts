import { createDatabase } from "~db/connection.server";
import { createLocalMailbox } from "~emails/local-mailbox.server";
import type { Mailer } from "~emails/mailer";
import { createResendMailer } from "~emails/resend.server";
import { createSmtpMailer } from "~emails/smtp.server";
import type { AppEnv } from "./env.server";
import { createLogger } from "./log.server";
import { createStripePayments } from "./payments/stripe.server";
import { openSearch } from "./search-engines.server";
import type { Logger, Wiring } from "./wiring";

export interface OpenWiring extends Wiring {
  /** Gives the connections back; nothing may be asked afterwards. */
  close(): Promise<void>;
}

/** So many requests of one process ask Stripe under a lock at once; decision 58 counts them. */
const STRIPE_CONNECTIONS = 4;
/** Who finds all of these taken waits so long, and is told to come again. */
const STRIPE_WAIT_MS = 3_000;

/** Builds the ports once for a process: real services where the settings name them, stand-ins in local mode only. */
export function createWiring(env: AppEnv, log: Logger = createLogger(env.logLevel)): OpenWiring {
  const db = createDatabase(env.databaseUrl);
  const stripeDb = createDatabase(env.databaseUrl, { max: STRIPE_CONNECTIONS, waitMs: STRIPE_WAIT_MS });
  return {
    env,
    db,
    stripeDb,
    clock: { now: () => new Date() },
    ...openSearch(env, { db, log }),
    mailer: openMailer(env),
    payments: env.payments
      ? createStripePayments({
          ...env.payments,
          note: (fault) => log.warn({ ...fault }, "Stripe did not do what it was asked"),
        })
      : null,
    log,
    close: async () => {
      await stripeDb.close();
      await db.close();
    },
  };
}

function openMailer({ mail }: AppEnv): Mailer {
  if (!mail) return createLocalMailbox();
  const { from, by } = mail;
  if (!("smtpUrl" in by)) return createResendMailer({ ...by, from });
  return createSmtpMailer({ url: by.smtpUrl, from, replySecret: by.replySecret });
}
