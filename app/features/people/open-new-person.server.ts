import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { UUID } from "~/domain/uuid";
import type { Wiring } from "~/wiring";
import { listAdvisories } from "~db/advisories.server";
import { findWhoPersonIs } from "~db/merged-people.server";
import { findPerson, listLinksOf } from "~db/person-page.server";
import { withScope } from "~db/scope.server";

/** What the forms by which somebody is added offer: advisories, and for a guardian the student and whom to call next. */
export async function openNewPerson(wiring: Wiring, actor: Actor, { studentId }: { studentId: string | null }) {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const advisories = await listAdvisories(tx, { schoolId });
    if (studentId === null) return done({ advisories, student: null, nextCall: 1 });
    // Whoever went into another one is that one: also the page of a form that was sent too late.
    const who = UUID.test(studentId) ? await findWhoPersonIs(tx, { schoolId, personId: studentId }) : undefined;
    const student = who ? await findPerson(tx, { schoolId, personId: who }) : undefined;
    if (!student?.student_id) return refused("not_found");
    const guardians = (await listLinksOf(tx, { schoolId, personId: student.id })).filter((link) => link.to_on === null);
    const nextCall = Math.min(9, guardians.length + 1);
    return done({ advisories, student: { id: student.id, name: student.name_used }, nextCall });
  });
}
