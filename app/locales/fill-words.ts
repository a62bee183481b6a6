/** A sentence of a language without a catalogue of its own, with its values in place: "{{name}}" becomes what `values` says. */
export const fillWords = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
