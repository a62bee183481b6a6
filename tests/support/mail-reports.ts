import { createHmac, randomUUID } from "node:crypto";
import type { SignedReport } from "~emails/mailer";
import { createResendMailer } from "~emails/resend.server";
import type { TestWiring } from "./wiring";

/** Secrets as Resend gives them: `whsec_` and the key in base 64. */
export const WEBHOOK_SECRETS = [
  `whsec_${Buffer.from("the secret of today").toString("base64")}`,
  `whsec_${Buffer.from("the secret before it").toString("base64")}`,
];

export interface Told {
  type: string;
  /** Our mail; null for one of somebody else's on the same account. */
  mailId: string | null;
  bounce?: { type: string; subType: string; message: string };
}

/** A report as Resend words it: everything that its documentation shows, and a subject in several scripts. */
export function reportOf({ type, mailId, bounce }: Told): string {
  const data = {
    created_at: "2026-10-15T17:00:00.000Z",
    email_id: "56761188-7520-42d8-8898-ff6fc54ce618",
    from: "Lakeview High School <mail@throughline.example>",
    to: ["rosa@family.example"],
    subject: "¿Sí o no?  — 你好\n",
    tags: { kind: "consent-request", ...(mailId && { mail: mailId }) },
    ...(bounce && { bounce }),
  };
  return JSON.stringify({ type, created_at: "2026-10-15T17:00:01.000Z", data });
}

export const PERMANENT = { type: "Permanent", subType: "General", message: "no such user rosa@family.example" };

interface Signing {
  id?: string;
  secret?: string;
  /** Seconds since it was signed. */
  age?: number;
}

/** Signs as https://docs.svix.com/receiving/verifying-payloads/how-manual says, by our own hand. */
export function signReport(
  payload: string,
  { id = `msg_${randomUUID()}`, secret = WEBHOOK_SECRETS[0] ?? "", age = 0 }: Signing = {},
): SignedReport {
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const mac = createHmac("sha256", key).update(`${id}.${timestamp}.${payload}`).digest("base64");
  return { payload, id, timestamp, signature: `v1,${mac}` };
}

/** The wiring with a mailer that is told what became of its mails, and fetches those that come in from a double. */
export function withReports(wiring: TestWiring, { url = null }: { url?: string | null } = {}): TestWiring {
  const { reports, inbox } = createResendMailer({
    resendKey: "re_test",
    resendBaseUrl: url,
    requestsPerSecond: 2,
    webhookSecrets: WEBHOOK_SECRETS,
    from: "Throughline <mail@throughline.example>",
  });
  return { ...wiring, mailer: { ...wiring.mailer, reports, inbox } };
}
