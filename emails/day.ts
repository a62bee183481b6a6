/**
 * Which mails leave by themselves, and which join the day's mail of their reader: one a day at most from a school
 * (docs/decisions/0134). A kind that is in no line of the table does not compile.
 */
import type { MailKind, MailProps } from "./kinds";

/** Why a mail cannot wait for the day's mail. */
export type CannotWait =
  /** Its link lets somebody in who waits before the door. */
  | "opens_a_door"
  /**
   * It asks for an answer that is given through it, or answers its reader. What somebody decides on a page, which says so at once, waits:
   * there are days for it (docs/decisions/0134).
   */
  | "is_answered"
  /** It is about a day that may be today; an entry for the calendar needs a mail of its own. */
  | "is_dated"
  /** A child may be in danger, or who looks after that changes. */
  | "protects"
  /** A paper about money, which its reader keeps. */
  | "is_kept"
  /** To people who never asked, with a way out of its own. */
  | "is_outreach";

/** From when on a day's mail may leave, by the school's clock. */
export const DAY_HOURS = {
  /** For staff, before their day fills up. */
  school_morning: { fromMinute: 7 * 60, isForSchoolDays: true },
  morning: { fromMinute: 7 * 60, isForSchoolDays: false },
  /** Once school is out: what happened there today is told today. */
  afternoon: { fromMinute: 15 * 60, isForSchoolDays: false },
} as const;
export type DayHour = keyof typeof DAY_HOURS;

type WordsOf<Props> = { [Field in keyof Props]: Props[Field] extends string ? Field : never }[keyof Props];

interface Joins<Kind extends MailKind> {
  joins: DayHour;
  /** The prop that holds the reader's name. */
  greets: WordsOf<MailProps<Kind>>;
  /** The cases of the kind that cannot wait all the same. */
  unless?(props: MailProps<Kind>): boolean;
}
type DayRule<Kind extends MailKind> = { cannotWait: CannotWait } | Joins<Kind>;

const opensADoor = { cannotWait: "opens_a_door" } as const;
const isAnswered = { cannotWait: "is_answered" } as const;
const protects = { cannotWait: "protects" } as const;
const isKept = { cannotWait: "is_kept" } as const;
const isOutreach = { cannotWait: "is_outreach" } as const;

export const dayRules: { readonly [Kind in MailKind]: DayRule<Kind> } = {
  "sign-in": opensADoor,
  "place-invitation": opensADoor,
  "school-invitation": opensADoor,
  "introduce-link": opensADoor,
  "visitor-offer-link": opensADoor,
  "mentor-welcome": opensADoor,
  "sign-in-address": opensADoor,
  "consent-request": isAnswered,
  "first-contact": isAnswered,
  "introduction-answer": isAnswered,
  "reply-returned": isAnswered,
  "claim-refused": isAnswered,
  "visit-news": { cannotWait: "is_dated" },
  "meeting-news": { cannotWait: "is_dated" },
  "cover-news": { cannotWait: "is_dated" },
  "concern-waits": protects,
  "leads-changed": protects,
  "gift-pledged": isKept,
  "gift-receipt": isKept,
  "gift-returned": isKept,
  "gift-failed": isKept,
  "gift-bounced": isKept,
  "introduction-invitation": isOutreach,
  "introduction-reminder": isOutreach,
  "give-invitation": isOutreach,
  "outreach-mail": isOutreach,
  "consent-reminder": { joins: "afternoon", greets: "guardianName" },
  "family-news": {
    joins: "afternoon",
    greets: "guardianName",
    // Nobody sets out in the morning for where nobody waits for them.
    unless: ({ event }) => event === "lead_left",
  },
  "own-rights": { joins: "afternoon", greets: "readerName" },
  "transfer-news": { joins: "afternoon", greets: "readerName" },
  "introduction-thanks": { joins: "afternoon", greets: "familyName" },
  "introduction-placed": { joins: "afternoon", greets: "familyName" },
  "student-status": {
    joins: "afternoon",
    greets: "studentFirstName",
    // It says not to go there.
    unless: ({ status }) => status === "lead_left",
  },
  "search-news": { joins: "afternoon", greets: "studentFirstName" },
  "mentor-status": {
    joins: "afternoon",
    greets: "mentorName",
    // Its link lets somebody answer who was never written to.
    unless: ({ status }) => status === "leads_now",
  },
  "mentor-leaving": { joins: "afternoon", greets: "mentorName" },
  "check-ending": { joins: "afternoon", greets: "mentorName" },
  "still-open": { joins: "afternoon", greets: "mentorName" },
  "placement-published": { joins: "afternoon", greets: "mentorName" },
  "conversation-news": { joins: "morning", greets: "readerName" },
  "endorsement-asked": { joins: "school_morning", greets: "readerName" },
  "advisor-news": {
    joins: "school_morning",
    greets: "readerName",
    // The student does not go there today.
    unless: ({ event }) => event === "lead_left",
  },
  "needs-you": { joins: "school_morning", greets: "coordinatorName" },
  "pursuit-news": {
    joins: "school_morning",
    greets: "coordinatorName",
    // Somebody's hours run (docs/decisions/0122).
    unless: ({ event }) => event === "message_held" || event === "message_late",
  },
  "introduction-news": { joins: "school_morning", greets: "coordinatorName" },
  "visitor-offer-news": { joins: "school_morning", greets: "coordinatorName" },
};

/** The rule of a kind that may join; null for one that never does. */
export function joinsOf<Kind extends MailKind>(kind: Kind): Joins<Kind> | null {
  const rule = dayRules[kind];
  return "joins" in rule ? rule : null;
}

/** Whether a mail waits for the day's mail of its reader. */
export function joinsDay<Kind extends MailKind>(kind: Kind, props: MailProps<Kind>): boolean {
  const rule = joinsOf(kind);
  return rule !== null && rule.unless?.(props) !== true;
}

/** The reader's name in a mail that joins a day's mail; "" where nobody knows it. */
export function greetedIn<Kind extends MailKind>(kind: Kind, props: MailProps<Kind>): string {
  const rule = joinsOf(kind);
  return rule === null ? "" : String(props[rule.greets]);
}
