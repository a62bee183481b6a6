import { beginsEngagement } from "../pursuit/gates";

/** What the student can say. */
export type SayLine =
  | "ask_for_mentor"
  | "ask_for_somebody"
  | "who"
  | "why_written"
  | "why_offer"
  | "why_coming"
  | "wish_internship"
  | "wish_shadow_day"
  | "wish_informational_interview"
  | "wish_service_learning"
  | "wish_prepare"
  | "day"
  | "thanks"
  | "ask_when"
  | "later"
  | "call_school"
  | "accept_no"
  | "leave_message"
  | "refuse_close";

/** What may come from the other side. */
export type HearLine =
  | "hello"
  | "speaking"
  | "tell_me"
  | "sounds_good"
  | "not_there"
  | "call_back"
  | "no"
  | "voicemail"
  | "too_close";

/** Calls that go another way than hoped, in the order in which they are likely; the last one is not the student's to bear. */
export const BRANCHES = ["not_there", "call_back", "voicemail", "no", "too_close"] as const;
export type Branch = (typeof BRANCHES)[number];

export interface CallScript {
  /** When the phone is answered, who calls and why, what is asked, and the end. */
  opening: SayLine[];
  reason: SayLine[];
  wish: SayLine[];
  ending: SayLine[];
  /** What to say when it goes another way. */
  branches: Readonly<Record<Branch, readonly SayLine[]>>;
}

interface CallFacts {
  kind: string;
  /** State of the pursuit. */
  state: string;
  /** Whether the student may know whom to ask for. */
  hasMentorName: boolean;
}

const WISHES: Readonly<Record<string, SayLine>> = {
  internship: "wish_internship",
  shadow_day: "wish_shadow_day",
  informational_interview: "wish_informational_interview",
  service_learning: "wish_service_learning",
};

/**
 * The script of a first call about a placement: whom to ask for where the student may know it, and the reason and the wish as things
 * stand with the host. The student agrees on no day and gives no number of their own: the school does both.
 */
export function makeScript({ kind, state, hasMentorName }: CallFacts): CallScript {
  return {
    opening: [hasMentorName ? "ask_for_mentor" : "ask_for_somebody"],
    reason: ["who", reasonOf(state)],
    wish: [isAgreed(state) && beginsEngagement(kind) ? "wish_prepare" : (WISHES[kind] ?? "wish_internship")],
    ending: ["day", "thanks"],
    branches: {
      not_there: ["ask_when", "later"],
      call_back: ["call_school"],
      voicemail: ["leave_message"],
      no: ["accept_no"],
      too_close: ["refuse_close"],
    },
  };
}

const isAgreed = (state: string) => state === "offered" || state === "accepted";

function reasonOf(state: string): SayLine {
  if (state === "offered") return "why_offer";
  return state === "accepted" ? "why_coming" : "why_written";
}
