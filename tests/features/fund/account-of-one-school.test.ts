import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkBook } from "~/features/fund/check-book.server";
import { connectAccount } from "~/features/fund/connect-account.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { type FundStage, openFundStage } from "../../support/fund";
import { connectKey, FIRST, NEW_KEY_OF_FIRST, SECOND, setFundOpen, settingsOf } from "../../support/fund-accounts";
import { reasonIn, valueIn } from "../../support/stage";

const { lakeview, harbor } = sampleSchools;
const { schoolId } = lakeview;
const priya = castActor(cast.priya);

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(async () => {
  await stage.clear();
  await setFundOpen(stage, true);
});
afterAll(() => stage.close());

describe("an account serves one school", () => {
  const ofHarbor = castActor({ ...cast.priya, ...harbor } as typeof cast.priya);

  test("whatever key of it another school enters, restricted or not; the refusal names no school", async () => {
    valueIn(await connectKey(stage, FIRST));
    for (const key of [FIRST, NEW_KEY_OF_FIRST]) {
      const refusal = await connectKey(stage, key, ofHarbor);
      expect(refusal).toEqual({ ok: false, reason: "account_taken" });
    }
    expect((await settingsOf(stage, ofHarbor)).books.test).toEqual({ current: null, before: [] });
    valueIn(await connectKey(stage, SECOND, ofHarbor));
  });

  test("also after it was ended, and at once from two schools", async () => {
    const both = await Promise.all([connectKey(stage, FIRST), connectKey(stage, FIRST, ofHarbor)]);
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.reason)).sort()).toEqual(["account_taken", "done"]);
  });

  test("and the account of the server's settings only the school that they name", async () => {
    const { wiring } = stage;
    const account = { key: FIRST, secrets: [], schoolId };
    const env = { ...wiring.env, mode: "live" as const, payments: { ...wiring.env.payments, account } as never };
    const live = { ...wiring, env };
    const asked = { book: "test", secretKey: NEW_KEY_OF_FIRST, shown: { accountId: "", seen: 0 } } as const;
    expect(reasonIn(await connectAccount(live, ofHarbor, asked))).toBe("account_taken");
    valueIn(await connectAccount(live, priya, asked));
  });

  test("and an account that the settings name later for another school is told to the operator by the next check", async () => {
    valueIn(await connectKey(stage, FIRST, ofHarbor));
    const { wiring } = stage;
    const theNight = { ...harbor, kind: "system", job: "check-funds" } as const;
    const live = (key: string) => {
      const payments = { ...wiring.env.payments, account: { key, secrets: [], schoolId } } as never;
      return { ...wiring, env: { ...wiring.env, mode: "live" as const, payments } };
    };
    valueIn(await checkBook(live(SECOND), theNight, { book: "test" }));
    expect(wiring.lines.filter(({ level }) => level === "error")).toEqual([]);
    valueIn(await checkBook(live(NEW_KEY_OF_FIRST), theNight, { book: "test" }));
    expect(wiring.lines.filter(({ level }) => level === "error")).toMatchObject([
      { fields: { schoolId: ofHarbor.schoolId }, message: expect.stringContaining("settings name for another") },
    ]);
    wiring.lines.length = 0;
  });

  test("a restricted key that may not read accounts is refused with what it lacks", async () => {
    expect(reasonIn(await connectKey(stage, "rk_test_lakeviewfirst__without_account"))).toBe("account_unread");
    expect(await stage.rows("select id from fund_accounts")).toEqual([]);
  });
});
