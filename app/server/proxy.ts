import type { Express, RequestHandler } from "express";

type Trusts = (address: string, hop: number) => boolean;

/**
 * Believes `X-Forwarded-For` and `-Proto` when they come from a proxy of ours, and nothing else that claims to speak for a
 * visitor: Remix would build addresses out of `X-Forwarded-Host`.
 */
export function believeOwnProxiesOnly(app: Express, proxies: readonly string[]): RequestHandler {
  app.set("trust proxy", proxies.length > 0 ? [...proxies] : false);
  const trusts = app.get("trust proxy fn") as Trusts;
  return (req, _res, next) => {
    const isOwn = trusts(req.socket.remoteAddress ?? "", 0);
    for (const name of Object.keys(req.headers)) {
      if (name !== "forwarded" && name !== "x-real-ip" && !name.startsWith("x-forwarded-")) continue;
      if (!isOwn || (name !== "x-forwarded-for" && name !== "x-forwarded-proto")) delete req.headers[name];
    }
    next();
  };
}
