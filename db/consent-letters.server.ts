import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/**
 * The consent request of the school whose letter carries this code. The letter of a request that staff made one with another, because both
 * guardians are one person, finds that one.
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
  return row?.id ?? findByLetterBefore(tx, asked);
}

async function findByLetterBefore(
  tx: ScopeTx,
  { schoolId, letterCode }: { schoolId: string; letterCode: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from consents
    where school_id = ${schoolId} and ${letterCode} = any(letter_codes_before) order by id limit 1`.execute(tx);
  return rows[0]?.id;
}

/** Has letters by these codes, of a request that was taken away, find the one that stays. */
export async function leadLettersOn(
  tx: ScopeTx,
  { schoolId, consentId, letterCodes }: { schoolId: string; consentId: string; letterCodes: readonly string[] },
): Promise<void> {
  await sql`update consents set letter_codes_before = coalesce(letter_codes_before, '{}') || ${[...letterCodes]}::text[]
    where school_id = ${schoolId} and id = ${consentId}`.execute(tx);
}

/** Has letters by these codes find that request no more: the one they were of comes back. */
export async function leadLettersBack(
  tx: ScopeTx,
  { schoolId, letterCodes }: { schoolId: string; letterCodes: readonly string[] },
): Promise<void> {
  const codes = sql`${[...letterCodes]}::text[]`;
  await sql`update consents set letter_codes_before =
      (select array_agg(code) from unnest(letter_codes_before) code where code <> all(${codes}))
    where school_id = ${schoolId} and letter_codes_before && ${codes}`.execute(tx);
}
