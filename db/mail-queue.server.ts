import { type ExpressionBuilder, sql } from "kysely";
import { enqueueDelivery } from "./mails.server";
import type { DB } from "./schema.generated";
import type { ScopeTx, SystemTx } from "./scope.server";

/**
 * How many of a school's mails are in which state: all that wait, and those that ended since a moment. What waits for a day's mail is
 * not late, and what one carries is no mail of its own.
 */
export function countMailsByState(tx: ScopeTx, { schoolId, since }: { schoolId: string; since: Date }) {
  return tx
    .selectFrom("mails")
    .select((eb) => [
      "state",
      "arrival",
      eb.fn.countAll<number>().as("count"),
      eb.fn.min<string>("created_at").as("oldest_at"),
    ])
    .where("school_id", "=", schoolId)
    .where("kind", "<>", SEALED_KIND)
    .where("joined_in", "is", null)
    .where((eb) => eb.not(waitsForDay(eb)))
    .where((eb) =>
      eb.or([eb("state", "in", ["queued", "claimed", "needs_person"]), eb("created_at", ">=", since.toISOString())]),
    )
    .groupBy(["state", "arrival"])
    .execute();
}

/** How many of a school's mails wait for the day's mail of their readers. */
export async function countWaitingForDay(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<number> {
  const { count } = await tx
    .selectFrom("mails")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where(waitsForDay)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const waitsForDay = (eb: ExpressionBuilder<DB, "mails">) =>
  eb.and([eb("joins_day", "=", true), eb("day_at", "is", null), eb("state", "=", "queued")]);

const TROUBLED = ["failed", "needs_person"] as const;
/** Whom a sealed report names may work at this desk: its alerts are in no list and no count, and the next people are told at once. */
export const SEALED_KIND = "concern-waits";

/** Mails that did not leave, or of which nobody knows, and those that failed and come again; the oldest first. Not those that went out a second time. */
export function listTroubledMails(tx: ScopeTx, { schoolId, limit }: { schoolId: string; limit: number }) {
  return tx
    .selectFrom("mails")
    .select(["id", "kind", "state", "attempts", "created_at", "last_error", "dedupe_key"])
    .where("school_id", "=", schoolId)
    .where("kind", "<>", SEALED_KIND)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("mails as copy")
            .select("copy.id")
            .where("copy.school_id", "=", schoolId)
            .whereRef("copy.dedupe_key", "like", sql<string>`'%:again:' || mails.id`),
        ),
      ),
    )
    .where((eb) =>
      eb.or([
        eb("state", "in", [...TROUBLED]),
        eb.and([eb("state", "in", ["queued", "claimed"]), eb("last_error", "is not", null)]),
      ]),
    )
    .orderBy("created_at")
    .orderBy("id")
    .limit(limit)
    .execute();
}

function troubledMail(tx: ScopeTx, { schoolId, mailId }: { schoolId: string; mailId: string }) {
  return tx
    .selectFrom("mails")
    .select(["id", "kind", "state", "dedupe_key", "recipient_person_id", "recipient_mentor_id"])
    .where("school_id", "=", schoolId)
    .where("id", "=", mailId)
    .where("kind", "<>", SEALED_KIND)
    .where((eb) =>
      eb.or([eb("state", "in", [...TROUBLED]), eb.and([eb("state", "=", "queued"), eb("joined_in", "is", null)])]),
    );
}

/** One of them that no worker is at. */
export function findTroubledMail(tx: ScopeTx, key: { schoolId: string; mailId: string }) {
  return troubledMail(tx, key).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export function lockTroubledMail(tx: ScopeTx, key: { schoolId: string; mailId: string }) {
  return troubledMail(tx, key).forNoKeyUpdate().executeTakeFirst();
}

/**
 * Lets a mail go out at once: one that waits, or one that the provider refused, which then begins anew with the same words, by itself
 * where another one carried it.
 */
export async function tryMailNow(
  tx: ScopeTx,
  { schoolId, mailId }: { schoolId: string; mailId: string },
): Promise<void> {
  const mail = await tx
    .selectFrom("mails")
    .select(["id", "kind", "category"])
    .where("school_id", "=", schoolId)
    .where("id", "=", mailId)
    .executeTakeFirst();
  if (!mail) return;
  // What it carried was refused with it and goes out again by a decision of its own, if at all: it is not in these words any more.
  await tx
    .updateTable("mails")
    .set({ joined_in: null })
    .where("school_id", "=", schoolId)
    .where("joined_in", "=", mailId)
    .where("state", "in", ["failed", "needs_person"])
    .execute();
  await tx
    .updateTable("mails")
    .set({ state: "queued", handed_at: null, joined_in: null })
    .where("school_id", "=", schoolId)
    .where("id", "=", mailId)
    .where("state", "=", "failed")
    .execute();
  await enqueueDelivery(tx, mail);
}

/** A person decided that a mail is not wanted any more: it ends, and what it said is deleted. */
export async function discardMail(
  tx: ScopeTx,
  { schoolId, mailId, now }: { schoolId: string; mailId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("mails")
    .set({
      state: "suppressed",
      last_error: "discarded by a person",
      props: "{}",
      frozen_subject: "",
      frozen_html: null,
      frozen_text: null,
      frozen_calendar: null,
      wiped_at: now.toISOString(),
    })
    .where("school_id", "=", schoolId)
    .where("id", "=", mailId)
    .execute();
}

/** How many sign-in mails wait: they are of no school. */
export async function countWaitingSignIns(tx: SystemTx): Promise<number> {
  const { count } = await tx
    .selectFrom("mails")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "is", null)
    .where("state", "in", ["queued", "claimed"])
    .executeTakeFirstOrThrow();
  return count;
}

/** How a transport is doing, for all schools together; undefined before its first mail. */
export function findTransport(tx: SystemTx, name: string) {
  return tx
    .selectFrom("mail_transports")
    .select(["name", "next_send_at", "fault", "fault_at"])
    .where("name", "=", name)
    .executeTakeFirst();
}
