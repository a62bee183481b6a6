import { civilDate } from "~/clock";
import { mayKeepScans } from "~/domain/acting/scan";
import { type Actor, isCoordinator } from "~/domain/actor";
import { fold } from "~/domain/imports/clean-text";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listAdvisoryStudents } from "~db/advisories.server";
import { listGuardiansWithChildren } from "~db/families.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface IntroductionRecord {
  /** The guardians for whom the actor may take something down, each with the names of their children; so many of those found. */
  guardians: { id: string; name: string; children: string }[];
  /** How many there are in all, and how many of them the words find. */
  all: number;
  found: number;
  languages: readonly string[];
  mayKeepScans: boolean;
}

/** As many are read through in one field; of more, a part of a name finds them. */
export const MOST_GUARDIANS = 50;

/** What it takes to write down whom a family without a screen knows. `words` are a part of an adult's or a child's name. */
export async function openIntroductionRecord(
  wiring: Wiring,
  actor: Actor,
  { words }: { words: string },
): Promise<Outcome<IntroductionRecord, "not_permitted">> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId: staffId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const own = isCoordinator(actor) ? null : await listAdvisoryStudents(tx, { schoolId, staffId, on });
    const guardians = await listGuardiansWithChildren(tx, {
      schoolId,
      on,
      studentIds: own?.map((each) => each.student_id) ?? null,
    });
    const sought = fold(words);
    const found = guardians.filter((row) => fold(`${row.full_name} ${row.children}`).includes(sought));
    return done({
      guardians: found
        .slice(0, MOST_GUARDIANS)
        .map(({ guardian_id: id, full_name: name, children }) => ({ id, name, children })),
      all: guardians.length,
      found: found.length,
      languages: [...new Set([...school.languages, "en"])],
      mayKeepScans: mayKeepScans(actor),
    });
  });
}
