import { sql } from "kysely";
import type { Purpose } from "~/domain/fund/purposes";
import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

/** What an organisation gave, at all schools, the newest first. */
export function listOwnGifts(tx: ScopeTx, { organisationId }: { organisationId: string }) {
  return tx
    .selectFrom("gifts as g")
    .select(["g.id", "g.school_id", "g.purpose", "g.minor", "g.currency", "g.way", "g.standing", "g.created_at"])
    .where("g.organisation_id", "=", organisationId)
    .orderBy("g.created_at", "desc")
    .limit(100)
    .execute();
}

/** The school that an organisation's gift went to; undefined for a gift of somebody else. */
export async function findSchoolOfOwnGift(
  tx: ScopeTx,
  { organisationId, giftId }: { organisationId: string; giftId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("gifts")
    .select("school_id")
    .where("organisation_id", "=", organisationId)
    .where("id", "=", giftId)
    .executeTakeFirst();
  return row?.school_id;
}

/**
 * Net gifts for a purpose by organisation, as far as they could be spent. A gift that was tied to none counts for the organisation
 * that goes by its donor's name by now.
 */
export async function listGivenByOrganisation(
  tx: ScopeTx,
  { schoolId, book, purpose }: { schoolId: string; book: Book; purpose: Purpose },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ organisation_id: string; minor: number }>`
    select o.id as organisation_id, -sum(l.minor)::bigint as minor
    from fund_lines l join fund_entries e on e.school_id = l.school_id and e.id = l.entry_id
      join gifts g on g.school_id = e.school_id and g.id = e.gift_id
      join organisations o on o.district_id = g.district_id
        and (o.id = g.organisation_id or (g.organisation_id is null and g.donor_key <> '' and o.name_key = g.donor_key))
    where l.school_id = ${schoolId} and l.book = ${book} and l.purpose = ${purpose}
      and l.account in ('available', 'shortfall')
    group by o.id`.execute(tx);
  return new Map(rows.map((row) => [row.organisation_id, row.minor]));
}
