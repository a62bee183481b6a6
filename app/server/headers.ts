import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

declare module "express-serve-static-core" {
  interface Locals {
    requestId: string;
    cspNonce: string;
  }
}

/** Gives each request the id under which the log knows it, and each answer a fresh nonce. */
export const nameRequest: RequestHandler = (_req, res, next) => {
  res.locals.requestId = randomUUID();
  res.locals.cspNonce = randomBytes(16).toString("base64");
  res.setHeader("X-Request-Id", res.locals.requestId);
  next();
};

/** The headers of every answer, errors and files too. `developing` loosens styles for Vite, nothing else. */
export function secureHeaders({ origin, developing }: { origin: string; developing: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: false,
      crossOriginEmbedderPolicy: false,
      // helmet's default would make our own forms send `Origin: null`.
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: origin.startsWith("https:") ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      xFrameOptions: { action: "deny" },
    }),
    (_req, res, next) => {
      res.setHeader("Content-Security-Policy", contentPolicy(res.locals.cspNonce, developing));
      res.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
      next();
    },
  ];
}

/**
 * Nothing from elsewhere, scripts and style sheets by nonce. React Aria's server output carries `style` attributes, hence
 * `style-src-attr`. In development Remix inlines style sheets that know no nonce.
 */
function contentPolicy(nonce: string, developing: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
