import { type GateKind, type GateRule, gatesFor, type SiteMode } from "../pursuit/gates";
import type { SchoolSettings } from "../settings";

/** The kinds of visits that staff plan within a pursuit. */
export const VISIT_KINDS = ["informational_interview", "shadow_day"] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/**
 * What has to be closed before a visit takes place: the same as for a placement of its kind, whatever the pursuit itself is for
 * (section 5 of the domain). A student who goes after an internship may meet the host before everything for its start is there.
 */
export const gatesOfVisit: (kind: VisitKind, mode: SiteMode, settings: SchoolSettings) => GateRule[] = gatesFor;

/** Which of these gates are still open, in the order of the rules; a gate that has no row is open. */
export function openAmong(rules: readonly GateRule[], rows: readonly { kind: string; state: string }[]): GateKind[] {
  const closed = new Set(rows.filter(({ state }) => state !== "open").map(({ kind }) => kind));
  return rules.map(({ kind }) => kind).filter((kind) => !closed.has(kind));
}
