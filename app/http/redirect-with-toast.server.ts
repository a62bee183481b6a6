import { type AppLoadContext, redirect, type TypedResponse } from "@remix-run/node";
import type { TextKey } from "~/locales/text-key";
import { readCookie } from "./cookie.server";
import { safeRedirect } from "./safe-redirect.server";
import { isTextKey, sentenceFor } from "./text.server";

/** A sentence for the top of the next page: a key under `toast` of its namespace, such as "pursuits:toast.approved". */
export type ToastKey = Extract<TextKey, `${string}:toast.${string}`>;

const COOKIE = "toast";
const SECONDS = 60;
/** The only thing a browser may choose: some of our own sentences, and a number in each. */
const SHAPE = /^([a-z]+:toast\.[A-Za-z0-9_.]{1,60})(?:~(\d{1,7}))?$/;

/** Sentences of one toast, between which no name and no number has this sign. */
const BETWEEN = "+";
const MOST_SENTENCES = 3;

export interface ToastPart {
  key: ToastKey;
  count: number;
}

/** Leads on and says there what was achieved. `count` fills `{{count}}` of the sentence; `after` are sentences after it. */
export function redirectWithToast(
  to: string,
  key: ToastKey,
  options: { count?: number; after?: readonly ToastPart[]; headers?: Headers } = {},
): TypedResponse<never> {
  const headers = new Headers(options.headers);
  const first = options.count === undefined ? key : `${key}~${options.count}`;
  const said = [first, ...(options.after ?? []).map((part) => `${part.key}~${part.count}`)].join(BETWEEN);
  headers.append("Set-Cookie", `${COOKIE}=${said}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SECONDS}`);
  return redirect(safeRedirect(to), { headers });
}

/** The sentence that the last step left, and the headers that forget it. */
export function readToast(
  request: Request,
  context: AppLoadContext,
): { sentence: string | null; headers: Record<string, string> } {
  const value = readCookie(request, COOKIE);
  if (value === null) return { sentence: null, headers: {} };
  const said = value
    .split(BETWEEN)
    .slice(0, MOST_SENTENCES)
    .map((part) => sentenceOf(part, context));
  const sentence = said.includes(null) ? null : said.join(" ");
  return { sentence, headers: { "Set-Cookie": `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0` } };
}

/** Null for what is none of our sentences. */
function sentenceOf(part: string, context: AppLoadContext): string | null {
  const [, key = "", count] = SHAPE.exec(part) ?? [];
  if (!isTextKey(context, key) && !isTextKey(context, `${key}_other`)) return null;
  return sentenceFor(context, key as TextKey, { count: Number(count ?? 0) });
}
