import type { Answered, CardAnswer } from "~/domain/interest/finder/standing";
import type { ScopeTx } from "./scope.server";

interface OfStudent {
  schoolId: string;
  studentId: string;
}

interface OfSitting {
  schoolId: string;
  sittingId: string;
}

/** A student's latest time through the cards, finished or not. */
export function findNewestSitting(tx: ScopeTx, asked: OfStudent) {
  return sittings(tx, asked).orderBy("version", "desc").limit(1).executeTakeFirst();
}

export type SittingRow = NonNullable<Awaited<ReturnType<typeof findNewestSitting>>>;

/** The latest one that was finished: it holds the profile. */
export function findFinishedSitting(tx: ScopeTx, asked: OfStudent) {
  return sittings(tx, asked)
    .where("finished_at", "is not", null)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

function sittings(tx: ScopeTx, { schoolId, studentId }: OfStudent) {
  return tx
    .selectFrom("interest_sittings")
    .select(["id", "version", "deck_version", "begun_at", "finished_at", "for_advisor", "for_family", "settled_at"])
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId);
}

interface NewSitting {
  version: number;
  deckVersion: number;
  forAdvisor: boolean;
  forFamily: boolean;
}

/** Begins one. The caller holds the student's lock, so that no version is taken twice. */
export async function insertSitting(
  tx: ScopeTx,
  { schoolId, studentId, now, ...sitting }: OfStudent & NewSitting & { now: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("interest_sittings")
    .values({
      school_id: schoolId,
      student_id: studentId,
      version: sitting.version,
      deck_version: sitting.deckVersion,
      for_advisor: sitting.forAdvisor,
      for_family: sitting.forFamily,
      begun_at: now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The answers of one time through the cards, in the order in which they were given. */
export async function listCardAnswers(tx: ScopeTx, { schoolId, sittingId }: OfSitting): Promise<Answered[]> {
  const rows = await tx
    .selectFrom("interest_answers")
    .select(["left_id", "right_id", "answer"])
    .where("school_id", "=", schoolId)
    .where("sitting_id", "=", sittingId)
    .orderBy("step")
    .execute();
  return rows.map(({ left_id: left, right_id: right, answer }) => ({ left, right, answer: answer as CardAnswer }));
}

export async function insertCardAnswer(
  tx: ScopeTx,
  { schoolId, sittingId, step, answered, now }: OfSitting & { step: number; answered: Answered; now: Date },
): Promise<void> {
  await tx
    .insertInto("interest_answers")
    .values({
      school_id: schoolId,
      sitting_id: sittingId,
      step,
      left_id: answered.left,
      right_id: answered.right,
      answer: answered.answer,
      answered_at: now.toISOString(),
    })
    .execute();
}

export async function deleteCardAnswer(
  tx: ScopeTx,
  { schoolId, sittingId, step }: OfSitting & { step: number },
): Promise<void> {
  await tx
    .deleteFrom("interest_answers")
    .where("school_id", "=", schoolId)
    .where("sitting_id", "=", sittingId)
    .where("step", "=", step)
    .execute();
}

export async function finishSitting(
  tx: ScopeTx,
  { schoolId, sittingId, now }: OfSitting & { now: Date },
): Promise<void> {
  await tx
    .updateTable("interest_sittings")
    .set({ finished_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", sittingId)
    .execute();
}

/** The student answered what the cards up to this version suggest. */
export async function settleSuggestions(
  tx: ScopeTx,
  { schoolId, studentId, version, now }: OfStudent & { version: number; now: Date },
): Promise<void> {
  await tx
    .updateTable("interest_sittings")
    .set({ settled_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("version", "<=", version)
    .where("finished_at", "is not", null)
    .where("settled_at", "is", null)
    .execute();
}

/** Who else may read the profile, for every time through the cards, so that a later one keeps the student's choice. */
export async function shareSittings(
  tx: ScopeTx,
  { schoolId, studentId, forAdvisor, forFamily }: OfStudent & { forAdvisor: boolean; forFamily: boolean },
): Promise<void> {
  await tx
    .updateTable("interest_sittings")
    .set({ for_advisor: forAdvisor, for_family: forFamily })
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .execute();
}

/** Of these students, those with a profile, and whether they show it to their advisor. */
export async function listProfiled(
  tx: ScopeTx,
  { schoolId, studentIds }: { schoolId: string; studentIds: readonly string[] },
): Promise<{ studentId: string; forAdvisor: boolean; forFamily: boolean }[]> {
  if (studentIds.length === 0) return [];
  const rows = await tx
    .selectFrom("interest_sittings")
    .distinctOn("student_id")
    .select(["student_id", "for_advisor", "for_family"])
    .where("school_id", "=", schoolId)
    .where("student_id", "in", [...studentIds])
    .where("finished_at", "is not", null)
    .orderBy("student_id")
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({ studentId: row.student_id, forAdvisor: row.for_advisor, forFamily: row.for_family }));
}
