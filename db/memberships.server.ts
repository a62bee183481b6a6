import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

export type SchoolRole = "student" | "guardian" | "advisor" | "coordinator" | "admin";

interface NewMembership {
  schoolId: string;
  districtId: string;
  personId: string;
  role: SchoolRole;
  mail: string;
  language: string;
  /** Its first day. */
  from: string;
}

/** Lets whoever holds a mail address in as somebody of the school, from a day on; false when it lets them in already. */
export async function openMembership(tx: ScopeTx, membership: NewMembership): Promise<boolean> {
  const { mail, language } = membership;
  const { rows } = await sql<{ id: string }>`select app.ensure_account(${mail}, ${language}) as id`.execute(tx);
  const accountId = rows[0]?.id;
  if (!accountId) throw new Error("No account was made");
  const result = await tx
    .insertInto("identity.memberships")
    .values({
      account_id: accountId,
      role: membership.role,
      school_id: membership.schoolId,
      district_id: membership.districtId,
      person_id: membership.personId,
      from_on: membership.from,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** A membership of the school, locked until the transaction ends, or undefined. */
export function lockMembership(tx: ScopeTx, { schoolId, membershipId }: { schoolId: string; membershipId: string }) {
  return tx
    .selectFrom("identity.memberships")
    .select(["id", "role", "person_id", "from_on", "to_on"])
    .where("school_id", "=", schoolId)
    .where("id", "=", membershipId)
    .forUpdate()
    .executeTakeFirst();
}

/** The last day of a membership. */
export async function endMembership(
  tx: ScopeTx,
  { schoolId, membershipId, lastDay }: { schoolId: string; membershipId: string; lastDay: string },
): Promise<void> {
  await tx
    .updateTable("identity.memberships")
    .set({ to_on: lastDay })
    .where("school_id", "=", schoolId)
    .where("id", "=", membershipId)
    .execute();
}

/** Ends what one address opens to somebody of the school, after a last day; answers the roles that ended. */
export async function endMembershipsByMail(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; mail: string; lastDay: string },
): Promise<SchoolRole[]> {
  const rows = await tx
    .updateTable("identity.memberships")
    .set({ to_on: asked.lastDay })
    .where("school_id", "=", asked.schoolId)
    .where("person_id", "=", asked.personId)
    .where(sql<boolean>`account_id = app.account_of(${asked.mail})`)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">", asked.lastDay)]))
    .returning("role")
    .execute();
  return rows.map(({ role }) => role as SchoolRole);
}

/** Who of the school had a place by one of these addresses once and has none by it any more. */
export async function listMailsTakenAway(
  tx: ScopeTx,
  { schoolId, mails }: { schoolId: string; mails: readonly string[] },
): Promise<{ person_id: string; mail: string }[]> {
  if (mails.length === 0) return [];
  const { rows } = await sql<{ person_id: string; mail: string }>`
    select m.person_id, asked.mail from (select distinct mail, app.account_of(mail) as id from unnest(${[...mails]}::text[]) as mail) asked
    join identity.memberships m on m.account_id = asked.id and m.school_id = ${schoolId}
    group by m.person_id, asked.mail having bool_and(m.to_on is not null) order by 1, 2`.execute(tx);
  return rows;
}

/** What an address opens to somebody of the school in a role on a day. Throws where it opens nothing. */
export async function getMembershipByMail(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; role: SchoolRole; mail: string; on: string },
): Promise<{ accountId: string; membershipId: string }> {
  const row = await tx
    .selectFrom("identity.memberships")
    .select(["id", "account_id"])
    .where("school_id", "=", asked.schoolId)
    .where("person_id", "=", asked.personId)
    .where("role", "=", asked.role)
    .where(sql<boolean>`account_id = app.account_of(${asked.mail})`)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", asked.on)]))
    .orderBy("to_on", (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirstOrThrow();
  return { accountId: row.account_id, membershipId: row.id };
}

/** The mail addresses that let somebody in as something until a last day and are still theirs alone, not a household's. */
export async function listOwnMailsUntil(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; role: SchoolRole; lastDay: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("contact_points as c")
    .select("c.value")
    .where("c.school_id", "=", asked.schoolId)
    .where("c.person_id", "=", asked.personId)
    .where("c.kind", "=", "mail")
    .where("c.shared", "=", false)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("identity.memberships as ms")
          .select("ms.id")
          .whereRef("ms.school_id", "=", "c.school_id")
          .whereRef("ms.person_id", "=", "c.person_id")
          .where("ms.role", "=", asked.role)
          .where("ms.to_on", "=", asked.lastDay)
          .where(sql<boolean>`ms.account_id = app.account_of(c.value)`),
      ),
    )
    .orderBy("c.id")
    .execute();
  return rows.map(({ value }) => value);
}

/** How many people but one, whose place ends, are admins of a school by a day without a last one. */
export async function countOtherAdmins(
  tx: ScopeTx,
  { schoolId, personId, by }: { schoolId: string; personId: string; by: string },
): Promise<number> {
  const { count } = await tx
    .selectFrom("identity.memberships")
    .select((eb) => eb.fn.count<number>("person_id").distinct().as("count"))
    .where("school_id", "=", schoolId)
    .where("role", "=", "admin")
    .where("person_id", "!=", personId)
    .where("from_on", "<=", by)
    .where("to_on", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whether somebody decides on pursuits at the school on a day, as a coordinator or an admin. */
export async function isCoordinatorOn(
  tx: ScopeTx,
  { schoolId, personId, on }: { schoolId: string; personId: string; on: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("identity.memberships")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("role", "in", ["coordinator", "admin"])
    .where("from_on", "<=", on)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who may decide about pursuits of a school on a day: its coordinators and admins, by name, each once. */
export async function listDeciders(tx: ScopeTx, { schoolId, on }: { schoolId: string; on: string }) {
  const rows = await tx
    .selectFrom("identity.memberships as m")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "m.school_id").onRef("pe.id", "=", "m.person_id"),
    )
    .select(["pe.id", "pe.full_name", "pe.name_used", "pe.language"])
    .select(sql<string[]>`array_agg(distinct m.role)`.as("roles"))
    .where("m.school_id", "=", schoolId)
    .where("m.role", "in", ["coordinator", "admin"])
    .where("m.from_on", "<=", on)
    .where((eb) => eb.or([eb("m.to_on", "is", null), eb("m.to_on", ">=", on)]))
    .groupBy(["pe.school_id", "pe.id"])
    .orderBy("pe.full_name")
    .orderBy("pe.id")
    .execute();
  return rows.map(({ id: personId, full_name: fullName, name_used: nameUsed, ...row }) => ({
    ...{ personId, fullName, nameUsed },
    ...row,
  }));
}

/** The last day of everything somebody has in a role at the school, by whichever address. */
export async function endMembershipsOf(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; role: SchoolRole; lastDay: string },
): Promise<void> {
  await tx
    .updateTable("identity.memberships")
    .set({ to_on: asked.lastDay })
    .where("school_id", "=", asked.schoolId)
    .where("person_id", "=", asked.personId)
    .where("role", "=", asked.role)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">", asked.lastDay)]))
    .execute();
}

/** Whether somebody has signed in with an address as what it still opens to them at the school on a day. */
export async function hasComeInBy(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; mail: string; on: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("identity.memberships")
    .select("id")
    .where("school_id", "=", asked.schoolId)
    .where("person_id", "=", asked.personId)
    .where(sql<boolean>`account_id = app.account_of(${asked.mail})`)
    .where("came_in_at", "is not", null)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", asked.on)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
