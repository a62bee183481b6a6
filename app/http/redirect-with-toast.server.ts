import { type AppLoadContext, redirect, type TypedResponse } from "@remix-run/node";
import type { TextKey } from "~/locales/text-key";
import { readCookie } from "./cookie.server";
import { safeRedirect } from "./safe-redirect.server";
import { isTextKey, sentenceFor } from "./text.server";

/** A sentence for the top of the next page: a key under `toast` of its namespace, such as "pursuits:toast.approved". */
export type ToastKey = Extract<TextKey, `${string}:toast.${string}`>;

const COOKIE = "toast";
const SECONDS = 60;
/** The only thing a browser may choose: one of our own sentences, and a number in it. */
const SHAPE = /^([a-z]+:toast\.[A-Za-z0-9_.]{1,60})(?:~(\d{1,7}))?$/;

/** Leads on and says there what was achieved. `count` fills `{{count}}` of the sentence. */
export function redirectWithToast(
  to: string,
  key: ToastKey,
  options: { count?: number; headers?: Headers } = {},
): TypedResponse<never> {
  const headers = new Headers(options.headers);
  const count = options.count === undefined ? "" : `~${options.count}`;
  headers.append("Set-Cookie", `${COOKIE}=${key}${count}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SECONDS}`);
  return redirect(safeRedirect(to), { headers });
}

/** The sentence that the last step left, and the headers that forget it. */
export function readToast(
  request: Request,
  context: AppLoadContext,
): { sentence: string | null; headers: Record<string, string> } {
  const value = readCookie(request, COOKIE);
  if (value === null) return { sentence: null, headers: {} };
  const [, key = "", count] = SHAPE.exec(value) ?? [];
  const sentence =
    isTextKey(context, key) || isTextKey(context, `${key}_other`)
      ? sentenceFor(context, key as TextKey, { count: Number(count ?? 0) })
      : null;
  return { sentence, headers: { "Set-Cookie": `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0` } };
}
