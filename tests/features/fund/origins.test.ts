import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetDonor } from "~/features/fund/forget-donor.server";
import { openGift } from "~/features/fund/open-gift.server";
import { openGive } from "~/features/fund/open-give.server";
import { proposeAllocation } from "~/features/fund/propose-allocation.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { sayOrigin } from "~/features/fund/say-origin.server";
import { startGift } from "~/features/fund/start-gift.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { wishThanks } from "~/features/fund/wish-thanks.server";
import { cast, castActor } from "~db/cast";
import {
  aWish,
  balances,
  donor,
  type FundStage,
  happens,
  invoicedGift,
  openFundStage,
  openSession,
  paidGift,
} from "../../support/fund";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
let clinic: string;
beforeAll(async () => {
  stage = await openFundStage();
  const [row] = await stage.rows<{ name: string }>("select name from organisations where id = $1", [organisationId]);
  clinic = row?.name ?? "";
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
/** A mentor of the clinic, where Jada is to work. */
const ingrid = castActor(cast.ingrid);
const { organisationId } = cast.ingrid;
/** Somebody with a link that was made for the clinic. */
const invited = { ...donor, organisationId, linkId: "00000000-0000-4000-8000-0000000000e1" };

const say = (giftId: string, to: string | null, by = ines) =>
  sayOrigin(stage.wiring, by, { giftId, organisationId: to });
const stipendForJada = () =>
  proposeAllocation(stage.wiring, ines, {
    ...{ studentId: cast.jada.personId, purpose: "stipend", amount: "50", need: "A term.", businessDecision: "" },
  });
const ownGifts = async (mentor = ingrid) => valueIn(await openGive(stage.wiring, mentor)).own.map(({ id }) => id);

test("a typed name opens a gift to no organization: its mentors neither read it, change its thanks nor void its invoice", async () => {
  const typed = [{ organisationName: clinic }, { donorName: ` THE ${clinic}, inc. `, anonymous: true }];
  for (const own of typed) {
    const { giftId } = await invoicedGift(stage, own);
    expect(reasonIn(await openGift(stage.wiring, ingrid, { giftId }))).toBe("not_found");
    const thanks = { thanks: "unnamed", words: "Mine now", withAmount: true } as const;
    expect(reasonIn(await wishThanks(stage.wiring, ingrid, { giftId, ...thanks }))).toBe("not_found");
    expect(reasonIn(await voidInvoice(stage.wiring, ingrid, { giftId }))).toBe("not_found");
  }
  expect(await ownGifts()).toEqual([]);
  const kept = await stage.rows("select donor_name, organisation_id from gifts order by created_at, id");
  expect(kept[0]).toEqual({ donor_name: clinic, organisation_id: null });
});

test("a check of an admin's typing ties nothing either", async () => {
  const cheque = { amount: "100", donorName: clinic, chequeNumber: "4471", receivedOn: "2026-10-14" };
  valueIn(await recordCheque(stage.wiring, priya, { ...cheque, purpose: "stipend" }));
  expect(await ownGifts()).toEqual([]);
  expect(reasonIn(await stipendForJada())).toBe("origin_unasked");
});

test("a signed-in mentor's gift, one by the organization's own link, and one that staff looked at are the organization's", async () => {
  const signedIn = valueIn(await startGift(stage.wiring, ingrid, aWish())).giftId;
  const byLink = valueIn(await startGift(stage.wiring, invited, aWish({ donorName: "Somebody there" }))).giftId;
  const { giftId: looked } = await paidGift(stage);
  expect((await ownGifts()).sort()).toEqual([signedIn, byLink].sort());
  valueIn(await say(looked, organisationId));
  expect((await ownGifts()).sort()).toEqual([signedIn, byLink, looked].sort());
  // staff were wrong
  valueIn(await say(looked, null));
  valueIn(await say(byLink, null));
  expect(await ownGifts()).toEqual([signedIn]);
  expect(reasonIn(await say(signedIn, null))).toBe("given_signed_in");
  const acts = await stage.rows("select transition, to_state, evidence from audit_log where transition = 'say origin'");
  expect(acts[0]).toEqual({ transition: "say origin", to_state: "staff", evidence: organisationId });
});

test("no stipend comes out of a gift of which nobody has said whose it is, whatever name was typed", async () => {
  const { giftId } = await paidGift(stage, { purpose: "stipend", donorName: "Someone quite else" });
  expect(reasonIn(await stipendForJada())).toBe("origin_unasked");
  valueIn(await say(giftId, organisationId));
  expect(reasonIn(await stipendForJada())).toBe("own_host");
  valueIn(await say(giftId, cast.maya.organisationId));
  valueIn(await stipendForJada());
});

test("a host that joins under a giver's name after staff said none is the giver", async () => {
  const { giftId } = await paidGift(stage, { purpose: "stipend", donorName: clinic });
  valueIn(await say(giftId, null));
  const joined = (on: string) =>
    stage.rows("update organisations set created_at = $2 where id = $1", [organisationId, on]);
  await joined("2026-09-01");
  valueIn(await stipendForJada());
  await joined("2026-10-20");
  expect(reasonIn(await stipendForJada())).toBe("own_host");
  await joined("2026-09-01");
});

test("forgetting a donor asks first whose a stipend gift is, and keeps that answer without any name", async () => {
  const { giftId } = await paidGift(stage, { purpose: "stipend", donorName: clinic });
  const forget = () => forgetDonor(stage.wiring, priya, { giftId });
  expect(reasonIn(await forget())).toBe("origin_unasked");
  valueIn(await say(giftId, organisationId));
  valueIn(await forget());
  const [left] = await stage.rows("select donor_name, donor_key, organisation_id, origin from gifts");
  expect(left).toEqual({ donor_name: "", donor_key: "", organisation_id: organisationId, origin: "staff" });
  expect(reasonIn(await stipendForJada())).toBe("own_host");
});

test("the gift of a signed-in host stays the host's when its donor is forgotten", async () => {
  const { giftId } = valueIn(await startGift(stage.wiring, ingrid, aWish({ purpose: "stipend" })));
  await happens(stage, await openSession(stage, giftId, ingrid), "pay_card");
  const before = await balances(stage);
  valueIn(await forgetDonor(stage.wiring, priya, { giftId }));
  expect(reasonIn(await stipendForJada())).toBe("own_host");
  expect(await balances(stage)).toEqual(before);
});

test("strangers say of no gift whose it is, and staff tie none to an organization that is not there", async () => {
  const { giftId } = await paidGift(stage);
  for (const stranger of [cast.tom, cast.rosa, cast.ingrid, cast.jada])
    expect(reasonIn(await say(giftId, organisationId, castActor(stranger) as typeof ines))).toBe("not_permitted");
  expect(reasonIn(await say(giftId, organisationId, castActor(cast.malik)))).toBe("not_found");
  expect(reasonIn(await say(giftId, NOBODY))).toBe("organisation_missing");
  expect(await ownGifts()).toEqual([]);
});
