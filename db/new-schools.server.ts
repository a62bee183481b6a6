import { sql } from "kysely";
import type { ScopeTx, SystemTx } from "./scope.server";

export interface NewSchoolRow {
  districtName: string;
  slug: string;
  name: string;
  timeZone: string;
  jurisdiction: string;
  languages: readonly string[];
  postalAddress: string;
  helpName: string;
  helpPhone: string;
}

/** Adds a school, and its district unless one of that name exists; undefined when the slug is taken. */
export async function insertSchool(
  tx: SystemTx,
  school: NewSchoolRow,
): Promise<{ schoolId: string; districtId: string } | undefined> {
  // Two creations at once must not make two districts of one name.
  await sql`select pg_advisory_xact_lock(hashtext('insert-school'))`.execute(tx);
  const taken = await tx.selectFrom("schools").select("id").where("slug", "=", school.slug).executeTakeFirst();
  if (taken) return undefined;
  const districtId = await ensureDistrict(tx, school.districtName);
  const { id: schoolId } = await tx
    .insertInto("schools")
    .values({
      district_id: districtId,
      slug: school.slug,
      name: school.name,
      time_zone: school.timeZone,
      jurisdiction: school.jurisdiction,
      languages: [...school.languages],
      postal_address: school.postalAddress,
      help_name: school.helpName,
      help_phone: school.helpPhone,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { schoolId, districtId };
}

async function ensureDistrict(tx: SystemTx, name: string): Promise<string> {
  const found = await tx.selectFrom("districts").select("id").where("name", "=", name).executeTakeFirst();
  if (found) return found.id;
  return (await tx.insertInto("districts").values({ name }).returning("id").executeTakeFirstOrThrow()).id;
}

/** A school of that slug whose creation was interrupted: nobody belongs to it yet. Undefined for any other. */
export async function findEmptySchool(
  tx: ScopeTx,
  { schoolId }: { schoolId: string },
): Promise<{ schoolId: string } | undefined> {
  const member = await tx
    .selectFrom("identity.memberships")
    .select("id")
    .where("school_id", "=", schoolId)
    .executeTakeFirst();
  return member ? undefined : { schoolId };
}

/** What every new school begins with: no settings of its own, learning goals, consent texts that are drafts. */
export async function insertSchoolBasics(
  tx: ScopeTx,
  basics: {
    schoolId: string;
    goalSet: string;
    goals: readonly string[];
    drafts: readonly { purpose: string; language: string; body: string }[];
  },
): Promise<void> {
  const { schoolId } = basics;
  const nothing = { school_id: schoolId };
  await tx
    .insertInto("school_settings")
    .values(nothing)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto("learning_goals")
    .values(
      basics.goals.map((name, place) => ({ school_id: schoolId, goal_set: basics.goalSet, name, place: place + 1 })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto("consent_texts")
    .values(basics.drafts.map((draft) => ({ school_id: schoolId, version: 1, ...draft })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Adds a member of staff with a mail address, an account of that address and a membership from `from` on. */
export async function insertStaffMember(
  tx: ScopeTx,
  member: {
    schoolId: string;
    districtId: string;
    role: "advisor" | "coordinator" | "admin";
    name: string;
    mail: string;
    language: string;
    from: string;
  },
): Promise<{ personId: string; accountId: string }> {
  const { schoolId, districtId, mail, language } = member;
  const { id: personId } = await tx
    .insertInto("people")
    .values({ school_id: schoolId, full_name: member.name, name_used: member.name, language })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("contact_points")
    .values({ school_id: schoolId, person_id: personId, kind: "mail", value: mail, preferred: true })
    .execute();
  const { rows } = await sql<{ id: string }>`select app.ensure_account(${mail}, ${language}) as id`.execute(tx);
  const accountId = rows[0]?.id;
  if (!accountId) throw new Error("No account was made");
  await tx
    .insertInto("identity.memberships")
    .values({
      account_id: accountId,
      role: member.role,
      school_id: schoolId,
      district_id: districtId,
      person_id: personId,
      from_on: member.from,
    })
    .execute();
  return { personId, accountId };
}
