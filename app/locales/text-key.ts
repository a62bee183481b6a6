import type { Namespace, ParseKeys } from "i18next";

/** Any key with its namespace before it: "search:title". */
export type TextKey = Extract<ParseKeys<Namespace>, `${string}:${string}`>;
