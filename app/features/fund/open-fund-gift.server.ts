import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { balanceOf } from "~/domain/fund/accounts";
import { maySayOrigin } from "~/domain/fund/origin";
import { mayRunFund, mayUseFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import { isAtEndedAccount } from "~/steps/ask-gift.server";
import type { Wiring } from "~/wiring";
import type { Book } from "~db/fund-books.server";
import { listPostings } from "~db/fund-ledger.server";
import { listGiftCheques } from "~db/gift-cheques.server";
import { findGift } from "~db/gifts.server";
import { listOrganisations } from "~db/organisation-mentors.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** One gift as staff see it: who gave, how it stands, its checks, what is still owed of it, and whom it may be from. */
export async function openFundGift(wiring: Wiring, actor: Actor, { giftId }: { giftId: string }) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const gift = await findGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const posted = await listPostings(tx, { schoolId, book: gift.book as Book, of: { giftId } });
    return done({
      gift,
      timeZone,
      today: civilDate(wiring.clock.now(), timeZone),
      mayRun: mayRunFund(actor),
      isAccountEnded: await isAtEndedAccount(tx, gift),
      cheques: await listGiftCheques(tx, { schoolId, giftIds: [giftId] }),
      owedMinor: balanceOf(posted, "owed"),
      organisations: maySayOrigin(gift.origin) ? await listOrganisations(tx, { districtId }) : [],
    });
  });
}

type Answer = Awaited<ReturnType<typeof openFundGift>>;
export type FundGift = Extract<Answer, { ok: true }>["value"];
