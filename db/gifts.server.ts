import { sql } from "kysely";
import type { Cheque } from "~/domain/fund/cheque";
import { type CameBack, type GiftStanding, PAYABLE, UNDER_WAY } from "~/domain/fund/gift-truth";
import type { Origin } from "~/domain/fund/origin";
import type { Purpose } from "~/domain/fund/purposes";
import { type Sending, type SentForm, sendingAfter } from "~/domain/fund/sent-form";
import type { Book } from "./fund-books.server";
import { listGiftCheques } from "./gift-cheques.server";
import type { ScopeTx } from "./scope.server";

export interface NewGift {
  schoolId: string;
  districtId: string;
  book: Book;
  purpose: Purpose;
  minor: number;
  currency: string;
  way: "checkout" | "pledge" | "cheque";
  /** Whose it is, and how that is known; null where nothing proves it. */
  organisationId: string | null;
  origin: Origin;
  givenBy: string | null;
  donorName: string;
  /** What the donor would be known by as an organisation of the district: it may become one. */
  donorKey: string;
  donorMail: string;
  donorLanguage: string;
  anonymous: boolean;
  /** The link it was given through; null where none was needed. */
  linkId: string | null;
  /** The form it was entered in. */
  form: SentForm | null;
  now: Date;
}

/** A gift nothing is posted for yet; answers its id, and whether this form had made one before. */
export async function insertGift(tx: ScopeTx, gift: NewGift): Promise<{ giftId: string; sending: Sending }> {
  const made = await tx
    .insertInto("gifts")
    .values({
      school_id: gift.schoolId,
      district_id: gift.districtId,
      book: gift.book,
      purpose: gift.purpose,
      minor: gift.minor,
      currency: gift.currency,
      way: gift.way,
      organisation_id: gift.organisationId,
      origin: gift.origin,
      given_by: gift.givenBy,
      donor_name: gift.donorName,
      donor_key: gift.donorKey,
      donor_mail: gift.donorMail,
      donor_language: gift.donorLanguage,
      anonymous: gift.anonymous,
      created_at: gift.now.toISOString(),
      link_ids: gift.linkId === null ? [] : [gift.linkId],
      form_key: gift.form?.key ?? null,
      form_digest: gift.form?.digest ?? "",
    })
    .onConflict((conflict) => conflict.columns(["school_id", "form_key"]).where("form_key", "is not", null).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (made) return { giftId: made.id, sending: "first" };
  const before = await tx
    .selectFrom("gifts")
    .select(["id", "form_digest"])
    .where("school_id", "=", gift.schoolId)
    .where("form_key", "=", gift.form?.key ?? null)
    .executeTakeFirstOrThrow();
  return { giftId: before.id, sending: sendingAfter(before, gift.form) };
}

/** Whether a form has made a gift before, so that sending it again makes none. */
export async function hasGiftOfForm(
  tx: ScopeTx,
  { schoolId, formKey }: { schoolId: string; formKey: string },
): Promise<boolean> {
  const gift = await tx
    .selectFrom("gifts")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("form_key", "=", formKey)
    .executeTakeFirst();
  return gift !== undefined;
}

/** Another link that opens a gift. */
export async function addGiftLink(tx: ScopeTx, { linkId, ...gift }: OneGift & { linkId: string }): Promise<void> {
  await ofGift(tx, gift)
    .set({ link_ids: sql<string[]>`array_append(link_ids, ${linkId}::uuid)` })
    .execute();
}

interface OneGift {
  schoolId: string;
  giftId: string;
}

/**
 * One gift with its checks, locked: nobody else brings its entries up to date before this transaction ends. The checks are asked
 * for once the lock is held, so that those are among them for which it had to wait.
 */
export async function lockGift(tx: ScopeTx, one: OneGift) {
  return withCheques(tx, one, await rowOf(tx, one).forNoKeyUpdate().executeTakeFirst());
}

/** The same, as it stands now: nobody waits, whoever has locked it. */
export async function findGiftNow(tx: ScopeTx, one: OneGift) {
  return withCheques(tx, one, await rowOf(tx, one).executeTakeFirst());
}

function rowOf(tx: ScopeTx, { schoolId, giftId }: OneGift) {
  return tx.selectFrom("gifts").selectAll().where("school_id", "=", schoolId).where("id", "=", giftId);
}

async function withCheques<Row>(tx: ScopeTx, { schoolId, giftId }: OneGift, gift: Row | undefined) {
  const cheques: readonly Cheque[] = gift ? await listGiftCheques(tx, { schoolId, giftIds: [giftId] }) : [];
  return gift && { ...gift, cheques };
}

export type Gift = NonNullable<Awaited<ReturnType<typeof lockGift>>>;

/** Some of the gifts of a book, the newest first. */
export function listGifts(
  tx: ScopeTx,
  { schoolId, book, offset, limit }: { schoolId: string; book: Book; offset: number; limit: number },
) {
  return withOrganisations(tx, schoolId)
    .where("g.book", "=", book)
    .orderBy("g.created_at", "desc")
    .orderBy("g.id", "desc")
    .offset(offset)
    .limit(limit)
    .execute();
}

/** How many gifts a book has. */
export async function countGifts(tx: ScopeTx, { schoolId, book }: { schoolId: string; book: Book }): Promise<number> {
  const { count } = await tx
    .selectFrom("gifts")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .executeTakeFirstOrThrow();
  return count;
}

/** One gift, to be looked at. */
export function findGift(tx: ScopeTx, { schoolId, giftId }: OneGift) {
  return withOrganisations(tx, schoolId).where("g.id", "=", giftId).executeTakeFirst();
}

function withOrganisations(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("gifts as g")
    .leftJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "g.district_id").onRef("o.id", "=", "g.organisation_id"),
    )
    .selectAll("g")
    .select("o.name as organisation_name")
    .where("g.school_id", "=", schoolId);
}

/** How many gifts are promised, invoiced, on their way or disputed. */
export async function countGiftsToCome(tx: ScopeTx, { schoolId, book }: { schoolId: string; book: Book }) {
  const { count } = await tx
    .selectFrom("gifts")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("standing", "in", [...UNDER_WAY])
    .executeTakeFirstOrThrow();
  return count;
}

/** When the first gift that is paid at an account was made, or undefined. */
export async function findFirstGift(
  tx: ScopeTx,
  { schoolId, book, accountId }: { schoolId: string } & Tied,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("gifts")
    .select((eb) => eb.fn.min("created_at").as("at"))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("account_id", "is not distinct from", accountId)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** Gifts for which something may be happening at an account: under way, disputed or invoiced, and unpaid ones made since a day. */
export async function listGiftsUnderWay(
  tx: ScopeTx,
  { schoolId, book, accountId, since }: { schoolId: string; since: Date } & Tied,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("gifts")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("account_id", "is not distinct from", accountId)
    .where("way", "<>", "cheque")
    .where((eb) =>
      eb.or([
        eb("standing", "in", ["invoiced", "processing", "disputed"]),
        // something is on its way of what is promised too
        sql<boolean>`under_way <> '{}'`,
        eb("standing", "in", [...PAYABLE]).and("created_at", ">=", since.toISOString()),
      ]),
    )
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The word for a gift, what came of it and what is on its way, beside the entries that they stand for. */
export async function putGiftStanding(tx: ScopeTx, { schoolId, giftId, ...stands }: Stands): Promise<void> {
  const { standing, cameBack, cameMinor, processingMinor } = stands;
  await ofGift(tx, { schoolId, giftId })
    .set({ standing, came_back: cameBack, came_minor: cameMinor, processing_minor: processingMinor })
    .execute();
}

type Stands = OneGift & {
  standing: GiftStanding;
  cameBack: CameBack | null;
  cameMinor: number;
  processingMinor: number;
};

/** How much the donor was told of as gone back. */
export async function putToldBack(tx: ScopeTx, { minor, ...gift }: OneGift & { minor: number }): Promise<void> {
  await ofGift(tx, gift).set({ told_back_minor: minor }).execute();
}

/** Which payments of a gift are on their way. */
export async function putUnderWay(tx: ScopeTx, { ids, ...gift }: OneGift & { ids: string[] }): Promise<void> {
  await ofGift(tx, gift).set({ under_way: ids }).execute();
}

/** For which payments and checks of a gift the donor has a receipt. */
export async function putToldCame(tx: ScopeTx, { ids, ...gift }: OneGift & { ids: string[] }): Promise<void> {
  await ofGift(tx, gift).set({ told_came: ids }).execute();
}

/** Which payments and checks of a gift have failed, as far as anybody looked. */
export async function putToldFailed(tx: ScopeTx, { ids, ...gift }: OneGift & { ids: string[] }): Promise<void> {
  await ofGift(tx, gift).set({ told_failed: ids }).execute();
}

/** What the pages show of a new invoice: the number of the donor's purchase order, where it goes and by when it is due. */
export async function putGiftInvoice(
  tx: ScopeTx,
  gift: OneGift & { purchaseOrder: string; donorMail: string; dueOn: string },
): Promise<void> {
  const { purchaseOrder, donorMail, dueOn } = gift;
  const shown = { purchase_order: purchaseOrder, donor_mail: donorMail, due_on: dueOn };
  await ofGift(tx, gift)
    .set({ ...shown, invoice_mailed: false })
    .execute();
}

/**
 * Later mail about a gift goes to the corrected address. Answers whether anything changed: not where the donor has another address by
 * now, or is forgotten.
 */
export async function correctDonorMail(
  tx: ScopeTx,
  { was, address, ...gift }: OneGift & { was: string; address: string },
): Promise<boolean> {
  if (was.toLowerCase() === address.toLowerCase()) return false;
  const { numUpdatedRows } = await ofGift(tx, gift)
    .set({ donor_mail: address })
    .where(sql`lower(donor_mail)`, "=", was.trim().toLowerCase())
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Stripe mailed the gift's newest invoice. */
export async function noteInvoiceMailed(tx: ScopeTx, gift: OneGift): Promise<void> {
  await ofGift(tx, gift).set({ invoice_mailed: true }).execute();
}

/** The donor's promise is over. */
export async function endGiftPromise(tx: ScopeTx, gift: OneGift & { now: Date }): Promise<void> {
  await ofGift(tx, gift).set({ promise_ended_at: gift.now.toISOString() }).execute();
}

/**
 * Ties objects at an account to a gift, which is paid there from now on; those that are tied already stay where they are. Null is the
 * account that the settings of the server name.
 */
export async function addGiftReferences(
  tx: ScopeTx,
  { schoolId, giftId, book, accountId, references }: OneGift & Tied & { references: readonly string[] },
): Promise<void> {
  if (references.length === 0) return;
  await ofGift(tx, { schoolId, giftId }).set({ account_id: accountId }).where("account_id", "is", null).execute();
  await tx
    .insertInto("gift_references")
    .values(
      references.map((reference) => ({
        ...{ school_id: schoolId, book, account_id: accountId, reference, gift_id: giftId },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

interface Tied {
  book: Book;
  accountId: string | null;
}

/** The objects through which a gift is paid, at the account where it is paid now, in the order in which they were learned of. */
export async function listGiftReferences(tx: ScopeTx, { schoolId, giftId }: OneGift): Promise<string[]> {
  const rows = await tx
    .selectFrom("gift_references as r")
    .innerJoin("gifts as g", (join) => join.onRef("g.school_id", "=", "r.school_id").onRef("g.id", "=", "r.gift_id"))
    .select("r.reference")
    .where("r.school_id", "=", schoolId)
    .where("r.gift_id", "=", giftId)
    .whereRef("r.account_id", "is not distinct from", "g.account_id")
    .orderBy("r.learned")
    .execute();
  return rows.map(({ reference }) => reference);
}

/** The objects through which a gift is or was paid at one account, in the order in which they were learned of. */
export async function listReferencesAt(
  tx: ScopeTx,
  { schoolId, giftId, accountId }: OneGift & Pick<Tied, "accountId">,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("gift_references")
    .select("reference")
    .where("school_id", "=", schoolId)
    .where("gift_id", "=", giftId)
    .where("account_id", "is not distinct from", accountId)
    .orderBy("learned")
    .execute();
  return rows.map(({ reference }) => reference);
}

/** The gift that one of these objects at an account belongs to, or undefined. */
export async function findGiftByReference(
  tx: ScopeTx,
  { schoolId, book, accountId, references }: { schoolId: string; references: readonly string[] } & Tied,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("gift_references")
    .select("gift_id")
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("account_id", "is not distinct from", accountId)
    .where("reference", "in", [...references])
    .executeTakeFirst();
  return row?.gift_id;
}

function ofGift(tx: ScopeTx, { schoolId, giftId }: OneGift) {
  return tx.updateTable("gifts").where("school_id", "=", schoolId).where("id", "=", giftId);
}
