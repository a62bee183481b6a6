import type { Hint } from "~/domain/hint/hint";
import { type Done, done } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { addHintRead, updateHints } from "~db/accounts.server";
import { withIdentity } from "~db/scope.server";

/** What somebody wants of the hints of first visits: this one is read, none any more, or all of them again. */
export type HintWish = { wants: "read"; hint: Hint } | { wants: "none" | "again" };

/** Keeps with the account what it wants of hints. The same wish twice is one. */
export async function settleHints(
  wiring: Wiring,
  { accountId }: { accountId: string },
  wish: HintWish,
): Promise<Done<null>> {
  await withIdentity(wiring, async (tx) => {
    if (wish.wants === "read") await addHintRead(tx, { accountId, hint: wish.hint });
    else await updateHints(tx, { accountId, off: wish.wants === "none", forgetsRead: wish.wants === "again" });
  });
  return done(null);
}
