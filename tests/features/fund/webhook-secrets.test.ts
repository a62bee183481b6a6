import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addWebhookSecret } from "~/features/fund/add-webhook-secret.server";
import { endOldSecret } from "~/features/fund/end-old-secret.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor } from "~db/cast";
import { aWish, donor, type FundStage, openFundStage, openSession } from "../../support/fund";
import { connectFirst, currentAccount, FIRST, SECRET, setFundOpen, tellOf } from "../../support/fund-accounts";
import { reasonIn, valueIn } from "../../support/stage";

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

describe("webhook secrets", () => {
  beforeEach(() => connectFirst(stage));
  const add = async (webhookSecret: string) => {
    const { accountId, seen } = await currentAccount(stage);
    valueIn(await addWebhookSecret(stage.wiring, priya, { accountId, seen, webhookSecret }));
  };
  const happen = async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    stage.standIn.act(FIRST, await openSession(stage, giftId), "expire");
  };

  test("of two admins at once one is told, and the secret that Stripe signs with stays valid", async () => {
    await happen();
    const shown = await currentAccount(stage);
    const both = await Promise.all(
      ["whsec_second22", "whsec_third333"].map((webhookSecret) =>
        addWebhookSecret(stage.wiring, priya, { ...shown, webhookSecret }),
      ),
    );
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.reason)).sort()).toEqual(["changed_before", "done"]);
    expect(await tellOf(stage, { secret: SECRET, account: FIRST })).toBe("applied");
    const again = { ...shown, webhookSecret: both[0]?.ok ? "whsec_second22" : "whsec_third333" };
    expect(await addWebhookSecret(stage.wiring, priya, again)).toMatchObject({ ok: true });
    expect((await currentAccount(stage)).secretHints).toHaveLength(2);
  });

  test("two are valid at once, a third drops the first", async () => {
    await happen();
    for (const secret of ["whsec_second22", "whsec_third333", "whsec_third333"]) await add(secret);
    expect([
      await tellOf(stage, { secret: SECRET, account: FIRST }),
      await tellOf(stage, { secret: "whsec_second22", account: FIRST }),
    ]).toEqual(["not_signed", "applied"]);
    expect(await tellOf(stage, { secret: "whsec_third333", account: FIRST })).toBe("repeated");
  });

  test("the old one ends when an admin says so, and no event that the new one signs is lost", async () => {
    await happen();
    await add("whsec_second22");
    const shown = await currentAccount(stage);
    expect(shown.secretHints).toEqual(["nd22", "rst1"]);
    const [, old, fresh] = await Promise.all([
      endOldSecret(stage.wiring, priya, shown),
      tellOf(stage, { secret: SECRET, account: FIRST }),
      tellOf(stage, { secret: "whsec_second22", account: FIRST }),
    ]);
    expect(["applied", "repeated"]).toContain(fresh);
    expect(["applied", "repeated", "not_signed"]).toContain(old);
    expect([
      await tellOf(stage, { secret: SECRET, account: FIRST }),
      await tellOf(stage, { secret: "whsec_second22", account: FIRST }),
    ]).toEqual(["not_signed", "repeated"]);
    expect(await stage.rows("select transition from audit_log where transition like 'end webhook%'")).toHaveLength(1);
  });

  test("the only one is not ended, nor one that the page did not show as the old one", async () => {
    expect(reasonIn(await endOldSecret(stage.wiring, priya, await currentAccount(stage)))).toBe("one_secret");
    await add("whsec_second22");
    const shown = await currentAccount(stage);
    await add("whsec_third333");
    expect(reasonIn(await endOldSecret(stage.wiring, priya, shown))).toBe("changed_before");
  });
});
