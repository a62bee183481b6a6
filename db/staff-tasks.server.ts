import { createHash } from "node:crypto";
import { sql } from "kysely";
import { TELLING_KINDS } from "~/domain/notice/told";
import type { NewMail } from "./mails.server";
import type { ScopeTx } from "./scope.server";

export type StaffTaskKind =
  | "find_contact"
  | "interpreter_consent"
  | "no_guardian"
  | "consent_refused"
  | "mail_undeliverable"
  | "mentor_question"
  | "guardian_question"
  | "relative_pair"
  | "confirm_organisation"
  | "thank_family"
  | "tell_family"
  | "tell_student"
  | "mail_failed"
  | "accommodation"
  | "site_suggested"
  | "fund_difference"
  | "delete_contact"
  | "visit_called_off"
  | "question"
  | "message_held"
  | "interpret_message"
  | "check_not_clear"
  | "check_ending"
  | "receive_student"
  | "decide_rights"
  | "transfer_refused"
  | "leaving_waits"
  | "transfer_lapsed"
  | "rights_changed"
  | "tell_host"
  | "clearance_open";

/** What a mail would say that a task stands in for. */
export interface TaskNotice {
  kind: NewMail["kind"];
  /** The key the mail would have, which says what it is about. */
  key: string;
  props: unknown;
}

export interface NewStaffTask {
  schoolId: string;
  kind: StaffTaskKind;
  subject: { noun: string; id: string };
  props?: Record<string, string | number | boolean>;
  notice?: TaskNotice;
  /** While a task with this key is open, another one is not made. */
  dedupeKey: string;
  dueOn?: string;
  now: Date;
}

/** Opens a task for the school's staff unless the same one is already open; answers whether it is new. */
export async function openTask(tx: ScopeTx, task: NewStaffTask): Promise<boolean> {
  const row = await tx
    .insertInto("staff_tasks")
    .values({
      school_id: task.schoolId,
      kind: task.kind,
      subject_noun: task.subject.noun,
      subject_id: task.subject.id,
      props: JSON.stringify(task.props ?? {}),
      notice: task.notice ? JSON.stringify(task.notice) : null,
      dedupe_key: task.dedupeKey,
      opened_at: task.now.toISOString(),
      due_on: task.dueOn ?? null,
    })
    .onConflict((conflict) => conflict.columns(["school_id", "dedupe_key"]).where("state", "=", "open").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether there is, or was, a task with a key. */
export async function hasHadTask(
  tx: ScopeTx,
  { schoolId, dedupeKey }: { schoolId: string; dedupeKey: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("staff_tasks")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("dedupe_key", "=", dedupeKey)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Names what somebody wrote in a task's key, so that a second click opens no second task and a second question does. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text.trim()).digest("hex").slice(0, 16);
}

/** One task of the school, locked for this transaction, so that two coordinators do not decide it twice. */
export function lockTask(tx: ScopeTx, { schoolId, taskId }: { schoolId: string; taskId: string }) {
  return tx
    .selectFrom("staff_tasks")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("id", "=", taskId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export type StaffTask = NonNullable<Awaited<ReturnType<typeof lockTask>>>;

/** Open tasks, the longest waiting first. */
export function listOpenTasks(
  tx: ScopeTx,
  { schoolId, limit, offset = 0 }: { schoolId: string; limit: number; offset?: number },
) {
  return tx
    .selectFrom("staff_tasks")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("state", "=", "open")
    .orderBy("opened_at")
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
}

/** Open tasks of some kinds, the longest waiting first. */
export function listOpenTasksOfKinds(
  tx: ScopeTx,
  { schoolId, kinds, limit }: { schoolId: string; kinds: readonly StaffTaskKind[]; limit: number },
) {
  return tx
    .selectFrom("staff_tasks")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("state", "=", "open")
    .where("kind", "in", [...kinds])
    .orderBy("opened_at")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** One task of the school, open or closed. */
export function findTask(tx: ScopeTx, { schoolId, taskId }: { schoolId: string; taskId: string }) {
  return tx
    .selectFrom("staff_tasks")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("id", "=", taskId)
    .executeTakeFirst();
}

/** The task of a letter, by how its id ends; an open one before one that is done, should two ids ever end alike. */
export function findTaskByLetter(tx: ScopeTx, { schoolId, idEndsIn }: { schoolId: string; idEndsIn: string }) {
  return tx
    .selectFrom("staff_tasks")
    .select(["id", "props"])
    .where("school_id", "=", schoolId)
    .where("kind", "in", [...TELLING_KINDS])
    .where(sql<string>`right(id::text, ${idEndsIn.length})`, "=", idEndsIn)
    .orderBy((eb) => eb.case().when("state", "=", "open").then(0).else(1).end())
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Open tasks of one kind about one thing, the oldest first. */
export function listOpenTasksAbout(
  tx: ScopeTx,
  { schoolId, kind, subject }: Pick<NewStaffTask, "schoolId" | "kind" | "subject">,
) {
  return tx
    .selectFrom("staff_tasks")
    .select(["id", "props"])
    .where("school_id", "=", schoolId)
    .where("kind", "=", kind)
    .where("subject_noun", "=", subject.noun)
    .where("subject_id", "=", subject.id)
    .where("state", "=", "open")
    .orderBy("opened_at")
    .orderBy("id")
    .execute();
}

/** The states of tasks by their keys, of each key the newest; keys without a task are left out. */
export async function findTaskStates(
  tx: ScopeTx,
  { schoolId, dedupeKeys }: { schoolId: string; dedupeKeys: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("staff_tasks")
    .select(["dedupe_key", "state"])
    .where("school_id", "=", schoolId)
    .where("dedupe_key", "=", sql<string>`any(${[...dedupeKeys]}::text[])`)
    .orderBy("opened_at")
    .orderBy("id")
    .execute();
  return new Map(rows.map(({ dedupe_key, state }) => [dedupe_key, state]));
}

/** Keys of the open tasks of one kind about one thing. */
export async function listOpenTaskKeys(
  tx: ScopeTx,
  { schoolId, kind, subject }: Pick<NewStaffTask, "schoolId" | "kind" | "subject">,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("staff_tasks")
    .select("dedupe_key")
    .where("school_id", "=", schoolId)
    .where("kind", "=", kind)
    .where("subject_noun", "=", subject.noun)
    .where("subject_id", "=", subject.id)
    .where("state", "=", "open")
    .execute();
  return rows.map(({ dedupe_key }) => dedupe_key);
}

/**
 * Closes an open task; answers false when it was not open any more. What somebody asked, their name and where they are reached
 * are kept for the answer alone.
 */
export async function closeTask(
  tx: ScopeTx,
  task: { schoolId: string; taskId: string; outcome: "done" | "dropped"; by: string | null; note: string; now: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable("staff_tasks")
    .set((row) => ({
      state: task.outcome,
      done_by: task.by,
      done_at: task.now.toISOString(),
      outcome_note: task.note,
      notice: null,
      props: row.case().when("kind", "=", "question").then(sql<string>`'{}'::jsonb`).else(row.ref("props")).end(),
    }))
    .where("school_id", "=", task.schoolId)
    .where("id", "=", task.taskId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Closes every open task of one key, for instance because the fact it asked for has arrived. */
export async function closeTasksOf(
  tx: ScopeTx,
  task: { schoolId: string; dedupeKey: string; note: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("staff_tasks")
    .set({ state: "done", done_at: task.now.toISOString(), outcome_note: task.note, notice: null })
    .where("school_id", "=", task.schoolId)
    .where("dedupe_key", "=", task.dedupeKey)
    .where("state", "=", "open")
    .execute();
}

/** Closes every open task whose key begins so. */
export async function closeTasksWith(
  tx: ScopeTx,
  task: { schoolId: string; keyPrefix: string; note: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("staff_tasks")
    .set({ state: "done", done_at: task.now.toISOString(), outcome_note: task.note, notice: null })
    .where("school_id", "=", task.schoolId)
    .where((eb) => eb.fn<boolean>("starts_with", ["dedupe_key", eb.val(task.keyPrefix)]))
    .where("state", "=", "open")
    .execute();
}

/** Closes every open task of one kind about one thing. */
export async function closeTasksAbout(
  tx: ScopeTx,
  task: Pick<NewStaffTask, "schoolId" | "kind" | "subject" | "now"> & { note: string },
): Promise<void> {
  await tx
    .updateTable("staff_tasks")
    .set({ state: "done", done_at: task.now.toISOString(), outcome_note: task.note, notice: null })
    .where("school_id", "=", task.schoolId)
    .where("kind", "=", task.kind)
    .where("subject_noun", "=", task.subject.noun)
    .where("subject_id", "=", task.subject.id)
    .where("state", "=", "open")
    .execute();
}

/** Tasks to talk with hosts of a listing, open because nobody had read who is named: somebody has read these mentors now. */
export async function markMentorsRead(
  tx: ScopeTx,
  { schoolId, listingId, mentorIds }: { schoolId: string; listingId: string; mentorIds: readonly string[] },
): Promise<void> {
  await tx
    .updateTable("staff_tasks")
    .set({ props: sql`props || '{"why": "read"}'` })
    .where("school_id", "=", schoolId)
    .where("kind", "=", "tell_host")
    .where("state", "=", "open")
    .where(sql<boolean>`props ->> 'why' = 'unread'`)
    .where(sql<boolean>`props ->> 'mentorId' = any(${[...mentorIds]}::text[])`)
    .where("subject_noun", "=", "pursuit")
    .where("subject_id", "in", (eb) =>
      eb.selectFrom("pursuits").select("id").where("school_id", "=", schoolId).where("listing_id", "=", listingId),
    )
    .execute();
}

/** Empties the tasks about one thing whose people are to be forgotten; those still open are not needed any more. */
export async function forgetTasksAbout(
  tx: ScopeTx,
  { schoolId, noun, id, now }: { schoolId: string; noun: string; id: string; now: Date },
): Promise<void> {
  const own = () =>
    tx
      .updateTable("staff_tasks")
      .where("school_id", "=", schoolId)
      .where("subject_noun", "=", noun)
      .where("subject_id", "=", id);
  await own().set({ state: "dropped", done_at: now.toISOString(), notice: null }).where("state", "=", "open").execute();
  await own().set({ props: "{}", outcome_note: "" }).execute();
}
