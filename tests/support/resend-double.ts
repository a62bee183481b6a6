import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What the provider does with the next request: takes it, answers an error, or hangs up before or after it took the mail. */
export type Behaviour =
  | "take"
  | { status: number; name: string; headers?: Record<string, string> }
  | "lose-request"
  | "lose-answer";

export interface TakenMail {
  key: string;
  to: string[];
  subject: string;
  body: Record<string, unknown>;
}

/** A mail that came in, as `GET /emails/receiving/{id}` answers it. */
export interface InboundMail {
  from: string;
  to: string[];
  text?: string | null;
  html?: string | null;
  headers?: Record<string, string>;
  attachments?: InboundFile[];
}

/** `content` is what its download holds; without one there is no such file any more. */
interface InboundFile {
  filename: string;
  content_type: string;
  content?: Uint8Array;
  content_disposition?: string | null;
  content_id?: string | null;
}

export interface ResendDouble {
  url: string;
  /** Takes a mail in and answers what its webhook `email.received` says: metadata only. */
  receive(mail: InboundMail): string;
  /** Mails that really left, one for each key. */
  taken: TakenMail[];
  /** Requests that break the provider's rules; a test expects none. */
  faults: string[];
  requests: number;
  /** Behaviours of the next requests in order, then "take" again. */
  next(...behaviours: Behaviour[]): void;
  stop(): Promise<void>;
}

export interface ResendDoubleOptions {
  /** What to do with a request that `next` says nothing about; "take" when absent. Asked once for each, before it is read. */
  behave?: () => Behaviour;
}

/** The provider's rules for `POST /emails`, kept strictly: required fields, limits, tag pattern, idempotency by key. */
export async function startResendDouble({ behave = () => "take" }: ResendDoubleOptions = {}): Promise<ResendDouble> {
  const behaviours: Behaviour[] = [];
  const kept = new Map<string, { id: string; payload: string }>();
  const inbound = new Map<string, object>();
  const downloads = new Map<string, Uint8Array>();
  const double: Omit<ResendDouble, "url"> = {
    taken: [],
    faults: [],
    requests: 0,
    next: (...more) => void behaviours.push(...more),
    receive: (mail) => takeIn({ inbound, downloads }, mail),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server: Server = createServer(async (request, response) => {
    const payload = await readAll(request);
    double.requests += 1;
    const behaviour = behaviours.shift() ?? behave();
    const answer = (status: number, body: object, headers: Record<string, string> = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    if (behaviour === "lose-request") return void request.socket.destroy();
    if (typeof behaviour === "object") {
      const { status, name, headers } = behaviour;
      return void answer(status, { statusCode: status, name, message: `about ${payload.slice(0, 200)}` }, headers);
    }
    const asked = /^\/emails\/receiving\/([0-9a-f-]{36})$/.exec(request.url ?? "")?.[1];
    if (request.method === "GET" && asked) {
      const isOurs = /^Bearer re_\w+/.test(request.headers.authorization ?? "");
      const found = inbound.get(asked);
      if (!isOurs) return void answer(401, { statusCode: 401, name: "missing_api_key", message: "no key" });
      return void (found
        ? answer(200, found)
        : answer(404, { statusCode: 404, name: "not_found", message: "no such mail" }));
    }
    const [, file, download] =
      /^\/(?:emails\/receiving\/[0-9a-f-]{36}\/attachments\/([0-9a-f-]{36})|download\/([0-9a-f-]{36}))$/.exec(
        request.url ?? "",
      ) ?? [];
    if (download) return void response.writeHead(200).end(downloads.get(download));
    if (file)
      return void (downloads.has(file)
        ? answer(200, {
            object: "attachment",
            id: file,
            download_url: `http://${request.headers.host}/download/${file}`,
          })
        : answer(404, { statusCode: 404, name: "not_found", message: "no such file" }));
    const fault = faultOf(request, payload);
    if (fault) {
      double.faults.push(fault);
      return void answer(422, { statusCode: 422, name: "validation_error", message: fault });
    }
    const key = String(request.headers["idempotency-key"]);
    const known = kept.get(key);
    if (known && known.payload !== payload) {
      double.faults.push("another payload under a known key");
      return void answer(409, { statusCode: 409, name: "invalid_idempotent_request", message: "payload differs" });
    }
    const id = known?.id ?? randomUUID();
    if (!known) {
      kept.set(key, { id, payload });
      const body = JSON.parse(payload) as Record<string, unknown>;
      double.taken.push({ key, to: body.to as string[], subject: String(body.subject), body });
    }
    if (behaviour === "lose-answer") return void request.socket.destroy();
    answer(200, { id });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(double, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

/** Every field that https://resend.com/docs/api-reference/emails/retrieve-received-email shows; the webhook has fewer. */
function takeIn(
  { inbound, downloads }: { inbound: Map<string, object>; downloads: Map<string, Uint8Array> },
  { from, to, text = null, html = null, headers = {}, ...mail }: InboundMail,
) {
  const id = randomUUID();
  const attachments = (mail.attachments ?? []).map(({ content, ...file }) => {
    const fileId = randomUUID();
    if (content) downloads.set(fileId, content);
    const size = content?.length ?? 10;
    return { ...{ id: fileId, size, content_disposition: "attachment", content_id: null }, ...file };
  });
  const told = {
    ...{ created_at: "2026-10-15T17:00:00.000Z", from, to, bcc: [], cc: [], received_for: to, attachments },
    ...{ message_id: `<${id}@mailer.example>`, subject: "Re: One new message for you" },
  };
  const raw = { download_url: "https://inbound-cdn.example/x", expires_at: "2026-10-15T18:00:00.000Z" };
  inbound.set(id, { object: "email", id, ...told, reply_to: [], html, text, headers, raw });
  const shown = attachments.map(({ size: _, ...file }) => file);
  const data = { email_id: id, ...told, attachments: shown };
  return JSON.stringify({ type: "email.received", created_at: "2026-10-15T17:00:01.000Z", data });
}

const KNOWN = new Set([
  "from",
  "to",
  "subject",
  "html",
  "text",
  "headers",
  "tags",
  "cc",
  "bcc",
  "reply_to",
  "attachments",
]);

function faultOf(request: IncomingMessage, payload: string): string | undefined {
  if (request.method !== "POST" || request.url !== "/emails") return `${request.method} ${request.url}`;
  if (!/^Bearer re_\w+/.test(request.headers.authorization ?? "")) return "authorization";
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key.length < 1 || key.length > 256) return "idempotency-key";
  const body = JSON.parse(payload) as Record<string, unknown>;
  const unknown = Object.keys(body).filter((field) => !KNOWN.has(field));
  if (unknown.length > 0) return `unknown ${unknown.join()}`;
  if (typeof body.from !== "string" || !/<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/.test(body.from)) return "from";
  const to = body.to as unknown[];
  if (
    !Array.isArray(to) ||
    to.length < 1 ||
    to.length > 50 ||
    !to.every((each) => /^[^@\s]+@[^@\s]+$/.test(String(each)))
  )
    return "to";
  if (typeof body.subject !== "string" || body.subject === "" || /[\r\n]/.test(body.subject)) return "subject";
  if (typeof body.html !== "string" || body.html === "" || typeof body.text !== "string" || body.text === "")
    return "body";
  if (!isAddress(body.reply_to ?? "a@b.example")) return "reply_to";
  return (
    faultInTags(body.tags ?? []) ?? faultInHeaders(body.headers ?? {}) ?? faultInAttachments(body.attachments ?? [])
  );
}

const isAddress = (value: unknown): boolean => /^[^@\s,;<>]+@[^@\s,;<>]+$/.test(String(value));

const TAG_COUNT = 75;
const TAG = /^[A-Za-z0-9_-]{1,256}$/;

function faultInTags(tags: unknown): string | undefined {
  if (!Array.isArray(tags) || tags.length > TAG_COUNT) return "tags";
  const names = tags.map(({ name }) => name);
  if (new Set(names).size < names.length) return "tags of one name";
  const isOdd = tags.some(
    (tag) => Object.keys(tag).sort().join() !== "name,value" || !TAG.test(tag.name) || !TAG.test(tag.value),
  );
  return isOdd ? "tags" : undefined;
}

/** Those that the request says elsewhere are not for us to set. */
const SET_BY_FIELDS = new Set(["from", "to", "cc", "bcc", "subject", "reply-to", "content-type", "mime-version"]);

/** Names as RFC 5322 has them; values in one line of printable ASCII, and no longer than its 998 signs. */
function faultInHeaders(headers: unknown): string | undefined {
  if (typeof headers !== "object" || headers === null || Array.isArray(headers)) return "headers";
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!-9;-~]+$/.test(name) || SET_BY_FIELDS.has(name.toLowerCase())) return `header ${name}`;
    if (typeof value !== "string" || !/^[ -~]+$/.test(value) || name.length + 2 + value.length > 998)
      return `value of header ${name}`;
  }
  return undefined;
}

/** All attachments of a mail together, as they travel. */
const ATTACHMENT_BYTES = 40 * 1024 * 1024;

function faultInAttachments(attachments: unknown): string | undefined {
  if (!Array.isArray(attachments)) return "attachments";
  for (const { filename, content, content_type: type, ...rest } of attachments) {
    if (Object.keys(rest).length > 0) return `unknown ${Object.keys(rest).join()} of an attachment`;
    if (typeof filename !== "string" || !/^[^/\\\p{Cc}]{1,255}$/u.test(filename)) return "filename";
    if (typeof content !== "string" || content === "" || !isBase64(content)) return "content of an attachment";
    if (typeof type !== "string" || !/^[a-z]+\/[a-z0-9.+-]+(?:; [a-z-]+=[A-Za-z0-9_-]+)*$/.test(type))
      return "content_type";
  }
  const bytes = attachments.reduce((sum, { content }) => sum + content.length, 0);
  return bytes > ATTACHMENT_BYTES ? "attachments too large" : undefined;
}

const isBase64 = (text: string): boolean => Buffer.from(text, "base64").toString("base64") === text;

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
