/**
 * What a provider tells of a mail after it took it, in the order in which one counts more than the other.
 * `returned`: it came back this time, because of a full mailbox for example. `bounced`: the address takes no mail.
 * `complained`: whoever reads there called it unwanted.
 */
export const ARRIVALS = ["sent", "delayed", "delivered", "returned", "bounced", "complained"] as const;
export type Arrival = (typeof ARRIVALS)[number];

/** Reports come twice and in any order: only one that counts more than what is known changes something. */
export function isNews(told: Arrival, known: Arrival | null): boolean {
  return known === null || ARRIVALS.indexOf(told) > ARRIVALS.indexOf(known);
}

/** The mail has not reached anybody, or its reader wants no more: a person takes it from here. */
export function needsPerson(arrival: Arrival): arrival is "returned" | "bounced" | "complained" {
  return arrival === "returned" || endsAddress(arrival);
}

/** No further mail to the address makes sense. */
export function endsAddress(arrival: Arrival): arrival is "bounced" | "complained" {
  return arrival === "bounced" || arrival === "complained";
}
