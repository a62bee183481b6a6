import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_FUND } from "~/domain/fund/settings";
import { standInSecret } from "~/domain/fund/stand-in-account";
import { inviteToGive } from "~/features/fund/invite-to-give.server";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { openGift } from "~/features/fund/open-gift.server";
import { openGifts } from "~/features/fund/open-gifts.server";
import { openGive } from "~/features/fund/open-give.server";
import { openMonthReport } from "~/features/fund/open-month-report.server";
import { openThanks } from "~/features/fund/open-thanks.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { showThanks } from "~/features/fund/show-thanks.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import {
  ACCOUNT,
  aWish,
  chargeOf,
  donor,
  type FundStage,
  happens,
  openFundStage,
  openSession,
  paidGift,
} from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";

const { schoolId } = sampleSchools.lakeview;
const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const NAMED = { thanks: "named", words: "", withAmount: true } as const;
let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
  const { env } = stage.wiring;
  const account = { schoolId, key: ACCOUNT, secrets: [standInSecret(schoolId)] };
  stage.wiring.env = { ...env, mode: "live", payments: env.payments && { ...env.payments, account } };
});
beforeEach(async () => {
  await stage.clear();
  await keep("test");
});
afterAll(() => stage.close());

async function keep(book: "test" | "live"): Promise<void> {
  const { revision: seen } = valueIn(await openFundSettings(stage.wiring, priya));
  const decision = { book, isOpen: book === "test", settings: DEFAULT_FUND, seen };
  valueIn(await saveFundSettings(stage.wiring, priya, decision));
}

const mails = () =>
  stage.rows<{ kind: string; to: string; practice: boolean }>(
    "select kind, recipient_mail as to, (props ->> 'isPractice')::boolean as practice from mails order by id",
  );

describe("practice on a live server", () => {
  test("is mailed to the address that was typed to practise and to nobody else, and each mail says that it is practice", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
    const session = await openSession(stage, giftId);
    await happens(stage, session, "pay_card");
    await happens(stage, chargeOf(stage, session), "refund_all");
    const to = { to: "bo@example.org", practice: true };
    expect(await mails()).toEqual([
      { kind: "gift-pledged", ...to },
      { kind: "gift-receipt", ...to },
      { kind: "gift-returned", ...to },
    ]);
  });

  test("asks no contact of an organization to give; once the book is live it does", async () => {
    const { organisationId } = cast.maya;
    expect(reasonIn(await inviteToGive(stage.wiring, ines, { organisationId }))).toBe("practice");
    expect(await mails()).toEqual([]);
    const opened = "update fund_settings set book = 'live', is_open = true where school_id = $1";
    await stage.rows(opened, [schoolId]);
    valueIn(await inviteToGive(stage.wiring, ines, { organisationId }));
    expect((await mails()).map(({ practice }) => practice)).toContain(false);
  });

  test("mails to no more unconfirmed addresses than promises do, although a card for tests pays", async () => {
    for (let nth = 0; nth < 20; nth++)
      valueIn(await startGift(stage.wiring, donor, aWish({ donorMail: `stranger${nth}@example.org` })));
    expect(reasonIn(await startGift(stage.wiring, donor, aWish({ donorMail: "more@example.org" })))).toBe(
      "too_many_mails",
    );
  });

  test("is told to the donor on the page for givers and on the gift, which promises no thanks in public", async () => {
    const { giftId } = await paidGift(stage, { thanks: NAMED });
    expect(valueIn(await openGive(stage.wiring, donor)).funds).toEqual([expect.objectContaining({ isPractice: true })]);
    const gift = valueIn(await openGift(stage.wiring, donor, { giftId }));
    expect(gift).toMatchObject({ standing: "paid", isPractice: true, mayBeThanked: false });
  });

  test("is thanked for nowhere in public, not even when it was shown before or the book is live by then", async () => {
    const { giftId } = await paidGift(stage, { thanks: NAMED });
    expect(reasonIn(await showThanks(stage.wiring, ines, { giftId, place: "shown" }))).toBe("practice");
    await stage.rows("update gifts set thanks_shown_at = now() where id = $1", [giftId]);
    for (const book of ["test", "live"] as const) {
      await keep(book);
      expect(valueIn(await openThanks(stage.wiring, { schoolId })).thanks).toEqual([]);
    }
    valueIn(await showThanks(stage.wiring, ines, { giftId, place: "hidden" }));
  });

  test("stands in no list, no entry and no month report of the live book", async () => {
    await paidGift(stage);
    const seen = async () => {
      const { ofMonth, ofYear } = valueIn(await openMonthReport(stage.wiring, ines, { month: null }));
      const { lines, balances } = valueIn(await listFundEntries(stage.wiring, ines, {}));
      const { gifts } = valueIn(await openGifts(stage.wiring, ines));
      return [ofMonth.rows, ofYear.rows, lines, balances, gifts].map(({ length }) => length > 0);
    };
    expect(await seen()).toEqual([true, true, true, true, true]);
    await keep("live");
    expect(await seen()).toEqual([false, false, false, false, false]);
  });
});
