import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPair } from "~/features/matching/open-pair.server";
import { completePursuit } from "~/features/pursuits/complete-pursuit.server";
import { cast } from "~db/cast";
import { anaContacted, staff } from "../../support/pursuit-way";
import { lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

async function continuityOf(who: "ana" | "jada") {
  const pair = { studentId: cast[who].personId, listingId: lakeviewListing("clinic-care") };
  const { match } = valueIn(await openPair(stage.wiring, staff("ines"), pair));
  const part = match.score?.parts.student.find(({ key }) => key === "continuity");
  return part && { points: part.points, of: part.of };
}

test("whoever has visited a mentor is known there already, in every placement of theirs; nobody else is", async () => {
  const stranger = await continuityOf("jada");
  expect(await continuityOf("ana")).toEqual({ points: 150, of: 300 });
  const pursuitId = await anaContacted(stage, "clinic-interview");
  expect(await continuityOf("ana")).toEqual({ points: 150, of: 300 });
  await stage.rows("update gates set state = 'met', confirmed_on = '2026-10-14' where state = 'open'");
  valueIn(await completePursuit(stage.wiring, staff("ines"), { pursuitId }));
  expect(await continuityOf("ana")).toEqual({ points: 300, of: 300 });
  expect(await continuityOf("jada")).toEqual(stranger);
});

test("a visit counts once it took place, and not while it is to come or was called off", async () => {
  const pursuitId = await anaContacted(stage, "clinic-shadow");
  await stage.rows(
    `insert into visits (school_id, pursuit_id, kind, state, starts_at, ends_at)
      values ($1, $2, 'shadow_day', 'dated', '2026-10-14T16:00:00Z', '2026-10-14T20:00:00Z')`,
    [cast.ana.schoolId, pursuitId],
  );
  for (const [state, points] of [
    ["dated", 150],
    ["cancelled", 150],
    ["done", 300],
  ] as const) {
    await stage.rows("update visits set state = $1", [state]);
    expect([state, (await continuityOf("ana"))?.points]).toEqual([state, points]);
  }
});
