/** How a school came by an address; whoever is written to reads it. */
export const ORIGINS = ["typed", "import", "introduction", "public_site"] as const;
export type Origin = (typeof ORIGINS)[number];

/** How a call ended. */
export const CALL_OUTCOMES = ["reached", "not_reached", "call_back", "declined"] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** By which way somebody answered of their own accord. */
export const REPLY_WAYS = ["mail", "phone", "in_person"] as const;
export type ReplyWay = (typeof REPLY_WAYS)[number];

/** What such an answer comes to: something was heard, or a no. */
export const REPLY_OUTCOMES = ["answered", "declined"] as const;
export type ReplyOutcome = (typeof REPLY_OUTCOMES)[number];

/** What is written down about a contact: a note, a call and how it ended, or what they answered of their own accord. */
export type NoteKind =
  | { is: "note" }
  | { is: "call"; outcome: CallOutcome }
  | { is: "reply"; outcome: ReplyOutcome; via: ReplyWay };

/** Limits of what is written down: by somebody of the school, and of a mail that came in. */
export const LONGEST_NOTE = 2000;
export const LONGEST_REPLY = 10_000;

/** Outcomes of calls and replies that show that somebody answered. */
export const HEARD = ["reached", "call_back", "declined", "answered"] as const satisfies (CallOutcome | ReplyOutcome)[];

/** What a school writes down about somebody at an organisation, or without one. */
export interface ContactFields {
  fullName: string;
  title: string;
  organisationName: string;
  /** One address, or "" for somebody who is only called. */
  mail: string;
  phone: string;
  language: string;
  tags: string[];
  /** Who at the school looks after them. */
  ownerId: string | null;
  origin: Origin;
  /** More on where the address came from, such as the page it stands on. */
  originNote: string;
  /** The clock by which they work (IANA), or "" for that of where their organisation is, or of the school. */
  timeZone: string;
}

/** Limit of the column. */
export const LONGEST_PHONE = 60;

export const MOST_TAGS = 10;
export const LONGEST_TAG = 40;

/** Tags as somebody typed them, parted by commas or line ends: without blanks around, each once whatever its case, at most ten. */
export function readTags(typed: string): string[] {
  const byWord = new Map<string, string>();
  for (const part of typed.split(/[,;\n]/)) {
    const tag = part.trim().replace(/\s+/g, " ").slice(0, LONGEST_TAG).trim();
    if (tag !== "" && !byWord.has(tag.toLowerCase())) byWord.set(tag.toLowerCase(), tag);
  }
  return [...byWord.values()].slice(0, MOST_TAGS);
}

/**
 * Two contacts who are one person: what the kept one says stands, its gaps are filled from the other, and the tags of both
 * stay. Where the address came from goes with the address.
 */
export function mergedContact<Fields extends ContactFields>(kept: Fields, other: ContactFields): Fields {
  const addressOf = kept.mail === "" && other.mail !== "" ? other : kept;
  return {
    ...kept,
    title: kept.title || other.title,
    organisationName: kept.organisationName || other.organisationName,
    mail: addressOf.mail,
    origin: addressOf.origin,
    originNote: addressOf.originNote,
    phone: kept.phone || other.phone,
    timeZone: kept.timeZone || other.timeZone,
    ownerId: kept.ownerId ?? other.ownerId,
    tags: readTags([...kept.tags, ...other.tags].join(",")),
  };
}

/**
 * What the kept one says again after an undo: what the merge filled in and nobody has changed since goes. Where the address came from
 * goes with the address.
 */
export function contactAfterUndo<Fields extends ContactFields>({
  now,
  before,
  other,
}: {
  now: Fields;
  before: ContactFields;
  other: ContactFields;
}): Fields {
  const merged = mergedContact(before, other);
  const back = <Field extends "title" | "organisationName" | "phone" | "timeZone" | "ownerId">(field: Field) =>
    now[field] === merged[field] ? before[field] : now[field];
  const addressOf = now.mail === merged.mail ? before : now;
  return {
    ...now,
    ...{ title: back("title"), organisationName: back("organisationName") },
    ...{ mail: addressOf.mail, origin: addressOf.origin, originNote: addressOf.originNote },
    ...{ phone: back("phone"), timeZone: back("timeZone"), ownerId: back("ownerId") },
    tags: now.tags.join() === merged.tags.join() ? before.tags : now.tags,
  };
}

/** Which contacts a list shows: all, those whom nobody has called or written to, or those with no contact for a long time. */
export const TOUCHED = ["any", "never", "long_ago"] as const;
export type Touched = (typeof TOUCHED)[number];

/** After so many days without contact somebody counts as not heard of for long: a school's term is about as long. */
export const LONG_AGO_DAYS = 90;
