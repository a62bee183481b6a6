import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { type InvitationCode, invitePerson, inviteWithin } from "./invite-person.server";

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
 * Invites several people of the school by mail or by letter, each as one alone is. Each mail is promised in a transaction of its
 * own: what was done before a breakdown stays done, and a mail that waits is not sent twice. The codes of letters are made all
 * together or not at all: they are shown by one answer, and without it nobody would have them.
 */
export async function invitePeople(
  wiring: Wiring,
  actor: Actor,
  { personIds, way }: { personIds: readonly string[]; way: "mail" | "letter" },
): Promise<Outcome<InvitedPeople, "not_permitted" | "nobody_chosen">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const chosen = [...new Set(personIds)].slice(0, INVITED_AT_ONCE);
  if (chosen.length === 0) return refused("nobody_chosen");
  const outcomes: Awaited<ReturnType<typeof invitePerson>>[] = [];
  if (way === "mail")
    for (const personId of chosen) outcomes.push(await invitePerson(wiring, actor, { personId, way, note: "" }));
  else
    await withScope(wiring, actor, async (tx) => {
      // In one order, so that two presses at once do not wait for each other for ever.
      for (const personId of chosen.toSorted())
        outcomes.push(await inviteWithin(tx, wiring, { actor, personId, way, note: "" }));
    });
  const invited = outcomes.filter(({ ok }) => ok).length;
  const letters = outcomes.flatMap((outcome) => (outcome.ok && outcome.value ? [outcome.value] : []));
  return done({ invited, passed: chosen.length - invited, letters });
}
