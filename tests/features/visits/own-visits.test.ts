import { afterAll, beforeAll, expect, test } from "vitest";
import { listOwnVisits } from "~/features/visits/list-own-visits.server";
import { cast } from "~db/cast";
import { anaContacted, student } from "../../support/pursuit-way";
import { openStage, type Stage } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.clear();
});
afterAll(() => stage.close());

const placesOf = async (key: "ana" | "jada" | "finn") =>
  (await listOwnVisits(stage.wiring, student(key))).visits.map(({ place }) => place);

test("a student reads the visits that have a day and are not over, the next first; nobody else's, and none of a paused place", async () => {
  const pursuitId = await anaContacted(stage);
  await stage.rows(
    `insert into visits (school_id, pursuit_id, kind, state, starts_at, ends_at, place)
      values ($1, $2, 'shadow_day', 'dated', '2026-10-29T16:00Z', '2026-10-29T20:00Z', 'Second'),
        ($1, $2, 'informational_interview', 'dated', '2026-10-22T16:00Z', '2026-10-22T17:00Z', 'First'),
        ($1, $2, 'shadow_day', 'proposed', '2026-10-23T16:00Z', '2026-10-23T17:00Z', 'Nobody told yet'),
        ($1, $2, 'shadow_day', 'dated', '2026-10-14T16:00Z', '2026-10-14T17:00Z', 'Over')`,
    [cast.ana.schoolId, pursuitId],
  );
  expect(await placesOf("ana")).toEqual(["First", "Second"]);
  for (const key of ["jada", "finn"] as const) expect(await placesOf(key)).toEqual([]);
  await stage.rows(
    `update mentors set suspended_at = now() where id = (select p.lead_mentor_id from pursuits u
      join listings l on l.id = u.listing_id join placements p on p.id = l.placement_id where u.id = $1)`,
    [pursuitId],
  );
  expect(await placesOf("ana")).toEqual([]);
});
