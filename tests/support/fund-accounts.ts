import type { Actor } from "~/domain/actor";
import { addWebhookSecret } from "~/features/fund/add-webhook-secret.server";
import { checkFund } from "~/features/fund/check-fund.server";
import { connectAccount } from "~/features/fund/connect-account.server";
import { endAccount } from "~/features/fund/end-account.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { receiveEvent } from "~/features/fund/receive-event.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { startGift } from "~/features/fund/start-gift.server";
import { signEvent } from "~/payments/stripe.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { aWish, donor, type FundStage, openSession } from "./fund";
import { valueIn } from "./stage";

export const FIRST = "sk_test_lakeviewfirst";
export const NEW_KEY_OF_FIRST = "rk_test_lakeviewfirst__second1234";
export const SECOND = "sk_test_lakeviewsecond";
export const THIRD = "sk_test_lakeviewthird";
/** The webhook secret of the first account. */
export const SECRET = "whsec_lakeviewfirst1";

const priya = castActor(cast.priya);

export const settingsOf = async ({ wiring }: FundStage, actor: Actor = priya) =>
  valueIn(await openFundSettings(wiring, actor));

/** What the page shows of the account that takes gifts, as a form sends it back. */
export async function shownAccount({ wiring }: FundStage, actor: Actor = priya) {
  const seen = await openFundSettings(wiring, actor);
  const shown = seen.ok ? seen.value.books.test.current : null;
  return { accountId: shown?.accountId ?? "", seen: shown?.revision ?? 0 };
}

/** The account that takes gifts, as the page shows it. */
export async function currentAccount(stage: FundStage) {
  const { current } = (await settingsOf(stage)).books.test;
  if (!current) throw new Error("no account is connected");
  return { ...current, seen: current.revision };
}

/** The account that was there before and is not ended, as the page shows it. */
export async function earlierAccount(stage: FundStage) {
  const account = (await settingsOf(stage)).books.test.before.find(({ endedAt }) => endedAt === null);
  if (!account) throw new Error("there was no account before");
  return { ...account, seen: account.revision, underWay: account.underWay.length };
}

/** Somebody enters a key for practice, as the page shows them the account that takes gifts. */
export const connectKey = async (stage: FundStage, secretKey: string, actor: Actor = priya) =>
  connectAccount(stage.wiring, actor, { book: "test", secretKey, shown: await shownAccount(stage, actor) });

/** The first account takes gifts, and tells of what happens there. */
export async function connectFirst(stage: FundStage): Promise<void> {
  valueIn(await connectKey(stage, FIRST));
  const { accountId, seen } = await currentAccount(stage);
  valueIn(await addWebhookSecret(stage.wiring, priya, { accountId, seen, webhookSecret: SECRET }));
}

/** Another account takes gifts, and the one before it is ended. */
export async function goOnAt(stage: FundStage, secretKey: string): Promise<void> {
  valueIn(await connectKey(stage, secretKey));
  valueIn(await endAccount(stage.wiring, priya, await earlierAccount(stage)));
}

/** Opens the fund, which a test before may have closed, or closes it. */
export async function setFundOpen(stage: FundStage, isOpen: boolean): Promise<void> {
  const { settings, revision: seen, ...now } = await settingsOf(stage);
  const decision = { book: "test", isOpen, settings, seen } as const;
  if (now.isOpen !== isOpen) valueIn(await saveFundSettings(stage.wiring, priya, decision));
}

/** Tells the school what happened last at an account, signed with a secret. */
export async function tellOf(stage: FundStage, { secret, account }: { secret: string; account: string }) {
  const payload = stage.standIn.events.findLast((event) => event.account === account)?.body ?? "";
  const signature = signEvent({ payload, secret, now: stage.wiring.clock.now() });
  const { schoolId } = sampleSchools.lakeview;
  const outcome = await receiveEvent(stage.wiring, { schoolId, payload, signature });
  return outcome.ok ? outcome.value.effect : outcome.reason;
}

/** A gift that was paid by card at the account that takes gifts. */
export async function paidAt(stage: FundStage, account: string): Promise<{ giftId: string; charge: string }> {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
  stage.standIn.act(account, await openSession(stage, giftId), "pay_card");
  valueIn(await checkFund(stage.wiring, priya));
  return { giftId, charge: stage.standIn.list(account, "charge").at(-1)?.id ?? "" };
}
