import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/**
 * The consent request of the school whose letter carries this code. Of a request that staff made one with another, because both guardians
 * are one person, the letter finds that one as long as the merge is remembered.
 */
export async function findConsentIdByLetter(
  tx: ScopeTx,
  asked: { schoolId: string; letterCode: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("consents")
    .select("id")
    .where("school_id", "=", asked.schoolId)
    .where("letter_code", "=", asked.letterCode)
    .executeTakeFirst();
  return row?.id ?? findByLetterOfTwin(tx, asked);
}

async function findByLetterOfTwin(
  tx: ScopeTx,
  { schoolId, letterCode }: { schoolId: string; letterCode: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select c.id from merge_moves v
    join merges m on m.district_id = v.district_id and m.id = v.merge_id and m.undone_at is null
    join consents c on c.school_id = v.school_id and c.student_id::text = v.row_before->>'student_id'
      and c.guardian_id = m.kept_id and c.purpose = v.row_before->>'purpose' and c.pursuit_id::text is not distinct from v.row_before->>'pursuit_id'
    where v.school_id = ${schoolId} and v.table_name = 'consents.guardian_id' and v.row_before->>'letter_code' = ${letterCode}
    order by c.requested_at desc limit 1`.execute(tx);
  return rows[0]?.id;
}
