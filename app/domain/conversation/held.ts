import { namesBeyond, type ToldName } from "../people/named-in-text";
import { hasPhone } from "./phone-in-text";
import { finderOf } from "./phrase-in-text";
import { plain } from "./plain-text";
import { hasStreet } from "./street-in-text";

/** What was found in a message that has to wait. */
export type FoundReason = "mail" | "phone" | "link" | "handle" | "name" | "street" | "words" | "picture";

/**
 * Why something that came by mail is put aside: it is not from an address of whoever it would be from, or they may not write here any
 * more. Only the school reads it.
 */
export type AsideReason = "sender" | "ended";

export type HeldReason = FoundReason | AsideReason;

/** Whether a message that waits can ever reach the others: what was put aside is given back, or nothing. */
export const mayReach = (heldFor: readonly string[]): boolean =>
  !heldFor.includes("sender") && !heldFor.includes("ended");

const FOUND: Readonly<Record<"mail" | "link" | "handle", RegExp>> = {
  // also "ana at school dot org" and "ana (arroba) escuela punto org"
  mail: /[\p{L}\p{Nd}._+-]+\s*(?:@|[([]\s*(?:at|arroba)\s*[)\]]|\s(?:at|arroba)\s)\s*[\p{L}\p{Nd}-]+\s*(?:\.|[([]\s*(?:dot|punto)\s*[)\]]|\s(?:dot|punto)\s)\s*\p{L}{2,}/u,
  link: /https?:|www\.|(?<![\p{L}\p{Nd}@.])[\p{L}\p{Nd}-]{2,}\.(?:com|net|org|edu|gov|info|io|me|co|us|app|gg|ly|tv|link|site)(?![\p{L}\p{Nd}])/u,
  handle: /(?<![\p{L}\p{Nd}.])@[\p{L}\p{Nd}_.]{3,}/u,
};

/** What a school holds, and what those in a conversation know already. */
export interface Held {
  phrases: readonly string[];
  /** Those of the conversation whose whole names the others are not told. */
  people?: readonly ToldName[];
  /** Where the placement and the school are, as it is written down: no secret. */
  places?: readonly string[];
}

/**
 * Why a message waits for the school: it seems to hold a mail address, a telephone number, a link, a name at another service, more of
 * somebody's name than the others know, where a house stands, or one of the words that the school holds. Empty for a message that is sent
 * at once. It rather holds one too many: a person reads it and lets it go. Numbers in words and what is spelled on purpose so that
 * nobody finds it are not found.
 */
export function whyHeld(body: string, { phrases, people = [], places = [] }: Held): FoundReason[] {
  const text = plain(body);
  const reasons: FoundReason[] = (Object.keys(FOUND) as (keyof typeof FOUND)[]).filter((reason) =>
    FOUND[reason].test(text),
  );
  if (hasPhone(text)) reasons.push("phone");
  if (people.some((somebody) => namesBeyond(body, somebody))) reasons.push("name");
  if (hasStreet(without(text, places))) reasons.push("street");
  return finderOf(phrases)(text) ? [...reasons, "words"] : reasons;
}

function without(text: string, places: readonly string[]): string {
  return places
    .map((place) => plain(place).trim())
    .filter((place) => place !== "")
    .reduce((left, place) => left.replaceAll(place, ";"), text);
}
