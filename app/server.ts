import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type ErrorRequestHandler, type Request, type RequestHandler } from "express";
import { Registry } from "prom-client";
import { languageOfLink } from "./features/accounts/language-of-link.server";
import { type AfterAnswers, workAfterAnswers } from "./server/after-answer";
import { knownMethodsOnly, ownHostOnly, readableTargetsOnly, sameOriginOnly } from "./server/gate";
import { nameRequest, secureHeaders } from "./server/headers";
import { healthPages } from "./server/health";
import { DEFAULT_LIMITS, limitBody, limitRates, type ServerLimits } from "./server/limits";
import { chosenLanguage, languageOf, sendPlainPage } from "./server/plain-page";
import { believeOwnProxiesOnly } from "./server/proxy";
import { logRequests } from "./server/request-log";
import type { Site } from "./server/site";
import type { Wiring } from "./wiring";

/** How long answers under way may take after the process was asked to stop. */
const STOP_SECONDS = 10;

export interface WebServer {
  /** Listens where the settings say, or on another port (0: any free one). Answers the port. */
  listen(port?: number): Promise<number>;
  /** Takes no new request, lets those under way end and what they began, and closes the pages. */
  stop(): Promise<void>;
  /** Resolves when nothing is under way that an answer began. */
  settled(): Promise<void>;
  readonly metrics: Registry;
}

interface WebServerOptions {
  wiring: Wiring;
  openSite: (server: Server) => Promise<Site>;
  limits?: ServerLimits;
}

/** Everything between the network and Remix, in the order in which a request meets it. */
export async function createWebServer({
  wiring,
  openSite,
  limits = DEFAULT_LIMITS,
}: WebServerOptions): Promise<WebServer> {
  const { env, log } = wiring;
  const app = express();
  const server = createServer(app);
  const site = await openSite(server);
  const metrics = new Registry();
  const afterAnswers = workAfterAnswers(log);
  let stopping = false;

  app.disable("x-powered-by");
  app.use(nameRequest, logRequests(log, metrics));
  app.use(...secureHeaders({ origin: env.origin, developing: site.developing }));
  app.use(believeOwnProxiesOnly(app, env.trustedProxies), readableTargetsOnly);
  app.use(healthPages(wiring, { metrics, isStopping: () => stopping }));
  app.use(ownHostOnly(env.origin), knownMethodsOnly, sameOriginOnly(env.origin));
  app.use(limitRates(wiring, limits), limitBody, compression());
  app.use(...site.files);
  app.all("*", keepPrivate, pages(wiring, { site, afterAnswers }));
  app.use(lastResort(wiring));

  return {
    metrics,
    listen: (port = env.port) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, env.host, () => resolve((server.address() as AddressInfo).port));
      }),
    stop: async () => {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const patience = setTimeout(() => server.closeAllConnections(), STOP_SECONDS * 1000);
      server.closeIdleConnections();
      await closed;
      clearTimeout(patience);
      await afterAnswers.settled();
      await site.close();
    },
    settled: () => afterAnswers.settled(),
  };
}

/** Pages belong to one reader. Somebody signed in leaves none behind in a shared computer's cache. */
const keepPrivate: RequestHandler = (req, res, next) => {
  res.vary("Cookie").vary("Accept-Language");
  res.setHeader("Cache-Control", /session=/.test(req.headers.cookie ?? "") ? "private, no-store" : "private, no-cache");
  next();
};

function pages(wiring: Wiring, { site, afterAnswers }: { site: Site; afterAnswers: AfterAnswers }): RequestHandler {
  return createRequestHandler({
    build: site.build,
    mode: site.developing ? "development" : "production",
    getLoadContext: async (req, res) => ({
      cspNonce: res.locals.cspNonce as string,
      requestId: res.locals.requestId as string,
      language: languageOf(req, await languageOfMailedLink(wiring, req)),
      clientAddress: req.ip ?? "",
      afterAnswer: (work) => afterAnswers.begin(work, { response: res, requestId: res.locals.requestId as string }),
      wiring,
    }),
  });
}

const MAILED_LINK =
  /^\/(consent|first-contact|still-open|invitation|introduce|delete-me|concern|question|offering|join)\/([\w-]+)/;

/** A mail and the page it leads to speak one language, whatever the browser prefers; the reader's own choice comes first. */
async function languageOfMailedLink(wiring: Wiring, req: Request): Promise<string | null> {
  const [, page, token] = MAILED_LINK.exec(req.path) ?? [];
  return token && !chosenLanguage(req) ? languageOfLink(wiring, { token, mayBeCode: page === "join" }) : null;
}

/** What even Remix could not answer. A visitor who left in the middle is no fault. */
function lastResort({ log }: Wiring): ErrorRequestHandler {
  return (error, req, res, _next) => {
    if (req.destroyed || res.headersSent) return void res.destroy();
    log.error({ err: error, requestId: res.locals.requestId }, "request failed");
    sendPlainPage(req, res, 500, "broken");
  };
}
