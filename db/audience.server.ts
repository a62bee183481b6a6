import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

export interface AudienceQuery {
  schoolId: string;
  sequenceId: string;
  /** Part of a name or of an organisation's name; "" asks for all. */
  words: string;
  /** "" asks for all. */
  tag: string;
  /** Organisations of the district that count as near; null asks for all. */
  near: readonly string[] | null;
  /** Whose organisation offers work of the kind, or who has a tag of the name; null asks for all. */
  fit: { organisationIds: readonly string[]; tags: readonly string[] } | null;
}

/** Contacts of the school who are not in a sequence, by name, each with what keeps its mails from them. */
export function listAudience(tx: ScopeTx, query: AudienceQuery & { limit: number }) {
  return candidates(tx, query).orderBy(sql`lower(c.full_name)`).orderBy("c.id").limit(query.limit).execute();
}

/** Those of some contacts who are not in a sequence, with the same; locked until the transaction ends, in the order of their ids. */
export async function lockAudience(
  tx: ScopeTx,
  { schoolId, sequenceId, contactIds }: { schoolId: string; sequenceId: string; contactIds: readonly string[] },
) {
  if (contactIds.length === 0) return [];
  await tx
    .selectFrom("contacts")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("id", "in", contactIds)
    .orderBy("id")
    .forKeyShare()
    .execute();
  const all = { schoolId, sequenceId, words: "", tag: "", near: null, fit: null };
  return candidates(tx, all).where("c.id", "in", contactIds).orderBy("c.id").execute();
}

/** How many the query finds. */
export async function countAudience(tx: ScopeTx, query: AudienceQuery): Promise<number> {
  const { count } = await found(tx, query)
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function candidates(tx: ScopeTx, query: AudienceQuery) {
  return found(tx, query)
    .select(["c.id", "c.full_name", "c.organisation_name", "c.mail", "c.language", "c.tags"])
    .select([
      IS_SILENT.as("is_silent"),
      IS_MENTOR.as("is_mentor"),
      IS_ELSEWHERE.as("is_elsewhere"),
      SAID_NO.as("said_no"),
    ]);
}

function found(tx: ScopeTx, { schoolId, sequenceId, words, tag, near, fit }: AudienceQuery) {
  const pattern = `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return tx
    .selectFrom("contacts as c")
    .where("c.school_id", "=", schoolId)
    .where(
      sql<boolean>`not exists (select from sequence_contacts x where x.school_id = c.school_id and x.contact_id = c.id
        and x.sequence_id = ${sequenceId})`,
    )
    .$if(words !== "", (select) =>
      select.where((eb) => eb.or([eb("c.full_name", "ilike", pattern), eb("c.organisation_name", "ilike", pattern)])),
    )
    .$if(tag !== "", (select) => select.where(sql<boolean>`${tag} = any (c.tags)`))
    .$if(near !== null, (select) => select.where(sql<boolean>`c.organisation_id = any(${[...(near ?? [])]}::uuid[])`))
    .$if(fit !== null, (select) =>
      select.where(sql<boolean>`(c.organisation_id = any(${[...(fit?.organisationIds ?? [])]}::uuid[])
        or exists (select from unnest(c.tags) t where lower(t) = any(${[...(fit?.tags ?? [])]}::text[])))`),
    );
}

const IS_SILENT = sql<boolean>`exists (select from mail_suppressions s where s.address_hash = c.address_hash
  and s.category = 'outreach' and (s.district_id is null or s.district_id = c.district_id))`;

const IS_MENTOR = sql<boolean>`exists (select from mentor_contact_points m where m.district_id = c.district_id
  and m.kind = 'mail' and c.mail <> '' and lower(m.value) = lower(c.mail))`;

const IS_ELSEWHERE = sql<boolean>`exists (select from sequence_contacts x where x.school_id = c.school_id
  and x.contact_id = c.id and x.next_position is not null)`;

/** In the last call or reply of theirs. */
const SAID_NO = sql<boolean>`coalesce((select n.outcome = 'declined' from contact_notes n where n.school_id = c.school_id
  and n.contact_id = c.id and n.kind <> 'note' order by n.happened_on desc, n.written_at desc limit 1), false)`;

/** Where the organisations of a district work, as far as a point is known. */
export async function listOrganisationPoints(
  tx: ScopeTx,
  { districtId }: { districtId: string },
): Promise<{ organisationId: string; latitude: number; longitude: number }[]> {
  const rows = await tx
    .selectFrom("sites")
    .select(["organisation_id as organisationId", "latitude", "longitude"])
    .where("district_id", "=", districtId)
    .orderBy("id")
    .execute();
  return rows.flatMap(({ latitude, longitude, organisationId }) =>
    latitude === null || longitude === null ? [] : [{ organisationId, latitude, longitude }],
  );
}

/** Organisations of a district that have ever offered work of an interest. */
export async function listOrganisationsOffering(
  tx: ScopeTx,
  { districtId, interestId }: { districtId: string; interestId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("placement_interests")
    .select("organisation_id")
    .distinct()
    .where("district_id", "=", districtId)
    .where("interest_id", "=", interestId)
    .orderBy("organisation_id")
    .execute();
  return rows.map(({ organisation_id }) => organisation_id);
}
