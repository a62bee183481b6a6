import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { type InvitationCode, invitePerson } from "./invite-person.server";

/** Whoever is invited by one press: a page of the list, and as many letters as somebody folds. */
export const INVITED_AT_ONCE = 50;

export interface InvitedPeople {
  invited: number;
  /** Those who stay as they were: no address lets them in, a mail waits for them already, or a letter is not for them. */
  passed: number;
  /** A code for each letter, shown this once. */
  letters: InvitationCode[];
}

/**
 * Invites several people of the school by mail or by letter, each as one alone is and in a transaction of their own: what was done
 * before a breakdown stays done, and a mail that waits is not sent twice.
 */
export async function invitePeople(
  wiring: Wiring,
  actor: Actor,
  { personIds, way }: { personIds: readonly string[]; way: "mail" | "letter" },
): Promise<Outcome<InvitedPeople, "not_permitted" | "nobody_chosen">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const chosen = [...new Set(personIds)].slice(0, INVITED_AT_ONCE);
  if (chosen.length === 0) return refused("nobody_chosen");
  const all: InvitedPeople = { invited: 0, passed: 0, letters: [] };
  for (const personId of chosen) {
    const outcome = await invitePerson(wiring, actor, { personId, way, note: "" });
    if (!outcome.ok) {
      all.passed += 1;
      continue;
    }
    all.invited += 1;
    if (outcome.value) all.letters.push(outcome.value);
  }
  return done(all);
}
