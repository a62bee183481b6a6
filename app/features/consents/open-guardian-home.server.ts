import { civilDate } from "~/clock";
import type { GuardianActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listConsents } from "~db/consents.server";
import { listChildren } from "~db/people.server";
import { listPursuits } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

const SHOWN = ["requested", "approved", "contacted", "offered", "accepted"];

/** A guardian's page: each child with what goes on, as far as the link's rights allow, and what needs an answer. */
export async function openGuardianHome(wiring: Wiring, actor: GuardianActor) {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const consents = await listConsents(tx, { schoolId, guardianId: actor.personId });
    const children = [];
    for (const child of await listChildren(tx, { schoolId, guardianId: actor.personId, on })) {
      const pursuits = child.may_see_records
        ? await listPursuits(tx, { schoolId, studentId: child.student_id, states: SHOWN })
        : [];
      children.push({
        id: child.student_id,
        name: child.name_used,
        mayKnowWhereabouts: child.may_know_whereabouts,
        pursuits: pursuits.map((pursuit) => ({
          id: pursuit.pursuit_id,
          state: pursuit.state,
          title: pursuit.title,
          organisation: child.may_know_whereabouts ? pursuit.organisation_name : null,
        })),
        consents: consents
          .filter(
            (consent) =>
              consent.student_id === child.student_id && (consent.state !== "requested" || child.may_consent),
          )
          .map((consent) => ({ id: consent.id, purpose: consent.purpose, state: consent.state })),
      });
    }
    return { children, school: { name: school.name, helpName: school.help_name, helpPhone: school.help_phone } };
  });
}
