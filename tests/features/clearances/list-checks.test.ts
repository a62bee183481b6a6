import { afterAll, beforeAll, expect, test } from "vitest";
import { listChecks } from "~/features/clearances/list-checks.server";
import { cast, castActor } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const list = async (show: "next" | "all" = "next", page = 1) =>
  valueIn(await listChecks(stage.wiring, staff("ines"), { show, page }));
const maya = cast.maya.personId;

test("what is next comes first, and who has nothing to see to is on the other list only", async () => {
  await stage.rows("delete from clearances where mentor_id = $1", [maya]);
  const { rows, counts } = await list();
  const order = ["not_clear", "expired", "missing", "pending", "ending"];
  expect(rows.map(({ state }) => order.indexOf(state))).toEqual(
    rows.map(({ state }) => order.indexOf(state)).sort((a, b) => a - b),
  );
  expect(rows.find(({ id }) => id === maya)).toMatchObject({ state: "missing", endsOn: null });
  expect(rows.some(({ state }) => state === "expired")).toBe(true);
  expect(counts.next).toBe(rows.length);
  const all = await list("all");
  expect(all.counts.all).toBeGreaterThan(counts.next);
  expect(all.rows.slice(0, rows.length)).toEqual(rows);
});

test("a back-up is listed as the lead is, and somebody whose placements are archived is not", async () => {
  const [place] = await stage.rows<{ id: string }>(
    "select p.id from placements p join listings l on l.placement_id = p.id where l.school_id = $1 and p.lead_mentor_id = $2 limit 1",
    [cast.ines.schoolId, maya],
  );
  await stage.rows(
    `insert into placement_backups (district_id, organisation_id, placement_id, mentor_id)
      select district_id, organisation_id, id, $2 from placements where id = $1 on conflict do nothing`,
    [place?.id, cast.theo.personId],
  );
  const names = async () => (await list("all")).rows.map(({ id }) => id);
  expect(await names()).toContain(cast.theo.personId);
  await stage.rows("update listings set state = 'archived' where school_id = $1", [cast.ines.schoolId]);
  expect(await names()).not.toContain(maya);
});

test("only coordinators and admins read the list, and another school reads its own checks", async () => {
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await listChecks(stage.wiring, actor, { show: "all", page: 1 }))).toBe("not_permitted");
  const other = valueIn(await listChecks(stage.wiring, staff("greta"), { show: "all", page: 1 }));
  expect(other.rows.map(({ id }) => id)).not.toContain(maya);
});
