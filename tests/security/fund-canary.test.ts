import { afterAll, beforeAll, expect, test } from "vitest";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { type AllocationWish, proposeAllocation } from "~/features/fund/propose-allocation.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { PUBLISHED } from "~/payments/stand-in/parameters";
import { cast, castActor } from "~db/cast";
import {
  anInvoice,
  chequeOf,
  donor,
  type FundStage,
  happens,
  invoicedGift,
  openFundStage,
  openGiftCheckout,
  paidGift,
} from "../support/fund";
import { valueIn } from "../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
afterAll(() => stage.close());

/** A year of a fund: gifts by everybody, needs of a student, refunds and a dispute. */
async function liveOn(): Promise<void> {
  const { charge } = await paidGift(stage, { organisationName: "Lake Library", purpose: "tools" });
  const wish: AllocationWish = {
    studentId: cast.jada.personId,
    purpose: "tools",
    amount: "20",
    need: `Boots for ${cast.jada.name}, who cannot pay for them.`,
    businessDecision: "",
  };
  const { allocationId } = valueIn(await proposeAllocation(stage.wiring, castActor(cast.ines), wish));
  valueIn(await decideAllocation(stage.wiring, castActor(cast.priya), { allocationId, decision: "approve" }));
  await happens(stage, charge, "refund_half");
  await happens(stage, charge, "dispute");
  const { session } = await openGiftCheckout(stage, { anonymous: true });
  await happens(stage, session, "pay_bank");
  const { giftId } = await invoicedGift(stage, { organisationName: "Lake Library" });
  valueIn(await voidInvoice(stage.wiring, castActor(cast.priya), { giftId }));
  // a donor calls a student with two surnames as everybody does, wherever something can be typed
  await stage.rows("update people set full_name = full_name || ' Ortiz' where id = $1", [cast.jada.personId]);
  const typed = `For ${cast.jada.name}`;
  // an invoice ends the checkout that was open; checks pay a part of it, come back, and pay the whole
  const { giftId: promised } = await openGiftCheckout(stage, { payLater: true, donorName: typed });
  valueIn(await invoiceGift(stage.wiring, donor, anInvoice(promised, { purchaseOrder: typed })));
  const cheque = { giftId: promised, chequeNumber: "4471", receivedOn: "2026-10-14" };
  valueIn(await takeChequeFor(stage.wiring, castActor(cast.priya), { ...cheque, amount: "40" }));
  valueIn(await bounceCheque(stage.wiring, castActor(cast.priya), await chequeOf(stage, promised)));
  valueIn(await takeChequeFor(stage.wiring, castActor(cast.priya), { ...cheque, amount: "100" }));
}

/** Every write that the product asks of Stripe; it gives no money back itself, a refund is made at Stripe's own pages. */
const WRITES = [
  "checkout/sessions",
  "checkout/sessions/*/expire",
  "credit_notes",
  "credit_notes/*/void",
  "customers",
  "invoiceitems",
  "invoices",
  "invoices/*/finalize",
  "invoices/*/pay",
  "invoices/*/send",
  "invoices/*/void",
];

test("no student's name or id ever reaches Stripe, and every write has a key of its own and published words only", async () => {
  await liveOn();
  const students = await stage.rows<{ id: string; full_name: string; name_used: string }>(
    "select p.id, p.full_name, p.name_used from people p join students s on s.id = p.id",
  );
  expect(students.length).toBeGreaterThan(20);
  const sent = decodeURIComponent(stage.standIn.seen.map(({ path, body }) => `${path}?${body}`).join("\n"));
  const words = sent.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
  for (const { id, full_name: fullName, name_used: nameUsed } of students) {
    expect(sent).not.toContain(id);
    expect(sent.toLowerCase().replaceAll("+", " ")).not.toContain(fullName.toLowerCase());
    expect(words).not.toContain(nameUsed.toLowerCase());
  }
  const writes = stage.standIn.seen.filter(({ method }) => method === "POST");
  expect(writes.length).toBeGreaterThan(1);
  // all of them are tried here, and the stand-in knows the published words of no other
  expect([...new Set(writes.map(({ path }) => path.replace(/(?:cs|in|cn)_\w+/, "*")))].sort()).toEqual(WRITES);
  expect(WRITES.map((path) => path.replace("/*", ""))).toEqual(Object.keys(PUBLISHED).sort());
  // the stand-in refuses a parameter that the published interface does not know, and nothing above was refused
  expect(writes.filter(({ status }) => status !== 200)).toEqual([]);
  for (const { idempotencyKey } of writes) expect(idempotencyKey).toMatch(/^gift:/);
  expect(new Set(writes.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(writes.length);
});

test("the stand-in refuses what Stripe would refuse", async () => {
  const right = new URLSearchParams({
    ...{ mode: "payment", success_url: "http://localhost", "line_items[0][quantity]": "1" },
    "line_items[0][price_data][currency]": "usd",
    "line_items[0][price_data][unit_amount]": "2500",
    "line_items[0][price_data][product_data][name]": "Bus passes",
  });
  const ask = (more: Record<string, string>, key: string) =>
    fetch(`${stage.standIn.url}/v1/checkout/sessions`, {
      method: "POST",
      body: new URLSearchParams([...right, ...Object.entries(more)]).toString(),
      headers: { Authorization: "Bearer sk_test_strict", "Idempotency-Key": key },
    });
  // the interface of 2026-10-28 knows this one no more
  expect((await ask({ "payment_method_types[0]": "card" }, "k1")).status).toBe(400);
  const first = await ask({}, "k2");
  const again = await ask({}, "k2");
  expect((await again.json()).id).toBe((await first.json()).id);
  expect((await ask({ locale: "es" }, "k2")).status).toBe(400);
});
