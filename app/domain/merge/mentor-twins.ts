/** What is known of a mentor that could tell that another row is the same person. */
export interface ComparedMentor {
  id: string;
  name: string;
  /** In small letters. */
  mails: readonly string[];
  phones: readonly string[];
}

export const MENTOR_LIKENESSES = ["mail", "phone", "name"] as const;
export type MentorLikeness = (typeof MENTOR_LIKENESSES)[number];

export interface MentorTwins {
  oneId: string;
  otherId: string;
  /** By what they are alike, in the order of `MENTOR_LIKENESSES`. */
  because: MentorLikeness[];
}

/** What more people share than this tells none of them apart: a front desk, a switchboard, a common name. */
const MOST_ALIKE = 4;
/** Digits by which two ways of writing a telephone number are one: without the codes before it. */
const PHONE_DIGITS = 9;

/** Pairs of mentors who may be one person: an address, a number, or all words of the name. Those alike in most come first, then by ids. */
export function findMentorTwins(mentors: readonly ComparedMentor[]): MentorTwins[] {
  const sharing = new Map<string, Set<string>>();
  for (const mentor of mentors)
    for (const key of keysOf(mentor)) sharing.set(key, (sharing.get(key) ?? new Set<string>()).add(mentor.id));
  const found = new Map<string, MentorTwins>();
  for (const [key, ids] of sharing) {
    if (ids.size > MOST_ALIKE) continue;
    const sorted = [...ids].sort();
    for (const [place, oneId] of sorted.entries())
      for (const otherId of sorted.slice(place + 1)) {
        const pair = found.get(`${oneId} ${otherId}`) ?? { oneId, otherId, because: [] };
        pair.because.push(key.slice(0, key.indexOf(":")) as MentorLikeness);
        found.set(`${oneId} ${otherId}`, pair);
      }
  }
  return [...found.values()]
    .map((pair) => ({ ...pair, because: MENTOR_LIKENESSES.filter((each) => pair.because.includes(each)) }))
    .sort((a, b) => b.because.length - a.because.length || (idsOf(a) < idsOf(b) ? -1 : 1));
}

const idsOf = ({ oneId, otherId }: MentorTwins): string => `${oneId} ${otherId}`;

function keysOf({ name, mails, phones }: ComparedMentor): string[] {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort();
  const digits = phones.map((phone) => phone.replace(/\D/g, "").slice(-PHONE_DIGITS));
  return [
    ...(words.length > 1 ? [`name:${words.join(" ")}`] : []),
    ...mails.map((mail) => `mail:${mail}`),
    ...new Set(digits.filter(({ length }) => length >= 7).map((number) => `phone:${number}`)),
  ];
}
