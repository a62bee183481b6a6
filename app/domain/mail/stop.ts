import { type Instant, instantMs, minutes } from "../time";

/** A way out as it is written down: from when it takes the next mail, and what has to be repaired first. */
export interface WayOut {
  next_send_at: string;
  fault: string | null;
  fault_at: string | null;
}

export interface MailStop {
  /** Since when nothing leaves because something has to be repaired; null where it goes on by itself. */
  since: string | null;
  /** When the next mail is tried. */
  until: string;
}

/** The pace puts mails off by seconds. Whoever waits for one wonders after half an hour. */
const LONGEST_PAUSE = minutes(30);

/** What keeps all mail from leaving for so long that people have to hear of it; null while it leaves. */
export function findStop(wayOut: WayOut | undefined, now: Instant): MailStop | null {
  if (!wayOut) return null;
  const { fault, fault_at: since, next_send_at: until } = wayOut;
  if (fault !== null && since !== null) return { since, until };
  return instantMs(until) - instantMs(now) > LONGEST_PAUSE ? { since: null, until } : null;
}
