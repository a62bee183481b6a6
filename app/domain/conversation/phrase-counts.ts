import { finderOf, isUnspaced } from "./phrase-in-text";
import { plain } from "./plain-text";

const WORD = /[\p{L}\p{Nd}]+/gu;

/**
 * Counts in how many of some texts, each as `plain` gives it, a phrase stands. The texts are taken apart once: of each phrase only those
 * are searched that have its first word, so that hundreds of phrases in thousands of texts are counted while a page is opened.
 */
export function countsIn(texts: readonly string[]): (phrase: string) => number {
  const withWord = new Map<string, string[]>();
  for (const text of texts) for (const word of new Set(text.match(WORD))) putUnder(withWord, word, text);
  return (phrase) => {
    const first = plain(phrase).match(WORD)?.[0];
    const searched = first === undefined || isUnspaced(phrase) ? texts : (withWord.get(first) ?? []);
    return searched.filter(finderOf([phrase])).length;
  };
}

function putUnder(index: Map<string, string[]>, word: string, text: string): void {
  const texts = index.get(word);
  if (texts) texts.push(text);
  else index.set(word, [text]);
}
