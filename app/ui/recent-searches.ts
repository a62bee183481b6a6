import { useEffect, useRef, useState } from "react";

const KEY = "recent-searches";
/** As many as one recognises at a glance. */
const MOST = 5;

interface Kept {
  owner: string;
  texts: string[];
}

/**
 * The list with what was just looked for in front, once. `before` is what stood in the box until then: somebody who types on
 * from there, letter by letter, does one search, which takes the place of the last one. Going back to an earlier word ("art"
 * of "art museum") is a search beside it; going back into a word is on the way to something, and typing on from there puts
 * the last one right.
 */
export function withSearch(texts: readonly string[], text: string, before = ""): string[] {
  const [last = "", ...others] = texts;
  const isTyping = before !== "" && (startsWith(text, before) || startsWith(before, text));
  if (isTyping && endsInsideWord(text, last)) return [...texts];
  const isPutRight = startsWith(text, before) && endsInsideWord(before, last) && 2 * before.length >= last.length;
  const isSame = isTyping && last !== "" && (startsWith(text, last) || isPutRight);
  return [text, ...(isSame ? others : texts).filter((other) => fold(other) !== fold(text))].slice(0, MOST);
}

const fold = (text: string) => text.toLocaleLowerCase();
const startsWith = (text: string, start: string) => fold(text).startsWith(fold(start));
/** The text is the beginning of another one, and stops in the middle of a word of it. */
const endsInsideWord = (text: string, other: string) =>
  text.length < other.length && startsWith(other, text) && !/\s/.test(other.charAt(text.length));

/**
 * What this member looked for on this device, the last first, with what is looked for now; nothing before scripts run. It
 * never leaves the browser.
 */
export function useRecentSearches(owner: string | null, now: string) {
  const [texts, setTexts] = useState<readonly string[]>([]);
  const text = now.trim();
  const before = useRef("");
  useEffect(() => {
    if (owner === null) return;
    const kept = read();
    const own = kept?.owner === owner ? kept.texts : [];
    const next = text === "" ? own : withSearch(own, text, before.current);
    before.current = text;
    if (text !== "") write({ owner, texts: next });
    setTexts(next);
  }, [owner, text]);
  const clear = () => {
    write(null);
    setTexts([]);
  };
  return { texts: texts.filter((other) => other !== text), clear };
}

/** On every page: where nobody is signed in, or somebody else, what another one looked for is forgotten. */
export function useForgottenSearches(owner: string | null | undefined): void {
  useEffect(() => {
    if (owner !== undefined && read()?.owner !== owner) write(null);
  }, [owner]);
}

function read(): Kept | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(KEY) ?? "null") as Partial<Kept> | null;
    if (typeof kept?.owner !== "string" || !Array.isArray(kept.texts)) return null;
    return { owner: kept.owner, texts: kept.texts.filter((text) => typeof text === "string").slice(0, MOST) };
  } catch {
    return null;
  }
}

/** Storage can be full or forbidden; then nothing is kept, and the search works as ever. */
function write(kept: Kept | null): void {
  try {
    if (kept === null) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    return;
  }
}
