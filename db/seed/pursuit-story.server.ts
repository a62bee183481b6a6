import type { PursuitState } from "~/domain/pursuit/lifecycle";
import { DEFAULT_SETTINGS } from "~/domain/settings";
import type { SampleSchoolSlug } from "../cast";
import type { SamplePursuit } from "./pursuits";
import { pursuitIdOf } from "./sample-consents.server";
import { samplePlacements } from "./sample-placements";
import { sampleStudents } from "./sample-students";

/** Which moves lead to each state, so that the audit log tells the same story as the rows. */
export const WAY: Record<PursuitState, readonly [move: string, to: PursuitState][]> = {
  suggested: [["suggest", "suggested"]],
  requested: [["request", "requested"]],
  approved: [
    ["request", "requested"],
    ["approve", "approved"],
  ],
  declined: [
    ["request", "requested"],
    ["decline", "declined"],
  ],
  contacted: [
    ["request", "requested"],
    ["approve", "approved"],
    ["contact", "contacted"],
  ],
  offered: [
    ["request", "requested"],
    ["approve", "approved"],
    ["contact", "contacted"],
    ["offer", "offered"],
  ],
  accepted: [
    ["request", "requested"],
    ["approve", "approved"],
    ["contact", "contacted"],
    ["offer", "offered"],
    ["accept", "accepted"],
  ],
  completed: [
    ["request", "requested"],
    ["approve", "approved"],
    ["contact", "contacted"],
    ["complete", "completed"],
  ],
  not_taken: [
    ["request", "requested"],
    ["approve", "approved"],
    ["contact", "contacted"],
    ["turn_down", "not_taken"],
  ],
  expired: [
    ["request", "requested"],
    ["approve", "approved"],
    ["expire", "expired"],
  ],
  withdrawn: [
    ["request", "requested"],
    ["withdraw", "withdrawn"],
  ],
};

/** A sample pursuit with what its rows are made of. */
export type PursuitStory = ReturnType<typeof tellStory>;

export function tellStory(slug: SampleSchoolSlug, pursuit: SamplePursuit) {
  const placement = samplePlacements.find(({ key }) => key === pursuit.placement);
  const student = sampleStudents[slug].find(({ name }) => name === pursuit.student);
  if (!placement || !student) throw new Error(`No such placement: ${pursuit.placement}`);
  return {
    id: pursuitIdOf(slug, pursuit),
    pursuit,
    placement,
    student,
    reached: new Set<PursuitState>(WAY[pursuit.state].map(([, to]) => to)),
  };
}

/** Days an approval or a suggestion lives; nothing after an acceptance or an end. */
export function expiresAfter(state: PursuitState): number | null {
  if (state === "suggested") return DEFAULT_SETTINGS.suggestionDays;
  return ["approved", "contacted", "offered", "expired"].includes(state) ? DEFAULT_SETTINGS.approvalDays : null;
}

/** The lowest number not yet used among those of the same placement before this one. */
export function numberAmong(all: readonly PursuitStory[], at: number): number {
  return 1 + all.slice(0, at).filter(({ placement }) => placement.key === all[at]?.placement.key).length;
}
