import { sql } from "kysely";
import type { Purpose } from "~/domain/fund/purposes";
import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

/** Writes down which organisation staff say a gift is from; null for none of the district. */
export async function putGiftOrigin(
  tx: ScopeTx,
  {
    schoolId,
    giftId,
    organisationId,
    now,
  }: { schoolId: string; giftId: string; organisationId: string | null; now: Date },
): Promise<void> {
  await tx
    .updateTable("gifts")
    .set({ organisation_id: organisationId, origin: organisationId === null ? "none" : "staff" })
    .set({ origin_said_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", giftId)
    .execute();
}

interface OfPurpose {
  schoolId: string;
  book: Book;
  purpose: Purpose;
}

/**
 * Net gifts for a purpose by organisation, as far as they could be spent. A gift of which staff said that it is from none counts all
 * the same for one that joined under its donor's name afterwards.
 */
export async function listGivenByOrganisation(
  tx: ScopeTx,
  { schoolId, book, purpose }: OfPurpose,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ organisation_id: string; minor: number }>`
    select o.id as organisation_id, -sum(l.minor)::bigint as minor
    from fund_lines l join fund_entries e on e.school_id = l.school_id and e.id = l.entry_id
      join gifts g on g.school_id = e.school_id and g.id = e.gift_id
      join organisations o on o.district_id = g.district_id
        and (o.id = g.organisation_id
          or (g.origin = 'none' and g.donor_key <> '' and o.name_key = g.donor_key and o.created_at > g.origin_said_at)
          or (g.origin = 'none' and g.donor_key <> '' and exists (select from organisation_names n
            where n.district_id = o.district_id and n.organisation_id = o.id and n.name_key = g.donor_key and n.known_since > g.origin_said_at)))
    where l.school_id = ${schoolId} and l.book = ${book} and l.purpose = ${purpose}
      and l.account in ('available', 'shortfall')
    group by o.id`.execute(tx);
  return new Map(rows.map((row) => [row.organisation_id, row.minor]));
}

/** What gifts for a purpose left to spend of which nobody has said yet which organisation they are from; never less than 0. */
export async function countOfUnknownOrigin(tx: ScopeTx, { schoolId, book, purpose }: OfPurpose): Promise<number> {
  const { rows } = await sql<{ minor: number }>`
    select coalesce(sum(greatest(of_gift.minor, 0)), 0)::bigint as minor from (
      select -sum(l.minor) as minor
      from fund_lines l join fund_entries e on e.school_id = l.school_id and e.id = l.entry_id
        join gifts g on g.school_id = e.school_id and g.id = e.gift_id
      where l.school_id = ${schoolId} and l.book = ${book} and l.purpose = ${purpose} and g.origin = 'unasked'
        and l.account in ('available', 'shortfall')
      group by g.id) of_gift`.execute(tx);
  return rows[0]?.minor ?? 0;
}
