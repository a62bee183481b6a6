import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPair } from "~/features/matching/open-pair.server";
import { gatherPlan } from "~/features/matching/plan-input.server";
import { ownStudentsAtOnce } from "~/features/mentors/own-students-at-once.server";
import { sayStudentsAtOnce } from "~/features/mentors/say-students-at-once.server";
import { setStudentsAtOnce } from "~/features/mentors/set-students-at-once.server";
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
  await stage.rows("update mentors set students_at_once = null, at_once_reason = ''");
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
  expect(await capacity()).toEqual({ seats: led?.seats, held: 0, atOnce: null, setByStaff: false });
  // Who was only written to takes no seat of the mentor; an offer does.
  await anaContacted(stage);
  expect(await capacity()).toEqual({ seats: led?.seats, held: 0, atOnce: null, setByStaff: false });
  await stage.clear();
  await anaOffered(stage);
  expect(await capacity()).toEqual({ seats: led?.seats, held: 1, atOnce: null, setByStaff: false });
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
  expect(await ownStudentsAtOnce(stage.wiring, maya)).toEqual({ atOnce: null, reason: "" });
  valueIn(await say(2));
  expect(await ownStudentsAtOnce(stage.wiring, maya)).toEqual({ atOnce: 2, reason: "" });
  expect(await capacity()).toMatchObject({ held: 0, atOnce: 2 });
  valueIn(await say(null));
  expect(await capacity()).toMatchObject({ atOnce: null });
});

test("plans fill no more seats of a mentor than they take students, whichever of their placements the others are in", async () => {
  const other = await copyListing(stage, "clinic-care", { weekdays: [2] });
  await stage.rows("update listings set seats = 3 where id = $1", [other]);
  await stage.rows(
    "update placement_days d set seats = 3 from listings l where l.id = $1 and d.placement_id = l.placement_id",
    [other],
  );
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
  expect((await ownStudentsAtOnce(stage.wiring, maya)).atOnce).toBeNull();
  for (const stranger of [staff("ines"), student("ana")]) {
    expect(reasonIn<string>(await say(1, stranger))).toBe("not_permitted");
  }
  await expect(say(21)).rejects.toThrow("students_at_once_check");
});

const onThePhone = { listingId: pair.listingId, atOnce: 2, seen: null, reason: "You said so on the phone." };
const set = (by: Parameters<typeof setStudentsAtOnce>[1], changes: Partial<typeof onThePhone> = {}) =>
  setStudentsAtOnce(stage.wiring, by, { ...onThePhone, ...changes });

test("a coordinator sets the number for the mentor with a reason: plans keep to it, the mentor reads both, and says another", async () => {
  expect(reasonIn(await set(staff("ines"), { reason: "  " }))).toBe("reason_missing");
  valueIn(await set(staff("ines")));
  expect(await planned(pair.listingId)).toMatchObject({ leadMentor: { room: 2 } });
  expect(await capacity()).toMatchObject({ atOnce: 2, setByStaff: true });
  expect(await ownStudentsAtOnce(stage.wiring, maya)).toEqual({ atOnce: 2, reason: "You said so on the phone." });
  const acts = await stage.rows("select noun, transition, from_state, to_state, actor_id, reason from audit_log");
  expect(acts).toEqual([
    {
      ...{ noun: "mentor", transition: "students_at_once", from_state: null, to_state: "2" },
      ...{ actor_id: cast.ines.personId, reason: "You said so on the phone." },
    },
  ]);
  valueIn(await say(3));
  expect(await ownStudentsAtOnce(stage.wiring, maya)).toEqual({ atOnce: 3, reason: "" });
  expect(await capacity()).toMatchObject({ atOnce: 3, setByStaff: false });
});

test("what the mentor said since the page was shown is not overwritten", async () => {
  valueIn(await say(4));
  expect(reasonIn(await set(staff("ines")))).toBe("changed_before");
  expect((await ownStudentsAtOnce(stage.wiring, maya)).atOnce).toBe(4);
  valueIn(await setStudentsAtOnce(stage.wiring, staff("ines"), { ...onThePhone, seen: 4 }));
  expect((await ownStudentsAtOnce(stage.wiring, maya)).atOnce).toBe(2);
});

test("nobody but a coordinator of a school that lists the mentor sets it", async () => {
  for (const stranger of [staff("tom"), student("ana"), maya])
    expect(reasonIn<string>(await set(stranger))).toBe("not_permitted");
  expect(reasonIn<string>(await set(staff("malik")))).toBe("not_found");
  expect(await ownStudentsAtOnce(stage.wiring, maya)).toEqual({ atOnce: null, reason: "" });
});
