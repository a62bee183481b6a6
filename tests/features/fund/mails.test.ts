import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openLink } from "~/features/accounts/open-link.server";
import { inviteToGive } from "~/features/fund/invite-to-give.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor } from "~db/cast";
import {
  aWish,
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

test("nothing is mailed for what is only opened, declined, or tried out on a live server", async () => {
  const { session } = await openGiftCheckout(stage);
  await happens(stage, session, "decline");
  expect(await mails()).toEqual([]);
  const { env } = stage.wiring;
  stage.wiring.env = { ...env, mode: "live" };
  await startGift(stage.wiring, donor, aWish({ payLater: true }));
  stage.wiring.env = env;
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
