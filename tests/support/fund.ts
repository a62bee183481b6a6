import type { Actor, LinkActor } from "~/domain/actor";
import type { Purpose } from "~/domain/fund/purposes";
import { DEFAULT_FUND } from "~/domain/fund/settings";
import { schoolOfStandInKey, standInKey, standInSecret } from "~/domain/fund/stand-in-account";
import { refused } from "~/domain/outcome";
import { connectAccount } from "~/features/fund/connect-account.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { receiveEvent } from "~/features/fund/receive-event.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { type GiftWish, startGift } from "~/features/fund/start-gift.server";
import type { Act } from "~/payments/stand-in/acts";
import type { StandInEvent } from "~/payments/stand-in/objects";
import { type StandIn, startStandIn } from "~/payments/stand-in/server";
import { signEvent } from "~/payments/stripe.server";
import type { InvoiceRequest } from "~/steps/draft-invoice.server";
import type { Wiring } from "~/wiring";
import { cast, castActor, sampleSchools } from "~db/cast";
import { createTestDatabase, type TestDatabase } from "./database";
import { createSeededDatabase } from "./seeded-database";
import { NOBODY, valueIn } from "./stage";
import { openSuperuser } from "./superuser";
import { createTestClock, createTestWiring, type TestWiring, type TestWiringOptions } from "./wiring";

const { schoolId, districtId } = sampleSchools.lakeview;
/** Lakeview's account at the stand-in. */
export const ACCOUNT = standInKey(schoolId);

/** The sample schools with an open fund and a stand-in of Stripe beside them; events are delivered when a test says so. */
export interface FundStage {
  database: TestDatabase;
  wiring: TestWiring;
  standIn: StandIn;
  rows<Row extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Delivers what has happened since the last time, in order, and answers what became of each. */
  deliverNew(): Promise<string[]>;
  /** Delivers one event, whenever it happened; answers its effect or the refusal. */
  deliver(event: StandInEvent): Promise<string>;
  /** Forgets every gift, allocation and entry, and how often somebody asked. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

type FundStageOptions = Pick<TestWiringOptions, "connections" | "stripe"> & {
  /** The sample to copy, where several stages share one. */
  from?: TestDatabase;
};

export async function openFundStage({ connections = 10, stripe, from }: FundStageOptions = {}): Promise<FundStage> {
  const database = await (from ? createTestDatabase({ from }) : createSeededDatabase());
  const clock = createTestClock();
  const standIn = await startStandIn({ now: () => clock.now() });
  const payments = { sealSecret: "tests only: seals keys of test accounts", account: null, apiBase: standIn.url };
  const wiring = createTestWiring(database, { connections, ...(stripe && { stripe }), env: { payments } });
  wiring.clock = clock;
  const superuser = await openSuperuser(database.superuserUrl);
  let delivered = 0;
  const deliver = async (event: StandInEvent) => {
    const school = schoolOfStandInKey(event.account) ?? NOBODY;
    const signature = signEvent({ payload: event.body, secret: standInSecret(school), now: clock.now() });
    const outcome = await receiveEvent(wiring, { schoolId: school, payload: event.body, signature });
    return outcome.ok ? outcome.value.effect : outcome.reason;
  };
  await openLakeviewFund(wiring);
  return {
    database,
    wiring,
    standIn,
    rows: (text, values) => superuser.rows(text, values) as never,
    deliver,
    deliverNew: async () => {
      const effects: string[] = [];
      for (; delivered < standIn.events.length; delivered++)
        effects.push(await deliver(standIn.events[delivered] as StandInEvent));
      return effects;
    },
    clear: async () => {
      delivered = standIn.events.length;
      standIn.forget();
      await superuser.rows(CLEAR);
    },
    close: async () => {
      await superuser.end();
      await wiring.close();
      await standIn.close();
      await database.drop();
    },
  };
}

/** The ledger refuses to be emptied; a superuser may keep its triggers from firing. */
const CLEAR = `set session_replication_role = replica; ${[
  "fund_lines",
  "fund_entries",
  "gift_references",
  "gift_cheques",
  "fund_differences",
  "fund_check_accounts",
  "fund_checks",
  "fund_receipts",
  "fund_accounts",
  "stripe_events",
  "gifts",
  "fund_allocations",
  "audit_log",
  "staff_tasks",
  "mails",
  "identity.links",
  "identity.rate_limits",
]
  .map((table) => `delete from ${table}`)
  .join(";")}; set session_replication_role = origin`;

async function openLakeviewFund(wiring: TestWiring): Promise<void> {
  const decision = { book: "test", isOpen: true, settings: DEFAULT_FUND, seen: 0 } as const;
  valueIn(await saveFundSettings(wiring, castActor(cast.priya), decision));
}

/** A school's admin enters a key for practice, as the page shows the account that takes gifts. */
export async function enterKey(wiring: Wiring, secretKey: string, admin: Actor = castActor(cast.priya)) {
  const { current } = valueIn(await openFundSettings(wiring, admin)).books.test;
  const shown = { accountId: current?.accountId ?? "", seen: current?.revision ?? 0 };
  return connectAccount(wiring, admin, { book: "test", secretKey, shown });
}

/** Somebody with the link that the school hands out. */
export const donor: LinkActor = {
  kind: "link",
  linkKind: "give",
  linkId: NOBODY,
  subjectId: schoolId,
  schoolId,
  districtId,
  personId: null,
  organisationId: null,
  language: "en",
};

export const aWish = (own: Partial<GiftWish> = {}): GiftWish => ({
  schoolId,
  purpose: "transit",
  amount: "100",
  donorName: "Bo Lind",
  donorMail: "bo@example.org",
  organisationName: "",
  anonymous: false,
  payLater: false,
  language: "en",
  ...own,
});

/** A gift whose checkout is open; answers its id and that of the session. */
export async function openGiftCheckout(
  stage: FundStage,
  own: Partial<GiftWish> = {},
): Promise<{ giftId: string; session: string }> {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish(own)));
  const session = await openSession(stage, giftId);
  return { giftId, session };
}

/** A gift for which an invoice was sent, delivered and booked; answers its id and that of the invoice. */
export async function invoicedGift(
  stage: FundStage,
  own: Partial<GiftWish> = {},
): Promise<{ giftId: string; invoice: string }> {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish(own)));
  valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
  await stage.deliverNew();
  return { giftId, invoice: stage.standIn.list(ACCOUNT, "invoice").at(-1)?.id ?? "" };
}

/** What somebody who says what a difference is has seen of it. */
export const seenOf = (difference: { id: string; stripe_minor: number; ledger_minor: number } | undefined) => ({
  differenceId: difference?.id ?? "",
  stripeMinor: difference?.stripe_minor ?? 0,
  ledgerMinor: difference?.ledger_minor ?? 0,
});

export const anInvoice = (giftId: string, own: Partial<InvoiceRequest> = {}): InvoiceRequest => ({
  ...{ giftId, purchaseOrder: "PO 4711", purchaseOrderLabel: "Purchase order" },
  ...{ donorMail: "", title: "Bus passes", language: "en" },
  ...own,
});

export async function openSession(stage: FundStage, giftId: string, giver: Actor = donor): Promise<string> {
  const wish = { giftId, title: "Bus passes", returnUrl: "http://localhost:3000/give", language: "en" };
  const { url } = valueIn(await payGift(stage.wiring, giver, wish));
  return url.split("/").at(-1) ?? "";
}

/** A gift that is paid by card and booked. */
export async function paidGift(
  stage: FundStage,
  own: Partial<GiftWish> = {},
): Promise<{ giftId: string; charge: string }> {
  const { giftId, session } = await openGiftCheckout(stage, own);
  stage.standIn.act(ACCOUNT, session, "pay_card");
  await stage.deliverNew();
  return { giftId, charge: chargeOf(stage, session) };
}

/** The newest charge that was made through a session. */
export function chargeOf({ standIn }: FundStage, session: string): string {
  const charge = standIn.list(ACCOUNT, "charge").findLast((each) => each.paid_by === session);
  if (!charge) throw new Error("nobody has tried to pay");
  return charge.id;
}

/** Lets something happen at Stripe and delivers what it tells. */
export async function happens(stage: FundStage, id: string, what: Act): Promise<string[]> {
  stage.standIn.act(ACCOUNT, id, what);
  return stage.deliverNew();
}

/** What `work` answers when one of its questions to Stripe about a gift gets no answer: the first, the second… All else is heard. */
export const losingQuestion = <Answer>(stage: FundStage, lost: number, work: () => Promise<Answer>): Promise<Answer> =>
  losingOneOf(stage, ["readGift"], { lost, work });

const READS = ["readGift", "readPayout", "listCredits", "findGiftOf"] as const;

/** The same for any question whose answer says what Stripe holds. */
export const losingRead = <Answer>(stage: FundStage, lost: number, work: () => Promise<Answer>): Promise<Answer> =>
  losingOneOf(stage, READS, { lost, work });

async function losingOneOf<Answer>(
  { wiring }: FundStage,
  reads: readonly (typeof READS)[number][],
  { lost, work }: { lost: number; work: () => Promise<Answer> },
): Promise<Answer> {
  const { payments } = wiring;
  if (!payments) throw new Error("nobody can be asked");
  let asked = 0;
  const deaf = reads.map((read) => [
    read,
    async (...of: never[]) =>
      ++asked === lost ? refused("unavailable") : (payments[read] as (...of: never[]) => unknown)(...of),
  ]);
  wiring.payments = { ...payments, ...Object.fromEntries(deaf) };
  try {
    return await work();
  } finally {
    wiring.payments = payments;
  }
}

/** Balances by account, without purposes, as they are posted. */
export async function balances(stage: FundStage, purpose?: Purpose): Promise<Record<string, number>> {
  const rows = await stage.rows<{ account: string; minor: string }>(
    `select account, sum(minor) as minor from fund_lines where $1::text is null or purpose = $1 group by account having sum(minor) <> 0`,
    [purpose ?? null],
  );
  return Object.fromEntries(rows.map(({ account, minor }) => [account, Number(minor)]));
}

/** The newest check that came for a gift. */
export async function chequeOf(stage: FundStage, giftId: string): Promise<{ giftId: string; chequeId: string }> {
  const [cheque] = await stage.rows<{ id: string }>(
    "select id from gift_cheques where gift_id = $1 order by id desc limit 1",
    [giftId],
  );
  return { giftId, chequeId: cheque?.id ?? NOBODY };
}

export async function standingOfGift(stage: FundStage, giftId: string): Promise<string> {
  const [gift] = await stage.rows<{ standing: string }>("select standing from gifts where id = $1", [giftId]);
  return gift?.standing ?? "none";
}

/** Money that lay at Stripe long before the first gift: no check lists its line. Answers what is left of it after fees. */
export function earlierMoney({ standIn }: FundStage, amount: number): number {
  standIn.payElsewhere(ACCOUNT, amount);
  const lines = standIn.list(ACCOUNT, "balance_transaction");
  for (const line of lines) line.created = 1;
  return lines.reduce((sum, { net }) => sum + Number(net), 0);
}
