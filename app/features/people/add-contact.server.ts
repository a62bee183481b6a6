import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type ContactKind, readContactValue } from "~/domain/people/contact";
import { mayKeepPeople } from "~/domain/people/policy";
import { mayLetInEverywhere } from "~/steps/let-in.server";
import { reachPerson } from "~/steps/reach-person.server";
import type { Wiring } from "~/wiring";
import { findWhoPersonIs } from "~db/merged-people.server";
import { lockNames } from "~db/person-changes.server";
import { findPerson } from "~db/person-page.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface NewContactPoint {
  personId: string;
  kind: ContactKind;
  value: string;
  /** A household's, not the person's alone. */
  isShared: boolean;
  /** Whether whoever holds this mail address may sign in as the person. */
  letsIn: boolean;
}

/** Staff write down how somebody is reached. Nobody else changes it: a student who could give a guardian's address could consent for them. Nothing is written to who went into another one. */
export async function addContact(
  wiring: Wiring,
  actor: Actor,
  { personId, kind, value: typed, isShared, letsIn }: NewContactPoint,
): Promise<Outcome<null, "not_permitted" | "not_found" | "unreadable" | "there_already" | "went_into">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const value = readContactValue(kind, typed);
  if (value === null) return refused("unreadable");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockNames(tx, { schoolId, personId });
    const person = await findPerson(tx, { schoolId, personId });
    if (!person) return refused("not_found");
    const who = await findWhoPersonIs(tx, { schoolId, personId });
    if (who && who !== personId) return refused("went_into", { personId: who });
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const { language } = person;
    if (kind === "mail" && letsIn && !(await mayLetInEverywhere(tx, { actor, personId, on })))
      return refused("not_permitted");
    const isNew = await reachPerson(tx, { actor, personId, kind, value, isShared, letsIn, language, on, now });
    return isNew ? done(null) : refused("there_already");
  });
}
