import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkSearch } from "~/features/search/check-search.server";
import { reindexSearch } from "~/features/search/reindex-search.server";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { syncStudents } from "~/features/search/sync-students.server";
import type { Wiring } from "~/wiring";
import { cast } from "~db/cast";
import { INTERESTS } from "~search/interest-document";
import { PLACEMENTS } from "~search/placement-document";
import type { SearchDocument } from "~search/port";
import { createTestDatabase } from "../../support/database";
import { openStage, type Stage } from "../../support/stage";
import { createTestWiring } from "../../support/wiring";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await reindexSearch(stage.wiring);
});
afterAll(() => stage.close());

/** The same engines, where something happens once, after the rows were read and before an index is. */
function whileChecking(wiring: Wiring, meanwhile: () => Promise<unknown>, looked = INTERESTS): Wiring {
  let happened = false;
  const searchEngines = wiring.searchEngines.map((engine) => ({
    ...engine,
    async *holdings(index: string) {
      if (index === looked && !happened) {
        happened = true;
        await meanwhile();
      }
      yield* engine.holdings(index);
    },
  }));
  return { ...wiring, searchEngines };
}

/** A new student of a school; answers the key. */
async function admit({ schoolId, districtId }: { schoolId: string; districtId: string }, id: string): Promise<string> {
  await stage.rows(
    "insert into people (school_id, id, full_name, name_used) values ($1, $2, 'Wren Okafor-Sands', 'Wren')",
    [schoolId, id],
  );
  const [row] = await stage.rows<{ key: string }>(
    `insert into students (school_id, district_id, id, grade, weekdays) values ($1, $2, $3, 9, '{4}') returning search_key as key`,
    [schoolId, districtId, id],
  );
  return row?.key ?? "";
}

async function doJobs(): Promise<void> {
  const jobs = await stage.rows<{ payload: { schoolId: string; keys: string[] } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'sync-students'`,
  );
  for (const { payload } of jobs) await syncStudents(stage.wiring, payload);
}

const NEW = ["0199d1f0-0000-7000-8000-0000000000b1", "0199d1f0-0000-7000-8000-0000000000b2"] as const;

test("who comes to any school while the check runs differs in nothing, and is still found after its jobs", async () => {
  const keys: string[] = [];
  const wiring = whileChecking(stage.wiring, async () => {
    for (const [place, { schoolId, districtId }] of [cast.ana, cast.keisha].entries()) {
      const key = await admit({ schoolId, districtId }, NEW[place] as string);
      await syncStudents(stage.wiring, { schoolId, keys: [key] });
      keys.push(key);
    }
    await stage.rows("delete from graphile_worker._private_jobs");
  });
  const drift = (await checkSearch(wiring)).find(({ index }) => index === INTERESTS);
  await doJobs();
  expect(drift).toMatchObject({ missing: [], orphaned: [], stale: [], unreadable: [] });
  const found = await stage.rows(
    "select id from search_documents where index_name = 'interests' and not removed and id = any($1)",
    [keys],
  );
  expect(found).toHaveLength(2);
  await stage.rows("delete from people where id = any($1)", [[...NEW]]);
});

test("a placement that changes while the check runs differs in nothing, one that lost its change before is still found", async () => {
  const [changed, paused, lost] = await stage.rows<{ id: string; districtId: string }>(
    `select distinct p.id, p.district_id as "districtId" from placements p join listings l on l.placement_id = p.id
      where l.state = 'published' order by 1 limit 3`,
  );
  if (!changed || !paused || !lost) throw new Error("the seed lists fewer than three placements");
  const retitle = (id: string) => stage.rows("update placements set title = title || ' (new)' where id = $1", [id]);
  await retitle(lost.id);
  const meanwhile = async () => {
    await retitle(changed.id);
    await stage.rows("update listings set state = 'paused' where placement_id = $1", [paused.id]);
    for (const { id: placementId, districtId } of [changed, paused])
      await syncPlacement(stage.wiring, { districtId, placementId });
  };
  const drifts = await checkSearch(whileChecking(stage.wiring, meanwhile, PLACEMENTS));
  const drift = drifts.find(({ index }) => index === PLACEMENTS);
  expect(drift).toMatchObject({ missing: [], orphaned: [], stale: [lost.id], unreadable: [] });
  await stage.rows("update placements set title = replace(title, ' (new)', '')");
  await stage.rows("update listings set state = 'published' where placement_id = $1", [paused.id]);
});

test("a record that is nobody's is removed as of now, so that its owner may bring it back, also where there is no school at all", async () => {
  const database = await createTestDatabase();
  const wiring = createTestWiring(database);
  const restored: SearchDocument = {
    id: "01990000-0000-7000-8000-00000000beef",
    schoolIds: [cast.ana.schoolId],
    version: 1,
    texts: {},
    facets: {},
    numbers: {},
    point: null,
  };
  const count = async () => (await wiring.search.count(INTERESTS, { schoolId: cast.ana.schoolId })).count;
  await reindexSearch(wiring);
  await wiring.search.put(INTERESTS, [restored]);
  const drift = (await checkSearch(wiring)).find(({ index }) => index === INTERESTS);
  expect([drift?.orphaned, await count()]).toEqual([[restored.id], 0]);
  await wiring.search.put(INTERESTS, [{ ...restored, version: (Date.now() + 60_000) * 1_000 }]);
  expect(await count()).toBe(1);
  await wiring.close();
  await database.drop();
});
