import { createDatabase } from "~db/connection.server";
import { createLocalMailbox } from "~emails/local-mailbox.server";
import type { Mailer } from "~emails/mailer";
import { createResendMailer } from "~emails/resend.server";
import { createSmtpMailer } from "~emails/smtp.server";
import type { AppEnv } from "./env.server";
import { createLogger } from "./log.server";
import { createStripePayments } from "./payments/stripe.server";
import { openSearch } from "./search-engines.server";
import type { Wiring } from "./wiring";

export interface OpenWiring extends Wiring {
  /** Gives the connections back; nothing may be asked afterwards. */
  close(): Promise<void>;
}

/** Builds the ports once for a process: real services where the settings name them, stand-ins in local mode only. */
export function createWiring(env: AppEnv): OpenWiring {
  const db = createDatabase(env.databaseUrl);
  const log = createLogger(env.logLevel);
  return {
    env,
    db,
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
    close: () => db.close(),
  };
}

function openMailer({ mail }: AppEnv): Mailer {
  if (!mail) return createLocalMailbox();
  const { from, by } = mail;
  return "smtpUrl" in by ? createSmtpMailer({ url: by.smtpUrl, from }) : createResendMailer({ ...by, from });
}
