import { addDays, type CivilDate } from "../time";
import { type CallOutcome, HEARD, type ReplyOutcome } from "./contact";
import { FATIGUE_CAP } from "./fatigue";

/** As many mails as the district's cap lets one address get in its longest time. */
export const MOST_STEPS = Math.max(...FATIGUE_CAP.map(({ most }) => most));
/** A mail that comes sooner would only wait for the cap. */
export const SHORTEST_WAIT_DAYS = Math.min(...FATIGUE_CAP.map(({ withinDays }) => withinDays));
/** Later than this its reader has forgotten the mail before, and the school soon forgets its reader. */
export const LONGEST_WAIT_DAYS = 60;
/** More than a coordinator can talk with when they answer. */
export const MOST_CONTACTS = 500;

export interface Step {
  /** Days after the mail before; 0 for the first. */
  waitDays: number;
  subject: string;
  body: string;
}

/** Why a contact gets no further mail of a sequence. */
export const STOPS = [
  "accepted",
  "declined",
  "replied",
  "unsubscribed",
  "bounced",
  "silent",
  "unfilled",
  "taken_out",
  "ended",
  "merged",
  "forgotten",
] as const;
export type Stop = (typeof STOPS)[number];

/** What a call or a reply means for whoever gets the mails of a sequence; null where nothing was heard of them. */
export function stopOfOutcome(outcome: CallOutcome | ReplyOutcome): Stop | null {
  if (outcome === "declined") return "declined";
  return HEARD.some((heard) => heard === outcome) ? "replied" : null;
}

/** What the reason of a silence of the district means for whoever was written to. */
export function stopOfSilence(reason: string): Stop {
  if (reason === "bounced") return "bounced";
  return reason === "no_answer" ? "silent" : "unsubscribed";
}

/** What comes after a step that went out: the place of the next one, counted from 1, and its civil day; null after the last. */
export function stepAfter(
  steps: readonly Step[],
  { position, on }: { position: number; on: CivilDate },
): { position: number; dueOn: CivilDate } | null {
  const next = steps[position];
  return next ? { position: position + 1, dueOn: addDays(on, next.waitDays) } : null;
}

/** What is known of somebody in a sequence. */
export interface Followed {
  mails: readonly ("on_its_way" | "sent" | "delivered" | "came_back" | "unwanted" | "not_sent")[];
  stop: Stop | null;
  isAccepted: boolean;
  placements: number;
}

export const FIGURES = ["contacts", "sent", "delivered", "replied", "accepted", "placements"] as const;
export type Figure = (typeof FIGURES)[number];

/** Whether somebody counts in a figure; a mail that was called unwanted or came back has left, and only the first has arrived. */
export function countsIn(figure: Figure, { mails, stop, isAccepted, placements }: Followed): boolean {
  switch (figure) {
    case "contacts":
      return true;
    case "sent":
      return mails.some((standing) => standing !== "on_its_way" && standing !== "not_sent");
    case "delivered":
      return mails.some((standing) => standing === "delivered" || standing === "unwanted");
    case "replied":
      return stop === "replied" || stop === "declined";
    case "accepted":
      return isAccepted;
    case "placements":
      return placements > 0;
  }
}

/** Each figure: people, except for the placements, of which one may have brought several. */
export function figuresOf(followed: readonly Followed[]): Record<Figure, number> {
  const count = (figure: Figure) => followed.filter((one) => countsIn(figure, one)).length;
  return {
    contacts: followed.length,
    sent: count("sent"),
    delivered: count("delivered"),
    replied: count("replied"),
    accepted: count("accepted"),
    placements: followed.reduce((sum, { placements }) => sum + placements, 0),
  };
}
