import { createHash } from "node:crypto";
import type { SentForm } from "~/domain/fund/sent-form";

/** What a form with a number of its own said, in no order and without the words themselves; null for one without a number. */
export function sentForm(
  key: string | undefined,
  said: Readonly<Record<string, string | number | boolean | null>>,
): SentForm | null {
  if (key === undefined) return null;
  const words = JSON.stringify(Object.entries(said).sort(([one], [other]) => (one < other ? -1 : 1)));
  return { key, digest: createHash("sha256").update(words).digest("hex") };
}
