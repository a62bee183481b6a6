import { addMonths, type CivilDate } from "../time";

/** A kind of background check that a school asks for. */
export interface ClearanceKind {
  /** As the school writes it; stored with every check. */
  type: string;
  /** Months for which a clear check counts from its own date; null without an end. */
  validForMonths: number | null;
}

/** The kind that a school asks for while it has said nothing; pages have words for it in each language. */
export const USUAL_KIND = "background_check";

/**
 * The kinds of a school from its setting: one in each line, with the months after a colon ("State police: 60"). A line without
 * months is a check without an end; a kind named twice counts as it is named first. Never empty: a school that asks for nothing
 * would let everybody pass.
 */
export function clearanceKinds(setting: string): ClearanceKind[] {
  const kinds = new Map<string, ClearanceKind>();
  for (const line of setting.split("\n")) {
    const [, type = "", months] = /^([^:]+?)\s*(?::\s*(\d{1,3}))?$/.exec(line.trim()) ?? [];
    if (type === "" || kinds.has(type)) continue;
    kinds.set(type, { type, validForMonths: Number(months) > 0 ? Number(months) : null });
  }
  return kinds.size > 0 ? [...kinds.values()] : [{ type: USUAL_KIND, validForMonths: 24 }];
}

export type ClearanceResult = "clear" | "not_clear" | "pending";

interface Typed {
  kind: ClearanceKind;
  result: ClearanceResult;
  checkedOn: CivilDate;
  /** The last day that the paper itself names, null where it names none. */
  endsOn: CivilDate | null;
}

export type EndFault = "ends_before_check" | "ends_too_late";

/**
 * The last day on which a check counts: the one the paper names, else the same day after the months of the school (31 January and one month end on the last of February). Null
 * without an end, and for a check that is not clear: it counts for nothing. A paper cannot count longer than the school's rule.
 */
export function lastDayOf({ kind, result, checkedOn, endsOn }: Typed): { on: CivilDate | null } | { fault: EndFault } {
  if (endsOn !== null && endsOn < checkedOn) return { fault: "ends_before_check" };
  const rule = kind.validForMonths === null ? null : addMonths(checkedOn, kind.validForMonths);
  if (endsOn !== null && rule !== null && endsOn > rule) return { fault: "ends_too_late" };
  return { on: result === "clear" ? (endsOn ?? rule) : null };
}
