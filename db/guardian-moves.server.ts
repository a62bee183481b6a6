import { sql } from "kysely";
import type { FamilyLink } from "~/domain/merge/guardians";
import type { Move, RowKey } from "./merge-moves.server";
import { takeRows } from "./moved-rows.server";
import { GUARDIAN_REFERENCES as REFERENCES } from "./person-references.server";
import type { IdentityTx, ScopeTx } from "./scope.server";

interface Moving {
  schoolId: string;
  from: string;
  to: string;
}

const wholes = (moves: readonly Move[]) => JSON.stringify(moves.flatMap(({ before }) => before ?? []));
const ids = (keys: readonly RowKey[]) => keys.map(({ id }) => id ?? "");

/** Which rows that name a guardian name the other one: all of a table, */
export const EVERY = sql``;
/** keys in mails other than those that invite, since an invitation is taken back as long as the two are one, */
export const KEYS_THAT_MOVE = sql` and t.kind not in ('school-invitation', 'join')`;
/** and what staff have not done yet. */
export const OPEN_TASKS = sql` and t.subject_noun = 'person' and t.state = 'open'`;

/** Until the transaction ends nobody changes or ends a tie of these people, students or guardians: what was weighed holds. Answers the ties. */
export async function lockLinksOf(
  tx: ScopeTx,
  { schoolId, personIds }: { schoolId: string; personIds: readonly string[] },
): Promise<string[]> {
  const people = [...personIds];
  const { rows } = await sql<{ id: string }>`select id from guardian_links where school_id = ${schoolId}
    and (guardian_id = any(${people}::uuid[]) or student_id = any(${people}::uuid[])) order by id for update`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Takes away ties to students to whom the other guardian is tied as well; answers them whole. */
export function takeDoubledLinks(tx: ScopeTx, { schoolId, from, to }: Moving): Promise<Move[]> {
  return takeRows(tx, {
    ...{ reference: REFERENCES.links, ownerId: schoolId, from },
    where: sql`exists (select from guardian_links k where k.school_id = t.school_id and k.student_id = t.student_id
      and k.guardian_id = ${to})`,
  });
}

const SEAL = sql`md5(concat_ws(chr(31), g.legal_basis, g.may_consent, g.may_see_records, g.may_know_whereabouts,
  g.from_on, coalesce(g.to_on::text, ''), g.student_lets_see))`;

/** Writes what a tie gives over; answers it as it was, whole, with a seal of what it gives now. */
export async function writeMergedLink(
  tx: ScopeTx,
  { schoolId, guardianId, link }: { schoolId: string; guardianId: string; link: FamilyLink },
): Promise<Move[]> {
  const { rows } = await sql<Move>`with was as (select to_jsonb(g) as before, g.id from guardian_links g
      where school_id = ${schoolId} and guardian_id = ${guardianId} and student_id = ${link.studentId} for update)
    update guardian_links g set legal_basis = ${link.legalBasis}, may_consent = ${link.rights.mayConsent},
      may_see_records = ${link.rights.maySeeRecords}, may_know_whereabouts = ${link.rights.mayKnowWhereabouts},
      call_order = ${link.callOrder}, from_on = ${link.fromOn}, to_on = ${link.toOn}, student_lets_see = ${link.studentLetsSee}
    from was where g.school_id = ${schoolId} and g.id = was.id
    returning jsonb_build_object('id', g.id, 'seal', ${SEAL}) as key, was.before`.execute(tx);
  return rows;
}

/** Of ties that a merge wrote over those that give the same by now. */
export async function listLinksAsWritten(
  tx: ScopeTx,
  { schoolId, moves }: { schoolId: string; moves: readonly Move[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select g.id
    from jsonb_to_recordset(${JSON.stringify(moves.map(({ key }) => key))}::jsonb) as r (id uuid, seal text)
    join guardian_links g on g.school_id = ${schoolId} and g.id = r.id and ${SEAL} = r.seal`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Has ties give again what they gave before. */
export async function restoreLinks(tx: ScopeTx, { moves }: { moves: readonly Move[] }): Promise<void> {
  await sql`update guardian_links g set legal_basis = r.legal_basis, may_consent = r.may_consent,
      may_see_records = r.may_see_records, may_know_whereabouts = r.may_know_whereabouts, call_order = r.call_order,
      from_on = r.from_on, to_on = r.to_on, student_lets_see = r.student_lets_see
    from jsonb_populate_recordset(null::guardian_links, ${wholes(moves)}::jsonb) r
    where g.school_id = r.school_id and g.id = r.id`.execute(tx);
}

/** Puts ties back that were taken away. */
export async function putBackLinks(tx: ScopeTx, { moves }: { moves: readonly Move[] }): Promise<void> {
  await sql`insert into guardian_links
    select r.* from jsonb_populate_recordset(null::guardian_links, ${wholes(moves)}::jsonb) r on conflict do nothing`.execute(
    tx,
  );
}

/**
 * Takes away open requests about a question that waits for the other guardian's answer as well. Answers them whole, with which request
 * stays and the scans that are kept with that one: a paper that came with a question would go with the request.
 */
export async function takeDoubledRequests(
  tx: ScopeTx,
  { schoolId, from, to }: Moving,
): Promise<{ taken: Move[]; stays: { takenId: string; staysId: string }[]; scans: Move[] }> {
  const same = sql`k.school_id = t.school_id and k.guardian_id = ${to} and k.student_id = t.student_id
    and k.purpose = t.purpose and k.pursuit_id is not distinct from t.pursuit_id and k.state = 'requested'`;
  const { rows: stays } = await sql<{ takenId: string; staysId: string }>`select t.id as "takenId", k.id as "staysId"
    from consents t join consents k on ${same}
    where t.school_id = ${schoolId} and t.guardian_id = ${from} and t.state = 'requested'`.execute(tx);
  const scans: Move[] = [];
  for (const { takenId, staysId } of stays)
    scans.push(...(await pointScansOfRequest(tx, { schoolId, from: takenId, to: staysId })));
  const taken = await takeRows(tx, {
    ...{ reference: REFERENCES.consents, ownerId: schoolId, from },
    where: sql`t.state = 'requested' and exists (select from consents k where ${same})`,
  });
  return { taken, stays, scans };
}

/** Keeps the scans of one request with another, or only those of `keys` where they are given. Of one that both have, one is enough. Answers which. */
export async function pointScansOfRequest(
  tx: ScopeTx,
  { schoolId, from, to, keys }: Moving & { keys?: readonly RowKey[] },
): Promise<Move[]> {
  const amongst = keys ? sql` and t.id = any(${ids(keys)}::uuid[])` : sql``;
  const { rows } = await sql<Move>`update scans t set consent_id = ${to}
    where t.school_id = ${schoolId} and t.consent_id = ${from}${amongst} and not exists (select from scans k
      where k.school_id = t.school_id and k.consent_id = ${to} and k.digest = t.digest)
    returning jsonb_build_object('id', t.id, 'from', ${from}::uuid, 'to', ${to}::uuid) as key, null as before`.execute(
    tx,
  );
  return rows;
}

/** Puts requests back that were taken away. */
export async function putBackRequests(tx: ScopeTx, { moves }: { moves: readonly Move[] }): Promise<void> {
  await sql`insert into consents
    select r.* from jsonb_populate_recordset(null::consents, ${wholes(moves)}::jsonb) r on conflict do nothing`.execute(
    tx,
  );
}

/** Has the keys in mails about one request lead to another, or only those of `keys` where they are given. Answers which. */
export async function pointKeysOfRequest(
  tx: IdentityTx,
  { schoolId, from, to, keys }: Moving & { keys?: readonly RowKey[] },
): Promise<Move[]> {
  const amongst = keys ? sql` and id = any(${ids(keys)}::uuid[])` : sql``;
  const { rows } = await sql<Move>`update identity.links set subject_id = ${to}
    where school_id = ${schoolId} and kind = 'consent' and subject_id = ${from}${amongst}
    returning jsonb_build_object('id', id, 'from', ${from}::uuid, 'to', ${to}::uuid) as key, null as before`.execute(
    tx,
  );
  return rows;
}

/** The same of open tasks about a request. */
export async function pointTasksOfRequest(
  tx: ScopeTx,
  { schoolId, from, to, keys }: Moving & { keys?: readonly RowKey[] },
): Promise<Move[]> {
  const amongst = keys ? sql` and id = any(${ids(keys)}::uuid[])` : sql` and state = 'open'`;
  const { rows } = await sql<Move>`update staff_tasks set subject_id = ${to}
    where school_id = ${schoolId} and subject_noun = 'consent' and subject_id = ${from}${amongst}
    returning jsonb_build_object('id', id, 'from', ${from}::uuid, 'to', ${to}::uuid) as key, null as before`.execute(
    tx,
  );
  return rows;
}

/** Has open tasks that tell somebody something, or ask them, mean another person; only those of `keys` where they are given. Answers which. */
export async function pointToldPerson(
  tx: ScopeTx,
  { schoolId, from, to, keys }: Moving & { keys?: readonly RowKey[] },
): Promise<Move[]> {
  const amongst = keys ? sql` and id = any(${ids(keys)}::uuid[])` : sql` and state = 'open'`;
  const { rows } = await sql<Move>`update staff_tasks set props = jsonb_set(props, '{personId}', to_jsonb(${to}::text))
    where school_id = ${schoolId} and props->>'personId' = ${from}${amongst}
    returning jsonb_build_object('id', id) as key, null as before`.execute(tx);
  return rows;
}

/** Takes away addresses and numbers that the other person has as well. */
export function takeDoubledPersonPoints(tx: ScopeTx, { schoolId, from, to }: Moving): Promise<Move[]> {
  return takeRows(tx, {
    ...{ reference: REFERENCES.points, ownerId: schoolId, from },
    where: sql`exists (select from contact_points k where k.school_id = t.school_id and k.person_id = ${to}
      and k.kind = t.kind and lower(k.value) = lower(t.value))`,
  });
}

/** Of two preferred ways of a kind the own one stays preferred. Answers which of the others are so no more. */
export async function preferOwnPersonPoints(
  tx: ScopeTx,
  { schoolId, personId, came }: { schoolId: string; personId: string; came: readonly RowKey[] },
): Promise<Move[]> {
  const { rows } = await sql<{ id: string }>`update contact_points c set preferred = false
    where c.school_id = ${schoolId} and c.id = any(${ids(came)}::uuid[]) and c.preferred and exists (
      select from contact_points k where k.school_id = c.school_id and k.person_id = ${personId}
        and k.kind = c.kind and k.preferred and k.id <> all(${ids(came)}::uuid[]))
    returning c.id`.execute(tx);
  return rows.map(({ id }) => ({ key: { id }, before: null }));
}

/** Has ways to reach somebody be the preferred ones again. */
export async function preferPersonPointsAgain(
  tx: ScopeTx,
  { schoolId, personId, keys }: { schoolId: string; personId: string; keys: readonly RowKey[] },
): Promise<void> {
  await sql`update contact_points set preferred = true
    where school_id = ${schoolId} and person_id = ${personId} and id = any(${ids(keys)}::uuid[])`.execute(tx);
}

/**
 * Puts addresses and numbers back that were taken away because `standsWith` had them as well: none that staff took from that one or
 * corrected since, and one that took no mail since takes none.
 */
export async function putBackPersonPoints(
  tx: ScopeTx,
  { schoolId, standsWith, moves }: { schoolId: string; standsWith: string; moves: readonly Move[] },
): Promise<void> {
  await sql`insert into contact_points (school_id, id, person_id, kind, value, verified_at, preferred, shared, undeliverable_at)
    select r.school_id, r.id, r.person_id, r.kind, r.value, r.verified_at, r.preferred, r.shared,
      coalesce(k.undeliverable_at, r.undeliverable_at)
    from jsonb_populate_recordset(null::contact_points, ${wholes(moves)}::jsonb) r
    join contact_points k on k.school_id = r.school_id and k.person_id = ${standsWith} and k.kind = r.kind and lower(k.value) = lower(r.value)
    where r.school_id = ${schoolId}
    on conflict do nothing`.execute(tx);
}

interface Since {
  schoolId: string;
  guardianId: string;
  /** ISO instant. */
  since: string;
  /** Ties to the students of the one that went, and consents that came over. */
  links: readonly RowKey[];
  consents: readonly RowKey[];
}

const ofTheirs = ({
  schoolId,
  links,
}: Pick<Since, "schoolId" | "links">) => sql`(select g.student_id from guardian_links g
  where g.school_id = ${schoolId} and g.id = any(${ids(links)}::uuid[]))`;

/** Whether a guardian answered about a student of the one that went, or what came over, since a moment. */
export async function hasAnsweredSince(tx: ScopeTx, asked: Since): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select from consents c
    where c.school_id = ${asked.schoolId} and c.guardian_id = ${asked.guardianId} and c.answered_at > ${asked.since}
      and (c.student_id in ${ofTheirs(asked)} or c.id = any(${ids(asked.consents)}::uuid[]))) as has`.execute(tx);
  return rows[0]?.has ?? false;
}

/** Whether a guardian took a seat in a conversation about a student of the one that went since a moment. */
export async function hasSatDownSince(tx: ScopeTx, asked: Since): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select from thread_members m
    join threads t on t.school_id = m.school_id and t.id = m.thread_id
    join pursuits u on u.school_id = t.school_id and u.id = t.pursuit_id
    where m.school_id = ${asked.schoolId} and m.person_id = ${asked.guardianId} and m.joined_at > ${asked.since}
      and u.student_id in ${ofTheirs(asked)}) as has`.execute(tx);
  return rows[0]?.has ?? false;
}

/** Has open requests about students who came over, made since, wait for the guardian whose they are. Answers which. */
export async function passOnRequests(
  tx: ScopeTx,
  { schoolId, from, to, links, consents }: Moving & Pick<Since, "links" | "consents">,
): Promise<RowKey[]> {
  const { rows } = await sql<{ key: RowKey }>`update consents c set guardian_id = ${to}
    where c.school_id = ${schoolId} and c.guardian_id = ${from} and c.state = 'requested'
      and c.student_id in ${ofTheirs({ schoolId, links })} and c.id <> all(${ids(consents)}::uuid[])
    returning jsonb_build_object('id', c.id) as key`.execute(tx);
  return rows.map(({ key }) => key);
}

/** Has the keys in mails about requests open for the guardian who is asked. */
export async function passOnKeys(
  tx: IdentityTx,
  { schoolId, from, to, requests }: Moving & { requests: readonly RowKey[] },
): Promise<void> {
  await sql`update identity.links set person_id = ${to} where school_id = ${schoolId} and kind = 'consent'
    and person_id = ${from} and subject_id = any(${ids(requests)}::uuid[])`.execute(tx);
}
