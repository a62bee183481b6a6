import { PEOPLE_LANGUAGES } from "../people/languages";
import { fold } from "./clean-text";

type Code = (typeof PEOPLE_LANGUAGES)[number];

/** In which words school systems of the United States name a language: English, Spanish and its own. */
const NAMED_IN = ["en", "es"];
/** Names in use that the tables of names do not give. */
const ALSO: Readonly<Record<string, Code>> = {
  castellano: "es",
  farsi: "fa",
  dari: "fa",
  tagalog: "tl",
  fil: "tl",
  mandarin: "zh",
  cantonese: "yue",
  cantones: "yue",
  khmer: "km",
  cambodian: "km",
  burmese: "my",
  hmong: "hmn",
  punjabi: "pa",
  "haitian creole": "ht",
  kreyol: "ht",
};

/** The code (ISO 639-1) of a language that a cell names by a code of two or three letters (ISO 639-2) or by name, or null. */
export function readLanguage(cell: string): string | null {
  const word = fold(cell);
  const [code = word] = /^[a-z]{2,3}$/.test(word) ? Intl.getCanonicalLocales(word) : [];
  return known().get(code) ?? known().get(word) ?? null;
}

/** The pieces of a cell that names several languages: "Somali, English", "es; en", "Spanish/English". */
export function languagesIn(cell: string): string[] {
  return cell
    .split(/[,;/|&+]|\b(?:and|y)\b/)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

let names: ReadonlyMap<string, Code> | undefined;

function known(): ReadonlyMap<string, Code> {
  names ??= new Map<string, Code>([...PEOPLE_LANGUAGES.flatMap(namesOf), ...Object.entries(ALSO)]);
  return names;
}

function namesOf(code: Code): [string, Code][] {
  const inWords = [...NAMED_IN, code].flatMap(
    (language) => new Intl.DisplayNames([language], { type: "language", fallback: "none" }).of(code) ?? [],
  );
  return [code, ...inWords].map((name) => [fold(name), code]);
}
