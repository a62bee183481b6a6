import { holdsOwnRights } from "~/domain/consent/holder";
import { findGuardianLink } from "./people.server";
import type { ScopeTx } from "./scope.server";

/** Somebody who may consent for a student on a day, with the mail address that reaches them when there is one. */
export interface ConsentHolder {
  personId: string;
  name: string;
  language: string;
  mail: string | null;
  /** True for a student of 18 or more: then there is no other holder. */
  isSelf: boolean;
}

interface Asked {
  schoolId: string;
  studentId: string;
  on: string;
}

/** Who may consent for a student on a day: the student at 18, before that the guardians whose link says so, first to call first. */
export async function listConsentHolders(tx: ScopeTx, asked: Asked): Promise<ConsentHolder[]> {
  const isSelf = await holdsRights(tx, asked);
  const { schoolId, studentId, on } = asked;
  const rows = await tx
    .selectFrom("people as pe")
    .leftJoin("guardian_links as g", (join) =>
      join
        .onRef("g.school_id", "=", "pe.school_id")
        .onRef("g.guardian_id", "=", "pe.id")
        .on("g.student_id", "=", studentId),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("contact_points as c")
          .select("c.value")
          .whereRef("c.school_id", "=", "pe.school_id")
          .whereRef("c.person_id", "=", "pe.id")
          .where("c.kind", "=", "mail")
          .where("c.undeliverable_at", "is", null)
          .orderBy("c.preferred", "desc")
          .orderBy((order) => order("c.verified_at", "is not", null), "desc")
          .orderBy("c.id")
          .limit(1)
          .as("mail"),
      (join) => join.onTrue(),
    )
    .select(["pe.id", "pe.name_used", "pe.language", "mail.value as mail"])
    .where("pe.school_id", "=", schoolId)
    .$if(isSelf, (query) => query.where("pe.id", "=", studentId))
    .$if(!isSelf, (query) =>
      query
        .where("g.may_consent", "=", true)
        .where("g.from_on", "<=", on)
        .where((eb) => eb.or([eb("g.to_on", "is", null), eb("g.to_on", ">=", on)])),
    )
    .orderBy("g.call_order")
    .orderBy("pe.id")
    .execute();
  return rows.map((row) => ({ personId: row.id, name: row.name_used, language: row.language, mail: row.mail, isSelf }));
}

export interface ConsentRights {
  mayKnowWhereabouts: boolean;
  isSelf: boolean;
}

/** What somebody may do about a student's consents on a day; undefined when they may not consent. */
export async function findConsentRights(
  tx: ScopeTx,
  asked: Asked & { personId: string },
): Promise<ConsentRights | undefined> {
  const isSelf = asked.personId === asked.studentId;
  if (isSelf !== (await holdsRights(tx, asked))) return undefined;
  if (isSelf) return { mayKnowWhereabouts: true, isSelf };
  const link = await findGuardianLink(tx, { ...asked, guardianId: asked.personId });
  if (!link?.may_consent) return undefined;
  return { mayKnowWhereabouts: link.may_know_whereabouts, isSelf };
}

async function holdsRights(tx: ScopeTx, { schoolId, studentId, on }: Asked): Promise<boolean> {
  const student = await tx
    .selectFrom("people")
    .select("born_on")
    .where("school_id", "=", schoolId)
    .where("id", "=", studentId)
    .executeTakeFirst();
  return holdsOwnRights(student?.born_on ?? null, on);
}

/** All mail addresses of a student, to notice a guardian whose mail the student reads. */
export async function listMailsOf(
  tx: ScopeTx,
  { schoolId, personId }: { schoolId: string; personId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("contact_points")
    .select("value")
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("kind", "=", "mail")
    .execute();
  return rows.map((row) => row.value.trim().toLowerCase());
}
