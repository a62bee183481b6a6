import { useTranslation } from "react-i18next";
import type { TextKey } from "~/locales/text-key";

/** Sentences by a key that is only known at run time, with its namespace before it: `text("errors:broken.title")`. */
export function useText(): (key: TextKey, values?: Record<string, string | number>) => string {
  const { t } = useTranslation();
  return (key, values = {}) => t(key as "product", values);
}
