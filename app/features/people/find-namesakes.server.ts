import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { listLinksOf, listNamesakes } from "~db/person-page.server";
import { withScope } from "~db/scope.server";

/** Whoever at the school has a name already, whether they are students, and the students they are guardians of, so that staff can tell them apart. */
export async function findNamesakes(wiring: Wiring, actor: Actor, { fullName }: { fullName: string }) {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const people = [];
    for (const { id, full_name: name, is_student: isStudent } of await listNamesakes(tx, {
      schoolId,
      fullName,
      bornOn: null,
    })) {
      const links = await listLinksOf(tx, { schoolId, personId: id });
      const children = links.filter((link) => link.guardian_id === id).map((link) => link.student_name);
      people.push({ id, name, isStudent, children });
    }
    return done({ people });
  });
}
