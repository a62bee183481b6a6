import { randomInt } from "node:crypto";
import type { ConsentPurpose } from "~/domain/consent/lifecycle";
import type { ConsentAnswer } from "~/domain/consent/weigh";
import { outsideName } from "./names.server";
import { lockStudent } from "./pursuits.server";
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

/** Every answer about one student and purpose, in any order; `pursuitId` null for purposes that are asked for the year. */
export async function listConsentAnswers(
  tx: ScopeTx,
  asked: { schoolId: string; studentId: string; purpose: string; pursuitId: string | null },
): Promise<ConsentAnswer[]> {
  const rows = await tx
    .selectFrom("consents")
    .select(["id", "guardian_id", "state", "answered_at", "valid_until", "recorded_by"])
    .where("school_id", "=", asked.schoolId)
    .where("student_id", "=", asked.studentId)
    .where("purpose", "=", asked.purpose)
    .where("pursuit_id", "is not distinct from", asked.pursuitId)
    .where("state", "in", ["given", "refused", "revoked"])
    .where("answered_at", "is not", null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    holderId: row.guardian_id,
    state: row.state as ConsentAnswer["state"],
    answeredAt: row.answered_at ?? "",
    validUntil: row.valid_until,
    recordedBy: row.recorded_by,
  }));
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
export async function insertConsentRequest(
  tx: ScopeTx,
  request: NewConsentRequest,
): Promise<{ id: string; letterCode: string; isNew: boolean }> {
  const open = await tx
    .selectFrom("consents")
    .select(["id", "letter_code"])
    .where("school_id", "=", request.schoolId)
    .where("student_id", "=", request.studentId)
    .where("guardian_id", "=", request.guardianId)
    .where("purpose", "=", request.purpose)
    .where("state", "=", "requested")
    .where((eb) =>
      request.pursuitId === null ? eb("pursuit_id", "is", null) : eb("pursuit_id", "=", request.pursuitId),
    )
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

/** Locks the student whom a consent is about and reads the consent as it is from then on. */
export async function lockConsent(
  tx: ScopeTx,
  key: { schoolId: string; consentId: string },
): Promise<ConsentFacts | undefined> {
  const consent = await findConsent(tx, key);
  if (!consent || !(await lockStudent(tx, { schoolId: key.schoolId, studentId: consent.student_id }))) return undefined;
  return findConsent(tx, key);
}

/** Consents about a student, or asked of a guardian, newest first. */
export function listConsents(
  tx: ScopeTx,
  asked: { schoolId: string; studentId?: string; guardianId?: string; pursuitId?: string; state?: string },
) {
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
    .innerJoin("people as st", (join) =>
      join.onRef("st.school_id", "=", "c.school_id").onRef("st.id", "=", "c.student_id"),
    )
    .innerJoin("people as gu", (join) =>
      join.onRef("gu.school_id", "=", "c.school_id").onRef("gu.id", "=", "c.guardian_id"),
    )
    .leftJoin("consent_texts as t", (join) =>
      join.onRef("t.school_id", "=", "c.school_id").onRef("t.id", "=", "c.text_id"),
    )
    .selectAll("c")
    .select([
      "st.name_used as student_name",
      outsideName("st").as("student_outside_name"),
      "st.full_name as student_full_name",
      "gu.full_name as guardian_full_name",
      "gu.name_used as guardian_name",
      "t.body as text_body",
      "t.version as text_version",
      "t.language as text_language",
      "t.state as text_state",
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

/**
 * Open requests from before a moment that a pursuit waits for and of which no reminder went out, the oldest first. One that
 * nobody can answer by mail, because no text is released in its language, is a task already.
 */
export async function listUnremindedConsents(
  tx: ScopeTx,
  asked: { schoolId: string; requestedBefore: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("consents as c")
    .select("c.id")
    .where("c.school_id", "=", asked.schoolId)
    .where("c.state", "=", "requested")
    .where("c.reminded_at", "is", null)
    .where("c.text_id", "is not", null)
    .where("c.requested_at", "<=", asked.requestedBefore.toISOString())
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("pursuits as u")
          .select("u.id")
          .whereRef("u.school_id", "=", "c.school_id")
          .whereRef("u.student_id", "=", "c.student_id")
          .where((or) => or.or([or("c.pursuit_id", "is", null), or("u.id", "=", or.ref("c.pursuit_id"))]))
          .where((or) =>
            or.or([
              or("u.state", "=", "approved"),
              or.and([or("c.purpose", "<>", "looking"), or("u.state", "in", ["contacted", "offered", "accepted"])]),
            ]),
          ),
      ),
    )
    .orderBy("c.requested_at")
    .orderBy("c.id")
    .execute();
  return rows.map((row) => row.id);
}

/** Notes the one reminder of a request. */
export async function updateConsentReminded(
  tx: ScopeTx,
  reminded: { schoolId: string; consentId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("consents")
    .set({ reminded_at: reminded.now.toISOString() })
    .where("school_id", "=", reminded.schoolId)
    .where("id", "=", reminded.consentId)
    .execute();
}
