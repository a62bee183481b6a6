import { sql } from "kysely";
import type { SchoolRole } from "./memberships.server";
import type { ScopeTx } from "./scope.server";

/** The mail addresses, theirs alone, that let somebody in as something on a day, or did until they left; the preferred one first. */
export async function listMailsLettingIn(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; role: SchoolRole; on: string },
): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select c.value from contact_points c join people pe on (pe.school_id, pe.id) = (c.school_id, c.person_id)
    where c.school_id = ${asked.schoolId} and c.person_id = ${asked.personId} and c.kind = 'mail'
      and not c.shared and c.undeliverable_at is null
      and exists (select from identity.memberships ms
        where ms.school_id = c.school_id and ms.person_id = c.person_id and ms.role = ${asked.role}
          and ms.account_id = app.account_of(c.value)
          and (ms.to_on is null or ms.to_on >= ${asked.on}::date or ms.to_on = pe.left_on))
    order by c.preferred desc, c.id`.execute(tx);
  return rows.map(({ value }) => value);
}

/** The guardians of a student whose links stand on a day, first to call first, with all that a link says. */
export function listStandingLinks(
  tx: ScopeTx,
  { schoolId, studentId, on }: { schoolId: string; studentId: string; on: string },
) {
  return tx
    .selectFrom("guardian_links as g")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "g.school_id").onRef("pe.id", "=", "g.guardian_id"),
    )
    .select(["g.id", "g.guardian_id", "g.relationship", "g.legal_basis", "g.call_order"])
    .select(["g.may_consent", "g.may_see_records", "g.may_know_whereabouts", "pe.full_name"])
    .where("g.school_id", "=", schoolId)
    .where("g.student_id", "=", studentId)
    .where((eb) => eb.or([eb("g.to_on", "is", null), eb("g.to_on", ">=", on)]))
    .orderBy("g.call_order")
    .orderBy("g.id")
    .execute();
}

/** Who of the school is let in as a guardian by an address and has this full name, whatever its case and accents; or undefined. */
export async function findGuardianLetInBy(
  tx: ScopeTx,
  asked: { schoolId: string; mail: string; fullName: string; on: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select pe.id from people pe
    where pe.school_id = ${asked.schoolId} and pe.left_on is null
      and unaccent(lower(pe.full_name)) = unaccent(lower(${asked.fullName}))
      and not exists (select from students st where st.school_id = pe.school_id and st.id = pe.id)
      and exists (select from identity.memberships ms
        where ms.school_id = pe.school_id and ms.person_id = pe.id and ms.role = 'guardian'
          and ms.account_id = app.account_of(${asked.mail}) and (ms.to_on is null or ms.to_on >= ${asked.on}::date))
    order by pe.id limit 1`.execute(tx);
  return rows[0]?.id;
}

/** Whether a guardian has a link, begun or to begin, of which the school has not decided what it gives. */
export async function hasUndecidedLink(
  tx: ScopeTx,
  { schoolId, guardianId, on }: { schoolId: string; guardianId: string; on: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("guardian_links")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("guardian_id", "=", guardianId)
    .where("rights_undecided", "=", true)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
