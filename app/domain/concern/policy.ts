import type { Actor } from "../actor";

/** May say who the safeguarding leads of the school are, and set its emergency numbers. */
export function mayNameLeads(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}

/** Links whose bearers meet a student or hear of one. */
export const REPORTING_LINKS = ["consent", "introduce", "first-contact", "introduction-invitation"] as const;

/** Everybody who signed in reports, and the bearer of such a link. */
export function mayReport(actor: Actor): boolean {
  if (actor.kind === "link") return (REPORTING_LINKS as readonly string[]).includes(actor.linkKind);
  return actor.kind !== "system";
}
