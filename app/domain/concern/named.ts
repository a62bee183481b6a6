interface Named {
  fullName: string;
  nameUsed: string;
}

interface Told {
  /** What the reporter wrote as a name. */
  aboutName: string;
  body: string;
  /** Full names of the people whom the reporter chose. */
  chosen?: readonly string[];
}

/** Letters that Unicode does not take apart into a plain one and its sign. */
const PLAIN: Record<string, string> = {
  đ: "d",
  ð: "d",
  ł: "l",
  ø: "o",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
  ħ: "h",
};
const SUFFIXES = new Set("jr sr ii iii iv phd md edd esq".split(" "));
const TITLES = new Set(
  `mr mrs ms miss mx dr prof professor coach principal sr sra srta senor senora senorita don dona profe profesor profesora maestro
  maestra director directora`.split(/\s+/),
);
/** Words between names, which name nobody. */
const PARTICLES = new Set("a al and da das de del der di dos du e el la las los of the van von y".split(" "));
/** Words of everyday English and Spanish that are names too: they count after a title, or as a part of the whole name. */
const COMMON = new Set(
  `am an are as at be but by do en es for go had has he her him his how if in is it le les lo me mi my no not on or os our out se she
  si so su te they to tu un una up us was we who ya yo you young will may mark grace hope faith joy long day west best little good
  small rich love king`.split(/\s+/),
);

/**
 * Whether a report names somebody in its own words, so that it is kept from them: in what was written as a name by any word of
 * theirs, in the telling by the whole name, by any word of it but the first, and by any word after a title; and when somebody was
 * chosen who has their name. Accents, capitals, hyphens and signs do not matter. It rather keeps a report from one reader too
 * many. Nicknames, slips of the pen and "the principal" it does not see.
 */
export function isNamed(report: Told, person: Named): boolean {
  const names = [person.fullName, person.nameUsed].map(tokensOf).filter((tokens) => tokens.length > 0);
  const about = new Set(wordsOf(report.aboutName));
  const words = wordsOf(report.body);
  const body = ` ${words.join(" ")} `;
  const titled = new Set(words.filter((_, at) => TITLES.has(words[at - 1] ?? "")));
  return (
    (report.chosen ?? []).some((name) => isSameName(name, person.fullName)) ||
    names.some((tokens) => {
      const every = tokens.flatMap(spellings).filter(isTelling);
      const later = tokens.slice(1).flatMap(spellings).filter(isTelling);
      return (
        every.some((word) => titled.has(word) || (about.has(word) && !COMMON.has(word))) ||
        later.some((word) => !COMMON.has(word) && words.includes(word)) ||
        (isOwnPhrase(tokens) && body.includes(phraseOf(tokens)))
      );
    })
  );
}

/** Whether a text holds a whole name. */
export function holdsName(text: string, fullName: string): boolean {
  const tokens = tokensOf(fullName);
  return isOwnPhrase(tokens) && ` ${wordsOf(text).join(" ")} `.includes(phraseOf(tokens));
}

const phraseOf = (tokens: readonly Token[]) => ` ${tokens.flatMap(({ parts }) => parts).join(" ")} `;
const isTelling = (word: string) => word.length > 1 && !PARTICLES.has(word);
/** A name of one word may be one of every sentence, such as "Will". */
const isOwnPhrase = (tokens: readonly Token[]) =>
  tokens.length > 1 || tokens.some(({ joined }) => isTelling(joined) && !COMMON.has(joined));

/** Two spellings of a full name: the same first word and another one in common, such as one surname of two. */
function isSameName(one: string, other: string): boolean {
  const [first, ...rest] = tokensOf(one);
  const [otherFirst, ...otherRest] = tokensOf(other);
  if (!first || first.joined !== otherFirst?.joined) return false;
  const others = otherRest.flatMap(spellings);
  return rest.length === 0
    ? others.length === 0
    : rest.flatMap(spellings).some((word) => isTelling(word) && others.includes(word));
}

interface Token {
  parts: string[];
  /** "Smith-Jones" and "O'Brien" written as one word. */
  joined: string;
  /** "Brien" of "O'Brien". */
  apart: string[];
}

const spellings = ({ parts, joined, apart }: Token) => [...new Set([...parts, joined, ...apart])];

/** The words of a name without what stands behind it, such as "Jr.". */
function tokensOf(name: string): Token[] {
  const tokens = name
    .split(/\s+/)
    .map((token) => {
      const joined = wordsOf(token.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, "")).join("");
      return { parts: wordsOf(token), joined, apart: wordsOf(token.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, " ")) };
    })
    .filter(({ parts }) => parts.length > 0);
  while (tokens.length > 1 && SUFFIXES.has(tokens.at(-1)?.joined ?? "")) tokens.pop();
  return tokens;
}

/** Words without accents, in small letters; "Carvalho's" is "carvalho", "O'Brien" is "obrien", hyphens part words. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[đðłøßæœıþħ]/g, (letter) => PLAIN[letter] ?? letter)
    .replaceAll(/['’ʼ`´]s\b/g, "")
    .replaceAll(/['’ʼ`´]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
