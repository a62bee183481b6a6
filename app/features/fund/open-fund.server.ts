import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayRunFund, mayUseFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import { openFundAccount } from "~/steps/fund-account.server";
import type { Wiring } from "~/wiring";
import { listAllocations } from "~db/fund-allocations.server";
import { getFund } from "~db/fund-books.server";
import { listBalances } from "~db/fund-ledger.server";
import { listGiftCheques } from "~db/gift-cheques.server";
import { listGifts } from "~db/gifts.server";
import { listStudentNames } from "~db/matches.server";
import { listOrganisationsWithMentors } from "~db/organisation-mentors.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** The fund at a glance: what is there by account and purpose, who waits for what, and the newest gifts. */
export async function openFund(wiring: Wiring, actor: Actor) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, districtId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const fund = await getFund(tx, { schoolId });
    const { book } = fund;
    const account = await openFundAccount(tx, wiring, { schoolId, book });
    const school = await getSchool(tx, schoolId);
    const gifts = await listGifts(tx, { schoolId, book });
    const today = civilDate(wiring.clock.now(), school.time_zone);
    return done({
      ...fund,
      schoolId,
      schoolName: school.name,
      today,
      personId,
      mayRun: mayRunFund(actor),
      /** Whether the server can keep keys at all, and whether this school has entered one. */
      canConnect: wiring.payments !== null,
      isConnected: account !== null,
      balances: await listBalances(tx, { schoolId, book }),
      allocations: await listAllocations(tx, { schoolId, book }),
      gifts,
      cheques: await listGiftCheques(tx, { schoolId, giftIds: gifts.map(({ id }) => id) }),
      organisations: await listOrganisationsWithMentors(tx, { districtId, on: today }),
      students: await listStudentNames(tx, schoolId),
    });
  });
}

type Answer = Awaited<ReturnType<typeof openFund>>;
export type FundOverview = Extract<Answer, { ok: true }>["value"];
