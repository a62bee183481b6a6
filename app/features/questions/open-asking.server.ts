import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listDistrictSchools } from "~db/offered-listings.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { askerOf } from "./asker";

/** The form of a question: the schools to choose from, and whether the school knows who asks. */
export interface OpenedAsking {
  schools: { id: string; name: string }[];
  known: boolean;
}

/** What the form shows to somebody who is signed in or bears a mailed link. Only a mentor can have a choice. */
export async function openAsking(wiring: Wiring, actor: Actor): Promise<Outcome<OpenedAsking, "not_permitted">> {
  if (actor.kind === "system") return refused("not_permitted");
  const known = askerOf(actor).noun !== "link";
  const schools = await withScope(wiring, actor, async (tx) =>
    actor.kind === "mentor" ? listDistrictSchools(tx, actor.districtId) : [await getSchool(tx, actor.schoolId)],
  );
  return done({ schools: schools.map(({ id, name }) => ({ id, name })), known });
}
