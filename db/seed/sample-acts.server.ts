import type { Insertable } from "kysely";
import type { SampleSchoolSlug } from "../cast";
import type { AuditLog } from "../schema.generated";
import { mentorIdOf, personIdOf, seedActor } from "./sample.server";
import { seedId } from "./seed-id.server";

/** Who did something, and on which way, as the audit log keeps it. */
export type Doer = Pick<Insertable<AuditLog>, "actor_kind" | "actor_id" | "actor_note" | "channel">;

export function coordinatorOf(slug: SampleSchoolSlug): string {
  return { lakeview: "Ines Carvalho", harbor: "Malik Johnson", "cedar-ridge": "Greta Lindqvist" }[slug];
}

/** Somebody of the school who had signed in. */
export const byPerson = (slug: SampleSchoolSlug, kind: "staff" | "student" | "guardian", name: string): Doer => ({
  actor_kind: kind,
  actor_id: personIdOf(slug, name),
  actor_note: "",
  channel: "web",
});

export const byCoordinator = (slug: SampleSchoolSlug): Doer => byPerson(slug, "staff", coordinatorOf(slug));

export const byMentor = (name: string): Doer => ({
  actor_kind: "mentor",
  actor_id: mentorIdOf(name),
  actor_note: "",
  channel: "web",
});

/** The bearer of a mailed link; nobody is known behind an invitation before it is accepted. */
export const byLink = (kind: "consent" | "introduction-invitation", id: string | null): Doer => ({
  actor_kind: "link",
  actor_id: id,
  actor_note: kind,
  channel: "link",
});

export const byJob = (job: string): Doer => ({
  actor_kind: "system",
  actor_id: null,
  actor_note: job,
  channel: "system",
});

interface SampleAct {
  noun: string;
  id: string;
  transition: string;
  from: string | null;
  to: string | null;
  at: string;
  by: Doer;
  onBehalfOf?: string | null;
  evidence?: string;
  interpreter?: string;
}

/** An audit row of the sample data: it names who acts in the story, and says that it is a story. */
export function auditRow(slug: SampleSchoolSlug, act: SampleAct) {
  const { schoolId, districtId } = seedActor(slug);
  return {
    id: seedId(`audit:${slug}:${act.noun}:${act.id}:${act.transition}`),
    school_id: schoolId,
    district_id: districtId,
    at: act.at,
    ...act.by,
    on_behalf_of: act.onBehalfOf ?? null,
    noun: act.noun,
    noun_id: act.id,
    transition: act.transition,
    from_state: act.from,
    to_state: act.to,
    reason: "sample data",
    interpreter: act.interpreter ?? "",
    evidence: act.evidence ?? "",
  };
}
