import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayUseFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import { pageSlice } from "~/domain/page-slice";
import type { Wiring } from "~/wiring";
import { countAllocations, countWaitingAllocations, listAllocations } from "~db/fund-allocations.server";
import { getFund } from "~db/fund-books.server";
import { listBalances } from "~db/fund-ledger.server";
import { listReceipts } from "~db/fund-receipts.server";
import { listStudentNames } from "~db/matches.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

const NEEDS_PER_PAGE = 50;

/** A page of what students need money for, those that wait for somebody first, and what another one may be set aside out of. */
export async function openNeeds(wiring: Wiring, actor: Actor, { page: wanted = 1 }: { page?: number } = {}) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { book, settings } = await getFund(tx, { schoolId });
    const count = await countAllocations(tx, { schoolId, book });
    const { page, pages, ...slice } = pageSlice({ count, limit: NEEDS_PER_PAGE, wanted });
    const allocations = await listAllocations(tx, { schoolId, book, ...slice });
    return done({
      ...{ personId, book, count, page, pages },
      waiting: await countWaitingAllocations(tx, { schoolId, book }),
      settings,
      today: civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone),
      allocations,
      receipts: await listReceipts(tx, { schoolId, allocationIds: allocations.map(({ id }) => id) }),
      balances: await listBalances(tx, { schoolId, book }),
      students: (await listStudentNames(tx, schoolId)).filter(({ left_on }) => left_on === null),
    });
  });
}

type Answer = Awaited<ReturnType<typeof openNeeds>>;
export type FundNeeds = Extract<Answer, { ok: true }>["value"];
