import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { ContactKind } from "~/domain/people/contact";
import { type LinkTerms, needsDocument } from "~/domain/people/link-rights";
import { mayKeepPeople } from "~/domain/people/policy";
import { reachPerson } from "~/steps/reach-person.server";
import { tieGuardian } from "~/steps/tie-guardian.server";
import type { Wiring } from "~/wiring";
import { findWhoPersonIs } from "~db/merged-people.server";
import { findStudent } from "~db/people.server";
import { insertPerson, lockPeople } from "~db/person-changes.server";
import { findPerson, listNamesakes } from "~db/person-page.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface NewGuardian {
  studentId: string;
  fullName: string;
  nameUsed: string;
  language: string;
  terms: LinkTerms;
  /** The legal document that took a right from a parent; empty without one. */
  document: string;
  contacts: readonly { kind: ContactKind; value: string }[];
  /** Whoever at the school has the same name: not looked at yet, somebody else, or this very person. */
  namesake: "unseen" | "another" | { personId: string };
}

export type AddGuardianRefusal =
  | "not_permitted"
  | "not_found"
  | "went_into"
  | "known_already"
  | "not_so_called"
  | "document_needed"
  | "tied_already";

/**
 * Adds a guardian of a student with the rights of the link. Somebody of the same name is never taken for the same person: staff
 * look and say which it is, and a sibling's guardian is tied once more instead of written down twice. A student is nobody's guardian.
 * Of a student who went into another one the one that stays is named, and nothing is written.
 * Whoever was chosen and is not so called, since the name was changed after the look, is asked about again.
 */
export async function addGuardian(
  wiring: Wiring,
  actor: Actor,
  guardian: NewGuardian,
): Promise<Outcome<{ personId: string }, AddGuardianRefusal>> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const { studentId, fullName, language, terms, document, namesake } = guardian;
  const now = wiring.clock.now();
  if (needsDocument(terms) && document.trim() === "") return refused("document_needed");
  return withScope(wiring, actor, async (tx) => {
    await lockPeople(tx, { schoolId });
    if (!(await findStudent(tx, { schoolId, studentId }))) {
      const who = await findWhoPersonIs(tx, { schoolId, personId: studentId });
      const stays = who && who !== studentId ? await findPerson(tx, { schoolId, personId: who }) : undefined;
      return stays ? refused("went_into", { name: stays.full_name }) : refused("not_found");
    }
    const namesakes = await listNamesakes(tx, { schoolId, fullName, bornOn: null });
    const [known] = namesakes;
    if (known && namesake === "unseen") return refused("known_already", { name: known.full_name });
    if (
      typeof namesake === "object" &&
      !namesakes.some(({ id, is_student }) => id === namesake.personId && !is_student)
    )
      return known ? refused("known_already", { name: known.full_name }) : refused("not_so_called");
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const guardianId =
      typeof namesake === "object"
        ? namesake.personId
        : await insertPerson(tx, { schoolId, fullName, nameUsed: guardian.nameUsed, language, bornOn: null });
    const tie = { actor, studentId, guardianId, terms, document, on, now };
    if (!(await tieGuardian(tx, tie))) return refused("tied_already");
    for (const contact of guardian.contacts)
      await reachPerson(tx, {
        actor,
        personId: guardianId,
        ...contact,
        isShared: false,
        letsIn: true,
        onlyAs: "guardian",
        language,
        on,
        now,
      });
    return done({ personId: guardianId });
  });
}
