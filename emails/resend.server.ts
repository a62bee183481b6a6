import { Resend } from "resend";
import { MOST_PICTURE_BYTES } from "~/domain/picture/read-picture";
import { REPLY_TO } from "./addressing";
import { CALENDAR_FILE } from "./calendar";
import type { CalendarPart, Fetched, Mailer, OutgoingMail, ReadFile, SendResult, SignedReport } from "./mailer";
import { readDownload } from "./read-download";
import { readReceived } from "./received";
import { isSentFile } from "./received-file";
import { readResendReport } from "./resend-report";

export interface ResendSettings {
  resendKey: string;
  /** Another address than the provider's own, for tests. */
  resendBaseUrl: string | null;
  from: string;
  /** How many requests a second it takes from us. */
  requestsPerSecond: number;
  /** They sign its reports; two while one is changed. Empty: it tells us nothing. */
  webhookSecrets: readonly string[];
}

/** What it takes from a team that has not asked for more (https://resend.com/docs/api-reference/rate-limit). */
export const USUAL_REQUESTS_PER_SECOND = 2;
const ANSWER_TIMEOUT_MS = 15_000;
/** How long to wait when the answer does not say it: for the pace, and for a day's or month's quota. */
const PACE_WAIT_SECONDS = 1;
const QUOTA_WAIT_SECONDS = 60 * 60;
/** Longer waits are asked in steps, so that a raised quota is noticed. */
const LONGEST_WAIT_SECONDS = 6 * 60 * 60;

/** Mail through Resend. It keeps an idempotency key for 24 hours: the same mail again within that time is not sent again. */
export function createResendMailer({
  resendKey,
  resendBaseUrl,
  from,
  requestsPerSecond,
  webhookSecrets,
}: ResendSettings): Mailer {
  const resend = new Resend(resendKey, resendBaseUrl ? { baseUrl: resendBaseUrl } : {});
  return {
    name: "resend",
    capabilities: { deduplicates: true, rowIsTheMailbox: false, minimumGapMs: Math.ceil(1000 / requestsPerSecond) },
    from,
    reports: webhookSecrets.length === 0 ? null : { read: (report) => readSigned(resend, webhookSecrets, report) },
    inbox: { fetch: (receivedId) => fetchReceived(resend, receivedId) },
    handed: null,
    async send(mail) {
      try {
        const reply = await resend.emails.send(toPayload(mail), {
          idempotencyKey: mail.key,
          signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
        });
        return readReply(reply);
      } catch (error) {
        return { outcome: "unknown", reason: error instanceof Error ? error.name : "thrown" };
      }
    },
  };
}

/** A mail that is not there may be one that is not there yet: whoever asks knows since when it was told. */
async function fetchReceived(resend: Resend, receivedId: string): Promise<Fetched> {
  try {
    const { data, error } = await resend.emails.receiving.get(receivedId, undefined, {
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    if (error) return error.statusCode === 404 ? { outcome: "gone" } : { outcome: "later", reason: error.name };
    const { from, to, headers, text, html, attachments } = data;
    const files = attachments
      .map((file) => ({ ...file, type: file.content_type, bytes: file.size }))
      .filter((file) => isSentFile({ ...file, disposition: file.content_disposition, contentId: file.content_id }))
      .map(({ id, type, bytes }) => ({ type, bytes, read: () => fetchFile(resend, { receivedId, id }) }));
    const mail = readReceived({ from, to, headers: headers ?? {}, text, html, files });
    return { outcome: "found", mail };
  } catch (error) {
    return { outcome: "later", reason: error instanceof Error ? error.name : "thrown" };
  }
}

/** A mail tells of its files; where one is to be had the provider says apart, for a short time. */
async function fetchFile(resend: Resend, { receivedId, id }: { receivedId: string; id: string }): Promise<ReadFile> {
  try {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const { data, error } = await resend.emails.receiving.attachments.get({ emailId: receivedId, id }, { signal });
    if (error) return { outcome: error.statusCode === 404 ? "gone" : "later" };
    return readDownload(data.download_url, { most: MOST_PICTURE_BYTES });
  } catch {
    return { outcome: "later" };
  }
}

function toPayload(mail: OutgoingMail) {
  const { [REPLY_TO]: replyTo, ...headers } = mail.headers;
  return {
    from: mail.from,
    to: [mail.to],
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers,
    ...(replyTo && { replyTo }),
    ...(mail.calendar && { attachments: [attachmentOf(mail.calendar)] }),
    // Its reports bring the tags back; that is how they name our mail.
    tags: [
      { name: "kind", value: mail.kind },
      { name: "mail", value: mail.key },
    ],
  };
}

/** With its method in the type, calendars take it for an invitation and not for a file. */
function attachmentOf({ method, text }: CalendarPart) {
  return {
    filename: CALENDAR_FILE,
    content: Buffer.from(text, "utf8").toString("base64"),
    contentType: `text/calendar; charset=utf-8; method=${method}`,
  };
}

/** The SDK throws for a secret that did not sign, and for what is no JSON. It accepts a report again, and one that is up to five minutes old. */
function readSigned(resend: Resend, secrets: readonly string[], { payload, ...headers }: SignedReport) {
  for (const webhookSecret of secrets) {
    let body: unknown;
    try {
      body = resend.webhooks.verify({ payload, headers, webhookSecret });
    } catch {
      continue;
    }
    return readResendReport(headers.id, body);
  }
  return null;
}

interface Reply {
  data: { id: string } | null;
  error: { name: string; statusCode: number | null } | null;
  headers: Record<string, string> | null;
}

/** The SDK never throws: no status means that the answer was lost. Reasons carry no message, which may quote an address. */
function readReply({ data, error, headers }: Reply): SendResult {
  if (!error) return data?.id ? { outcome: "accepted", providerId: data.id } : { outcome: "unknown", reason: "no id" };
  const status = error.statusCode ?? null;
  const reason = `${status ?? "no answer"} ${error.name}`;
  if (status === null || status === 408 || status >= 500) return { outcome: "unknown", reason };
  if (error.name === "concurrent_idempotent_requests") return { outcome: "unknown", reason };
  // It knows the key, so an earlier try has reached it: the bytes differ since the adapter has changed in between.
  if (error.name === "invalid_idempotent_request") return { outcome: "unsure", reason };
  if (status === 429) return { outcome: "wait", seconds: waitOf(error.name, headers ?? {}), reason };
  if (status === 401 || status === 403 || status === 404 || status === 405) return { outcome: "stopped", reason };
  return { outcome: "refused", reason };
}

function waitOf(name: string, headers: Readonly<Record<string, string>>): number {
  const asked = Number(headers["retry-after"] ?? headers["ratelimit-reset"]);
  const usual = name === "rate_limit_exceeded" ? PACE_WAIT_SECONDS : QUOTA_WAIT_SECONDS;
  return Math.min(Math.max(Number.isFinite(asked) ? asked : usual, 1), LONGEST_WAIT_SECONDS);
}
