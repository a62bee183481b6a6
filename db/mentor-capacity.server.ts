import type { ScopeTx } from "./scope.server";

interface OfMentor {
  districtId: string;
  mentorId: string;
}

/** How many students a mentor takes at once, null where nobody said. Staff said it where there is a reason. */
export function findStudentsAtOnce(tx: ScopeTx, { districtId, mentorId }: OfMentor) {
  return tx
    .selectFrom("mentors")
    .select(["students_at_once", "at_once_reason"])
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .executeTakeFirst();
}

/** Keeps how many students a mentor takes at once, as the mentor says. Answers whether there is such a mentor. */
export async function setStudentsAtOnce(
  tx: ScopeTx,
  { districtId, mentorId, atOnce }: OfMentor & { atOnce: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("mentors")
    .set({ students_at_once: atOnce, at_once_reason: "" })
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

interface ByStaff extends OfMentor {
  atOnce: number | null;
  /** The number that the page showed. */
  seen: number | null;
  /** What the mentor reads; not empty. */
  reason: string;
}

/** The same for the mentor, by staff. Answers whether the number was still the one that was seen. */
export async function setStudentsAtOnceFor(
  tx: ScopeTx,
  { districtId, mentorId, atOnce, seen, reason }: ByStaff,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("mentors")
    .set({ students_at_once: atOnce, at_once_reason: reason })
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .where("students_at_once", "is not distinct from", seen)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
