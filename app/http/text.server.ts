import type { AppLoadContext } from "@remix-run/node";
import { i18nFor } from "~/i18n.server";
import type { TextKey } from "~/locales/text-key";

type Values = Record<string, string | number>;

/** A sentence in the reader's language. */
export function sentenceFor({ language }: Pick<AppLoadContext, "language">, key: TextKey, values: Values = {}): string {
  return i18nFor(language).t(key as "common:product", values);
}

/** True when the key has a sentence; keys that come from outside are asked first. */
export function isTextKey({ language }: Pick<AppLoadContext, "language">, key: string): key is TextKey {
  return (
    key.includes(":") &&
    i18nFor(language).exists(key) &&
    typeof i18nFor(language).t(key as "common:product") === "string"
  );
}
