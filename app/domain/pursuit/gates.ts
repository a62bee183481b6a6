import type { SchoolSettings } from "../settings";

export type PlacementKind =
  | "internship"
  | "shadow_day"
  | "informational_interview"
  | "service_learning"
  | "exhibition_panel"
  | "classroom_expert";

export type GateKind =
  | "endorsement"
  | "looking_consent"
  | "participate_consent"
  | "clearance"
  | "host_answers"
  | "staff_visit"
  | "working_time"
  | "agreement"
  | "travel_plan"
  | "emergency_contact"
  | "orientation";

/** Before what a gate must be closed: the approval, the first word to the host, a visit, or the first day. */
export type GateMoment = "approval" | "contact" | "visit" | "start";

export type SiteMode = "on_site" | "remote" | "private_home";

/** The mode of a site as a column holds it; a placement without a site is on site somewhere. */
export function siteMode(column: string | null): SiteMode {
  return (column ?? "on_site") as SiteMode;
}

export interface GateRule {
  kind: GateKind;
  before: GateMoment;
}

/** Kinds that students pursue; for the others staff ask. */
export const PURSUED_KINDS = ["internship", "shadow_day", "informational_interview", "service_learning"] as const;

/** Whether students go after placements of this kind themselves. */
export function isPursued(kind: string): boolean {
  return (PURSUED_KINDS as readonly string[]).includes(kind);
}

/** Whether accepting a placement of this kind begins an engagement; a visit is over when it is done. */
export function beginsEngagement(kind: string): boolean {
  return kind === "internship" || kind === "service_learning";
}

/** Whether a placement of this kind is one visit, so that its pursuit is completed when the visit has taken place. */
export function isVisit(kind: string): boolean {
  return kind === "informational_interview" || kind === "shadow_day";
}

/**
 * Which gates a new pursuit opens, by kind of placement and the site's mode (table of section 5 of the domain).
 * `looking_consent` is always among them: without it no host hears of a student, and no setting changes that.
 */
export function gatesFor(kind: PlacementKind, mode: SiteMode, settings: SchoolSettings): GateRule[] {
  const looking: GateRule[] = [{ kind: "looking_consent", before: "contact" }];
  const home: GateRule[] = mode === "private_home" ? [{ kind: "staff_visit", before: "visit" }] : [];
  switch (kind) {
    case "informational_interview":
      return [
        ...looking,
        ...(settings.participateConsentForInterviews
          ? [{ kind: "participate_consent", before: "visit" } as const]
          : []),
        ...home,
        { kind: "travel_plan", before: "visit" },
      ];
    case "shadow_day":
      return [
        ...looking,
        { kind: "participate_consent", before: "visit" },
        ...(settings.clearanceBeforeShadowDay ? [{ kind: "clearance", before: "visit" } as const] : []),
        ...home,
        { kind: "host_answers", before: "visit" },
        { kind: "travel_plan", before: "visit" },
        { kind: "emergency_contact", before: "visit" },
      ];
    case "internship":
      return [
        ...looking,
        { kind: "participate_consent", before: "start" },
        { kind: "clearance", before: "start" },
        { kind: "orientation", before: "start" },
        ...home,
        { kind: "host_answers", before: "start" },
        { kind: "working_time", before: "start" },
        { kind: "agreement", before: "start" },
        { kind: "travel_plan", before: "start" },
        { kind: "emergency_contact", before: "start" },
      ];
    case "service_learning":
      return [
        ...looking,
        { kind: "participate_consent", before: "start" },
        { kind: "host_answers", before: "start" },
        { kind: "emergency_contact", before: "start" },
      ];
    case "exhibition_panel":
    case "classroom_expert":
      return [];
  }
}
