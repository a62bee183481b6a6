/** What is known of an organisation that could tell that another row is the same one. */
export interface ComparedOrganisation {
  id: string;
  name: string;
  nameKey: string;
  website: string;
  /** Street and postcode of its places of work; private homes are left out. */
  addresses: readonly string[];
  /** Addresses and numbers of mentors who belong to this organisation alone: a mentor of two makes no twins. */
  mails: readonly string[];
  phones: readonly string[];
}

export const LIKENESSES = ["name", "website", "address", "mail", "phone"] as const;
export type Likeness = (typeof LIKENESSES)[number];

export interface Twins {
  oneId: string;
  otherId: string;
  /** By what they are alike, in the order of `LIKENESSES`. */
  because: Likeness[];
}

/** What more organisations share than this tells none of them apart: a business park, a host of mailboxes, a switchboard. */
const MOST_ALIKE = 4;

/**
 * Pairs of organisations that may be one: by a name of the same words, a website, an address, a mail domain of their own or a
 * telephone number. Those that are alike in most come first, then by ids, so that the same rows give the same list.
 */
export function findTwins(organisations: readonly ComparedOrganisation[]): Twins[] {
  const sharing = new Map<string, Set<string>>();
  for (const organisation of organisations)
    for (const key of keysOf(organisation)) {
      const ids = sharing.get(key) ?? new Set<string>();
      sharing.set(key, ids.add(organisation.id));
    }
  const found = new Map<string, Twins>();
  for (const [key, ids] of sharing) if (ids.size <= MOST_ALIKE) addPairs(found, likenessOf(key), [...ids].sort());
  return [...found.values()]
    .map((twins) => ({ ...twins, because: LIKENESSES.filter((likeness) => twins.because.includes(likeness)) }))
    .sort((a, b) => b.because.length - a.because.length || (idsOf(a) < idsOf(b) ? -1 : 1));
}

const idsOf = ({ oneId, otherId }: Twins): string => `${oneId} ${otherId}`;

const likenessOf = (key: string): Likeness => key.slice(0, key.indexOf(":")) as Likeness;

function addPairs(found: Map<string, Twins>, likeness: Likeness, ids: readonly string[]): void {
  ids.forEach((oneId, place) => {
    for (const otherId of ids.slice(place + 1)) {
      const pair = found.get(`${oneId} ${otherId}`) ?? { oneId, otherId, because: [] };
      if (!pair.because.includes(likeness)) pair.because.push(likeness);
      found.set(`${oneId} ${otherId}`, pair);
    }
  });
}

function keysOf({ nameKey, website, addresses, mails, phones }: ComparedOrganisation): string[] {
  const keys = [`name:${looseName(nameKey)}`];
  const page = pageOf(website);
  if (page) keys.push(`website:${page}`);
  for (const address of addresses) if (foldAddress(address)) keys.push(`address:${foldAddress(address)}`);
  for (const mail of mails) if (ownDomain(mail)) keys.push(`mail:${ownDomain(mail)}`);
  for (const phone of phones) if (digitsOf(phone).length >= 7) keys.push(`phone:${digitsOf(phone)}`);
  return [...new Set(keys)];
}

/** Words that names have or leave out, in the languages of the pages. */
const SMALL_WORDS: ReadonlySet<string> = new Set([
  "the",
  "of",
  "and",
  "for",
  "at",
  "de",
  "del",
  "la",
  "el",
  "los",
  "las",
  "y",
]);

/** A name's words without the small ones and a plural's "s", in the order of the alphabet, written together. */
function looseName(nameKey: string): string {
  const words = nameKey.split(" ").filter((word) => !SMALL_WORDS.has(word));
  const plain = words.map((word) => (word.length > 3 ? word.replace(/s$/, "") : word));
  return plain.length > 0 ? plain.sort().join("") : nameKey;
}

/** A website without what browsers add: "https://www.oak.org/about/" is "oak.org/about". */
function pageOf(website: string): string {
  return website
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/?#]+$/, "");
}

const foldAddress = (address: string): string =>
  address
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Where anybody can have a mailbox: the domain says nothing of who writes. */
const OPEN_TO_ALL: ReadonlySet<string> = new Set([
  "gmail.com",
  "googlemail.com",
  "yahoo.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "icloud.com",
  "me.com",
  "aol.com",
  "comcast.net",
  "proton.me",
  "protonmail.com",
]);

function ownDomain(mail: string): string {
  const domain = mail.slice(mail.lastIndexOf("@") + 1).toLowerCase();
  return OPEN_TO_ALL.has(domain) ? "" : domain;
}

const digitsOf = (phone: string): string => phone.replace(/\D/g, "");
