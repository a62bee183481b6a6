import { listFamilyStudentIds } from "~db/guardian-facts.server";
import { lockStudent } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";

/** Until the transaction ends nobody answers, asks or tells anything about a student of these guardians; locked in the order of ids. */
export async function lockFamilies(
  tx: ScopeTx,
  { schoolId, guardianIds }: { schoolId: string; guardianIds: readonly string[] },
): Promise<void> {
  for (const studentId of await listFamilyStudentIds(tx, { schoolId, guardianIds }))
    await lockStudent(tx, { schoolId, studentId });
}
