import { civilDate } from "~/clock";
import type { GuardianActor, LinkActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findConsent } from "~db/consents.server";
import { findGuardianLink, listStudentInterests } from "~db/people.server";
import { listPursuits } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** What the guardian's page says: what would be told about the student, to whom, and who can help. */
export async function openConsent(wiring: Wiring, actor: LinkActor | GuardianActor, input: { consentId: string }) {
  if (actor.kind === "link" && (actor.linkKind !== "consent" || actor.subjectId !== input.consentId))
    return refused("not_found");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx): Promise<Outcome<ConsentPage, "not_found" | "not_permitted">> => {
    const consent = await findConsent(tx, { schoolId, consentId: input.consentId });
    if (!consent || consent.guardian_id !== actor.personId) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const on = civilDate(now, school.time_zone);
    const link = await findGuardianLink(tx, {
      schoolId,
      studentId: consent.student_id,
      guardianId: consent.guardian_id,
      on,
    });
    if (!link?.may_consent) return refused("not_permitted");
    const waiting = await listPursuits(tx, { schoolId, studentId: consent.student_id, states: ["approved"] });
    const likes = (await listStudentInterests(tx, { schoolId, studentId: consent.student_id }))
      .filter((tag) => tag.liked)
      .slice(0, 6);
    return done({
      consentId: consent.id,
      state: consent.state,
      purpose: consent.purpose,
      answeredAt: consent.answered_at,
      studentName: consent.student_name,
      guardianName: consent.guardian_full_name,
      relationship: link.relationship,
      textBody: consent.text_body,
      textVersion: consent.text_version,
      interests: likes.map((tag) => tag.interest_id),
      // A guardian who may not know whereabouts reads the kind of work, never the place.
      waiting: waiting.map((pursuit) => ({
        title: pursuit.title,
        organisation: link.may_know_whereabouts ? pursuit.organisation_name : null,
      })),
      school: { name: school.name, helpName: school.help_name, helpPhone: school.help_phone },
    });
  });
}

export interface ConsentPage {
  consentId: string;
  state: string;
  purpose: string;
  answeredAt: string | null;
  studentName: string;
  guardianName: string;
  relationship: string;
  textBody: string | null;
  textVersion: number | null;
  interests: string[];
  waiting: { title: string; organisation: string | null }[];
  school: { name: string; helpName: string; helpPhone: string };
}
