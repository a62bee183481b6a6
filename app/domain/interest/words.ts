/** Lower case without accents: `Jardinería` and `JARDINERIA` become `jardineria`; `ñ` becomes `n`. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The words of a text, folded, in order: letters and digits. An apostrophe ends a word and its one-letter tail is
 * dropped, so that `children's` is `children`.
 */
export function wordsOf(text: string): string[] {
  return (
    fold(text)
      .replace(/['’]s\b/g, " ")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * A word and what it may be the plural of, in English and Spanish: `puppies` puppy, `churches` church, `animales`
 * animal, `peces` pez. May contain forms that are no words; it is for
 * looking up in lists of real words. A short stem keeps its e, so that `cares` is not `car`.
 */
export function singularsOf(word: string): string[] {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss")) return [word];
  const forms = [word, word.slice(0, -1)];
  if (/(?:[sxz]|ch|sh|.{3}[lrndj])es$/.test(word)) forms.push(word.slice(0, -2));
  if (word.endsWith("ies")) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("ces")) forms.push(`${word.slice(0, -3)}z`);
  return forms;
}
