import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openLink } from "~/features/accounts/open-link.server";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { checkFund } from "~/features/fund/check-fund.server";
import { inviteToGive } from "~/features/fund/invite-to-give.server";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  aWish,
  chargeOf,
  chequeOf,
  donor,
  type FundStage,
  happens,
  openFundStage,
  openGiftCheckout,
  openSession,
  paidGift,
} from "../../support/fund";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
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
  expect((await mails()).map(({ kind }) => kind)).toEqual(["gift-pledged", "gift-receipt", "gift-receipt"]);
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
