import { afterAll, beforeAll, expect, test } from "vitest";
import { readKeptIdf } from "~/features/search/kept-idf.server";
import { readIdf } from "~/steps/match-evidence.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { LAKEVIEW } from "../../support/posting";
import { student } from "../../support/pursuit-way";
import { indexSample } from "../../support/searching";
import { openStage, type Stage } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const asAna = <Value>(work: (tx: ScopeTx) => Promise<Value>) => withScope(stage.wiring, student("ana"), work);
const kept = () => asAna((tx) => readKeptIdf(tx, stage.wiring, LAKEVIEW));
const counted = () => asAna((tx) => readIdf(tx, LAKEVIEW));
const pauseOne = () =>
  stage.rows(
    "update listings set state = 'paused' where id = (select min(id::text)::uuid from listings where school_id = $1 and state = 'published')",
    [LAKEVIEW],
  );

test("without an index the listings are counted each time", async () => {
  const before = await kept();
  await pauseOne();
  expect(await kept()).toEqual(await counted());
  expect((await kept()).placements).toBe(before.placements - 1);
});

test("with one they are counted again once it has changed", async () => {
  await indexSample(stage);
  const before = await kept();
  expect(before).toEqual(await counted());
  await pauseOne();
  expect(await kept()).toBe(before);
  await stage.wiring.search.remove("placements", [{ id: "nobody's", version: 1 }]);
  expect((await kept()).placements).toBe(before.placements - 1);
  expect(await kept()).toEqual(await counted());
});
