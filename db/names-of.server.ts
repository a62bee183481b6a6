import { outsideName } from "./names.server";
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

/** The name a person of the school goes by, for those who know them: its staff and the person's family. */
export async function findNameUsed(
  tx: ScopeTx,
  { schoolId, personId }: { schoolId: string; personId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("people")
    .select("name_used")
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .executeTakeFirst();
  return row?.name_used;
}

/** What somebody of the school is called by those who know them, and by everybody else; undefined where nobody has that id. */
export function findNamesOf(tx: ScopeTx, { schoolId, personId }: { schoolId: string; personId: string }) {
  return tx
    .selectFrom("people")
    .select("name_used")
    .select(outsideName("people").as("outside_name"))
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .executeTakeFirst();
}
