import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPair } from "~/features/matching/open-pair.server";
import { cast } from "~db/cast";
import { anaContacted, anaOffered, staff, student } from "../../support/pursuit-way";
import { lakeviewListing, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const pair = { studentId: cast.jada.personId, listingId: lakeviewListing("clinic-care") };
const capacity = async () => valueIn(await openPair(stage.wiring, staff("ines"), pair)).capacity;

test("staff read how many students the mentor takes, of all placements, and how many seats are held, without a name", async () => {
  const [led] = await stage.rows<{ seats: number }>(
    `select sum(l.seats)::int as seats from listings l join placements p on (p.district_id, p.id) = (l.district_id, l.placement_id)
       where l.school_id = $1 and l.state = 'published' and p.lead_mentor_id =
         (select q.lead_mentor_id from placements q join listings m on (m.district_id, m.placement_id) = (q.district_id, q.id) where m.id = $2)`,
    [cast.jada.schoolId, pair.listingId],
  );
  expect(led?.seats).toBeGreaterThan(0);
  expect(await capacity()).toEqual({ seats: led?.seats, held: 0 });
  // Who was only written to takes no seat of the mentor; an offer does.
  await anaContacted(stage);
  expect(await capacity()).toEqual({ seats: led?.seats, held: 0 });
  await stage.clear();
  await anaOffered(stage);
  expect(await capacity()).toEqual({ seats: led?.seats, held: 1 });
});

test("a student reads nothing of it, nor does another school", async () => {
  expect(reasonIn<string>(await openPair(stage.wiring, student("ana"), pair))).toBe("not_permitted");
  expect(reasonIn<string>(await openPair(stage.wiring, staff("malik"), pair))).toBe("not_found");
});
