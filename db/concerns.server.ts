import { sql } from "kysely";
import type { IdentityTx, ScopeTx } from "./scope.server";
import { TOLD_MENTORS } from "./told-mentors.server";

export interface NewConcern {
  schoolId: string;
  concernId: string;
  number: string;
  formKey: string;
  reporter: { accountId: string | null; linkId: string | null; personId: string | null; as: string };
  /** A student may be named by one of the student's pursuits, which is all that a host knows. */
  about: { studentId: string | null; personId: string | null; mentorId: string | null; pursuitId: string | null };
  /** Full names of those whom the reporter chose, and the reporter's: kept as they are now. */
  names: { about: readonly string[]; reporter: string };
  /** The conversation that it is about, and one message of it with its words as they are now. */
  reported: {
    pursuitId: string;
    message: { id: string; words: string; picturesShow: string; fullName: string; writtenAt: string } | null;
  } | null;
  aboutName: string;
  body: string;
  callPhone: string;
  readBy: string;
  notFor: readonly string[];
  now: Date;
}

/** Seals a report and leaves its reporter a receipt; false when the form with this key was sent before. Reads nothing of it back. */
export async function insertConcern(tx: ScopeTx, concern: NewConcern): Promise<boolean> {
  const { schoolId, concernId, number, reporter, about, reported } = concern;
  const raisedAt = concern.now.toISOString();
  const receipt = await tx
    .insertInto("concern_receipts")
    .values({
      school_id: schoolId,
      concern_id: concernId,
      number,
      raised_at: raisedAt,
      read_by: concern.readBy,
      reporter_account: reporter.accountId,
      reporter_link: reporter.linkId,
      form_key: concern.formKey,
    })
    .onConflict((conflict) => conflict.columns(["school_id", "form_key"]).doNothing())
    .executeTakeFirst();
  if (receipt.numInsertedOrUpdatedRows !== 1n) return false;
  await tx
    .insertInto("concerns")
    .values((eb) => ({
      school_id: schoolId,
      id: concernId,
      reported_by: reporter.personId,
      reported_as: reporter.as,
      about_student_id: about.pursuitId
        ? eb
            .selectFrom("pursuits")
            .select("student_id")
            .where("school_id", "=", schoolId)
            .where("id", "=", about.pursuitId)
        : about.studentId,
      about_person_id: about.personId,
      about_mentor_id: about.mentorId,
      about_name: concern.aboutName,
      about_full_name: concern.names.about.join(" · "),
      reporter_name: concern.names.reporter,
      body: concern.body,
      pursuit_id: reported?.pursuitId ?? null,
      message_id: reported?.message?.id ?? null,
      message_words: reported?.message?.words ?? "",
      message_pictures_show: reported?.message?.picturesShow ?? "",
      message_by: reported?.message?.fullName ?? "",
      message_at: reported?.message?.writtenAt ?? null,
      call_phone: concern.callPhone,
      raised_at: raisedAt,
    }))
    .execute();
  await tx
    .insertInto("concern_watch")
    .values({
      school_id: schoolId,
      concern_id: concernId,
      number,
      raised_at: raisedAt,
      waits_since: raisedAt,
      not_for: [...concern.notFor],
    })
    .execute();
  return true;
}

/** The receipts of whoever asks, the newest first; the policies know the reporter. */
export function listOwnReceipts(
  tx: ScopeTx,
  { accountId, linkId, limit = 50 }: { accountId: string | null; linkId: string | null; limit?: number },
) {
  return tx
    .selectFrom("concern_receipts")
    .select(["concern_id", "school_id", "number", "raised_at", "read_by", "form_key"])
    .where((eb) => (linkId ? eb("reporter_link", "=", linkId) : eb("reporter_account", "=", accountId)))
    .orderBy("raised_at", "desc")
    .orderBy("concern_id")
    .limit(limit)
    .execute();
}

/** Ids under which those whom a report names come to the school, also in another role; for the door of identity. */
export async function listPersonsOfSameAccounts(
  tx: IdentityTx,
  { schoolId, ids }: { schoolId: string; ids: readonly string[] },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("identity.memberships as named")
    .innerJoin("identity.memberships as here", "here.account_id", "named.account_id")
    .select("here.person_id")
    .distinct()
    .where("named.person_id", "in", [...ids])
    .where("here.school_id", "=", schoolId)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** Full names of people and mentors of the school whom a report is about or from, in no order. */
export async function listFullNames(
  tx: ScopeTx,
  { schoolId, ids, pursuitId }: { schoolId: string; ids: readonly string[]; pursuitId: string | null },
): Promise<{ id: string; full_name: string }[]> {
  const all = [...ids];
  const people = await tx
    .selectFrom("people as pe")
    .select(["pe.id", "pe.full_name"])
    .where("pe.school_id", "=", schoolId)
    .where((eb) =>
      eb.or([
        eb("pe.id", "=", sql<string>`any(${all}::uuid[])`),
        eb(
          "pe.id",
          "=",
          eb
            .selectFrom("pursuits as p")
            .select("p.student_id")
            .where("p.school_id", "=", schoolId)
            .where("p.id", "=", pursuitId),
        ),
      ]),
    )
    .execute();
  const mentors = await tx
    .selectFrom("mentors")
    .select(["id", "full_name"])
    .where("id", "=", sql<string>`any(${all}::uuid[])`)
    .execute();
  return [...people, ...mentors];
}

/** Everybody who is or ever was a guardian of some students: of those with these ids, and of the one of a pursuit. */
export async function listFamilyOf(
  tx: ScopeTx,
  { schoolId, studentIds, pursuitId }: { schoolId: string; studentIds: readonly string[]; pursuitId: string | null },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("guardian_links as g")
    .select("g.guardian_id")
    .distinct()
    .where("g.school_id", "=", schoolId)
    .where((where) =>
      where.or([
        where("g.student_id", "=", sql<string>`any(${[...studentIds]}::uuid[])`),
        where(
          "g.student_id",
          "=",
          where
            .selectFrom("pursuits as p")
            .select("p.student_id")
            .where("p.school_id", "=", schoolId)
            .where("p.id", "=", pursuitId),
        ),
      ]),
    )
    .execute();
  return rows.map(({ guardian_id }) => guardian_id);
}

/** What a report says and whom it names. */
export function findConcern(tx: ScopeTx, { schoolId, concernId }: { schoolId: string; concernId: string }) {
  return tx
    .selectFrom("concerns as c")
    .leftJoin("people as st", (join) =>
      join.onRef("st.school_id", "=", "c.school_id").onRef("st.id", "=", "c.about_student_id"),
    )
    .leftJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "c.school_id").onRef("pe.id", "=", "c.about_person_id"),
    )
    .leftJoin("mentors as m", "m.id", "c.about_mentor_id")
    .leftJoin("people as rp", (join) =>
      join.onRef("rp.school_id", "=", "c.school_id").onRef("rp.id", "=", "c.reported_by"),
    )
    .leftJoin("mentors as rm", "rm.id", "c.reported_by")
    .select(["c.id", "c.body", "c.about_name", "c.call_phone", "c.reported_as", "c.raised_at"])
    .select(["c.pursuit_id", "c.message_words", "c.message_pictures_show", "c.message_by", "c.message_at"])
    .select((eb) => [
      // Who went into another mentor is that one now, also by way of others.
      eb.fn
        .coalesce(
          sql<string | null>`(with recursive who as (
            select id, district_id, merged_into from mentors where id = c.about_mentor_id
            union select k.id, k.district_id, k.merged_into from mentors k
              join who on k.district_id = who.district_id and k.id = who.merged_into)
            select id from who where merged_into is null)`,
          "c.about_mentor_id",
        )
        .as("about_mentor_id"),
      // reports that were sent before names were kept have none
      eb.fn
        .coalesce(sql<string>`nullif(c.about_full_name, '')`, "st.full_name", "pe.full_name", "m.full_name")
        .as("about_full_name"),
      eb.fn.coalesce(sql<string>`nullif(c.reporter_name, '')`, "rp.full_name", "rm.full_name").as("reporter_name"),
    ])
    .where("c.school_id", "=", schoolId)
    .where("c.id", "=", concernId)
    .executeTakeFirst();
}

/** The words and names of reports that the reader may open: for no page, but to see whether one names the reader. */
export function listConcernWords(
  tx: ScopeTx,
  { schoolId, concernIds }: { schoolId: string; concernIds: readonly string[] },
) {
  return tx
    .selectFrom("concerns")
    .select(["id", "body", "about_name", "about_full_name"])
    .where("school_id", "=", schoolId)
    .where("id", "=", sql<string>`any(${[...concernIds]}::uuid[])`)
    .execute();
}

/** Notes that somebody opened a report, once. */
export async function insertConcernRead(
  tx: ScopeTx,
  read: { schoolId: string; concernId: string; personId: string; now: Date },
): Promise<void> {
  const { schoolId, concernId, personId, now } = read;
  const values = { school_id: schoolId, concern_id: concernId, person_id: personId, read_at: now.toISOString() };
  await tx
    .insertInto("concern_reads")
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who has opened a report, and when. */
export function listConcernReads(tx: ScopeTx, { schoolId, concernId }: { schoolId: string; concernId: string }) {
  return tx
    .selectFrom("concern_reads as r")
    .leftJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "r.school_id").onRef("pe.id", "=", "r.person_id"),
    )
    .select(["r.person_id", "r.read_at", "pe.full_name"])
    .where("r.school_id", "=", schoolId)
    .where("r.concern_id", "=", concernId)
    .orderBy("r.read_at")
    .execute();
}

/** Mentors who were told of a school's students, also who lead the place no more, by name; of some students where they are named. */
export function listContactedMentors(
  tx: ScopeTx,
  { schoolId, studentIds }: { schoolId: string; studentIds: readonly string[] | null },
) {
  let mentors = tx
    .selectFrom(TOLD_MENTORS.as("d"))
    .innerJoin("pursuits as u", (join) =>
      join.onRef("u.school_id", "=", "d.school_id").onRef("u.id", "=", "d.pursuit_id"),
    )
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "d.district_id").onRef("m.id", "=", "d.mentor_id"),
    )
    .select(["m.id", "m.full_name"])
    .distinct()
    .where("d.school_id", "=", schoolId)
    .orderBy("m.full_name")
    .orderBy("m.id");
  if (studentIds) mentors = mentors.where("u.student_id", "in", studentIds.length > 0 ? [...studentIds] : [null]);
  return mentors.execute();
}
