import type { TextKey } from "~/locales/text-key";

/**
 * `export const handle: PageHandle = { title: "search:title" }` names the browser tab of a route;
 * `titleFrom` names it from what the route's loader gave ("Veterinary helper") and wins over `title`.
 */
export interface PageHandle {
  title?: TextKey;
  // biome-ignore lint/suspicious/noExplicitAny: each route knows its own loader's data
  titleFrom?: (data: any) => string;
}
