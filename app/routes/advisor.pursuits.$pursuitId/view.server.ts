import { ENDORSEMENT } from "~/domain/pursuit/endorsement";
import type { PursuitPage } from "~/features/pursuits/open-pursuit.server";

/**
 * What an advisor's page shows of a pursuit: what happened and what is still needed. Which adult said what, what coordinators noted
 * and who did it stay on the coordinators' page.
 */
export function toAdvisorView({ pursuit, gates, visits, endorsement, school, calls, calling }: PursuitPage) {
  return {
    pursuitId: pursuit.pursuit_id,
    student: pursuit.student_full_name,
    title: pursuit.title,
    organisation: pursuit.organisation_name,
    kind: pursuit.kind,
    listingId: pursuit.listing_id,
    mentor: pursuit.mentor_name,
    state: pursuit.state,
    since: pursuit.updated_at,
    note: pursuit.student_note,
    textForStudent: pursuit.state === "declined" ? pursuit.decline_for_student : "",
    endorsement: pursuit.state === "requested" || endorsement?.state !== "open" ? wordOf(endorsement) : null,
    gates: gates.flatMap(({ kind, before, state }) => (kind === ENDORSEMENT.kind ? [] : [{ kind, before, state }])),
    visits: visits.map(({ id, kind, state, starts_at, ends_at, place }) => ({
      id,
      kind,
      state,
      starts_at,
      ends_at,
      place,
    })),
    hasConversation: pursuit.contacted_at !== null,
    calls,
    mayCall: calling === "may_call",
    timeZone: school.timeZone,
  };
}

/** Why a coordinator let it go on without the advisor is the coordinators' note. */
const wordOf = (endorsement: PursuitPage["endorsement"]) =>
  endorsement && !endorsement.isAdvisors ? { ...endorsement, note: "" } : endorsement;
