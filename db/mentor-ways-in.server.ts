import { sql } from "kysely";
import type { IdentityTx, ScopeTx } from "./scope.server";

interface OfMentor {
  districtId: string;
  mentorId: string;
}

/** The addresses with which a mentor of a district signs in on a day, by their accounts. */
export async function listMentorWaysIn(
  tx: IdentityTx,
  { districtId, mentorId, on }: OfMentor & { on: string },
): Promise<{ accountId: string; mail: string }[]> {
  const rows = await tx
    .selectFrom("identity.memberships as m")
    .innerJoin("identity.accounts as a", "a.id", "m.account_id")
    .select(["a.id as accountId", "a.mail"])
    .distinct()
    .where("m.role", "=", "mentor")
    .where("m.district_id", "=", districtId)
    .where("m.person_id", "=", mentorId)
    .where((eb) => eb.or([eb("m.to_on", "is", null), eb("m.to_on", ">=", on)]))
    .orderBy("a.mail")
    .execute();
  return rows;
}

/** A new account for an address; undefined where somebody has one with it. */
export async function insertAccount(
  tx: IdentityTx,
  { mail, language }: { mail: string; language: string },
): Promise<string | undefined> {
  const row = await tx
    .insertInto("identity.accounts")
    .values({ mail: mail.trim().toLowerCase(), language })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/**
 * What a mentor of a district is by one account they are by another from now on, a suspension and a last day as well. Whoever is signed
 * in with the first is not so as this mentor any more. Where both let them in at one organisation the other one is left, suspended if the
 * first was. Answers the organisations.
 */
export async function moveMentorWayIn(
  tx: IdentityTx,
  { districtId, mentorId, from, to }: OfMentor & { from: string; to: string },
): Promise<string[]> {
  const theirs = sql`select id from identity.memberships
    where role = 'mentor' and district_id = ${districtId} and person_id = ${mentorId} and account_id = ${from}`;
  const isSamePlace = sql`kept.account_id = ${to} and kept.role = gone.role and kept.organisation_id = gone.organisation_id
    and kept.person_id = gone.person_id and kept.to_on is null`;
  await sql`update identity.sessions set membership_id = null where membership_id in (${theirs})`.execute(tx);
  await sql`update identity.memberships kept set suspended_at = coalesce(kept.suspended_at, gone.suspended_at)
    from identity.memberships gone
    where gone.id in (${theirs}) and gone.to_on is null and ${isSamePlace}`.execute(tx);
  const { rows: doubles } = await sql<{ organisation_id: string }>`delete from identity.memberships gone
    using identity.memberships kept
    where gone.id in (${theirs}) and gone.to_on is null and ${isSamePlace} returning gone.organisation_id`.execute(tx);
  const { rows } = await sql<{ organisation_id: string }>`update identity.memberships set account_id = ${to}
    where id in (${theirs}) returning organisation_id`.execute(tx);
  return [...doubles, ...rows].map((row) => row.organisation_id);
}

/** What somebody has begun to write for organisations of a district is another account's from now on, unless that has begun the same. */
export async function moveDrafts(
  tx: ScopeTx,
  draft: { districtId: string; organisationIds: readonly string[]; from: string; to: string },
): Promise<void> {
  if (draft.organisationIds.length === 0) return;
  await tx
    .updateTable("drafts")
    .set({ account_id: draft.to })
    .where("district_id", "=", draft.districtId)
    .where("organisation_id", "in", [...draft.organisationIds])
    .where("account_id", "=", draft.from)
    .where(
      sql<boolean>`not exists (select from drafts other where other.district_id = drafts.district_id
        and other.organisation_id = drafts.organisation_id and other.form = drafts.form and other.account_id = ${draft.to})`,
    )
    .execute();
}

/** Mail addresses of a mentor, the preferred one first, each with whether it takes no mail. */
export async function listMailsOfMentor(
  tx: ScopeTx,
  { districtId, mentorId }: OfMentor,
): Promise<{ mail: string; isDead: boolean }[]> {
  const rows = await tx
    .selectFrom("mentor_contact_points")
    .select(["value", "undeliverable_at"])
    .where("district_id", "=", districtId)
    .where("mentor_id", "=", mentorId)
    .where("kind", "=", "mail")
    .orderBy("preferred", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ mail: row.value, isDead: row.undeliverable_at !== null }));
}
