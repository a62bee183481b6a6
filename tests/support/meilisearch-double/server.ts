import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { BadRequest, type DoubleIndex } from "./find";
import { createRoutes } from "./routes";
import { createTasks, type TaskTroubles } from "./tasks";

/** What the server does with the next request instead of answering it at once. */
export type Trouble = { status: number } | "reset" | "garbage" | "never" | { slowMs: number };

export interface DoubleKey {
  actions: readonly string[];
  /** Names of indexes, or their beginnings with a star behind. */
  indexes: readonly string[];
}

export interface MeilisearchDouble {
  url: string;
  troubles: TaskTroubles & {
    requests: Trouble[];
    /** Requests with one of these words in them are refused by something in front of the server, with 403. */
    blocked: Set<string>;
    /** "METHOD /path" of requests that are acted on and whose answers are lost on the way, each once. */
    lost: string[];
  };
  /** Keys and what each may do with which indexes; empty: no key is asked for, as without a master key. */
  keys: Map<string, DoubleKey>;
  version: string;
  indexes: Map<string, DoubleIndex>;
  /** "METHOD /path" of all requests so far. */
  requests: string[];
  /** Requests that Meilisearch would not understand; a test expects none. */
  faults: string[];
  /** Nobody answers on the port until `start`; what is indexed stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Larger requests are refused, as Meilisearch does from 100 MB on; a test need not send that much. */
const LARGEST_BODY = 20_000_000;

/**
 * A test double of Meilisearch: the used part of its HTTP interface over plain maps, with a simple idea of relevance. It
 * keeps the rules that an adapter can break (task order, whole tasks failing, filterable fields, key actions, the filter
 * language) and can be made to fail. It proves nothing about ranking: only the real server does.
 */
export async function startMeilisearchDouble({ port = 0 }: { port?: number } = {}): Promise<MeilisearchDouble> {
  const troubles: MeilisearchDouble["troubles"] = {
    badIds: new Set(),
    breakingIds: new Set(),
    next: [],
    areStuck: false,
    requests: [],
    blocked: new Set(),
    lost: [],
  };
  const tasks = createTasks(troubles);
  let server: Server;
  let bound = port;
  const double: MeilisearchDouble = {
    url: "",
    troubles,
    keys: new Map(),
    version: "1.30.1",
    indexes: tasks.indexes,
    requests: [],
    faults: [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    async start() {
      server = createServer((request, response) => void serve(request, response));
      await new Promise<void>((resolve) => server.listen(bound, "127.0.0.1", resolve));
      bound = (server.address() as AddressInfo).port;
      double.url = `http://127.0.0.1:${bound}`;
    },
  };
  const routes = createRoutes(tasks, () => double.version);
  await double.start();
  return double;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readAll(request);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://double");
    double.requests.push(`${request.method} ${pathname}`);
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const refuse = (status: number, code: string, message = code) =>
      answer(status, { message, code, type: "invalid_request", link: "" });
    const trouble = troubles.requests.shift();
    if (trouble === "never") return;
    if (trouble === "reset") return void request.socket.destroy();
    if (trouble === "garbage") return void response.writeHead(200).end("<html>");
    if (trouble && "status" in trouble) return void refuse(trouble.status, "trouble");
    if (trouble) await sleep(trouble.slowMs);
    if ([...troubles.blocked].some((word) => text.includes(word))) return void refuse(403, "blocked");
    const found = routes.find(([method, pattern]) => method === request.method && pattern.test(pathname));
    if (!found) {
      double.faults.push(`${request.method} ${pathname}`);
      return void refuse(404, "not_found");
    }
    const [, pattern, action, act] = found;
    const key = request.headers.authorization?.replace(/^Bearer /, "");
    if (double.keys.size > 0 && !key) return void refuse(401, "missing_authorization_header");
    const held = double.keys.get(key ?? "");
    if (double.keys.size > 0 && !held?.actions.includes(action)) return void refuse(403, "invalid_api_key");
    if (text.length > LARGEST_BODY) return void refuse(413, "payload_too_large");
    try {
      const may = (uid: string) => !held || held.indexes.some((allowed) => isMeant(allowed, uid));
      const [status, body] = act(
        pattern.exec(pathname)?.[1] ?? "",
        text === "" ? {} : JSON.parse(text),
        may,
        searchParams,
      );
      const place = troubles.lost.indexOf(`${request.method} ${pathname}`);
      if (place < 0) return void answer(status, body);
      troubles.lost.splice(place, 1);
      request.socket.destroy();
    } catch (error) {
      if (error instanceof BadRequest) return void refuse(statusOf(error), error.code, error.message);
      double.faults.push(`${request.method} ${pathname}: ${error}`);
      refuse(500, "internal");
    }
  }
}

/** Patterns end in a star at most. */
const isMeant = (allowed: string, uid: string) =>
  allowed.endsWith("*") ? uid.startsWith(allowed.slice(0, -1)) : uid === allowed;

const statusOf = ({ code }: BadRequest) => (code === "invalid_api_key" ? 403 : code.endsWith("_not_found") ? 404 : 400);

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
