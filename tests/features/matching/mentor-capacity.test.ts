import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPair } from "~/features/matching/open-pair.server";
import { gatherPlan } from "~/features/matching/plan-input.server";
import { ownStudentsAtOnce } from "~/features/mentors/own-students-at-once.server";
import { sayStudentsAtOnce } from "~/features/mentors/say-students-at-once.server";
import { cast, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { maya, theo } from "../../support/posting";
import { anaContacted, anaOffered, staff, student } from "../../support/pursuit-way";
import { copyListing, lakeviewListing, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("update mentors set students_at_once = null");
});
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
  expect(await capacity()).toEqual({ seats: led?.seats, held: 0, atOnce: null });
  // Who was only written to takes no seat of the mentor; an offer does.
  await anaContacted(stage);
  expect(await capacity()).toEqual({ seats: led?.seats, held: 0, atOnce: null });
  await stage.clear();
  await anaOffered(stage);
  expect(await capacity()).toEqual({ seats: led?.seats, held: 1, atOnce: null });
});

test("a student reads nothing of it, nor does another school", async () => {
  expect(reasonIn<string>(await openPair(stage.wiring, student("ana"), pair))).toBe("not_permitted");
  expect(reasonIn<string>(await openPair(stage.wiring, staff("malik"), pair))).toBe("not_found");
});

const say = (atOnce: number | null, by: Parameters<typeof sayStudentsAtOnce>[1] = maya) =>
  sayStudentsAtOnce(stage.wiring, by, { atOnce });
const planned = async (listingId: string) => {
  const asked = { ...sampleSchools.lakeview, now: stage.wiring.clock.now() };
  const { input } = await withScope(stage.wiring, staff("ines"), (tx) => gatherPlan(tx, asked));
  return input.placements.find((placement) => placement.listingId === listingId);
};

test("a mentor says how many students they take at once, staff read it on the pair, and it can be taken back", async () => {
  expect(await ownStudentsAtOnce(stage.wiring, maya)).toBeNull();
  valueIn(await say(2));
  expect(await ownStudentsAtOnce(stage.wiring, maya)).toBe(2);
  expect(await capacity()).toMatchObject({ held: 0, atOnce: 2 });
  valueIn(await say(null));
  expect(await capacity()).toMatchObject({ atOnce: null });
});

test("plans fill no more seats of a mentor than they take students, whichever of their placements the others are in", async () => {
  const other = await copyListing(stage, "clinic-care", { weekdays: [2] });
  await stage.rows("update listings set seats = 3 where id = $1", [other]);
  expect(await planned(other)).toMatchObject({ openSeats: 3, openPursuitPlaces: 3 });
  valueIn(await say(2));
  expect(await planned(other)).toMatchObject({ openSeats: 2, openPursuitPlaces: 2, leadMentor: { room: 2 } });
  await anaOffered(stage);
  expect(await planned(other)).toMatchObject({ openSeats: 1, openPursuitPlaces: 1, leadMentor: { room: 1 } });
  valueIn(await say(1));
  expect(await planned(other)).toMatchObject({ openSeats: 0, leadMentor: { room: 0 } });
  const { match } = valueIn(await openPair(stage.wiring, staff("ines"), { ...pair, listingId: other }));
  expect(match.eligibility.blockers.map(({ code }) => code)).toEqual(["no_open_place"]);
});

test("the number is the mentor's own: a colleague's stays, and nobody who is no mentor says one", async () => {
  valueIn(await say(4, theo));
  expect(await ownStudentsAtOnce(stage.wiring, maya)).toBeNull();
  for (const stranger of [staff("ines"), student("ana")]) {
    expect(reasonIn<string>(await say(1, stranger))).toBe("not_permitted");
  }
  await expect(say(21)).rejects.toThrow("students_at_once_check");
});
