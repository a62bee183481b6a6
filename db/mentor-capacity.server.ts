import type { ScopeTx } from "./scope.server";

interface OfMentor {
  districtId: string;
  mentorId: string;
}

/** How many students a mentor takes at once; null where they did not say, undefined where there is no such mentor. */
export async function findStudentsAtOnce(
  tx: ScopeTx,
  { districtId, mentorId }: OfMentor,
): Promise<number | null | undefined> {
  const row = await tx
    .selectFrom("mentors")
    .select("students_at_once")
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .executeTakeFirst();
  return row?.students_at_once;
}

/** Keeps how many students a mentor takes at once. Answers whether there is such a mentor. */
export async function setStudentsAtOnce(
  tx: ScopeTx,
  { districtId, mentorId, atOnce }: OfMentor & { atOnce: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("mentors")
    .set({ students_at_once: atOnce })
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
