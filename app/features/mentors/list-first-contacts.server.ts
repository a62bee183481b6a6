import { actInSchool, type MentorActor } from "~/domain/actor";
import { isHeld, shownState } from "~/domain/pursuit/shown-state";
import type { Wiring } from "~/wiring";
import { listDisclosures } from "~db/disclosures.server";
import { listDisclosedPursuits } from "~db/first-contacts.server";
import { withScope } from "~db/scope.server";

export interface FirstContact {
  schoolId: string;
  pursuitId: string;
  state: string;
  firstName: string;
  title: string;
  school: string;
  timeZone: string;
  /** When the host was first told (ISO instant). */
  disclosedAt: string;
}

/**
 * The students a mentor's organisation was told about, the newest first. Each school is entered by the disclosure that it
 * made to this organisation, and nothing but state, title and school is read there.
 */
export async function listFirstContacts(wiring: Wiring, actor: MentorActor): Promise<FirstContact[]> {
  const disclosures = await withScope(wiring, actor, (tx) => listDisclosures(tx, actor));
  const contacts: FirstContact[] = [];
  for (const schoolId of new Set(disclosures.map((disclosure) => disclosure.school_id))) {
    const told = new Map(disclosures.filter((row) => row.school_id === schoolId).map((row) => [row.pursuit_id, row]));
    const asked = { schoolId, organisationId: actor.organisationId, pursuitIds: [...told.keys()] };
    const pursuits = await withScope(wiring, actInSchool(actor, { schoolId }), (tx) =>
      listDisclosedPursuits(tx, asked),
    );
    for (const pursuit of pursuits) {
      const row = told.get(pursuit.id);
      if (!row) continue;
      contacts.push({
        schoolId,
        pursuitId: pursuit.id,
        state: shownState({ state: pursuit.state, isPaused: isHeld(pursuit) }),
        firstName: row.first_name,
        title: pursuit.title,
        school: pursuit.school_name,
        timeZone: pursuit.time_zone,
        disclosedAt: row.disclosed_at,
      });
    }
  }
  return contacts.sort((a, b) => b.disclosedAt.localeCompare(a.disclosedAt));
}
