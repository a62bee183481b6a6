/** What is known of somebody that could tell that another row is the same person. */
export interface ComparedPerson {
  id: string;
  name: string;
  /** In small letters. */
  mails: readonly string[];
  phones: readonly string[];
}

export const PERSON_LIKENESSES = ["mail", "phone", "name"] as const;
export type PersonLikeness = (typeof PERSON_LIKENESSES)[number];

export interface PersonTwins {
  oneId: string;
  otherId: string;
  /** By what they are alike, in the order of `PERSON_LIKENESSES`. */
  because: PersonLikeness[];
}

/** What more people share than this tells none of them apart: a front desk, a switchboard, a common name. */
const MOST_ALIKE = 4;
/** Digits by which two ways of writing a telephone number are one: without the codes before it. */
const PHONE_DIGITS = 9;

/** Pairs who may be one person: an address, a number, or all words of the name. Those alike in most come first, then by ids. */
export function findPersonTwins(people: readonly ComparedPerson[]): PersonTwins[] {
  const sharing = new Map<string, Set<string>>();
  for (const person of people)
    for (const key of keysOf(person)) sharing.set(key, (sharing.get(key) ?? new Set<string>()).add(person.id));
  const found = new Map<string, PersonTwins>();
  for (const [key, ids] of sharing) {
    if (ids.size > MOST_ALIKE) continue;
    const sorted = [...ids].sort();
    for (const [place, oneId] of sorted.entries())
      for (const otherId of sorted.slice(place + 1)) {
        const pair = found.get(`${oneId} ${otherId}`) ?? { oneId, otherId, because: [] };
        pair.because.push(key.slice(0, key.indexOf(":")) as PersonLikeness);
        found.set(`${oneId} ${otherId}`, pair);
      }
  }
  return [...found.values()]
    .map((pair) => ({ ...pair, because: PERSON_LIKENESSES.filter((each) => pair.because.includes(each)) }))
    .sort((a, b) => b.because.length - a.because.length || (idsOf(a) < idsOf(b) ? -1 : 1));
}

const idsOf = ({ oneId, otherId }: PersonTwins): string => `${oneId} ${otherId}`;

/** The words of a name in small letters without accents, in their order. */
export function wordsOfName(name: string): string[] {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function keysOf({ name, mails, phones }: ComparedPerson): string[] {
  const words = wordsOfName(name).sort();
  const digits = phones.map((phone) => phone.replace(/\D/g, "").slice(-PHONE_DIGITS));
  return [
    ...(words.length > 1 ? [`name:${words.join(" ")}`] : []),
    ...mails.map((mail) => `mail:${mail}`),
    ...new Set(digits.filter(({ length }) => length >= 7).map((number) => `phone:${number}`)),
  ];
}
