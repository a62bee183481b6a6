/**
 * Where an answer to each kind of mail goes that its reader writes with their mail program (docs/decisions/0147). Of a kind that stands
 * in no line of the table nobody has thought about that, so it does not compile.
 */
import type { MailKind } from "./kinds";

export type AnswerGoesTo =
  /** To the school: a task with the words for whoever coordinates. */
  | "school"
  /** Under the contact, who is in sequences no more. */
  | "contact"
  /** Into its conversation; to the school where it names several. */
  | "conversation"
  /** It is not kept, because it may say what only few may read; its writer hears where to write instead. */
  | "page"
  /** Nowhere: it is of no school, and somebody has just asked for it. */
  | "nobody";

export const answerRules: { readonly [Kind in MailKind]: AnswerGoesTo } = {
  "sign-in": "nobody",
  "concern-waits": "page",
  "leads-changed": "page",
  "outreach-mail": "contact",
  "conversation-news": "conversation",
  "place-invitation": "school",
  "school-invitation": "school",
  "introduce-link": "school",
  "visitor-offer-link": "school",
  "mentor-welcome": "school",
  "consent-request": "school",
  "consent-reminder": "school",
  "first-contact": "school",
  "introduction-invitation": "school",
  "introduction-reminder": "school",
  "introduction-answer": "school",
  "introduction-thanks": "school",
  "introduction-placed": "school",
  "introduction-news": "school",
  "reply-returned": "school",
  "claim-refused": "school",
  "visit-news": "school",
  "cover-news": "school",
  "gift-pledged": "school",
  "gift-receipt": "school",
  "gift-returned": "school",
  "gift-failed": "school",
  "gift-bounced": "school",
  "give-invitation": "school",
  "family-news": "school",
  "own-rights": "school",
  "student-status": "school",
  "search-news": "school",
  "mentor-status": "school",
  "check-ending": "school",
  "placement-published": "school",
  "endorsement-asked": "school",
  "needs-you": "school",
  "pursuit-news": "school",
  "visitor-offer-news": "school",
};
