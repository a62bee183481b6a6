import { sql } from "kysely";
import type { Cheque } from "~/domain/fund/cheque";
import { type Sending, type SentForm, sendingAfter } from "~/domain/fund/sent-form";
import type { ScopeTx } from "./scope.server";

export interface NewCheque {
  schoolId: string;
  giftId: string;
  minor: number;
  number: string;
  /** Why it is more than the fund takes at once, if it is. */
  whyMore: string;
  receivedOn: string;
  /** The invoice at Stripe that was told of it, and by which note. */
  invoice: string | null;
  creditNote: string | null;
  /** The form it was entered in. */
  form: SentForm | null;
  now: Date;
}

/** Writes down a check that came for a gift, and answers its id. The caller holds the gift's lock. */
export async function insertGiftCheque(tx: ScopeTx, cheque: NewCheque): Promise<string> {
  const { id } = await tx
    .insertInto("gift_cheques")
    .values({
      school_id: cheque.schoolId,
      gift_id: cheque.giftId,
      minor: cheque.minor,
      number: cheque.number,
      why_more: cheque.whyMore,
      received_on: cheque.receivedOn,
      invoice: cheque.invoice,
      credit_note: cheque.creditNote,
      form_key: cheque.form?.key ?? null,
      form_digest: cheque.form?.digest ?? "",
      created_at: cheque.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** How a check's form is sent now. The caller holds the gift's lock. */
export async function findSendingOfCheque(
  tx: ScopeTx,
  { schoolId, form }: { schoolId: string; form: SentForm | null },
): Promise<Sending> {
  if (form === null) return "first";
  const before = await tx
    .selectFrom("gift_cheques")
    .select("form_digest")
    .where("school_id", "=", schoolId)
    .where("form_key", "=", form.key)
    .executeTakeFirst();
  return before ? sendingAfter(before, form) : "first";
}

/** The checks that came for gifts, the oldest first. */
export function listGiftCheques(
  tx: ScopeTx,
  { schoolId, giftIds }: { schoolId: string; giftIds: readonly string[] },
): Promise<(Cheque & { giftId: string; whyMore: string })[]> {
  return tx
    .selectFrom("gift_cheques as c")
    .select([
      "c.id",
      "c.gift_id as giftId",
      "c.minor",
      "c.number",
      "c.why_more as whyMore",
      "c.received_on as receivedOn",
      "c.invoice",
      "c.credit_note as creditNote",
      "c.bounced_at as bouncedAt",
      "c.owed_again as owedAgain",
    ])
    .where("c.school_id", "=", schoolId)
    .where("c.gift_id", "=", sql<string>`any(${[...giftIds]}::uuid[])`)
    .orderBy("c.received_on")
    .orderBy("c.id")
    .execute();
}

/** A check came back. The caller holds the gift's lock. */
export async function bounceGiftCheque(
  tx: ScopeTx,
  { schoolId, chequeId, owedAgain, now }: { schoolId: string; chequeId: string; owedAgain: boolean; now: Date },
): Promise<void> {
  await tx
    .updateTable("gift_cheques")
    .set({ bounced_at: now.toISOString(), owed_again: owedAgain })
    .where("school_id", "=", schoolId)
    .where("id", "=", chequeId)
    .execute();
}
