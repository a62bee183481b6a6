/** Words at the end of a name that say how the organisation is registered, not which one it is. */
const LEGAL_FORMS: ReadonlySet<string> = new Set([
  "inc",
  "incorporated",
  "llc",
  "llp",
  "lp",
  "ltd",
  "limited",
  "corp",
  "corporation",
  "co",
  "plc",
  "pllc",
  "pbc",
  "gmbh",
  "sa",
  "sl",
  "ac",
]);

/**
 * The key under which one organisation is known once in a district: lower case, without accents, punctuation, a leading
 * "the" and legal forms at the end. "The Café Foundation, Inc." and "cafe foundation" share `cafe foundation`.
 * Never empty for a name with a letter or digit in it.
 */
export function organisationNameKey(name: string): string {
  const words = name
    .replace(/&/g, " and ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[.'’`]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const from = words.findIndex((word) => word !== "the");
  const start = Math.max(from, 0);
  let end = words.length;
  while (end - start > 1 && LEGAL_FORMS.has(words[end - 1] ?? "")) end -= 1;
  return words.slice(start, end).join(" ");
}
