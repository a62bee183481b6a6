import type { Actor } from "~/domain/actor";
import type { ApartNoun } from "~/domain/merge/apart";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockMentorRows } from "~db/merged-mentors.server";
import { lockOrganisationRows } from "~db/merged-organisations.server";
import { lockPersonRows } from "~db/merged-people.server";
import { insertPeopleApart } from "~db/people-apart.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { insertTwinsApart } from "~db/twins-apart.server";

export interface Apart {
  noun: ApartNoun;
  oneId: string;
  otherId: string;
}

export type ApartRefusal = "not_permitted" | "not_found";

/**
 * Says of two organisations or mentors of the district, or two people of the school, that they are not the same, so that nobody is asked again. A second press says
 * nothing new. Whoever knows better makes one of them all the same.
 */
export async function sayApart(
  wiring: Wiring,
  actor: Actor,
  { noun, oneId, otherId }: Apart,
): Promise<Outcome<null, ApartRefusal>> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<null, ApartRefusal>> => {
    const here = await lockStanding(tx, { noun, districtId, schoolId, ids: [oneId, otherId] });
    if (here.size !== 2) return refused("not_found");
    const said = { districtId, schoolId, oneId, otherId, now };
    const isNew = noun === "person" ? await insertPeopleApart(tx, said) : await insertTwinsApart(tx, { ...said, noun });
    if (!isNew) return done(null);
    const act = { actor, noun, transition: "say_apart", evidence: `${oneId} and ${otherId}`, now };
    for (const nounId of here) await recordAct(tx, { ...act, nounId });
    return done(null);
  });
}

interface OfTwo {
  noun: ApartNoun;
  districtId: string;
  schoolId: string;
  ids: readonly string[];
}

/** Which of them are there and went into nobody; a merge of one of them waits. */
async function lockStanding(tx: ScopeTx, { noun, districtId, schoolId, ids }: OfTwo): Promise<Set<string>> {
  if (noun === "organisation") return new Set((await lockOrganisationRows(tx, { districtId, ids })).keys());
  const rows =
    noun === "mentor" ? await lockMentorRows(tx, { districtId, ids }) : await lockPersonRows(tx, { schoolId, ids });
  return new Set([...rows.values()].flatMap(({ id, mergedInto }) => (mergedInto ? [] : id)));
}
