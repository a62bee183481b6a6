import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openLink } from "~/features/accounts/open-link.server";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { checkFund } from "~/features/fund/check-fund.server";
import { inviteToGive } from "~/features/fund/invite-to-give.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { openGift } from "~/features/fund/open-gift.server";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  anInvoice,
  aWish,
  chargeOf,
  chequeOf,
  donor,
  type FundStage,
  happens,
  invoicedGift,
  openFundStage,
  openGiftCheckout,
  openSession,
  paidGift,
} from "../../support/fund";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";
import { TEST_NOW } from "../../support/wiring";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(async () => {
  stage.wiring.clock.set(TEST_NOW);
  await stage.clear();
});
afterAll(() => stage.close());

interface Mail {
  kind: string;
  category: string;
  to: string;
  language: string;
  props: Record<string, string>;
}
const mails = () =>
  stage.rows<Mail & Record<string, unknown>>(
    "select kind, category, recipient_mail as to, recipient_language as language, props from mails order by id",
  );

test("a promise is mailed with a link on which it can be paid, in the donor's language", async () => {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true, language: "es" })));
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ kind: "gift-pledged", to: "bo@example.org", language: "es" });
  expect(mail?.props).toMatchObject({ donorName: "Bo Lind", amount: "100.00 USD", purpose: "transit" });
  expect(mail?.props.link).toMatch(new RegExp(`/give/[\\w-]{43}/gifts/${giftId}$`));
  await happens(stage, await openSession(stage, giftId), "pay_card");
  expect((await mails()).map(({ kind }) => kind)).toEqual(["gift-pledged", "gift-receipt"]);
});

test("a paid gift has one receipt, however often its events come; one without an address has none", async () => {
  await paidGift(stage);
  for (const event of stage.standIn.events.slice(-2)) await stage.deliver(event);
  expect((await mails()).map(({ kind, props }) => [kind, props.amount, props.onDay])).toEqual([
    ["gift-receipt", "100.00 USD", "2026-10-15"],
  ]);
  await paidGift(stage, { donorMail: "" });
  expect(await mails()).toHaveLength(1);
});

const amounts = async (kind: string) =>
  (await mails()).filter((mail) => mail.kind === kind).map(({ props }) => props.amount);

test("a check that came back and is paid anew has a second receipt, and only one", async () => {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
  const priya = castActor(cast.priya);
  const check = { giftId, amount: "100", chequeNumber: "1", receivedOn: "2026-10-14" };
  valueIn(await takeChequeFor(stage.wiring, priya, check));
  valueIn(await bounceCheque(stage.wiring, priya, await chequeOf(stage, giftId)));
  const session = await openSession(stage, giftId);
  await happens(stage, session, "pay_card");
  for (const event of stage.standIn.events.slice(-2)) await stage.deliver(event);
  expect((await mails()).map(({ kind }) => kind)).toEqual([
    "gift-pledged",
    "gift-receipt",
    "gift-bounced",
    "gift-receipt",
  ]);
  // a refund that fails brings the same money back: the receipt for it was sent
  await happens(stage, chargeOf(stage, session), "refund_half");
  await happens(stage, stage.standIn.list(ACCOUNT, "refund").at(-1)?.id ?? "", "fail_refund");
  expect(await amounts("gift-receipt")).toHaveLength(2);
});

test("each refund is told once with what went back, whatever comes again, and one that failed and is made anew once more", async () => {
  const { charge } = await paidGift(stage);
  await happens(stage, charge, "refund_half");
  expect(await amounts("gift-returned")).toEqual(["50.00 USD"]);
  await happens(stage, charge, "refund_all");
  for (const event of stage.standIn.events.slice(-4)) await stage.deliver({ ...event, body: event.body });
  valueIn(await checkFund(stage.wiring, castActor(cast.ines)));
  expect(await amounts("gift-returned")).toEqual(["50.00 USD", "50.00 USD"]);
  await happens(stage, stage.standIn.list(ACCOUNT, "refund").at(-1)?.id ?? "", "fail_refund");
  expect(await amounts("gift-returned")).toHaveLength(2);
  await happens(stage, charge, "refund_all");
  expect(await amounts("gift-returned")).toEqual(["50.00 USD", "50.00 USD", "50.00 USD"]);
});

test("a dispute is told when it is lost, and never when it is won", async () => {
  const ends = async (how: "win" | "lose") => {
    const { charge } = await paidGift(stage);
    await happens(stage, charge, "dispute");
    await happens(stage, stage.standIn.list(ACCOUNT, "dispute").at(-1)?.id ?? "", how);
    return amounts("gift-returned");
  };
  expect(await ends("win")).toEqual([]);
  expect(await ends("lose")).toEqual(["100.00 USD"]);
});

test("money and a part of it that goes back, seen at once, have a receipt on the day it came and then what went back", async () => {
  const { session } = await openGiftCheckout(stage);
  stage.standIn.act(ACCOUNT, session, "pay_card");
  stage.wiring.clock.pass(3 * 24 * 60);
  await happens(stage, chargeOf(stage, session), "refund_half");
  expect((await mails()).map(({ kind, props }) => [kind, props.amount, props.onDay])).toEqual([
    ["gift-receipt", "100.00 USD", "2026-10-15"],
    ["gift-returned", "50.00 USD", "2026-10-18"],
  ]);
});

test("money that goes back in whole before anybody saw it has no receipt", async () => {
  const { session } = await openGiftCheckout(stage);
  stage.standIn.act(ACCOUNT, session, "pay_card");
  await happens(stage, chargeOf(stage, session), "refund_all");
  expect((await mails()).map(({ kind }) => kind)).toEqual(["gift-returned"]);
});

test("a gift that Stripe keeps in another currency reads as paid, and no sum of that currency is mailed as the gift's", async () => {
  const { giftId, session } = await openGiftCheckout(stage);
  const keepInEuros = (amount: number) => {
    const line = stage.standIn.list(ACCOUNT, "balance_transaction").at(-1);
    if (line) Object.assign(line, { currency: "eur", amount, fee: 0, net: amount });
  };
  const seen = async () => {
    const { standing, cameBack } = valueIn(await openGift(stage.wiring, donor, { giftId }));
    return [standing, cameBack];
  };
  stage.standIn.act(ACCOUNT, session, "pay_card");
  keepInEuros(9_200);
  expect(await stage.deliverNew()).toEqual(["applied", "applied"]);
  expect(await seen()).toEqual(["paid", null]);
  stage.standIn.act(ACCOUNT, chargeOf(stage, session), "refund_half");
  keepInEuros(-4_600);
  expect(await stage.deliverNew()).toEqual(["applied"]);
  expect(await seen()).toEqual(["paid", null]);
  expect((await mails()).map(({ kind, props }) => [kind, props.amount])).toEqual([["gift-receipt", "100.00 USD"]]);
});

const kinds = async () => (await mails()).map(({ kind, props }) => [kind, props.amount]);

describe("each payment and each check has a receipt of its own once it has come, and none while it is on its way", () => {
  const half = ["gift-receipt", "50.00 USD"];
  const seen = async (giftId: string) => {
    const { standing, cameMinor, processingMinor } = valueIn(await openGift(stage.wiring, donor, { giftId }));
    return [standing, cameMinor, processingMinor];
  };
  const tellAgain = async () => {
    for (const event of stage.standIn.events.slice(-3)) await stage.deliver(event);
    valueIn(await checkFund(stage.wiring, castActor(cast.ines)));
  };

  /** A part of an invoice is paid by card, and the rest is on its way by bank. */
  async function halfAndBank(): Promise<{ giftId: string; charge: string }> {
    const { giftId, invoice } = await invoicedGift(stage);
    await happens(stage, invoice, "pay_half");
    expect(await kinds()).toEqual([half]);
    await happens(stage, invoice, "pay_bank");
    return { giftId, charge: chargeOf(stage, invoice) };
  }

  /** A check of 40 came for a promise of 100, and the rest is on its way by bank. */
  async function checkAndBank(): Promise<{ giftId: string; charge: string }> {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
    const check = { giftId, amount: "40", chequeNumber: "1", receivedOn: "2026-10-14" };
    valueIn(await takeChequeFor(stage.wiring, castActor(cast.priya), check));
    const session = await openSession(stage, giftId);
    await happens(stage, session, "pay_bank");
    return { giftId, charge: chargeOf(stage, session) };
  }

  test("when the rest of an invoice comes by bank days after a part", async () => {
    const { giftId, charge } = await halfAndBank();
    await tellAgain();
    expect([await kinds(), await seen(giftId)]).toEqual([[half], ["processing", 5_000, 5_000]]);
    stage.wiring.clock.pass(3 * 24 * 60);
    await happens(stage, charge, "settle");
    await tellAgain();
    expect([await kinds(), await seen(giftId)]).toEqual([
      [half, half],
      ["paid", 10_000, 0],
    ]);
    expect((await mails()).map(({ props }) => props.onDay)).toEqual(["2026-10-15", "2026-10-18"]);
    // no link is made for a mail that went out before
    expect(await stage.rows("select id from identity.links")).toHaveLength(2);
  });

  test("when the bank does not send the rest: what came keeps its receipt, and the rest is asked for again", async () => {
    const { giftId, charge } = await halfAndBank();
    await happens(stage, charge, "fail");
    await tellAgain();
    expect(await kinds()).toEqual([half, ["gift-failed", "50.00 USD"]]);
    expect(await seen(giftId)).toEqual(["invoiced", 5_000, 0]);
  });

  const pledged = ["gift-pledged", "100.00 USD"];
  const check = ["gift-receipt", "40.00 USD"];

  test("when a check comes for a part of a promise, on the day it came in, and the rest comes by bank", async () => {
    const { giftId, charge } = await checkAndBank();
    expect([await kinds(), await seen(giftId)]).toEqual([
      [pledged, check],
      ["processing", 4_000, 6_000],
    ]);
    expect((await mails()).at(-1)?.props.onDay).toBe("2026-10-14");
    await happens(stage, charge, "settle");
    await tellAgain();
    expect(await kinds()).toEqual([pledged, check, ["gift-receipt", "60.00 USD"]]);
  });

  test("when the bank does not send the rest of a promise after a check", async () => {
    const { giftId, charge } = await checkAndBank();
    await happens(stage, charge, "fail");
    await tellAgain();
    expect(await kinds()).toEqual([pledged, check, ["gift-failed", "60.00 USD"]]);
    expect(await seen(giftId)).toEqual(["pledged", 4_000, 0]);
  });

  test("when a part goes back while the rest is on its way", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    await happens(stage, invoice, "pay_half");
    const card = chargeOf(stage, invoice);
    await happens(stage, invoice, "pay_bank");
    const bank = chargeOf(stage, invoice);
    await happens(stage, card, "refund_all");
    const { standing, cameBack } = valueIn(await openGift(stage.wiring, donor, { giftId }));
    expect([standing, cameBack]).toEqual(["processing", "refunded"]);
    await happens(stage, bank, "settle");
    await tellAgain();
    expect(await kinds()).toEqual([half, ["gift-returned", "50.00 USD"], half]);
  });

  test("when the donor leaves an address only then: what came before is told then", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true, donorMail: "" })));
    const part = { giftId, amount: "40", chequeNumber: "1", receivedOn: "2026-10-14" };
    valueIn(await takeChequeFor(stage.wiring, castActor(cast.priya), part));
    expect(await kinds()).toEqual([]);
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId, { donorMail: "bo@example.org" })));
    await stage.deliverNew();
    expect(await kinds()).toEqual([check]);
    await happens(stage, stage.standIn.list(ACCOUNT, "invoice").at(-1)?.id ?? "", "pay_card");
    expect(await kinds()).toEqual([check, ["gift-receipt", "60.00 USD"]]);
  });

  test("when it came before receipts were counted: nothing of it is told again, and what was on its way then is", async () => {
    const { giftId, charge } = await halfAndBank();
    await stage.rows("update gifts set told_came = null where id = $1", [giftId]);
    await happens(stage, charge, "settle");
    await tellAgain();
    expect(await kinds()).toEqual([half, half]);
  });

  test("a bank payment that was on its way before anything was noted of it has its receipt when it comes", async () => {
    const { session } = await openGiftCheckout(stage, { language: "es" });
    await happens(stage, session, "pay_bank");
    await stage.rows("update gifts set told_came = null, under_way = '{}'");
    await happens(stage, chargeOf(stage, session), "settle");
    await tellAgain();
    expect(await kinds()).toEqual([["gift-receipt", "100.00 USD"]]);
  });
});

describe("a donor hears once of money that did not come after all", () => {
  test("when the bank does not send what was on its way; the card that was refused before it is no news", async () => {
    const { session } = await openGiftCheckout(stage, { language: "es" });
    await happens(stage, session, "decline");
    await happens(stage, session, "pay_bank");
    await happens(stage, chargeOf(stage, session), "fail");
    for (const event of stage.standIn.events.slice(-2)) await stage.deliver(event);
    valueIn(await checkFund(stage.wiring, castActor(cast.ines)));
    expect(await kinds()).toEqual([["gift-failed", "100.00 USD"]]);
    expect((await mails())[0]).toMatchObject({ to: "bo@example.org", language: "es" });
  });

  test("when it is a part of an invoice: the other part stays, and the card that was refused for it is no news", async () => {
    const { invoice } = await invoicedGift(stage);
    await happens(stage, invoice, "pay_half");
    await happens(stage, invoice, "decline");
    await happens(stage, invoice, "pay_bank");
    await happens(stage, chargeOf(stage, invoice), "fail");
    for (const event of stage.standIn.events.slice(-2)) await stage.deliver(event);
    valueIn(await checkFund(stage.wiring, castActor(cast.ines)));
    expect(await kinds()).toEqual([
      ["gift-receipt", "50.00 USD"],
      ["gift-failed", "50.00 USD"],
    ]);
  });

  test("when it is taken back days after the receipt, and what is paid then has a receipt of its own", async () => {
    const { giftId, session } = await openGiftCheckout(stage);
    await happens(stage, session, "pay_bank");
    await happens(stage, chargeOf(stage, session), "settle");
    await happens(stage, chargeOf(stage, session), "fail");
    for (const event of stage.standIn.events.slice(-2)) await stage.deliver(event);
    await happens(stage, await openSession(stage, giftId), "pay_card");
    const receipt = ["gift-receipt", "100.00 USD"];
    expect(await kinds()).toEqual([receipt, ["gift-failed", "100.00 USD"], receipt]);
  });

  test("when a check comes back, of one that is one of several too", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
    const priya = castActor(cast.priya);
    const check = { giftId, amount: "40", chequeNumber: "1", receivedOn: "2026-10-14" };
    valueIn(await takeChequeFor(stage.wiring, priya, check));
    const first = await chequeOf(stage, giftId);
    valueIn(await bounceCheque(stage.wiring, priya, first));
    const told = [
      ["gift-pledged", "100.00 USD"],
      ["gift-receipt", "40.00 USD"],
      ["gift-bounced", "40.00 USD"],
    ];
    expect(await kinds()).toEqual(told);
    expect(reasonIn(await bounceCheque(stage.wiring, priya, first))).toBe("already");
    valueIn(await takeChequeFor(stage.wiring, priya, { ...check, chequeNumber: "2" }));
    expect(await kinds()).toEqual([...told, ["gift-receipt", "40.00 USD"]]);
  });

  test("unless it failed before anybody noted such things", async () => {
    const { giftId, session } = await openGiftCheckout(stage);
    await happens(stage, session, "pay_bank");
    await happens(stage, chargeOf(stage, session), "fail");
    await stage.rows("update gifts set told_failed = null where id = $1", [giftId]);
    await stage.rows("delete from mails");
    for (const event of stage.standIn.events.slice(-1)) await stage.deliver(event);
    valueIn(await checkFund(stage.wiring, castActor(cast.ines)));
    expect(await kinds()).toEqual([]);
  });
});

test("nothing is mailed for what is only opened, or declined", async () => {
  const { session } = await openGiftCheckout(stage);
  await happens(stage, session, "decline");
  expect(await mails()).toEqual([]);
});

test("the contacts of an organisation are asked to give, as outreach, each by a link of their own and once a day", async () => {
  const ines = castActor(cast.ines);
  const { organisationId } = cast.maya;
  const { written } = valueIn(await inviteToGive(stage.wiring, ines, { organisationId }));
  valueIn(await inviteToGive(stage.wiring, ines, { organisationId }));
  const sent = await mails();
  expect(sent).toHaveLength(written);
  expect(new Set(sent.map(({ props }) => props.link)).size).toBe(written);
  expect(sent[0]).toMatchObject({ kind: "give-invitation", category: "outreach" });
  const token = sent[0]?.props.link?.split("/").at(-1) ?? "";
  expect(await openLink(stage.wiring, { token, kinds: ["give"] })).toMatchObject({ ok: true });
});

test("asking is refused to strangers, for an organisation of another district, and where nobody has an address", async () => {
  const { organisationId } = cast.maya;
  const ask = async (by: Parameters<typeof inviteToGive>[1], id = organisationId) =>
    reasonIn(await inviteToGive(stage.wiring, by, { organisationId: id }));
  for (const stranger of [cast.tom, cast.rosa, cast.ingrid])
    expect(await ask(castActor(stranger))).toBe("not_permitted");
  expect(await ask(castActor(cast.ines), NOBODY)).toBe("not_found");
  expect(await ask(castActor(cast.malik))).toBe("fund_closed");
  await stage.rows("update mentor_contact_points set undeliverable_at = now()");
  expect(await ask(castActor(cast.ines))).toBe("nobody_there");
});
