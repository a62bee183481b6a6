import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Act, act } from "./acts";
import { handleDesk } from "./desk";
import { Hold } from "./hold";
import { type StandInEvent, type StandInObject, Store } from "./objects";
import { ApiError, readParameters } from "./parameters";
import { answerRequest } from "./resources";
import { payOut } from "./reversals";
import { correctFee, payElsewhere, payOutForeign, takeFee } from "./surprises";

export interface SeenRequest {
  method: string;
  path: string;
  body: string;
  idempotencyKey: string | undefined;
  /** With what it was answered. */
  status: number;
}

export interface StandIn {
  /** What `STRIPE_API_BASE` is set to. */
  url: string;
  /** Requests of the interface, oldest first. */
  seen: SeenRequest[];
  events: readonly StandInEvent[];
  act(account: string, id: string, what: Act): void;
  payOut(account: string): StandInObject | undefined;
  /** A payment to the account for something else than a gift. */
  payElsewhere(account: string, amount: number): StandInObject;
  payOutForeign(account: string, amount: number, currency: string): StandInObject;
  /** A fee of Stripe's own; answers the line of the balance. */
  takeFee(account: string, amount: number): string;
  /** Changes the fee of a charge and tells nobody. */
  correctFee(account: string, charge: string, fee: number): void;
  list(account: string, object: string): StandInObject[];
  /** Does what requests to a path ask for and never answers them, until told otherwise; null answers all again. */
  loseAnswersTo(path: RegExp | null): void;
  /** Breaks down over writes to a path, before or after it does what they ask for, until told otherwise; what it said it keeps. */
  breakOver(path: RegExp | null, when?: "before" | "after"): void;
  /** Does what requests to a path ask for and keeps the answers back, to `most` of them, until they are released. */
  hold(path: RegExp, most?: number): Pick<Hold, "waiting" | "release">;
  /** Loses every object of every account; what was told stays told. */
  forget(): void;
  close(): Promise<void>;
}

export interface StandInOptions {
  now: () => Date;
  port?: number;
  /** Hears of every event as it happens. */
  deliver?: (event: StandInEvent) => void;
}

/**
 * The part of Stripe that the product uses, in this process and on loopback only: strict about parameters, idempotency keys
 * and keys of accounts. Every name in a key, after `sk_test_`, is an account of its own. No money moves.
 */
export async function startStandIn({ now, port = 0, deliver }: StandInOptions): Promise<StandIn> {
  const store = new Store(now);
  const seen: SeenRequest[] = [];
  const answered = new Map<string, { asked: string; status: number; answer: unknown }>();
  let told = 0;
  let lost: RegExp | null = null;
  let broken: { path: RegExp; when: "before" | "after" } | null = null;
  const holds = new Set<Hold>();
  const tell = () => {
    for (; told < store.events.length; told++) deliver?.(store.events[told] as StandInEvent);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error) => {
      const message = error instanceof Error ? error.message : "broken";
      send(response, 500, { error: { type: "api_error", message } }, {});
    });
  });
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? "/", "http://stand-in.invalid");
    const body = await readBody(request);
    if (!pathname.startsWith("/v1/")) {
      handleDesk({ store, request, response, pathname, body, url: urlOf() });
      return tell();
    }
    const method = request.method ?? "GET";
    const path = pathname.slice("/v1/".length);
    const idempotencyKey = request.headers["idempotency-key"]?.toString();
    const { status, answer, isReplayed } = once(
      { method, path, body, idempotencyKey, account: accountOf(request) },
      () => {
        if (lacksRight(request, path)) throw new ApiError(403, FORBIDDEN);
        const parameters = readParameters(method === "POST" ? body : search.slice(1));
        return answerRequest(store, { method, path, account: accountOf(request), parameters, origin: urlOf() });
      },
    );
    seen.push({ method, path, body, idempotencyKey, status });
    tell();
    for (const hold of holds) await hold.pass(`${method} ${path}`);
    if (lost?.test(`${method} ${path}`)) response.destroy();
    else send(response, status, answer, isReplayed ? { "Idempotent-Replayed": "true" } : {});
  }
  /** The same key answers the same; with other words it is refused (docs.stripe.com/api/idempotent_requests). */
  function once(
    asked: Omit<SeenRequest, "status"> & { account: string },
    work: () => unknown,
  ): { status: number; answer: unknown; isReplayed?: boolean } {
    const { method, path, body, idempotencyKey, account } = asked;
    const key = method === "POST" && idempotencyKey ? `${account} ${idempotencyKey}` : null;
    const before = key === null ? undefined : answered.get(key);
    if (before && before.asked !== `${path}?${body}`)
      return refusal(
        new ApiError(400, { type: "idempotency_error", message: "Keys may be used for one request only." }),
      );
    if (before) return { ...before, isReplayed: true };
    const isBroken = key !== null && broken?.path.test(`${method} ${path}`);
    const result = isBroken && broken?.when === "before" ? BREAKDOWN : { ...tryOnce(work), ...(isBroken && BREAKDOWN) };
    if (key !== null) answered.set(key, { asked: `${path}?${body}`, ...result });
    return result;
  }
  const urlOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: urlOf(),
    seen,
    events: store.events,
    act: (account, id, what) => {
      act(store, account, id, what);
      tell();
    },
    payOut: (account) => {
      const payout = payOut(store, account);
      tell();
      return payout;
    },
    payElsewhere: (account, amount) => {
      const charge = payElsewhere(store, account, amount);
      tell();
      return charge;
    },
    payOutForeign: (account, amount, currency) => {
      const payout = payOutForeign(store, account, amount, currency);
      tell();
      return payout;
    },
    takeFee: (account, amount) => takeFee(store, account, amount),
    correctFee: (account, charge, fee) => correctFee(store, account, charge, fee),
    list: (account, object) => store.list(account, object),
    loseAnswersTo: (path) => {
      lost = path;
    },
    breakOver: (path, when = "before") => {
      broken = path && { path, when };
    },
    hold: (path, most = Number.POSITIVE_INFINITY) => {
      const hold = new Hold(path, most);
      holds.add(hold);
      return hold;
    },
    forget: () => {
      store.objects.clear();
      answered.clear();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function tryOnce(work: () => unknown): { status: number; answer: unknown } {
  try {
    return { status: 200, answer: work() };
  } catch (error) {
    if (error instanceof ApiError) return refusal(error);
    throw error;
  }
}

const BREAKDOWN = { status: 500, answer: { error: { type: "api_error", message: "Something broke." } } };

const refusal = ({ status, error }: ApiError) => ({ status, answer: { error } });

/** Keys that differ only after two underscores are keys of one account; a restricted one is called `rk_`. */
function accountOf(request: IncomingMessage): string {
  const [, name = ""] = /^Bearer [sr]k_test_(\w+?)(?:__\w+)?$/.exec(request.headers.authorization ?? "") ?? [];
  return name && `sk_test_${name}`;
}

/** What Stripe answers a restricted key that lacks a right (docs.stripe.com/keys/restricted-api-keys). */
const FORBIDDEN = {
  type: "invalid_request_error",
  code: "more_permissions_required",
  message: "The key may not do this.",
};

/** A restricted key says in its last part which right it lacks: `__without_invoices` may not use these, `__reads_invoices` may only read them. */
function lacksRight(request: IncomingMessage, path: string): boolean {
  const [, how, right] = /^Bearer rk_test_\w+?__(without|reads)_(\w+)$/.exec(request.headers.authorization ?? "") ?? [];
  const isWrite = request.method === "POST";
  return right === path.split("/")[0] && (how === "without" || isWrite);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function send(response: ServerResponse, status: number, answer: unknown, headers: Record<string, string>): void {
  response.writeHead(status, { "Content-Type": "application/json", "Request-Id": "req_standin1", ...headers });
  response.end(JSON.stringify(answer));
}
