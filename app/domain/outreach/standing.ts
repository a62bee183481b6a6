import type { Arrival } from "../mail/arrival";

/** How far something written to a contact came, in the words of whoever wrote it. */
export type MailStanding = "on_its_way" | "sent" | "delivered" | "came_back" | "unwanted" | "not_sent";

const ARRIVED: Record<Arrival, MailStanding> = {
  sent: "sent",
  delayed: "sent",
  delivered: "delivered",
  returned: "came_back",
  bounced: "came_back",
  complained: "unwanted",
};

/** `state` is that of the queue, null when the mail is deleted there; `arrival` is what the provider told last. */
export function standingOf({ state, arrival }: { state: string | null; arrival: Arrival | null }): MailStanding {
  if (arrival !== null) return ARRIVED[arrival];
  if (state === "queued" || state === "claimed") return "on_its_way";
  return state === "suppressed" || state === "failed" || state === "needs_person" ? "not_sent" : "sent";
}
