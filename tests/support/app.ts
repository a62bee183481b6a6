import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppEnv } from "~/env.server";
import { signInAsCast } from "~/features/accounts/sign-in-as-cast.server";
import { createWebServer } from "~/server";
import type { ServerLimits } from "~/server/limits";
import { openBuiltSite } from "~/server/site";
import type { CastAccountKey } from "~db/cast";
import type { TestDatabase } from "./database";
import { forgetful } from "./forgetful";
import { createTestWiring, type TestWiring } from "./wiring";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Every `Set-Cookie` as `name=value`, without its attributes. */
  cookies: string[];
  body: string;
}

export interface AskOptions {
  method?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

export interface Parts {
  fields: Record<string, string | string[]>;
  file: { field: string; name: string; content: string };
}

export interface TestApp {
  origin: string;
  wiring: TestWiring;
  /** Sends exactly this; the answer is not followed. */
  ask(path: string, options?: AskOptions): Promise<Answer>;
  /** Reads a page, with a cookie from `signInAs`. */
  get(path: string, cookie?: string): Promise<Answer>;
  /** Sends a form as a browser of this site does. */
  post(path: string, fields: Record<string, string | string[]>, cookie?: string): Promise<Answer>;
  /** Sends a form with a file as a browser of this site does. */
  postParts(path: string, parts: Parts, cookie?: string): Promise<Answer>;
  /** The `Cookie` header of a new session of one of the cast, who must be in the database. */
  signInAs(key: CastAccountKey): Promise<string>;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  env?: Partial<AppEnv>;
  limits?: ServerLimits;
  now?: Date;
  /** Folder of the built pages. */
  build?: string;
  /** Rolls back whatever a request wrote, so that every request meets the same rows. Send one at a time. */
  forgets?: boolean;
}

/** The real web server with the built pages on a free port of this machine, over a test database, with a clock that stands still. */
export async function startApp(database: TestDatabase, options: TestAppOptions = {}): Promise<TestApp> {
  const port = await findFreePort();
  const origin = options.env?.origin ?? `http://localhost:${port}`;
  const kept = createTestWiring(database, { now: options.now, env: { ...options.env, port, origin } });
  const { db, forget } = options.forgets ? forgetful(kept.db) : { db: kept.db, forget: async () => {} };
  const wiring = { ...kept, db };
  const server = await createWebServer({
    wiring,
    openSite: () => openBuiltSite(options.build),
    limits: options.limits,
  });
  await server.listen(port);
  const ask = async (path: string, asked: AskOptions = {}) => {
    try {
      return await send(port, path, { ...asked, headers: { host: new URL(origin).host, ...asked.headers } });
    } finally {
      await server.settled();
      await forget();
    }
  };
  return {
    origin,
    wiring,
    ask,
    get: (path, cookie) => ask(path, { headers: cookie ? { cookie } : {} }),
    post: (path, fields, cookie) =>
      ask(path, { method: "POST", ...formOf(fields), headers: { ...FORM_HEADERS, origin, ...(cookie && { cookie }) } }),
    postParts: (path, parts, cookie) => {
      const headers = { ...FORM_HEADERS, "content-type": `multipart/form-data; boundary=${BOUNDARY}`, origin };
      return ask(path, { method: "POST", body: partsOf(parts), headers: { ...headers, ...(cookie && { cookie }) } });
    },
    signInAs: async (key) => {
      const outcome = await signInAsCast({ ...wiring, env: { ...wiring.env, mode: "local" } }, { key, device: "Test" });
      if (!outcome.ok) throw new Error(`${key} is not in this database`);
      return `${origin.startsWith("https:") ? "__Host-" : ""}session=${outcome.value.token}`;
    },
    stop: async () => {
      await server.stop();
      await wiring.close();
    },
  };
}

const FORM_HEADERS = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };

function formOf(fields: Record<string, string | string[]>): { body: string } {
  const form = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value);
  return { body: form.toString() };
}

const BOUNDARY = "----boundary-of-the-tests";

function partsOf({ fields, file }: Parts): string {
  const part = (head: string, content: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${head}\r\n\r\n${content}\r\n`;
  const texts = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value) => part(`${name}"`, value)),
  );
  const sent = part(`${file.field}"; filename="${file.name}"\r\nContent-Type: text/csv`, file.content);
  return `${texts.join("")}${sent}--${BOUNDARY}--\r\n`;
}

function send(port: number, path: string, { method = "GET", headers = {}, body }: AskOptions): Promise<Answer> {
  const length =
    body === undefined || headers["transfer-encoding"] ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      { host: "127.0.0.1", port, path, method, headers: { ...length, ...headers }, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const cookies = (answer.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0] ?? "");
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            cookies,
            body: Buffer.concat(parts).toString(),
          });
        });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
