import type { StaffActor, SystemActor } from "~/domain/actor";
import { type ScopeTx, withinDistrictSchool } from "~db/scope.server";

/**
 * Does what a transfer asks for on its other side, in the transaction of whoever of the one side acts: both hold, or neither. Only for the
 * other school of a transfer that the own one is a side of. It is done there by a job: that school's log names nobody of this one.
 */
export function atOtherSchool<Result>(
  tx: ScopeTx,
  { from, schoolId }: { from: StaffActor | SystemActor; schoolId: string },
  work: (there: SystemActor) => Promise<Result>,
): Promise<Result> {
  const there: SystemActor = { kind: "system", job: "transfers", schoolId, districtId: from.districtId };
  return withinDistrictSchool(tx, { from, schoolId }, () => work(there));
}
