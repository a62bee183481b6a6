/** Texts, each with its place as its key: they are written once and never move. */
export const numbered = (texts: readonly string[]) => texts.map((text, key) => ({ key, text }));
