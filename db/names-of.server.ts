import type { ScopeTx } from "./scope.server";

/** Full names of people of the school, by id, for its staff. */
export async function listPersonNames(
  tx: ScopeTx,
  { schoolId, personIds }: { schoolId: string; personIds: readonly string[] },
): Promise<{ id: string; full_name: string }[]> {
  if (personIds.length === 0) return [];
  return tx
    .selectFrom("people")
    .select(["id", "full_name"])
    .where("school_id", "=", schoolId)
    .where("id", "in", [...personIds])
    .execute();
}

/** Full names of mentors of the district, by id. */
export async function listMentorNames(
  tx: ScopeTx,
  { districtId, mentorIds }: { districtId: string; mentorIds: readonly string[] },
): Promise<{ id: string; full_name: string }[]> {
  if (mentorIds.length === 0) return [];
  return tx
    .selectFrom("mentors")
    .select(["id", "full_name"])
    .where("district_id", "=", districtId)
    .where("id", "in", [...mentorIds])
    .execute();
}
