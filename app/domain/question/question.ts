import type { LinkKind } from "../actor";
import { telephoneAddress } from "../phone";

/** Mailed links whose bearers may ask the school that mailed them, also when the link has run out. */
export const ASKING_LINKS: readonly LinkKind[] = [
  "consent",
  "first-contact",
  "introduction-invitation",
  "introduce",
  "delete-me",
  "give",
  "offer",
  "join",
  "still-open",
];

export const LONGEST_QUESTION = 2_000;
export const LONGEST_NAME = 120;
export const LONGEST_CONTACT = 200;

/** What somebody asks a school. `name` and `contact` may be empty where the school knows who asks. */
export interface Question {
  question: string;
  name: string;
  /** A phone number or a mail address, as it was written. */
  contact: string;
  /** BCP 47; the language of the page it was written on, in which the answer is expected. */
  language: string;
}

export type QuestionFault = "words_missing" | "name_missing" | "contact_missing";

/**
 * What is missing for somebody to answer. A visitor says who they are and where an answer reaches them, because nobody else
 * knows it; what a known person says of it is taken as it is.
 */
export function faultOfQuestion(
  { question, name, contact }: Question,
  { known }: { known: boolean },
): QuestionFault | null {
  if (question.trim() === "") return "words_missing";
  if (known) return null;
  if (name.trim() === "") return "name_missing";
  return isReachable(contact) ? null : "contact_missing";
}

/** Whether words name a phone number or a mail address. Not whether somebody answers there. */
function isReachable(contact: string): boolean {
  return /^\S+@\S+\.\S+$/.test(contact.trim()) || telephoneAddress(contact) !== null;
}
