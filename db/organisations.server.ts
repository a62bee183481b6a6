import { sql } from "kysely";
import { findOrganisationByKey } from "./organisation-names.server";
import type { ScopeTx } from "./scope.server";

export type Source = "staff" | "import" | "introduction" | "offer";

/** The organisation that the district knows by that key, made when it is not there yet. */
export async function ensureOrganisation(
  tx: ScopeTx,
  organisation: {
    districtId: string;
    name: string;
    nameKey: string;
    source: Source;
    sector?: "nonprofit" | "public" | "business";
  },
): Promise<{ id: string; isNew: boolean }> {
  const known = await findOrganisationByKey(tx, organisation);
  if (known) return { id: known, isNew: false };
  const inserted = await tx
    .insertInto("organisations")
    .values({
      district_id: organisation.districtId,
      name: organisation.name,
      name_key: organisation.nameKey,
      source: organisation.source,
      ...(organisation.sector ? { sector: organisation.sector } : {}),
    })
    .onConflict((conflict) => conflict.columns(["district_id", "name_key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted) return { id: inserted.id, isNew: true };
  const { id } = await tx
    .selectFrom("organisations")
    .select("id")
    .where("district_id", "=", organisation.districtId)
    .where("name_key", "=", organisation.nameKey)
    .executeTakeFirstOrThrow();
  return { id, isNew: false };
}

export interface NewMentor {
  districtId: string;
  fullName: string;
  nameUsed: string;
  language: string;
  /** Null for somebody who has none. */
  mail: string | null;
  mailVerifiedAt: Date | null;
  source: Source;
}

/** Adds a mentor, with a mail address where they have one. They belong to no organisation yet: see `affiliate`. */
export async function insertMentor(tx: ScopeTx, mentor: NewMentor): Promise<string> {
  const { id } = await tx
    .insertInto("mentors")
    .values({
      district_id: mentor.districtId,
      full_name: mentor.fullName,
      name_used: mentor.nameUsed,
      language: mentor.language,
      languages: [mentor.language],
      source: mentor.source,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (mentor.mail === null) return id;
  await tx
    .insertInto("mentor_contact_points")
    .values({
      district_id: mentor.districtId,
      mentor_id: id,
      kind: "mail",
      value: mentor.mail,
      preferred: true,
      verified_at: mentor.mailVerifiedAt?.toISOString() ?? null,
    })
    .execute();
  return id;
}

interface Tie {
  districtId: string;
  organisationId: string;
  mentorId: string;
}

/** Ties a mentor to an organisation from a civil date on (the database's today), unless a tie from that date is there. */
export async function affiliate(tx: ScopeTx, tie: Tie & { title: string; fromOn?: string }): Promise<void> {
  await tx
    .insertInto("affiliations")
    .values({
      district_id: tie.districtId,
      organisation_id: tie.organisationId,
      mentor_id: tie.mentorId,
      title: tie.title,
      ...(tie.fromOn ? { from_on: tie.fromOn } : {}),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The mentor of the district whom a mail address reaches, or undefined. */
export async function findMentorByMail(
  tx: ScopeTx,
  { districtId, mail }: { districtId: string; mail: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("mentor_contact_points")
    .select("mentor_id")
    .where("district_id", "=", districtId)
    .where("kind", "=", "mail")
    .where((eb) => eb(eb.fn<string>("lower", ["value"]), "=", mail.toLowerCase()))
    .orderBy("mentor_id")
    .executeTakeFirst();
  return row?.mentor_id;
}

/** Gives a mentor a sign-in identity: they prove the address when they sign in, and never have a password. Answers the account. */
export async function admitMentor(
  tx: ScopeTx,
  mentor: Tie & { mail: string; language: string; fromOn: string },
): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`select app.ensure_account(${mentor.mail}, ${mentor.language}) as id`.execute(tx);
  const accountId = rows[0]?.id;
  if (!accountId) throw new Error("no account was made");
  await tx
    .insertInto("identity.memberships")
    .values({
      account_id: accountId,
      role: "mentor",
      district_id: mentor.districtId,
      organisation_id: mentor.organisationId,
      person_id: mentor.mentorId,
      from_on: mentor.fromOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return accountId;
}

/** What a mentor without a placement offers: an open offer of time. */
export async function insertMentorOffer(tx: ScopeTx, offer: Tie & { what: string }): Promise<void> {
  await tx
    .insertInto("mentor_offers")
    .values({
      district_id: offer.districtId,
      organisation_id: offer.organisationId,
      mentor_id: offer.mentorId,
      what: offer.what,
    })
    .execute();
}

/** Ends the open offers of a mentor at an organisation: a placement has come of them. */
export async function endMentorOffers(
  tx: ScopeTx,
  { districtId, organisationId, mentorId, now }: Tie & { now: Date },
): Promise<void> {
  await tx
    .updateTable("mentor_offers")
    .set({ ended_at: now.toISOString() })
    .where("district_id", "=", districtId)
    .where("organisation_id", "=", organisationId)
    .where("mentor_id", "=", mentorId)
    .where("ended_at", "is", null)
    .execute();
}
