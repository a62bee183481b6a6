import { sql } from "kysely";
import { contactKey, contactKeyOf, SHORTEST_KEY } from "./contact-keys.server";
import type { ScopeTx } from "./scope.server";

export interface KnownMentor {
  mentorId: string;
  fullName: string;
  isSuspended: boolean;
  organisations: { id: string; name: string }[];
}

/** Whoever makes a mentor of an address takes turns, so that one address makes one mentor; until the transaction ends. */
export async function lockMentorAddress(
  tx: ScopeTx,
  { districtId, mail }: { districtId: string; mail: string },
): Promise<void> {
  const key = `mentor:${districtId}:${mail.trim().toLowerCase()}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** The mentor of the district whom a mail address reaches, with the organisations they belong to, or undefined. */
export async function findKnownMentor(
  tx: ScopeTx,
  { districtId, mail, on }: { districtId: string; mail: string; on: string },
): Promise<KnownMentor | undefined> {
  const mentor = await tx
    .selectFrom("mentor_contact_points as c")
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "c.district_id").onRef("m.id", "=", "c.mentor_id"),
    )
    .select(["m.id", "m.full_name", "m.suspended_at"])
    .where("c.district_id", "=", districtId)
    .where("c.kind", "=", "mail")
    .where((eb) => eb(eb.fn<string>("lower", ["c.value"]), "=", mail.trim().toLowerCase()))
    .orderBy("m.id")
    .executeTakeFirst();
  if (!mentor) return undefined;
  const organisations = await tx
    .selectFrom("affiliations as a")
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "a.district_id").onRef("o.id", "=", "a.organisation_id"),
    )
    .select(["o.id", "o.name"])
    .distinct()
    .where("a.district_id", "=", districtId)
    .where("a.mentor_id", "=", mentor.id)
    .where((eb) => eb.or([eb("a.to_on", "is", null), eb("a.to_on", ">=", on)]))
    .orderBy("o.name")
    .orderBy("o.id")
    .execute();
  return {
    mentorId: mentor.id,
    fullName: mentor.full_name,
    isSuspended: mentor.suspended_at !== null,
    organisations,
  };
}

/** Mentors of the district whom a mail address or a phone number reaches; several may share a shop's number. */
export function listMentorsReachedBy(
  tx: ScopeTx,
  { districtId, mail, phone }: { districtId: string; mail: string; phone: string },
): Promise<{ id: string; name: string }[]> {
  const keys = [mail, phone].map(contactKey).filter(({ length }) => length >= SHORTEST_KEY);
  if (keys.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom("mentor_contact_points as c")
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "c.district_id").onRef("m.id", "=", "c.mentor_id"),
    )
    .select(["m.id", "m.full_name as name"])
    .distinct()
    .where("c.district_id", "=", districtId)
    .where(contactKeyOf("c"), "in", keys)
    .orderBy("m.id")
    .execute();
}
