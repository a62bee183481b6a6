import { interestById, labelOf } from "~/domain/interest/taxonomy";
import { answersIn } from "~/domain/pursuit/answers";
import { ENDORSEMENT } from "~/domain/pursuit/endorsement";
import { isVisit } from "~/domain/pursuit/gates";
import type { PursuitPage } from "~/features/pursuits/open-pursuit.server";

/** What the coordinator's page shows of a pursuit; nothing more of it reaches the browser. */
export function toView(page: PursuitPage, language: string) {
  const { pursuit, gates, consents, interests, acts, visits, calls, unread, endorsement, school, today } = page;
  const labels = (liked: boolean) =>
    interests
      .filter((tag) => tag.liked === liked)
      .map((tag) => interestById(tag.interest_id))
      .flatMap((interest) => (interest ? [labelOf(interest, language)] : []));
  return {
    pursuitId: pursuit.pursuit_id,
    hasConversation: pursuit.contacted_at !== null,
    student: pursuit.student_full_name,
    studentId: pursuit.student_id,
    grade: pursuit.grade,
    likes: labels(true),
    dislikes: labels(false),
    title: pursuit.title,
    listingId: pursuit.listing_id,
    kind: pursuit.kind,
    organisation: pursuit.organisation_name,
    mentor: pursuit.mentor_name,
    mentorId: pursuit.lead_mentor_id,
    state: pursuit.state,
    isInternshipPaused: pursuit.engagement_state === "paused",
    canComplete: isVisit(pursuit.kind) && ["contacted", "offered", "accepted"].includes(pursuit.state),
    answers: answersIn(pursuit.state),
    note: pursuit.student_note,
    declineForStudent: pursuit.decline_for_student,
    declineForStaff: pursuit.decline_for_staff,
    endorsement: pursuit.state === "requested" || endorsement?.state !== "open" ? endorsement : null,
    gates: gates.flatMap((gate) => (gate.kind === ENDORSEMENT.kind ? [] : [toGate(gate)])),
    consents: consents.map((consent) => ({
      id: consent.id,
      guardian: consent.guardian_full_name,
      purpose: consent.purpose,
      state: consent.state,
      language: consent.language,
    })),
    canPlanVisits: ["contacted", "offered", "accepted"].includes(pursuit.state),
    visits,
    calls,
    mayCall: page.calling === "may_call",
    unread: pursuit.ended_at === null ? unread : [],
    place: meetingPlaceOf(pursuit),
    acts: acts.map((act) => ({
      id: act.id,
      at: act.at,
      transition: act.transition,
      to: act.to_state,
      actor: act.actor_kind,
      recorded: act.on_behalf_of && {
        of: act.on_behalf_of === pursuit.student_id ? "student" : "mentor",
        channel: act.channel,
        evidence: act.evidence,
        interpreter: act.interpreter,
      },
    })),
    timeZone: school.timeZone,
    today,
  };
}

function toGate({ kind, before, state, confirmed_on: on, note }: PursuitPage["gates"][number]) {
  return { kind, before, state, on, note };
}

/** The site's address, to begin with; where somebody lives staff write themselves what may be said of it. */
function meetingPlaceOf({ site_mode, site_name, site_street, site_city }: PursuitPage["pursuit"]): string {
  if (site_mode !== "on_site") return "";
  return [site_name, site_street, site_city].filter(Boolean).join(", ");
}

export type CaseView = ReturnType<typeof toView>;
