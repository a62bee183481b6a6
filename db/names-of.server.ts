import type { ScopeTx } from "./scope.server";

/** Full names by id, for staff of the school: people of the school and mentors of its district. */
export async function listNamesById(
  tx: ScopeTx,
  asked: { schoolId: string; districtId: string; personIds: readonly string[]; mentorIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const people =
    asked.personIds.length === 0
      ? []
      : await tx
          .selectFrom("people")
          .select(["id", "full_name"])
          .where("school_id", "=", asked.schoolId)
          .where("id", "in", [...asked.personIds])
          .execute();
  const mentors =
    asked.mentorIds.length === 0
      ? []
      : await tx
          .selectFrom("mentors")
          .select(["id", "full_name"])
          .where("district_id", "=", asked.districtId)
          .where("id", "in", [...asked.mentorIds])
          .execute();
  return new Map([...people, ...mentors].map(({ id, full_name }) => [id, full_name]));
}
