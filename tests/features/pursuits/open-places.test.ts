import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { listPlacementsToIndex } from "../../support/posting";
import { anaApproved, anaContacted, hostOffers, student } from "../../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** Forgets what was promised to the search so far. */
async function searchIsUpToDate(): Promise<void> {
  await stage.rows("delete from graphile_worker._private_jobs");
}

async function placementOf(pursuitId: string): Promise<string> {
  const [row] = await stage.rows<{ id: string }>(
    "select l.placement_id as id from pursuits u join listings l on (l.school_id, l.id) = (u.school_id, u.listing_id) where u.id = $1",
    [pursuitId],
  );
  return row?.id ?? "";
}

test("a place that is taken or given back is looked at again by the search, so that no full listing reads as open", async () => {
  await searchIsUpToDate();
  const approved = await anaApproved(stage);
  expect(await listPlacementsToIndex(stage)).toEqual([await placementOf(approved)]);
  await searchIsUpToDate();
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId: approved, reason: "" }));
  expect(await listPlacementsToIndex(stage)).toEqual([await placementOf(approved)]);
});

test("so is a seat that an offer holds or a no to it gives back", async () => {
  const pursuitId = await anaContacted(stage);
  await searchIsUpToDate();
  await hostOffers(stage, pursuitId);
  expect(await listPlacementsToIndex(stage)).toEqual([await placementOf(pursuitId)]);
  await searchIsUpToDate();
  valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "no_thanks" }));
  expect(await listPlacementsToIndex(stage)).toEqual([await placementOf(pursuitId)]);
});
