import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LOCAL_SECRET, readEnv, VARIABLE_NAMES } from "~/env.server";
import { LOCAL_SECRET as SEED_SECRET } from "~db/seed/seed-sample";

const LOCAL = { DATABASE_URL: "postgres://web@db/app", DATABASE_WORKER_URL: "postgres://worker@db/app" };
const LIVE = {
  ...LOCAL,
  APP_MODE: "live",
  APP_ORIGIN: "https://lti.example.org",
  APP_SECRET: "s".repeat(32),
  RESEND_API_KEY: "re_1",
  MAIL_FROM: "LTI <lti@example.org>",
};

test("local mode needs databases only and listens on this machine", () => {
  const env = readEnv(LOCAL);
  expect(env).toMatchObject({
    mode: "local",
    origin: "http://localhost:3000",
    host: "127.0.0.1",
    mail: null,
    payments: null,
  });
});

test("live mode takes the real services that the settings name", () => {
  const env = readEnv({
    ...LIVE,
    MEILI_URL: "http://meili:7700",
    MEILI_KEY: "k",
    MEILI_WRITE_KEY: "w",
    FUND_SECRET: "f".repeat(32),
    STRIPE_SECRET_KEY: "sk_live_12345678",
    STRIPE_WEBHOOK_SECRET: "wh1, wh2",
    STRIPE_SCHOOL_ID: "00000000-0000-4000-8000-000000000001",
    TRUSTED_PROXY: "10.0.0.0/8, ::1",
  });
  expect(env).toMatchObject({
    mode: "live",
    host: "0.0.0.0",
    search: { url: "http://meili:7700", readKey: "k", writeKey: "w" },
    mail: {
      by: { resendKey: "re_1", resendBaseUrl: null, requestsPerSecond: 2, webhookSecrets: [] },
      from: "LTI <lti@example.org>",
    },
    payments: {
      sealSecret: "f".repeat(32),
      account: {
        key: "sk_live_12345678",
        secrets: ["wh1", "wh2"],
        schoolId: "00000000-0000-4000-8000-000000000001",
      },
      apiBase: null,
    },
    trustedProxies: ["10.0.0.0/8", "::1"],
  });
});

test("a mail server of the school's own takes the place of Resend", () => {
  const { RESEND_API_KEY: _, ...others } = LIVE;
  const url = "smtps://school:secret@mail.example.org:465";
  expect(readEnv({ ...others, SMTP_URL: url }).mail).toEqual({
    from: LIVE.MAIL_FROM,
    by: { smtpUrl: url, replySecret: null },
  });
});

test("mails come back to a domain that is set, where somebody proves them", () => {
  const { RESEND_API_KEY: _, ...others } = LIVE;
  const RESEND_WEBHOOK_SECRET = `whsec_${"a".repeat(24)}`;
  expect(readEnv(LIVE).replyDomain).toBeNull();
  const env = readEnv({ ...LIVE, RESEND_WEBHOOK_SECRET, MAIL_REPLY_DOMAIN: "Replies.LTI.example.org" });
  expect(env.replyDomain).toBe("replies.lti.example.org");
  const server = { ...others, SMTP_URL: "smtps://a:b@mail.example.org", MAIL_REPLY_DOMAIN: "replies.example.org" };
  expect(() => readEnv(server)).toThrow(/MAIL_REPLY_SECRET is missing/);
  const replySecret = "r".repeat(32);
  expect(readEnv({ ...server, MAIL_REPLY_SECRET: replySecret }).mail).toMatchObject({ by: { replySecret } });
});

test("everything that is missing or wrong is named at once", () => {
  expect(() => readEnv({ APP_MODE: "live", APP_ORIGIN: "http://lti.example.org", MEILI_URL: "http://meili" })).toThrow(
    /DATABASE_URL is missing[\s\S]*DATABASE_WORKER_URL is missing[\s\S]*APP_SECRET is missing[\s\S]*MAIL_FROM is missing[\s\S]*APP_ORIGIN has to start with https[\s\S]*RESEND_API_KEY or SMTP_URL is missing[\s\S]*MEILI_KEY is missing/,
  );
  expect(() => readEnv({ APP_MODE: "live", APP_SECRET: "short" })).toThrow(
    /APP_SECRET has to have 32[\s\S]*DATABASE_URL is missing[\s\S]*APP_ORIGIN is missing[\s\S]*MAIL_FROM is missing/,
  );
  expect(() => readEnv({ APP_MODE: "production", PORT: "http", DATABASE_URL: "mysql://x" })).toThrow(
    /APP_MODE has to be local or live[\s\S]*PORT has to be a port number[\s\S]*DATABASE_URL has to start with postgres/,
  );
});

describe("live mode refuses", () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ["a short secret", { APP_SECRET: "short" }, /APP_SECRET has to have 32/],
    ["the secret that everybody knows", { APP_SECRET: LOCAL_SECRET }, /APP_SECRET/],
    ["an origin with a path", { APP_ORIGIN: "https://lti.example.org/app" }, /APP_ORIGIN has to be an origin/],
    ["a key that signs nothing", { STRIPE_SECRET_KEY: "sk_live_12345678" }, /STRIPE_WEBHOOK_SECRET is missing/],
    [
      "an account that belongs to no school",
      { STRIPE_SECRET_KEY: "sk_live_12345678", STRIPE_WEBHOOK_SECRET: "x" },
      /STRIPE_SCHOOL_ID is missing beside STRIPE_SECRET_KEY: one account serves one school/,
    ],
    ["a key that is none", { STRIPE_SECRET_KEY: "whsec_1", STRIPE_WEBHOOK_SECRET: "x" }, /STRIPE_SECRET_KEY has to be/],
    [
      "another address for the keys of Stripe, in clear text",
      { STRIPE_API_BASE: "http://stripe.example.org" },
      /STRIPE_API_BASE leads to a stand-in, in local mode only/,
    ],
    ["another address for the keys of Stripe", { STRIPE_API_BASE: "https://stripe.example.org" }, /STRIPE_API_BASE/],
    ["another address of this machine", { STRIPE_API_BASE: "http://127.0.0.1:4242" }, /STRIPE_API_BASE/],
    ["an empty key", { RESEND_API_KEY: "  " }, /RESEND_API_KEY or SMTP_URL is missing/],
    ["a pace that is none", { RESEND_REQUESTS_PER_SECOND: "0" }, /RESEND_REQUESTS_PER_SECOND has to be 1 or more/],
    ["two ways out for mail", { SMTP_URL: "smtps://a:b@mail.example.org" }, /RESEND_API_KEY and SMTP_URL are both set/],
    [
      "answers that nobody proves",
      { MAIL_REPLY_DOMAIN: "replies.lti.example.org" },
      /RESEND_WEBHOOK_SECRET is missing/,
    ],
    ["a domain for answers that is none", { MAIL_REPLY_DOMAIN: "hello@lti.example.org" }, /has to be a domain/],
    ["a mail server that is none", { SMTP_URL: "mail.example.org" }, /SMTP_URL has to look like smtps/],
  ])("%s", (_name, changes, fault) => {
    expect(() => readEnv({ ...LIVE, ...changes })).toThrow(fault);
  });
});

test("local mode refuses to be seen from elsewhere", () => {
  expect(() => readEnv({ ...LOCAL, APP_ORIGIN: "http://192.168.0.7:3000" })).toThrow(/this machine only/);
  expect(() => readEnv({ ...LOCAL, HOST: "0.0.0.0" })).toThrow(/this machine only/);
});

test("local mode sends no mail and charges nothing, whatever keys lie around", () => {
  expect(
    readEnv({
      ...LOCAL,
      RESEND_API_KEY: "re_1",
      MAIL_FROM: "a@b.example",
      FUND_SECRET: "f".repeat(32),
      STRIPE_SECRET_KEY: "sk_test_12345678",
    }),
  ).toMatchObject({
    mail: null,
    payments: null,
  });
});

test("local mode pays at a stand-in of this machine, and nowhere else", () => {
  expect(readEnv({ ...LOCAL, STRIPE_API_BASE: "http://127.0.0.1:4242" }).payments?.apiBase).toBe(
    "http://127.0.0.1:4242",
  );
  expect(() => readEnv({ ...LOCAL, STRIPE_API_BASE: "https://api.stripe.com" })).toThrow(/this machine only/);
});

test("the worker needs the key that writes to Meilisearch; a process that only searches does not", () => {
  const searching = { ...LIVE, MEILI_URL: "http://meili:7700", MEILI_KEY: "k" };
  expect(readEnv(searching).search).toEqual({ url: "http://meili:7700", readKey: "k", writeKey: null });
  expect(() => readEnv(searching, "working")).toThrow(/MEILI_WRITE_KEY is missing beside MEILI_URL/);
  expect(readEnv({ ...searching, MEILI_WRITE_KEY: "w" }, "working").search?.writeKey).toBe("w");
});

test("a migration needs the owner and nothing else", () => {
  expect(
    readEnv({ APP_MODE: "live", DATABASE_OWNER_URL: "postgres://owner@db/app" }, "migrating").databaseOwnerUrl,
  ).toBe("postgres://owner@db/app");
  expect(() => readEnv({}, "migrating")).toThrow(/DATABASE_OWNER_URL is missing/);
});

test("the seed makes codes with the key that local mode checks them with", () => {
  expect(SEED_SECRET).toBe(LOCAL_SECRET);
});

/** Variables that the product asks for outside the settings: by the commands, and to find a browser. */
function namesAskedFor(): string[] {
  const files = [...globSync("app/commands/**/*.ts"), ...globSync("tools/*.mjs")];
  const texts = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const asked = [...texts.matchAll(/(?:readVariable\(|need\(|process\.env\.)"?([A-Z]+(?:_[A-Z]+)+)/g)];
  return asked.flatMap(([, name = ""]) => (OF_THE_MACHINE.has(name) ? [] : [name]));
}
const OF_THE_MACHINE = new Set(["AWS_LAMBDA_JS_RUNTIME"]);

test(".env.example has every variable, each under a sentence, and no other", () => {
  const blocks = readFileSync(".env.example", "utf8")
    .trim()
    .split(/\n\s*\n/)
    .slice(1);
  const explained = blocks.map((block) => /^(?:# [^\n]+\n)+([A-Z_]+)=[^\n]*$/.exec(block)?.[1] ?? block);
  const known = [...new Set([...VARIABLE_NAMES, ...namesAskedFor()])];
  expect(known).toEqual(expect.arrayContaining(["CHROMIUM_PATH", "DATA_DIR", "DATABASE_ADMIN_URL"]));
  expect(explained.sort()).toEqual(known.sort());
});
