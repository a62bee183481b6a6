import { z } from "zod";
import { type ResendSettings, USUAL_REQUESTS_PER_SECOND } from "~emails/resend.server";

/** Key of local mode. The seed makes guardian codes with it. */
export const LOCAL_SECRET = "local mode only: anybody may know this secret";
/** Of no mail that leaves: the local mailbox answers itself (RFC 2606). */
const LOCAL_REPLY_DOMAIN = "replies.example";
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

const given = z.string().trim().min(1);
const url = given.regex(/^https?:\/\/[^\s/]+/, "has to start with http:// or https://");
const database = given.regex(/^postgres(ql)?:\/\//, "has to start with postgres://");

/** Every variable the product knows; `.env.example` has a sentence for each. An empty one counts as not set. */
const Variables = z.object({
  APP_MODE: z.enum(["local", "live"], "has to be local or live").default("local"),
  APP_ORIGIN: url
    .refine(
      (text) => URL.canParse(text) && new URL(text).origin === text,
      "has to be an origin like https://lti.example.org, without a path",
    )
    .optional(),
  APP_SECRET: given.min(32, "has to have 32 characters or more").optional(),
  HOST: given.optional(),
  PORT: z.coerce
    .number("has to be a port number")
    .int()
    .min(1, "has to be a port number")
    .max(65_535, "has to be a port number")
    .default(3000),
  TRUSTED_PROXY: given.regex(/^[\w.:/, ]+$/, "has to be addresses or networks, separated by commas").optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"], "is not a level").default("info"),
  DATABASE_URL: database.optional(),
  DATABASE_WORKER_URL: database.optional(),
  DATABASE_OWNER_URL: database.optional(),
  MEILI_URL: url.optional(),
  MEILI_KEY: given.optional(),
  MEILI_WRITE_KEY: given.optional(),
  MEILI_PREFIX: given.regex(/^[a-z][a-z0-9-]{0,40}$/, "has to be small letters, digits and hyphens").optional(),
  RESEND_API_KEY: given.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "has to look like smtps://user:password@host:465" }).optional(),
  RESEND_BASE_URL: url.optional(),
  RESEND_WEBHOOK_SECRET: given
    .regex(
      /^whsec_[A-Za-z0-9+/]{16,}={0,2}(?:\s*,\s*whsec_[A-Za-z0-9+/]{16,}={0,2})?$/,
      "has to be one signing secret, or two separated by a comma",
    )
    .optional(),
  RESEND_REQUESTS_PER_SECOND: z.coerce
    .number("has to be a number from 1 to 100")
    .int("has to be a whole number")
    .min(1, "has to be 1 or more")
    .max(100, "has to be 100 or less")
    .default(USUAL_REQUESTS_PER_SECOND),
  MAIL_REPLY_DOMAIN: given
    .toLowerCase()
    .regex(/^(?=.{4,200}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/, "has to be a domain")
    .optional(),
  MAIL_REPLY_SECRET: given.min(32, "has to have 32 characters or more").optional(),
  MAIL_FROM: given.regex(/[^\s@]+@[^\s@]+/, "has to hold a mail address").optional(),
  FUND_SECRET: given.min(32, "has to have 32 characters or more").optional(),
  STRIPE_SECRET_KEY: given.regex(/^(?:sk|rk)_(?:test|live)_\w{8,}$/, "has to be a secret or restricted key").optional(),
  STRIPE_WEBHOOK_SECRET: given.optional(),
  STRIPE_SCHOOL_ID: z.uuid("has to be the id of a school").optional(),
  STRIPE_API_BASE: url.optional(),
});
type Variables = z.infer<typeof Variables>;
export const VARIABLE_NAMES = Object.keys(Variables.shape);

export interface AppEnv {
  mode: "local" | "live";
  /** Scheme, host and port under which visitors reach the product; every link is built from it. */
  origin: string;
  /** Address the web server listens on. */
  host: string;
  port: number;
  /** Key of every HMAC the app makes. */
  secret: string;
  /** Addresses and networks whose `X-Forwarded-For` and `-Proto` count; empty: nobody's. */
  trustedProxies: string[];
  logLevel: z.infer<typeof Variables>["LOG_LEVEL"];
  databaseUrl: string;
  databaseWorkerUrl: string;
  /** Only the command that migrates has it. */
  databaseOwnerUrl: string | null;
  /** Two keys, so that a process that only searches cannot write. */
  search: { url: string; readKey: string | null; writeKey: string | null; prefix?: string | undefined } | null;
  /** How mail leaves the machine; null in local mode, where none does. */
  mail: { from: string; by: Omit<ResendSettings, "from"> | { smtpUrl: string; replySecret: string | null } } | null;
  /** The domain to which people answer by mail; null where no mail comes back. */
  replyDomain: string | null;
  /** Null: no school can switch its fund on. */
  payments: PaymentSettings | null;
}

export interface PaymentSettings {
  /** Closes the schools' own keys of Stripe in the database; null: none can be entered. */
  sealSecret: string | null;
  /** An account that the settings name for one school, which needs to enter no key of its own. */
  account: { key: string; secrets: string[]; schoolId: string } | null;
  /** Where the stand-in of Stripe is, in local mode; null in live mode, where a key is sent to Stripe and to nobody else. */
  apiBase: string | null;
}

/** What a process of this kind cannot start without. A migration runs as the owner and sends nothing. */
type Process = "serving" | "working" | "migrating";
const SERVING: Record<AppEnv["mode"], readonly (keyof Variables)[]> = {
  local: ["DATABASE_URL", "DATABASE_WORKER_URL"],
  live: ["DATABASE_URL", "DATABASE_WORKER_URL", "APP_ORIGIN", "APP_SECRET", "MAIL_FROM"],
};
const NEEDED: Record<Process, typeof SERVING> = {
  serving: SERVING,
  working: SERVING,
  migrating: { local: ["DATABASE_OWNER_URL"], live: ["DATABASE_OWNER_URL"] },
};

/**
 * Reads the settings of this process. Throws one error that names every fault.
 * In local mode no mail leaves and nothing is charged: a key of Resend is not read, and payments reach a stand-in on loopback.
 */
export function readEnv(source: Record<string, string | undefined> = process.env, kind: Process = "serving"): AppEnv {
  const known = VARIABLE_NAMES.map((name) => [name, source[name]?.trim() || undefined]);
  const given = Object.fromEntries(known);
  const parsed = Variables.safeParse(given);
  const malformed = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  // A mode that is none counts as live, so that everything a server needs is named at once.
  const mode = given.APP_MODE === undefined || given.APP_MODE === "local" ? "local" : "live";
  const missing = NEEDED[kind][mode].filter((name) => given[name] === undefined).map((name) => `${name} is missing`);
  if (!parsed.success) throw new Error(report([...malformed, ...missing]));
  const set = parsed.data;
  const faults = [...missing, ...(mode === "local" ? localFaults(set) : liveFaults(set, kind))];
  if (faults.length > 0) throw new Error(report(faults));
  return toEnv(set);
}

function localFaults({ APP_ORIGIN, HOST, STRIPE_API_BASE }: Variables): string[] {
  const hosts = [APP_ORIGIN, STRIPE_API_BASE].map((address) => address && new URL(address).hostname);
  const outside = [...hosts, HOST].filter((host) => host && !LOOPBACK_HOSTS.has(host));
  return outside.map((host) => `local mode listens on this machine only, not on ${host}: set APP_MODE=live`);
}

function liveFaults(set: Variables, kind: Process): string[] {
  const { APP_ORIGIN, APP_SECRET, MEILI_URL, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = set;
  return [
    APP_ORIGIN && !APP_ORIGIN.startsWith("https://") && "APP_ORIGIN has to start with https://",
    APP_SECRET === LOCAL_SECRET && "APP_SECRET is the one that everybody knows",
    kind !== "migrating" && !set.RESEND_API_KEY && !set.SMTP_URL && "RESEND_API_KEY or SMTP_URL is missing",
    set.RESEND_API_KEY && set.SMTP_URL && "RESEND_API_KEY and SMTP_URL are both set: mail leaves one way",
    ...replyFaults(set),
    MEILI_URL && !set.MEILI_KEY && "MEILI_KEY is missing beside MEILI_URL",
    STRIPE_SECRET_KEY && !STRIPE_WEBHOOK_SECRET && "STRIPE_WEBHOOK_SECRET is missing beside STRIPE_SECRET_KEY",
    STRIPE_SECRET_KEY &&
      !set.STRIPE_SCHOOL_ID &&
      "STRIPE_SCHOOL_ID is missing beside STRIPE_SECRET_KEY: one account serves one school, every other one enters its own key",
    set.STRIPE_API_BASE &&
      "STRIPE_API_BASE leads to a stand-in, in local mode only: here the keys of schools go to Stripe and nowhere else",
    MEILI_URL && kind === "working" && !set.MEILI_WRITE_KEY && "MEILI_WRITE_KEY is missing beside MEILI_URL",
  ].filter((fault) => typeof fault === "string" && fault !== "") as string[];
}

/** An address to which answers go and from which nobody takes them would lose them. */
function replyFaults(set: Variables): (string | false | undefined)[] {
  const { MAIL_REPLY_DOMAIN, MAIL_REPLY_SECRET, RESEND_WEBHOOK_SECRET, RESEND_API_KEY, SMTP_URL } = set;
  if (!MAIL_REPLY_DOMAIN) return [];
  return [
    RESEND_API_KEY && !RESEND_WEBHOOK_SECRET && "RESEND_WEBHOOK_SECRET is missing beside MAIL_REPLY_DOMAIN",
    SMTP_URL && !MAIL_REPLY_SECRET && "MAIL_REPLY_SECRET is missing beside MAIL_REPLY_DOMAIN",
  ];
}

function toEnv(set: Variables): AppEnv {
  const live = set.APP_MODE === "live";
  return {
    mode: set.APP_MODE,
    origin: set.APP_ORIGIN ?? `http://localhost:${set.PORT}`,
    host: live ? (set.HOST ?? "0.0.0.0") : "127.0.0.1",
    port: set.PORT,
    secret: set.APP_SECRET ?? LOCAL_SECRET,
    trustedProxies: listOf(set.TRUSTED_PROXY),
    logLevel: set.LOG_LEVEL,
    databaseUrl: set.DATABASE_URL ?? "",
    databaseWorkerUrl: set.DATABASE_WORKER_URL ?? "",
    databaseOwnerUrl: set.DATABASE_OWNER_URL ?? null,
    search: set.MEILI_URL
      ? {
          url: set.MEILI_URL,
          readKey: set.MEILI_KEY ?? null,
          writeKey: set.MEILI_WRITE_KEY ?? null,
          prefix: set.MEILI_PREFIX,
        }
      : null,
    mail: live ? mailOf(set) : null,
    replyDomain: live ? (set.MAIL_REPLY_DOMAIN ?? null) : LOCAL_REPLY_DOMAIN,
    payments: paymentsOf(set),
  };
}

/** What stands between commas. */
function listOf(text = ""): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}

function mailOf(set: Variables): AppEnv["mail"] {
  const { MAIL_FROM: from, RESEND_API_KEY: resendKey, SMTP_URL: smtpUrl } = set;
  if (!from) return null;
  if (smtpUrl) return { from, by: { smtpUrl, replySecret: set.MAIL_REPLY_SECRET ?? null } };
  if (!resendKey) return null;
  const requestsPerSecond = set.RESEND_REQUESTS_PER_SECOND;
  const webhookSecrets = listOf(set.RESEND_WEBHOOK_SECRET);
  return { from, by: { resendKey, resendBaseUrl: set.RESEND_BASE_URL ?? null, requestsPerSecond, webhookSecrets } };
}

/** Local mode never reaches Stripe itself: without a stand-in there are no payments. */
function paymentsOf(set: Variables): AppEnv["payments"] {
  const sealSecret = set.FUND_SECRET ?? null;
  if (set.APP_MODE === "local") {
    const apiBase = set.STRIPE_API_BASE ?? null;
    return apiBase === null ? null : { sealSecret: sealSecret ?? LOCAL_SECRET, account: null, apiBase };
  }
  const { STRIPE_SECRET_KEY: key, STRIPE_SCHOOL_ID: schoolId } = set;
  const account = key && schoolId ? { key, secrets: listOf(set.STRIPE_WEBHOOK_SECRET), schoolId } : null;
  return sealSecret || account ? { sealSecret, account, apiBase: null } : null;
}

function report(faults: string[]): string {
  return `Throughline does not start with these settings (.env.example explains each):\n${faults.map((fault) => `  - ${fault}`).join("\n")}`;
}
