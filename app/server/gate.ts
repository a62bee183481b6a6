import type { RequestHandler } from "express";
import { sendPlainPage } from "./plain-page";

/** Writes that prove themselves by a signature or by a token of one use; other sites may send them. */
const PROVE_THEMSELVES: readonly RegExp[] = [
  /^\/webhooks\/(?:resend|replies|stripe\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  /^\/unsubscribe\/[\w-]{20,100}$/,
];

/** Addresses of this server, without control characters and with whole percent signs: everything else is no page of ours. */
export const readableTargetsOnly: RequestHandler = (req, res, next) => {
  if (/^\/(?!\/)/.test(req.url) && !/%00/.test(req.url) && isReadable(req.path)) return next();
  sendPlainPage(req, res, 400, "refused");
};

function isReadable(path: string): boolean {
  try {
    return !/\p{Control}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** Pages are read and forms are posted; there is nothing else to do here. */
export const knownMethodsOnly: RequestHandler = (req, res, next) => {
  if (["GET", "HEAD", "POST"].includes(req.method)) return next();
  res.setHeader("Allow", "GET, HEAD, POST");
  sendPlainPage(req, res, 405, "refused");
};

/** Answers for the configured origin only: whoever rebinds a name to this address gets a link to the right one. */
export function ownHostOnly(origin: string): RequestHandler {
  const { host } = new URL(origin);
  return (req, res, next) => {
    if (req.headers.host === host) return next();
    sendPlainPage(req, res, 421, "wrongAddress", { origin });
  };
}

/**
 * Refuses every write that another site could have sent. The browser says so in `Sec-Fetch-Site` or, when it is older, in
 * `Origin`; one of them has to be there and right. Remix's own check can be walked round with `?_data=`.
 */
export function sameOriginOnly(origin: string): RequestHandler {
  return (req, res, next) => {
    if (req.method === "GET" || req.method === "HEAD") return next();
    if (req.method === "POST" && PROVE_THEMSELVES.some((path) => path.test(req.path))) return next();
    const from = req.headers.origin;
    const site = req.headers["sec-fetch-site"];
    const isForeign = from !== undefined && from !== "null" && from !== origin;
    const isProven = site === undefined ? from === origin : site === "same-origin";
    if (isForeign || !isProven) return sendPlainPage(req, res, 403, "refused");
    // Remix would answer 500 to a word that it cannot read as an address.
    if (from === "null") delete req.headers.origin;
    next();
  };
}
