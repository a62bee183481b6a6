import { sql } from "kysely";
import type { Arrival } from "~/domain/mail/arrival";
import { type CallOutcome, HEARD, type ReplyOutcome } from "~/domain/outreach/contact";
import type { Stop } from "~/domain/outreach/sequence";
import type { ScopeTx } from "./scope.server";

interface OfSchool {
  schoolId: string;
}

interface OfContact extends OfSchool {
  contactId: string;
}

/** Adds contacts to a sequence, each due for its first mail. Whoever is in it, or gets mails of another one, is left out. Answers how many came in. */
export async function insertSequenceContacts(
  tx: ScopeTx,
  {
    schoolId,
    districtId,
    sequenceId,
    contactIds,
    on,
    now,
  }: OfSchool & {
    districtId: string;
    sequenceId: string;
    contactIds: readonly string[];
    on: string;
    now: Date;
  },
): Promise<number> {
  const rows = contactIds.map((contactId) => ({
    ...{ school_id: schoolId, district_id: districtId, sequence_id: sequenceId, contact_id: contactId },
    ...{ enrolled_at: now.toISOString(), next_position: 1, due_on: on },
  }));
  if (rows.length === 0) return 0;
  const result = await tx
    .insertInto("sequence_contacts")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

/** Everybody of a sequence by name, the forgotten last: what went out to them, what came back, and placements that their mentor leads since. */
export async function listSequenceContacts(tx: ScopeTx, { schoolId, sequenceId }: OfSchool & { sequenceId: string }) {
  const rows = await tx
    .selectFrom("sequence_contacts as s")
    .leftJoin("contacts as c", (join) =>
      join.onRef("c.school_id", "=", "s.school_id").onRef("c.id", "=", "s.contact_id"),
    )
    .select(["s.id", "s.contact_id", "s.next_position", "s.due_on", "s.stop", "s.mentor_id"])
    .select(["c.full_name", "c.organisation_name", "c.time_zone as clock", STATE.as("state")])
    .select([MAILS.as("mails"), PLACEMENTS.as("placements")])
    .where("s.school_id", "=", schoolId)
    .where("s.sequence_id", "=", sequenceId)
    .orderBy(sql`lower(c.full_name) nulls last`)
    .orderBy("s.id")
    .execute();
  return rows.map(({ stop, ...row }) => ({ ...row, stop: stop as Stop | null }));
}

const MAILS = sql<{ state: string | null; arrival: Arrival | null }[]>`(select coalesce(jsonb_agg(
    jsonb_build_object('state', m.state, 'arrival', m.arrival) order by x.position), '[]')
  from sequence_mails x left join mails m on m.school_id = x.school_id and m.dedupe_key = x.mail_key
  where x.school_id = s.school_id and x.enrolment_id = s.id)`;

/** Where the organisation of a contact is (a code of two letters), or null. */
const STATE = sql<string | null>`(select i.region from sites i
  where i.district_id = c.district_id and i.organisation_id = c.organisation_id and i.region <> '' order by i.id limit 1)`;

/** A listing of this school leads to its page; another school's does not. */
const PLACEMENTS = sql<{ title: string; listingId: string | null }[]>`(select coalesce(jsonb_agg(
    jsonb_build_object('title', p.title, 'listingId', l.id) order by p.created_at, p.id), '[]')
  from placements p left join listings l on l.school_id = s.school_id and l.placement_id = p.id
  where p.district_id = s.district_id and p.lead_mentor_id = s.mentor_id and p.created_at >= s.enrolled_at and p.erased_at is null)`;

/** Who of the running sequences of the school is due by a civil day, with the sequence and by which clock they work; the longest waiting first. */
export function listDueContacts(tx: ScopeTx, { schoolId, on }: OfSchool & { on: string }) {
  return tx
    .selectFrom("sequence_contacts as e")
    .innerJoin("sequences as s", (join) =>
      join.onRef("s.school_id", "=", "e.school_id").onRef("s.id", "=", "e.sequence_id"),
    )
    .innerJoin("contacts as c", (join) =>
      join.onRef("c.school_id", "=", "e.school_id").onRef("c.id", "=", "e.contact_id"),
    )
    .select(["e.id as enrolmentId", "e.sequence_id as sequenceId", "c.id as contactId"])
    .select(["e.due_on as dueOn", "s.starts_on as startsOn", "c.time_zone as clock", STATE.as("state")])
    .where("e.school_id", "=", schoolId)
    .where("s.state", "=", "running")
    .where("s.starts_on", "<=", on)
    .where("e.due_on", "<=", on)
    .orderBy("e.due_on")
    .orderBy("e.id")
    .$narrowType<{ dueOn: string; startsOn: string }>()
    .execute();
}

/** The place of somebody in a sequence, locked until the transaction ends; undefined where nothing more is to come. */
export async function lockGoing(tx: ScopeTx, { schoolId, enrolmentId }: OfSchool & { enrolmentId: string }) {
  const row = await tx
    .selectFrom("sequence_contacts")
    .select(["contact_id", "next_position", "due_on"])
    .where("school_id", "=", schoolId)
    .where("id", "=", enrolmentId)
    .where("next_position", "is not", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row?.contact_id || row.next_position === null || row.due_on === null) return undefined;
  return { contactId: row.contact_id, position: row.next_position, dueOn: row.due_on };
}

/** Says what comes next for somebody; null when that was the last. Whoever gets mails of another sequence meanwhile stays there. */
export async function putNext(
  tx: ScopeTx,
  { schoolId, enrolmentId, next }: OfSchool & { enrolmentId: string; next: { position: number; dueOn: string } | null },
): Promise<void> {
  await tx
    .updateTable("sequence_contacts as c")
    .set({ next_position: next?.position ?? null, due_on: next?.dueOn ?? null })
    .where("c.school_id", "=", schoolId)
    .where("c.id", "=", enrolmentId)
    .where("c.stop", "is", null)
    .where(
      sql<boolean>`not exists (select from sequence_contacts o where o.school_id = c.school_id and o.contact_id = c.contact_id
        and o.id <> c.id and o.next_position is not null)`,
    )
    .execute();
}

/** Nothing more comes to somebody, and why. What stopped before stays as it was; who has got the last mail may still be told from others by it. */
export async function stopEnrolments(
  tx: ScopeTx,
  { schoolId, enrolmentIds, stop }: OfSchool & { enrolmentIds: readonly string[]; stop: Stop },
): Promise<void> {
  if (enrolmentIds.length === 0) return;
  await tx
    .updateTable("sequence_contacts")
    .set({ next_position: null, due_on: null, stop })
    .where("school_id", "=", schoolId)
    .where("id", "in", enrolmentIds)
    .where("stop", "is", null)
    .execute();
}

/** The places of a contact in sequences that have not stopped, also those that got the last mail. */
export async function listOpenEnrolments(tx: ScopeTx, { schoolId, contactId }: OfContact): Promise<string[]> {
  const rows = await tx
    .selectFrom("sequence_contacts")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("contact_id", "=", contactId)
    .where("stop", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Everybody's place in a sequence, and whether something is still to come there. */
export async function listEnrolments(
  tx: ScopeTx,
  { schoolId, sequenceId }: OfSchool & { sequenceId: string },
): Promise<{ id: string; isGoing: boolean }[]> {
  const rows = await tx
    .selectFrom("sequence_contacts")
    .select(["id", "next_position"])
    .where("school_id", "=", schoolId)
    .where("sequence_id", "=", sequenceId)
    .orderBy("id")
    .execute();
  return rows.map(({ id, next_position }) => ({ id, isGoing: next_position !== null }));
}

/**
 * Places of a contact in sequences that have not stopped although the last that was heard of the contact came since they were added, or
 * was a no; with what was heard.
 */
export async function listAnswered(
  tx: ScopeTx,
  { schoolId, contactId }: OfContact,
): Promise<{ id: string; outcome: CallOutcome | ReplyOutcome }[]> {
  const { rows } = await sql<{ id: string; outcome: CallOutcome | ReplyOutcome }>`select s.id, heard.outcome
    from sequence_contacts s
    cross join lateral (select n.outcome, n.written_at from contact_notes n
      where n.school_id = s.school_id and n.contact_id = s.contact_id and n.outcome = any(${[...HEARD]})
      order by n.written_at desc, n.id desc limit 1) heard
    where s.school_id = ${schoolId} and s.contact_id = ${contactId} and s.stop is null
      and (heard.written_at >= s.enrolled_at or heard.outcome = 'declined')
    order by s.id`.execute(tx);
  return rows;
}

/** Notes who of the school's sequences has become a mentor of the district by now, and answers their places. */
export async function markAccepted(tx: ScopeTx, { schoolId }: OfSchool): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update sequence_contacts s set mentor_id = m.mentor_id
    from contacts c, mentor_contact_points m
    where s.school_id = ${schoolId} and s.mentor_id is null and c.school_id = s.school_id and c.id = s.contact_id
      and c.mail <> '' and m.district_id = s.district_id and m.kind = 'mail' and lower(m.value) = lower(c.mail)
    returning s.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Places whose contact's address has become silent in the district, each with the reason; a wish counts before a bounce. */
export async function listSilenced(tx: ScopeTx, { schoolId }: OfSchool): Promise<{ id: string; reason: string }[]> {
  const { rows } = await sql<{ id: string; reason: string }>`select distinct on (s.id) s.id, x.reason
    from sequence_contacts s
    join contacts c on c.school_id = s.school_id and c.id = s.contact_id
    join mail_suppressions x on x.address_hash = c.address_hash and x.category = 'outreach'
      and (x.district_id is null or x.district_id = s.district_id)
    where s.school_id = ${schoolId} and s.stop is null
    order by s.id, x.reason = 'bounced'`.execute(tx);
  return rows;
}
