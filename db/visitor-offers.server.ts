import type { OfferedPost } from "~/domain/placement/post";
import type { DraftContent } from "./drafts.server";
import type { ScopeTx } from "./scope.server";

interface OfferKey {
  schoolId: string;
  offerId: string;
}

export interface NewVisitorOffer {
  schoolId: string;
  districtId: string;
  language: string;
  what: string;
  fullName: string;
  organisationName: string;
  mail: string;
  now: Date;
  lapsesAt: Date;
}

/** Writes down what somebody without an account offers; the address is not proved. Answers the id. */
export async function insertVisitorOffer(tx: ScopeTx, offer: NewVisitorOffer): Promise<string> {
  const { id } = await tx
    .insertInto("visitor_offers")
    .values({
      school_id: offer.schoolId,
      district_id: offer.districtId,
      language: offer.language,
      what: offer.what,
      full_name: offer.fullName,
      organisation_name: offer.organisationName,
      mail: offer.mail,
      asked_at: offer.now.toISOString(),
      lapses_at: offer.lapsesAt.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** One offer of the school, locked for this transaction. */
export function lockVisitorOffer(tx: ScopeTx, { schoolId, offerId }: OfferKey) {
  return tx
    .selectFrom("visitor_offers")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("id", "=", offerId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export type VisitorOffer = NonNullable<Awaited<ReturnType<typeof lockVisitorOffer>>>;

export function findVisitorOffer(tx: ScopeTx, { schoolId, offerId }: OfferKey) {
  return tx
    .selectFrom("visitor_offers")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("id", "=", offerId)
    .executeTakeFirst();
}

/** The offer of an address whose form is being filled in, the latest if there are several. */
export async function findOpenOfferOf(
  tx: ScopeTx,
  { schoolId, mail }: { schoolId: string; mail: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("visitor_offers")
    .select("id")
    .where("school_id", "=", schoolId)
    .where((eb) => eb(eb.fn<string>("lower", ["mail"]), "=", mail.trim().toLowerCase()))
    .where("state", "=", "open")
    .orderBy("asked_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row?.id;
}

/** Keeps what was typed into the form so far; answers false once it was sent. */
export async function updateOfferForm(
  tx: ScopeTx,
  { schoolId, offerId, form, lapsesAt }: OfferKey & { form: DraftContent; lapsesAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("visitor_offers")
    .set({ form: JSON.stringify(form), lapses_at: lapsesAt.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", offerId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What a coordinator decides about: the placement as it was sent, which only the offer keeps until then. */
export async function findOfferedPost(
  tx: ScopeTx,
  { schoolId, offerId }: OfferKey,
): Promise<{ mail: string; post: OfferedPost } | undefined> {
  const row = await tx
    .selectFrom("visitor_offers")
    .select(["mail", "post"])
    .where("school_id", "=", schoolId)
    .where("id", "=", offerId)
    .where("post", "is not", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && { mail: row.mail, post: row.post as unknown as OfferedPost };
}

/** A coordinator has decided: the placement stands for itself or is gone, and the offer has its last day. */
export async function updateOfferDecided(
  tx: ScopeTx,
  { schoolId, offerId, lapsesAt }: OfferKey & { lapsesAt: Date },
): Promise<void> {
  await tx
    .updateTable("visitor_offers")
    .set({ post: null, lapses_at: lapsesAt.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", offerId)
    .execute();
}

export async function deleteVisitorOffer(tx: ScopeTx, { schoolId, offerId }: OfferKey): Promise<void> {
  await tx.deleteFrom("visitor_offers").where("school_id", "=", schoolId).where("id", "=", offerId).execute();
}

/** Offers of the school whose last day is over. */
export async function listLapsedOffers(
  tx: ScopeTx,
  { schoolId, now }: { schoolId: string; now: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("visitor_offers")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("lapses_at", "<", now.toISOString())
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
