/** What a text may leave open until it goes to somebody; written in braces: "{name}". */
export const PLACEHOLDERS = ["name", "organization", "school", "me"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const WRITTEN = /\{([^{}\n]{0,40})\}/g;

export type Filled = { ok: true; text: string } | { ok: false; reason: "unknown" | "empty"; placeholder: string };

/**
 * Puts each value in its place. Answers the first placeholder that there is not, or that has no value for this reader, instead
 * of a text with a hole in it. Values are not read for placeholders again.
 */
export function fillPlaceholders(text: string, values: Record<Placeholder, string>): Filled {
  let fault: Filled | null = null;
  const filled = text.replace(WRITTEN, (whole, written: string) => {
    const name = PLACEHOLDERS.find((each) => each === written.trim().toLowerCase());
    if (name === undefined) fault ??= { ok: false, reason: "unknown", placeholder: whole };
    else if (values[name] === "") fault ??= { ok: false, reason: "empty", placeholder: whole };
    return name === undefined ? whole : values[name];
  });
  return fault ?? { ok: true, text: filled };
}
