import { sql } from "kysely";
import type { FamilyAnswer, FamilyLink } from "~/domain/merge/guardians";
import type { ComparedPerson } from "~/domain/merge/person-twins";
import { hasEnded } from "~/domain/people/has-ended";
import type { LegalBasis } from "~/domain/people/link-rights";
import type { ScopeTx } from "./scope.server";

interface OfGuardian {
  schoolId: string;
  guardianId: string;
}

/** Every tie of a guardian to a student of the school, ended ones too. */
export async function listFamilyTies(
  tx: ScopeTx,
  { schoolId, guardianId, on }: OfGuardian & { on: string },
): Promise<(FamilyLink & { id: string; studentName: string })[]> {
  const rows = await tx
    .selectFrom("guardian_links as g")
    .innerJoin("people as ward", (join) =>
      join.onRef("ward.school_id", "=", "g.school_id").onRef("ward.id", "=", "g.student_id"),
    )
    .selectAll("g")
    .select("ward.name_used as student_name")
    .where("g.school_id", "=", schoolId)
    .where("g.guardian_id", "=", guardianId)
    .orderBy("ward.name_used")
    .orderBy("g.id")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, studentId: row.student_id, studentName: row.student_name, relationship: row.relationship },
    legalBasis: row.legal_basis as LegalBasis,
    rights: {
      mayConsent: row.may_consent,
      maySeeRecords: row.may_see_records,
      mayKnowWhereabouts: row.may_know_whereabouts,
    },
    ...{ callOrder: row.call_order, fromOn: row.from_on, hasBegun: row.from_on <= on },
    ...{ toOn: row.to_on, isOver: hasEnded(row.to_on, on) },
    ...{ studentLetsSee: row.student_lets_see, isUndecided: row.rights_undecided },
  }));
}

/** Students of the school to whom guardians are or were tied, in the order of their ids. */
export async function listFamilyStudentIds(
  tx: ScopeTx,
  { schoolId, guardianIds }: { schoolId: string; guardianIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct student_id as id from guardian_links
    where school_id = ${schoolId} and guardian_id = any(${[...guardianIds]}::uuid[]) order by 1`.execute(tx);
  return rows.map(({ id }) => id);
}

/** What a guardian answered and what counts of it on a day. */
export async function listFamilyAnswers(
  tx: ScopeTx,
  { schoolId, guardianId, on }: OfGuardian & { on: string },
): Promise<FamilyAnswer[]> {
  const rows = await tx
    .selectFrom("consents")
    .select(["student_id", "purpose", "pursuit_id", "state"])
    .where("school_id", "=", schoolId)
    .where("guardian_id", "=", guardianId)
    .where("state", "in", ["given", "refused", "revoked"])
    .where((eb) => eb.or([eb("valid_until", "is", null), eb("valid_until", ">=", on)]))
    .orderBy("id")
    .execute();
  return rows.map(({ student_id: studentId, purpose, pursuit_id: pursuitId, state }) => ({
    ...{ studentId, purpose, pursuitId, state },
  }));
}

/** Accounts that have come in as a guardian and still may, and whether the guardian sits or sat in a conversation. */
export async function findFamilyPlaces(
  tx: ScopeTx,
  { schoolId, guardianId, on }: OfGuardian & { on: string },
): Promise<{ accounts: string[]; isSeated: boolean }> {
  const { rows } = await sql<{ accounts: string[]; isSeated: boolean }>`select
    coalesce((select array_agg(distinct account_id) from identity.memberships
      where school_id = ${schoolId} and person_id = ${guardianId} and came_in_at is not null
        and (to_on is null or to_on >= ${on}::date)), '{}') as accounts,
    exists (select from thread_members where school_id = ${schoolId} and person_id = ${guardianId}) as "isSeated"`.execute(
    tx,
  );
  return rows[0] ?? { accounts: [], isSeated: false };
}

export interface GuardianCounts {
  children: number;
  consents: number;
  introductions: number;
  tasks: number;
}

/** How much of what names a guardian comes along when they go into another one. */
export async function countOfGuardian(tx: ScopeTx, { schoolId, guardianId }: OfGuardian): Promise<GuardianCounts> {
  const { rows } = await sql<GuardianCounts>`select
    (select count(*) from guardian_links where school_id = ${schoolId} and guardian_id = ${guardianId})::int as children,
    (select count(*) from consents where school_id = ${schoolId} and guardian_id = ${guardianId})::int as consents,
    (select count(*) from introductions where school_id = ${schoolId} and proposed_by = ${guardianId})::int as introductions,
    (select count(*) from staff_tasks where school_id = ${schoolId} and subject_id = ${guardianId} and state = 'open')::int as tasks`.execute(
    tx,
  );
  const [counts] = rows;
  if (!counts) throw new Error("counts are one row");
  return counts;
}

export interface ComparedGuardian extends ComparedPerson {
  children: string[];
}

/** Guardians of the school who are no student and have a tie that is not over, with what tells that another row is the same person. */
export async function listComparedGuardians(
  tx: ScopeTx,
  { schoolId, on }: { schoolId: string; on: string },
): Promise<ComparedGuardian[]> {
  const { rows } = await sql<ComparedGuardian>`select p.id, p.full_name as name, family.children,
      coalesce(reached.mails, '{}') as mails, coalesce(reached.phones, '{}') as phones
    from people p
    join (select g.guardian_id, array_agg(ward.name_used order by ward.name_used, ward.id) as children
      from guardian_links g join people ward on ward.school_id = g.school_id and ward.id = g.student_id
      where g.school_id = ${schoolId} and (g.to_on is null or g.to_on >= ${on}::date)
      group by g.guardian_id) family on family.guardian_id = p.id
    left join (select person_id, array_agg(distinct lower(value)) filter (where kind = 'mail') as mails,
        array_agg(distinct value) filter (where kind in ('phone', 'sms')) as phones
      from contact_points where school_id = ${schoolId} group by person_id) reached on reached.person_id = p.id
    where p.school_id = ${schoolId} and p.merged_into is null and p.left_on is null
      and not exists (select from students st where st.school_id = p.school_id and st.id = p.id)
    order by p.full_name, p.id`.execute(tx);
  return rows;
}
