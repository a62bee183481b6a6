import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from "kysely";
import type { DB } from "./schema.generated";
import type { ScopeTx } from "./scope.server";

/** What stays of a mail that nobody shall read any more. */
const EMPTIED = {
  props: "{}",
  frozen_from: null,
  frozen_html: null,
  frozen_text: null,
  frozen_headers: null,
  frozen_calendar: null,
  frozen_subject: null,
};

/**
 * Stops the first contact about a pursuit while no provider knows of it or after it was refused, also when a worker is about
 * to hand it over: that worker then finds its lease gone. Answers true when it was stopped: then the host never heard of the student, and must
 * not hear of the end either.
 */
export async function recallFirstContact(
  tx: ScopeTx,
  { schoolId, pursuitId, now }: { schoolId: string; pursuitId: string; now: Date },
): Promise<boolean> {
  const result = await unsent(tx, { schoolId, now })
    .where("dedupe_key", "like", `first-contact:${pursuitId}:%`)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Stops a person's digests while no provider knows of them, and those that were refused. */
export async function recallDigests(
  tx: ScopeTx,
  { schoolId, personId, now }: { schoolId: string; personId: string; now: Date },
): Promise<void> {
  await unsent(tx, { schoolId, now })
    .where("recipient_person_id", "=", personId)
    .where("category", "=", "digest")
    .execute();
}

/** Stops outreach of some keys that no provider knows of; answers the keys of what was stopped. */
export async function recallOutreach(
  tx: ScopeTx,
  { schoolId, mailKeys, now }: { schoolId: string; mailKeys: readonly string[]; now: Date },
): Promise<string[]> {
  if (mailKeys.length === 0) return [];
  const rows = await unsent(tx, { schoolId, now })
    .where("state", "in", ["queued", "claimed"])
    .where("dedupe_key", "in", mailKeys)
    .returning("dedupe_key")
    .execute();
  return rows.flatMap(({ dedupe_key: key }) => key ?? []);
}

/** Stops every mail of the school to a mentor that has not left. Whoever is written to later is written to anew. */
export async function recallMentorMails(
  tx: ScopeTx,
  { schoolId, mentorId, now }: { schoolId: string; mentorId: string; now: Date },
): Promise<void> {
  await unsent(tx, { schoolId, now }).where("recipient_mentor_id", "=", mentorId).execute();
}

/** What a day's mail carries may have left with it, so it is not taken back any more. */
const isCarriedAway = sql<SqlBool>`exists (select from mails carrier
  where carrier.id = mails.joined_in and carrier.handed_at is not null)`;

function unsent(tx: ScopeTx, { schoolId, now }: { schoolId: string; now: Date }) {
  return tx
    .updateTable("mails")
    .set({
      ...EMPTIED,
      // A refused mail was handed over, and then keeps a subject, if an empty one.
      frozen_subject: "",
      state: "suppressed",
      claimed_until: null,
      last_error: "stopped before it left",
      wiped_at: now.toISOString(),
    })
    .where("school_id", "=", schoolId)
    .where((eb) =>
      eb.or([
        eb.and([eb("state", "in", ["queued", "claimed"]), eb("handed_at", "is", null), eb.not(isCarriedAway)]),
        eb.and([eb("state", "=", "failed"), eb("arrival", "is", null)]),
      ]),
    );
}

interface OfSchool {
  schoolId: string;
  now: Date;
}

/** Empties the mails to and about somebody who was introduced and is to be forgotten. */
export function forgetIntroductionMails(
  tx: ScopeTx,
  { introductionId, ...of }: OfSchool & { introductionId: string },
): Promise<void> {
  return forgetMails(tx, of, (eb) =>
    eb.or([
      eb("dedupe_key", "=", `introduction-invitation:${introductionId}`),
      eb("dedupe_key", "like", `introduction-invitation:${introductionId}:again:%`),
      eb("dedupe_key", "=", `introduction-reminder:${introductionId}`),
      eb("dedupe_key", "like", `introduction-reminder:${introductionId}:again:%`),
      eb("dedupe_key", "like", `introduction-news:${introductionId}:%`),
      eb("dedupe_key", "like", `introduction-answer:${introductionId}:%`),
    ]),
  );
}

/** Empties the outreach that was written to a contact who is to be forgotten, while it is still known which that was. */
export function forgetOutreachMails(
  tx: ScopeTx,
  { contactId, ...of }: OfSchool & { contactId: string },
): Promise<void> {
  return forgetMails(tx, of, (eb) =>
    eb(
      "dedupe_key",
      "in",
      eb
        .selectFrom("outreach_mails as o")
        .select("o.mail_key")
        .where("o.school_id", "=", of.schoolId)
        .where("o.contact_id", "=", contactId),
    ),
  );
}

/** Empties the mails to a donor who is to be forgotten. */
export function forgetGiftMails(tx: ScopeTx, { giftId, ...of }: OfSchool & { giftId: string }): Promise<void> {
  return forgetMails(tx, of, (eb) =>
    eb.or(
      ["gift-pledged", "gift-receipt", "gift-returned", "gift-failed", "gift-bounced"].flatMap((kind) => [
        eb("dedupe_key", "=", `${kind}:${giftId}`),
        eb("dedupe_key", "like", `${kind}:${giftId}:%`),
      ]),
    ),
  );
}

/** Empties the mails to and about somebody who offered a placement and is to be forgotten. */
export function forgetOfferMails(tx: ScopeTx, { offerId, ...of }: OfSchool & { offerId: string }): Promise<void> {
  return forgetMails(tx, of, (eb) =>
    eb.or([
      eb("dedupe_key", "like", `visitor-offer-link:${offerId}:%`),
      eb("dedupe_key", "like", `visitor-offer-news:${offerId}:%`),
    ]),
  );
}

/**
 * Body and address go, the fact that a mail went out stays. One that still waits is not sent; one that a worker is sending right
 * now is empty when it comes back.
 */
async function forgetMails(
  tx: ScopeTx,
  { schoolId, now }: OfSchool,
  which: (eb: ExpressionBuilder<DB, "mails">) => ExpressionWrapper<DB, "mails", SqlBool>,
): Promise<void> {
  // A mail that was handed over before keeps a subject, if an empty one: the table says so.
  const emptied = { ...EMPTIED, frozen_subject: "", recipient_mail: "forgotten", wiped_at: now.toISOString() };
  const own = () => tx.updateTable("mails").where("school_id", "=", schoolId).where(which);
  await own()
    .set({ ...emptied, state: "suppressed", claimed_until: null, last_error: "the person is forgotten" })
    .where("state", "in", ["queued", "claimed"])
    .execute();
  await own().set(emptied).where("state", "not in", ["queued", "claimed"]).execute();
  await emptyCarriers(tx, { schoolId, which });
}

/** The body of a day's mail that carried one of them says what they said; one that has not left is written anew without them. */
async function emptyCarriers(
  tx: ScopeTx,
  {
    schoolId,
    which,
  }: { schoolId: string; which: (eb: ExpressionBuilder<DB, "mails">) => ExpressionWrapper<DB, "mails", SqlBool> },
): Promise<void> {
  await tx
    .updateTable("mails")
    .set({ frozen_subject: "", frozen_html: null, frozen_text: null, frozen_headers: null })
    .where("school_id", "=", schoolId)
    .where("state", "not in", ["queued", "claimed"])
    .where("id", "in", (eb) =>
      eb
        .selectFrom("mails")
        .select("joined_in")
        .where("school_id", "=", schoolId)
        .where("joined_in", "is not", null)
        .where(which),
    )
    .execute();
}
