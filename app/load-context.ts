import type { Language } from "./i18n";
import type { Work } from "./server/after-answer";
import type { Wiring } from "./wiring";

/** What the server hands to every loader and action of one request. */
interface RequestContext {
  /** Nonce of this answer's Content-Security-Policy. */
  cspNonce: string;
  language: Language;
  requestId: string;
  wiring: Wiring;
  /** Begins work when the answer has left: for what makes a later request quicker, and may be lost. */
  afterAnswer: (work: Work) => void;
  /** Address of the visitor as the server trusts it; for rate limits only, never stored in clear. */
  clientAddress: string;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
}

export type { RequestContext };
