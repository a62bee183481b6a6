import { afterAll, beforeAll, expect, test } from "vitest";
import { openFund } from "~/features/fund/open-fund.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { openFundAccount } from "~/steps/fund-account.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { type FundStage, openFundStage } from "../../support/fund";
import { valueIn } from "../../support/stage";

const { schoolId } = sampleSchools.lakeview;
const ofServer = { key: "sk_live_12345678", secrets: ["whsec_1"], schoolId };
const priya = castActor(cast.priya);
let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
afterAll(() => stage.close());

function open(
  mode: "local" | "live",
  book: "test" | "live",
  account: typeof ofServer | null,
  sealSecret: string | null = "s".repeat(32),
) {
  const env = { ...stage.wiring.env, mode, payments: { sealSecret, account, apiBase: null } };
  const wiring = { ...stage.wiring, env };
  return withScope(wiring, castActor(cast.ines), (tx) => openFundAccount(tx, wiring, { schoolId, book }));
}

test("a live school without a key of its own uses the account that the settings name for it, in its book", async () => {
  const { key, secrets } = ofServer;
  expect(await open("live", "live", ofServer)).toMatchObject({ key, secrets });
  expect(await open("live", "live", { ...ofServer, schoolId: sampleSchools.harbor.schoolId })).toBeNull();
  expect(await open("live", "test", ofServer)).toBeNull();
  expect(await open("live", "live", null)).toBeNull();
});

test("a school whose own key cannot be opened takes nothing, rather than sending donations to another account", async () => {
  await stage.rows(
    "insert into fund_accounts (school_id, book, secret_key, connected_at) values ($1, 'live', $2, now())",
    [schoolId, Buffer.alloc(64)],
  );
  expect(await open("live", "live", ofServer, null)).toBeNull();
  expect(await open("live", "live", ofServer)).toBeNull();
  await stage.rows("delete from fund_accounts where school_id = $1 and book = 'live'", [schoolId]);
});

test("in local mode no key is used, only the stand-in's", async () => {
  expect(await open("local", "live", ofServer)).toBeNull();
  expect((await open("local", "test", ofServer))?.key).not.toBe(ofServer.key);
});

test.each(["local", "live"] as const)(
  "the overview and the settings say the same of whether a %s school's book takes gifts, and of the next step",
  async (mode) => {
    for (const book of ["test", "live"] as const) {
      await stage.rows("update fund_settings set book = $1, is_open = false where school_id = $2", [book, schoolId]);
      for (const sealSecret of [null, "s".repeat(32)]) {
        const env = { ...stage.wiring.env, mode, payments: { sealSecret, account: null, apiBase: null } };
        const wiring = { ...stage.wiring, env };
        const overview = valueIn(await openFund(wiring, priya));
        const page = valueIn(await openFundSettings(wiring, priya));
        expect([overview.book, overview.canConnect]).toEqual([book, page.canConnect]);
        const takesGifts = page.standIn === "takes_gifts" || page.books[book].current?.hasKey === true;
        expect([mode, book, overview.isConnected]).toEqual([mode, book, takesGifts]);
        expect(page.standIn === "idle").toBe(mode === "local" && book === "live");
      }
    }
  },
);
