import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { type ClearanceResult, clearanceKinds, type EndFault, lastDayOf } from "~/domain/clearance/kinds";
import { done, type Outcome, refused } from "~/domain/outcome";
import { listChecksOf } from "~db/clearance-desk.server";
import { findMentor } from "~db/people.server";
import { getSchool, getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/** A check as it is typed. */
export interface TypedClearance {
  mentorId: string;
  type: string;
  result: ClearanceResult;
  /** Civil date of the check. */
  checkedOn: string;
  /** The last day that the paper names; null where it names none. */
  endsOn: string | null;
  reference: string;
  /** The mistaken check whose place it takes; null for a check beside the others. */
  replaces: string | null;
}

export type ClearanceFault =
  | EndFault
  | "not_found"
  | "unknown_type"
  | "date_in_future"
  | "reference_missing"
  | "reference_too_long"
  | "already_replaced";

/** Characters of a reference: a number and where the paper is; the product keeps no word of what it says. */
export const REFERENCE_LENGTH = 40;

/** What was typed as it would be written down today, with the last day on which it counts. Writes nothing. */
export async function judgeClearance(
  tx: ScopeTx,
  { actor, typed, now }: { actor: StaffActor; typed: TypedClearance; now: Date },
): Promise<Outcome<Judged, ClearanceFault>> {
  const { schoolId, districtId } = actor;
  const { mentorId, type, result, checkedOn, endsOn } = typed;
  if (!(await findMentor(tx, { districtId, mentorId }))) return refused("not_found");
  const { clearanceTypes } = await getSettings(tx, schoolId);
  const kinds = clearanceKinds(clearanceTypes);
  const known = await listChecksOf(tx, { schoolId, mentorId });
  const mistaken = typed.replaces === null ? undefined : known.find(({ id }) => id === typed.replaces);
  if (typed.replaces !== null && !mistaken) return refused("not_found");
  // A correction keeps the kind of the entry, also one that the school asks for no more: then the paper alone says until when.
  const former = mistaken?.type === type ? { type, validForMonths: null } : undefined;
  const kind = kinds.find((one) => one.type === type) ?? former;
  if (!kind) return refused("unknown_type");
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  if (checkedOn > on) return refused("date_in_future");
  const end = lastDayOf({ kind, result, checkedOn, endsOn });
  if ("fault" in end) return refused(end.fault);
  const reference = typed.reference.trim();
  if (reference === "" && result !== "pending") return refused("reference_missing");
  if (reference.length > REFERENCE_LENGTH) return refused("reference_too_long");
  const written = { type, result, checkedOn, expiresOn: end.on, reference };
  const same = known.find(
    (row) =>
      (mistaken ? row.id === mistaken.replaced_by : row.replaced_by === null) &&
      row.type === type &&
      row.result === result &&
      row.checked_on === checkedOn &&
      row.expires_on === end.on &&
      row.evidence_reference === reference,
  );
  if (mistaken?.replaced_by && !same) return refused("already_replaced");
  const waited = known.find(
    (row) => row.replaced_by === null && row.result === "pending" && row.type === type && row.checked_on === checkedOn,
  );
  const replaces = typed.replaces ?? (result === "pending" ? null : (waited?.id ?? null));
  const isFailure =
    result === "not_clear" && mistaken?.result !== "not_clear" && !isOutdated({ type, checkedOn }, known);
  return done({
    ...{ ...written, replaces, on, types: kinds.map((one) => one.type), isWritten: same !== undefined, isFailure },
  });
}

type Known = Awaited<ReturnType<typeof listChecksOf>>[number];

/** Whether a newer check of the kind that is finished counts instead. */
function isOutdated({ type, checkedOn }: { type: string; checkedOn: string }, known: readonly Known[]): boolean {
  return known.some(
    (row) => row.replaced_by === null && row.type === type && row.result !== "pending" && row.checked_on > checkedOn,
  );
}

interface Judged {
  type: string;
  result: ClearanceResult;
  checkedOn: string;
  expiresOn: string | null;
  reference: string;
  /** The mistaken check; else the one of the same day that was not finished and now is: of one day the graver one would count. */
  replaces: string | null;
  /** The day at the school. */
  on: string;
  /** Every kind that the school asks for. */
  types: string[];
  /** The very same was written before: a second click. */
  isWritten: boolean;
  /** A check that counts now and did not come back clear, which nobody knew before. */
  isFailure: boolean;
}
