import { type AppLoadContext, json, type TypedResponse } from "@remix-run/node";
import type { Refused } from "~/domain/outcome";
import type { TextKey } from "~/locales/text-key";
import { sentenceFor } from "./text.server";

/** A status and a sentence. */
export interface Refusal {
  status: 403 | 404 | 409 | 410 | 422 | 429 | 503;
  key: TextKey;
  field?: string;
}

/** What each reason of a verb becomes. A reason without a row does not compile. */
export type Refusals<Reason extends string> = Record<Reason, Refusal>;

/** What an action answers when the verb refused; `Form reply={…}` shows it and keeps what was typed. */
export interface RefusalReply {
  ok: false;
  reason: string;
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
}

/**
 * Turns a refusal into a translated answer; the refusal's `detail` fills the sentence. `field` puts the sentence beside a
 * field, otherwise it concerns the whole form. Throws a 404 page for what is not there or not yours: both look the same.
 */
export function refuse<Reason extends string>(
  context: AppLoadContext,
  refusal: Refused<Reason>,
  table: Refusals<Reason>,
  typed: Record<string, string | string[]> = {},
): TypedResponse<RefusalReply> {
  const { status, key, field = "" } = table[refusal.reason];
  if (status === 404) throw notFound();
  const sentence = sentenceFor(context, key, refusal.detail);
  return json({ ok: false, reason: refusal.reason, errors: { [field]: sentence }, values: typed }, { status });
}

/** The row of a thing that is not there, or not the actor's. */
export const NOT_FOUND = { status: 404, key: "errors:notFound.title" } as const;

export function notFound(): Response {
  return new Response(null, { status: 404 });
}
