import type { ThreadStanding } from "../conversation/standing";

/**
 * What the coach of a first call is open for: the call itself, only practice (`practice`), or nothing (`closed`).
 */
export type CallStanding = "may_call" | "practice" | "closed";

interface OfPursuit {
  /** Whether student and host may write to each other: after the approval, the consent and the first contact, and from 13 on. */
  standing: ThreadStanding;
  /** Whether the lead mentor is one whom the school has read and does not keep apart. */
  isLeadSeated: boolean;
  /** State of the engagement that came of it; null where none has. */
  engagement: string | null;
  /** The school's setting. */
  isSwitchedOn: boolean;
}

/**
 * A student telephones a host under no lighter conditions than they write to one, and only before the first day: later it is no
 * first call. While the host is not told of them yet, or a coordinator has not read who would answer, there is practice only.
 */
export function callStanding({ standing, isLeadSeated, engagement, isSwitchedOn }: OfPursuit): CallStanding {
  const hasBegun = engagement !== null && engagement !== "not_started";
  if (!isSwitchedOn || hasBegun) return "closed";
  if (standing === "not_yet") return "practice";
  if (standing !== "open") return "closed";
  return isLeadSeated ? "may_call" : "practice";
}
