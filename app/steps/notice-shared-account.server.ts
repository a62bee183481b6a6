import type { StaffActor, SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listFundAccounts } from "~db/fund-accounts.server";
import type { Book } from "~db/fund-books.server";
import { withScope } from "~db/scope.server";
import { accountOfServer } from "./fund-account.server";

/**
 * Tells the operator when the settings of the server name, for one school, an account that another school has entered by its key: an
 * account serves one school (decision 29), and settings are read after a school has entered it. Neither school learns of the other.
 */
export async function noticeSharedAccount(
  wiring: Wiring,
  actor: StaffActor | SystemActor,
  { book }: { book: Book },
): Promise<void> {
  const { payments, env, log } = wiring;
  const { schoolId } = actor;
  const named = env.payments?.account?.schoolId;
  const account = named && named !== schoolId ? accountOfServer(env, { schoolId: named, book }) : null;
  if (!payments || !account) return;
  const own = (await withScope(wiring, actor, (tx) => listFundAccounts(tx, { schoolId, book })))
    .filter((row) => row.ended_at === null && row.stripe_account !== null)
    .map((row) => row.stripe_account);
  if (own.length === 0) return;
  const name = await payments.nameAccount(account.key);
  if (name.ok && own.includes(name.value))
    log.error({ schoolId }, "this school has entered the account that the settings name for another: name another one");
}
