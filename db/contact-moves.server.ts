import { sql } from "kysely";
import { type ContactRecord, contactOfRow } from "./contacts.server";
import type { Move } from "./merge-moves.server";
import { type Reference, takeRows } from "./moved-rows.server";
import type { ScopeTx } from "./scope.server";

const names = (table: string, key: readonly string[] = ["id"], column = "contact_id"): Reference => ({
  ...{ table, key, column },
  owner: "school_id",
});

/** Every column that names a contact; a test compares this with the foreign keys. */
export const CONTACT_REFERENCES: readonly Reference[] = [
  names("contact_notes"),
  names("contact_imports", ["import_id"]),
  names("outreach_mails"),
  names("import_rows", ["import_id", "row_no"]),
  names("sequence_contacts"),
  // By the noun beside it, without a key.
  names("staff_tasks", ["id"], "subject_id"),
];

interface OfSchool {
  schoolId: string;
}

/** Contacts of a school as a merge keeps them. */
export async function listWholeContacts(
  tx: ScopeTx,
  { schoolId, ids }: OfSchool & { ids: readonly string[] },
): Promise<Move[]> {
  const { rows } = await sql<Move>`select jsonb_build_object('id', c.id) as key, to_jsonb(c) as before from contacts c
    where school_id = ${schoolId} and id = any(${[...ids]}::uuid[]) order by id`.execute(tx);
  return rows;
}

/** Takes away that a file said something of one contact where it did so of the other as well; answers it. */
export function takeDoubledImports(
  tx: ScopeTx,
  { schoolId, from, to }: OfSchool & { from: string; to: string },
): Promise<Move[]> {
  return takeRows(tx, {
    ...{ reference: names("contact_imports", ["import_id"]), ownerId: schoolId, from },
    where: sql`exists (select from contact_imports k where k.school_id = t.school_id and k.contact_id = ${to} and k.import_id = t.import_id)`,
  });
}

/**
 * Where a contact is in a sequence and another one is in it as well, or both have mails to come: this place is not the other's. Part of a
 * where about `sequence_contacts t`.
 */
export const unlessInSequence = (to: string) => sql` and not exists (select from sequence_contacts o
  where o.school_id = t.school_id and o.contact_id = ${to}
    and (o.sequence_id = t.sequence_id or (o.next_position is not null and t.next_position is not null)))`;

/** Gives a contact who is back their places in sequences that nobody else had taken over. */
export async function giveBackPlaces(
  tx: ScopeTx,
  { schoolId, contactId, moves }: OfSchool & { contactId: string; moves: readonly Move[] },
): Promise<void> {
  await sql`update sequence_contacts set contact_id = ${contactId}
    where school_id = ${schoolId} and contact_id is null and id = any(${moves.map(({ key }) => key.id ?? "")}::uuid[])`.execute(
    tx,
  );
}

/** Puts back what `takeDoubledImports` took. */
export async function putBackImports(tx: ScopeTx, { moves }: { moves: readonly Move[] }): Promise<void> {
  const wholes = JSON.stringify(moves.flatMap(({ before }) => before ?? []));
  await sql`insert into contact_imports (school_id, contact_id, import_id, file_name, brought_on, brought_by)
    select r.school_id, r.contact_id, r.import_id, r.file_name, r.brought_on,
      (select p.id from people p where p.school_id = r.school_id and p.id = r.brought_by)
    from jsonb_populate_recordset(null::contact_imports, ${wholes}::jsonb) r
    on conflict do nothing`.execute(tx);
}

/** Puts a contact back as a merge kept it, at the organisation that its name leads to now; an owner who is gone looks after nobody. */
export async function insertContactAgain(
  tx: ScopeTx,
  { whole, organisationId }: { whole: Readonly<Record<string, unknown>>; organisationId: string | null },
): Promise<void> {
  await sql`insert into contacts select (r).* from (select jsonb_populate_record(null::contacts, ${JSON.stringify(SAID_SINCE)}::jsonb || w || jsonb_build_object(
      'organisation_id', ${organisationId}::uuid,
      'owner_id', (select p.id from people p where p.school_id::text = w->>'school_id' and p.id::text = w->>'owner_id'))) as r
    from (select ${JSON.stringify(whole)}::jsonb as w) kept) again`.execute(tx);
}

/** What is written down of contacts since migration 0205: a merge of before has kept nothing of it. */
const SAID_SINCE = { time_zone: "" };

/** What a merge kept of a contact. */
export function contactOfWhole(whole: Readonly<Record<string, unknown>>): ContactRecord {
  return contactOfRow({ ...SAID_SINCE, ...whole } as never);
}

/** Addresses of contacts who went into one, also by way of others. */
export async function listMailsMergedInto(
  tx: ScopeTx,
  { districtId, schoolId, contactId }: OfSchool & { districtId: string; contactId: string },
): Promise<string[]> {
  const { rows } = await sql<{ mail: string }>`${into({ districtId, schoolId, contactId })}
    select distinct v.row_before->>'mail' as mail from merge_moves v join gone on gone.id = v.merge_id
    where v.district_id = ${districtId} and v.school_id = ${schoolId} and v.table_name = 'contacts' and v.row_before->>'mail' <> ''
    order by mail`.execute(tx);
  return rows.map(({ mail }) => mail);
}

/** Forgets all merges of contacts who went into one, also by way of others, with what was kept of them. */
export async function forgetMergesInto(
  tx: ScopeTx,
  { districtId, schoolId, contactId }: OfSchool & { districtId: string; contactId: string },
): Promise<void> {
  await sql`${into({ districtId, schoolId, contactId })}
    delete from merges m using gone where m.district_id = ${districtId} and m.id = gone.id`.execute(tx);
}

const into = ({ districtId, schoolId, contactId }: OfSchool & { districtId: string; contactId: string }) =>
  sql`with recursive gone as (
    select id, gone_id from merges where district_id = ${districtId} and by_school_id = ${schoolId} and noun = 'contact' and kept_id = ${contactId}
    union select m.id, m.gone_id from merges m join gone on m.kept_id = gone.gone_id
      where m.district_id = ${districtId} and m.by_school_id = ${schoolId} and m.noun = 'contact')`;
