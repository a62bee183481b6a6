import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

const isMail = (mail: string) => sql<boolean>`kind = 'mail' and lower(value) = ${mail.trim().toLowerCase()}`;

/** An address takes no mail any more, whoever of the school has it: a household may share one. */
export async function markMailDead(
  tx: ScopeTx,
  { schoolId, mail, now }: { schoolId: string; mail: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("contact_points")
    .set({ undeliverable_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where(isMail(mail))
    .where("undeliverable_at", "is", null)
    .execute();
}

/** The same for an address of mentors of the district. */
export async function markMentorMailDead(
  tx: ScopeTx,
  { districtId, mail, now }: { districtId: string; mail: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("mentor_contact_points")
    .set({ undeliverable_at: now.toISOString() })
    .where("district_id", "=", districtId)
    .where(isMail(mail))
    .where("undeliverable_at", "is", null)
    .execute();
}

/** An address takes mail again, whoever of the school has it. */
export async function markMailAlive(
  tx: ScopeTx,
  { schoolId, mail }: { schoolId: string; mail: string },
): Promise<void> {
  await tx
    .updateTable("contact_points")
    .set({ undeliverable_at: null })
    .where("school_id", "=", schoolId)
    .where(isMail(mail))
    .where("undeliverable_at", "is not", null)
    .execute();
}

/** The same for an address of mentors of the district. */
export async function markMentorMailAlive(
  tx: ScopeTx,
  { districtId, mail }: { districtId: string; mail: string },
): Promise<void> {
  await tx
    .updateTable("mentor_contact_points")
    .set({ undeliverable_at: null })
    .where("district_id", "=", districtId)
    .where(isMail(mail))
    .where("undeliverable_at", "is not", null)
    .execute();
}

/** From now on a person of the school is written to at this address. */
export async function preferMail(
  tx: ScopeTx,
  { schoolId, personId, mail }: { schoolId: string; personId: string; mail: string },
): Promise<void> {
  const own = () =>
    tx
      .updateTable("contact_points")
      .where("school_id", "=", schoolId)
      .where("person_id", "=", personId)
      .where("kind", "=", "mail");
  await own().set({ preferred: false }).execute();
  const known = await own().set({ preferred: true, undeliverable_at: null }).where(isMail(mail)).executeTakeFirst();
  if (known.numUpdatedRows > 0n) return;
  await tx
    .insertInto("contact_points")
    .values({ school_id: schoolId, person_id: personId, kind: "mail", value: mail, preferred: true })
    .execute();
}

/** The same for a mentor of the district. */
export async function preferMentorMail(
  tx: ScopeTx,
  { districtId, mentorId, mail }: { districtId: string; mentorId: string; mail: string },
): Promise<void> {
  const own = () =>
    tx
      .updateTable("mentor_contact_points")
      .where("district_id", "=", districtId)
      .where("mentor_id", "=", mentorId)
      .where("kind", "=", "mail");
  await own().set({ preferred: false }).execute();
  const known = await own().set({ preferred: true, undeliverable_at: null }).where(isMail(mail)).executeTakeFirst();
  if (known.numUpdatedRows > 0n) return;
  await tx
    .insertInto("mentor_contact_points")
    .values({ district_id: districtId, mentor_id: mentorId, kind: "mail", value: mail, preferred: true })
    .execute();
}

/** A mentor has an address no more: whoever writes from there is somebody else. */
export async function deleteMentorMail(
  tx: ScopeTx,
  { districtId, mentorId, mail }: { districtId: string; mentorId: string; mail: string },
): Promise<void> {
  await tx
    .deleteFrom("mentor_contact_points")
    .where("district_id", "=", districtId)
    .where("mentor_id", "=", mentorId)
    .where(isMail(mail))
    .execute();
}

/** Notes a number by which a mentor can be called. */
export async function addMentorPhone(
  tx: ScopeTx,
  { districtId, mentorId, phone }: { districtId: string; mentorId: string; phone: string },
): Promise<void> {
  await tx
    .insertInto("mentor_contact_points")
    .values({ district_id: districtId, mentor_id: mentorId, kind: "phone", value: phone })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Telephone numbers of a person of the school, the preferred one first. */
export async function listPhonesOf(
  tx: ScopeTx,
  { schoolId, personId }: { schoolId: string; personId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("contact_points")
    .select("value")
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("kind", "in", ["phone", "sms"])
    .orderBy("preferred", "desc")
    .orderBy("id")
    .execute();
  return [...new Set(rows.map(({ value }) => value))];
}

/** Telephone numbers of a mentor, the preferred one first. */
export async function listPhonesOfMentor(
  tx: ScopeTx,
  { districtId, mentorId }: { districtId: string; mentorId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("mentor_contact_points")
    .select("value")
    .where("district_id", "=", districtId)
    .where("mentor_id", "=", mentorId)
    .where("kind", "in", ["phone", "sms"])
    .orderBy("preferred", "desc")
    .orderBy("id")
    .execute();
  return [...new Set(rows.map(({ value }) => value))];
}

/** Adds a way to reach somebody; false when it is written there already. The first of its kind is the preferred one. */
export async function insertContactPoint(
  tx: ScopeTx,
  point: { schoolId: string; personId: string; kind: string; value: string; shared: boolean },
): Promise<boolean> {
  const { schoolId, personId, kind } = point;
  const other = await tx
    .selectFrom("contact_points")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  const result = await tx
    .insertInto("contact_points")
    .values({
      school_id: schoolId,
      person_id: personId,
      kind,
      value: point.value,
      shared: point.shared,
      preferred: !other,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** A contact point of somebody of the school, locked until the transaction ends, or undefined. */
export function lockContactPoint(
  tx: ScopeTx,
  { schoolId, contactPointId }: { schoolId: string; contactPointId: string },
) {
  return tx
    .selectFrom("contact_points")
    .select(["id", "person_id", "kind", "value", "undeliverable_at"])
    .where("school_id", "=", schoolId)
    .where("id", "=", contactPointId)
    .forUpdate()
    .executeTakeFirst();
}

export async function deleteContactPoint(
  tx: ScopeTx,
  { schoolId, contactPointId }: { schoolId: string; contactPointId: string },
): Promise<void> {
  await tx.deleteFrom("contact_points").where("school_id", "=", schoolId).where("id", "=", contactPointId).execute();
}

/** From now on somebody is reached here first, among what they have of its kind. */
export async function preferContactPoint(
  tx: ScopeTx,
  point: { schoolId: string; personId: string; kind: string; contactPointId: string },
): Promise<void> {
  await tx
    .updateTable("contact_points")
    .set({ preferred: sql<boolean>`id = ${point.contactPointId}` })
    .where("school_id", "=", point.schoolId)
    .where("person_id", "=", point.personId)
    .where("kind", "=", point.kind)
    .execute();
}

/** Somebody has shown that they read the mail of an address of theirs. */
export async function markMailProved(
  tx: ScopeTx,
  { schoolId, personId, mail, now }: { schoolId: string; personId: string; mail: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("contact_points")
    .set({ verified_at: now.toISOString(), undeliverable_at: null })
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where(isMail(mail))
    .execute();
}

/** Somebody of the school has an address no more; answers whether they had it. */
export async function deleteMailOf(
  tx: ScopeTx,
  { schoolId, personId, mail }: { schoolId: string; personId: string; mail: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("contact_points")
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where(isMail(mail))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
