import { randomInt } from "node:crypto";
import type { ConsentPurpose } from "~/domain/consent/lifecycle";
import type { ScopeTx } from "./scope.server";

/** The newest released text of a purpose in a language; undefined when the school released none. */
export function findReleasedText(tx: ScopeTx, asked: { schoolId: string; purpose: ConsentPurpose; language: string }) {
  return tx
    .selectFrom("consent_texts")
    .selectAll()
    .where("school_id", "=", asked.schoolId)
    .where("purpose", "=", asked.purpose)
    .where("language", "=", asked.language)
    .where("state", "=", "released")
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/**
 * A consent that holds on a day: given, not past its date, and not outweighed by another guardian's open refusal.
 * For `looking` and other yearly purposes leave `pursuitId` out; `participate` is per pursuit.
 */
export function findStandingConsent(
  tx: ScopeTx,
  asked: { schoolId: string; studentId: string; purpose: ConsentPurpose; pursuitId?: string; on: string },
) {
  return tx
    .selectFrom("consents as c")
    .selectAll()
    .where("c.school_id", "=", asked.schoolId)
    .where("c.student_id", "=", asked.studentId)
    .where("c.purpose", "=", asked.purpose)
    .where("c.state", "=", "given")
    .where((eb) => eb.or([eb("c.valid_until", "is", null), eb("c.valid_until", ">=", asked.on)]))
    .$if(asked.pursuitId !== undefined, (query) => query.where("c.pursuit_id", "=", asked.pursuitId ?? ""))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("consents as r")
            .select("r.id")
            .whereRef("r.school_id", "=", "c.school_id")
            .whereRef("r.student_id", "=", "c.student_id")
            .whereRef("r.purpose", "=", "c.purpose")
            .where("r.state", "in", ["refused", "revoked"])
            .whereRef("r.answered_at", ">", "c.answered_at"),
        ),
      ),
    )
    .orderBy("c.answered_at", "desc")
    .limit(1)
    .executeTakeFirst();
}

export interface NewConsentRequest {
  schoolId: string;
  studentId: string;
  guardianId: string;
  purpose: ConsentPurpose;
  pursuitId: string | null;
  textId: string | null;
  language: string;
  sameAddressAsStudent: boolean;
  now: Date;
}

/** Adds a request unless the same one is open; answers its id and whether it is new. */
export async function insertConsentRequest(tx: ScopeTx, request: NewConsentRequest): Promise<{ id: string; letterCode: string; isNew: boolean }> {
  const open = await tx
    .selectFrom("consents")
    .select(["id", "letter_code"])
    .where("school_id", "=", request.schoolId)
    .where("student_id", "=", request.studentId)
    .where("guardian_id", "=", request.guardianId)
    .where("purpose", "=", request.purpose)
    .where("state", "=", "requested")
    .where((eb) => (request.pursuitId === null ? eb("pursuit_id", "is", null) : eb("pursuit_id", "=", request.pursuitId)))
    .executeTakeFirst();
  if (open) return { id: open.id, letterCode: open.letter_code, isNew: false };
  const letterCode = newLetterCode();
  const { id } = await tx
    .insertInto("consents")
    .values({
      school_id: request.schoolId,
      student_id: request.studentId,
      guardian_id: request.guardianId,
      purpose: request.purpose,
      pursuit_id: request.pursuitId,
      text_id: request.textId,
      state: "requested",
      letter_code: letterCode,
      language: request.language,
      same_address_as_student: request.sameAddressAsStudent,
      requested_at: request.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, letterCode, isNew: true };
}

// Without letters and digits that look alike on paper.
const LETTER_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

function newLetterCode(): string {
  return Array.from({ length: 10 }, () => LETTER_ALPHABET[randomInt(LETTER_ALPHABET.length)]).join("");
}

/** One consent with the student's and guardian's names and its text. */
export function findConsent(tx: ScopeTx, { schoolId, consentId }: { schoolId: string; consentId: string }) {
  return consentFacts(tx).where("c.school_id", "=", schoolId).where("c.id", "=", consentId).executeTakeFirst();
}

export type ConsentFacts = NonNullable<Awaited<ReturnType<typeof findConsent>>>;

/** Consents about a student, or asked of a guardian, newest first. */
export function listConsents(tx: ScopeTx, asked: { schoolId: string; studentId?: string; guardianId?: string; pursuitId?: string; state?: string }) {
  return consentFacts(tx)
    .where("c.school_id", "=", asked.schoolId)
    .$if(asked.studentId !== undefined, (query) => query.where("c.student_id", "=", asked.studentId ?? ""))
    .$if(asked.guardianId !== undefined, (query) => query.where("c.guardian_id", "=", asked.guardianId ?? ""))
    .$if(asked.pursuitId !== undefined, (query) => query.where("c.pursuit_id", "=", asked.pursuitId ?? ""))
    .$if(asked.state !== undefined, (query) => query.where("c.state", "=", asked.state ?? ""))
    .orderBy("c.requested_at", "desc")
    .orderBy("c.id")
    .execute();
}

function consentFacts(tx: ScopeTx) {
  return tx
    .selectFrom("consents as c")
    .innerJoin("people as st", (join) => join.onRef("st.school_id", "=", "c.school_id").onRef("st.id", "=", "c.student_id"))
    .innerJoin("people as gu", (join) => join.onRef("gu.school_id", "=", "c.school_id").onRef("gu.id", "=", "c.guardian_id"))
    .leftJoin("consent_texts as t", (join) => join.onRef("t.school_id", "=", "c.school_id").onRef("t.id", "=", "c.text_id"))
    .selectAll("c")
    .select([
      "st.name_used as student_name", "st.full_name as student_full_name", "gu.full_name as guardian_full_name", "gu.name_used as guardian_name",
      "t.body as text_body", "t.version as text_version", "t.language as text_language",
    ]);
}

/** The text a letter prints: a released one before drafts, the newest first. */
export function findText(tx: ScopeTx, asked: { schoolId: string; purpose: string; language: string }) {
  return tx
    .selectFrom("consent_texts")
    .selectAll()
    .where("school_id", "=", asked.schoolId)
    .where("purpose", "=", asked.purpose)
    .where("language", "=", asked.language)
    .where("state", "in", ["released", "draft"])
    .orderBy((eb) => eb.case().when("state", "=", "released").then(0).else(1).end())
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The consent request of the school whose letter carries this code. */
export async function findConsentIdByLetter(tx: ScopeTx, asked: { schoolId: string; letterCode: string }): Promise<string | undefined> {
  const row = await tx
    .selectFrom("consents")
    .select("id")
    .where("school_id", "=", asked.schoolId)
    .where("letter_code", "=", asked.letterCode)
    .executeTakeFirst();
  return row?.id;
}
