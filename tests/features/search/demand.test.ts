import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemand } from "~/features/search/open-demand.server";
import { reindexSearch } from "~/features/search/reindex-search.server";
import { shortlistStudents } from "~/features/search/shortlist-students.server";
import { sizeRecruitment } from "~/features/search/size-recruitment.server";
import { cast } from "~db/cast";
import type { Search } from "~search/port";
import { staff, student } from "../../support/pursuit-way";
import { lakeviewListing, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import type { TestWiring } from "../../support/wiring";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await reindexSearch(stage.wiring);
});
afterAll(() => stage.close());

const { schoolId } = cast.ana;
const ines = staff("ines");

test("a coordinator sees exactly how many like an interest, and how many open seats offer it", async () => {
  const { rows } = valueIn(await openDemand(stage.wiring, ines, { audience: "school" }));
  const counted = await stage.rows<{ interestId: string; students: number; keen: number }>(
    `select interest_id as "interestId", count(*)::int as students, (count(*) filter (where strength >= 2))::int as keen
      from student_interests where school_id = $1 and liked group by 1`,
    [schoolId],
  );
  const found = new Map(rows.map((row) => [row.interestId, row]));
  expect(counted.length).toBeGreaterThan(10);
  for (const { interestId, students, keen } of counted) expect(found.get(interestId)).toMatchObject({ students, keen });
  expect(rows.some(({ seats }) => seats > 0)).toBe(true);
});

test("to others counts are told in tens, and none under ten", async () => {
  const exact = valueIn(await openDemand(stage.wiring, ines, { audience: "school" }));
  const told = valueIn(await openDemand(stage.wiring, ines, { audience: "others" }));
  const students = new Map(exact.rows.map((row) => [row.interestId, row.students ?? 0]));
  for (const row of told.rows) {
    const count = students.get(row.interestId) ?? 0;
    expect(row.students).toBe(count < 10 ? null : count - (count % 10));
  }
});

test("a placement's shortlist has those who like what it offers, the keenest first, and nobody of another school", async () => {
  const { students, total, totalIsExact } = valueIn(
    await shortlistStudents(stage.wiring, ines, { listingId: lakeviewListing("clinic-care") }),
  );
  expect(students.length).toBeGreaterThan(0);
  const [fond] = await stage.rows<{ n: number }>(
    `select count(*)::int as n from students s where s.school_id = $1 and exists (
       select from student_interests i join placement_interests o on o.interest_id = i.interest_id
         join listings l on l.placement_id = o.placement_id
       where i.student_id = s.id and i.liked and l.id = $2)
     and (s.weekdays = '{}' or exists (
       select from placement_days d join listings l on l.placement_id = d.placement_id
       where l.id = $2 and d.seats > 0 and d.weekday = any(s.weekdays)))`,
    [schoolId, lakeviewListing("clinic-care")],
  );
  expect({ total, totalIsExact }).toEqual({ total: fond?.n, totalIsExact: true });
  for (const { likes } of students) expect(likes.length).toBeGreaterThan(0);
  const own = await stage.rows<{ id: string }>("select id from students where school_id = $1", [schoolId]);
  const ids = own.map(({ id }) => id);
  for (const { studentId } of students) expect(ids).toContain(studentId);
});

test("a number that an engine only estimates is said to be one, and none where all are here to be counted", async () => {
  const listingId = lakeviewListing("clinic-care");
  const estimating = (hits: number): TestWiring => {
    const search = {
      ...stage.wiring.search,
      search: async (...asked: Parameters<Search["search"]>) => {
        const answer = await stage.wiring.search.search(...asked);
        const [hit] = answer.hits;
        if (!hit) throw new Error("somebody likes it");
        return { ...answer, hits: Array.from({ length: hits }, () => hit), total: 140, totalIsExact: false };
      },
    };
    return { ...stage.wiring, search };
  };
  expect(valueIn(await shortlistStudents(estimating(100), ines, { listingId }))).toMatchObject({
    total: 140,
    totalIsExact: false,
  });
  expect(valueIn(await shortlistStudents(estimating(99), ines, { listingId }))).toMatchObject({
    total: 99,
    totalIsExact: true,
  });
});

test("whom the index still holds and the school does not know is not shown", async () => {
  const listingId = lakeviewListing("clinic-care");
  const before = valueIn(await shortlistStudents(stage.wiring, ines, { listingId }));
  const [first] = before.students;
  await stage.rows("update people set left_on = '2026-01-01' where id = $1", [first?.studentId]);
  const after = valueIn(await shortlistStudents(stage.wiring, ines, { listingId }));
  expect(after.students.map(({ studentId }) => studentId)).not.toContain(first?.studentId);
  await stage.rows("update people set left_on = null where id = $1", [first?.studentId]);
});

test("a recruitment mail is told how many like an interest, in tens, and nothing under ten", async () => {
  const counted = await stage.rows<{ interestId: string; n: number }>(
    `select interest_id as "interestId", count(*)::int as n from student_interests where school_id = $1 and liked group by 1`,
    [schoolId],
  );
  expect(counted.length).toBeGreaterThan(10);
  for (const { interestId, n } of counted) {
    const { sizes } = valueIn(
      await sizeRecruitment(stage.wiring, ines, { interestId, areaId: null, audience: "school" }),
    );
    expect(sizes).toEqual([{ withinKm: null, inSchool: n, toTell: n < 10 ? null : n - (n % 10) }]);
  }
});

test("what is to tell others holds no number of the school's own, of no circle", async () => {
  const [area] = await stage.rows<{ id: string }>(
    "select id from areas where district_id = $1 and latitude is not null order by latitude limit 1",
    [cast.ines.districtId],
  );
  const asked = { interestId: "animals", areaId: area?.id ?? "" };
  const own = valueIn(await sizeRecruitment(stage.wiring, ines, { ...asked, audience: "school" }));
  expect(own.sizes.some(({ inSchool }) => inSchool !== null && inSchool > 0 && inSchool < 10)).toBe(true);
  const told = valueIn(await sizeRecruitment(stage.wiring, ines, { ...asked, audience: "others" }));
  expect(told.sizes).toEqual(own.sizes.map((size) => ({ ...size, inSchool: null })));
});

test("near a place those count whose area may be told, in circles of which each holds the ones before", async () => {
  const everybody = await stage.rows<{ id: string }>("select id from students where school_id = $1 order by id", [
    schoolId,
  ]);
  const areas = await stage.rows<{ id: string }>(
    "select id from areas where district_id = $1 and latitude is not null order by latitude limit 2",
    [cast.ines.districtId],
  );
  const [here, there] = areas.map(({ id }) => id) as [string, string];
  await stage.rows(
    `insert into student_interests (school_id, student_id, interest_id, strength) select school_id, id, 'music', 2 from students
      where school_id = $1 on conflict (school_id, student_id, interest_id) do update set liked = true`,
    [schoolId],
  );
  const settle = async (elsewhere: number) => {
    await stage.rows(
      "update students set grade = 10, area_id = case when id = any($2) then $3::uuid else $4::uuid end where school_id = $1",
      [schoolId, everybody.slice(0, elsewhere).map(({ id }) => id), there, here],
    );
    await reindexSearch(stage.wiring);
    return valueIn(await sizeRecruitment(stage.wiring, ines, { interestId: "music", areaId: here, audience: "school" }))
      .sizes;
  };
  const all = everybody.length;
  const tens = (count: number) => count - (count % 10);
  // Nine live elsewhere: records that tell an area would point at the nine that tell none.
  const near = await settle(9);
  expect(near.map(({ withinKm }) => withinKm)).toEqual([2, 5, 10, 20, null]);
  expect(near.map(({ inSchool }) => inSchool)).toEqual([0, 0, 0, 0, all]);
  expect(near.map(({ toTell }) => toTell)).toEqual([null, null, null, null, tens(all)]);
  const rest = all - 10;
  const farther = await settle(10);
  expect(farther.map(({ inSchool }) => inSchool)).toEqual([rest, rest, all, all, all]);
  // Between circles that hold the same nobody is told twice.
  expect(farther.map(({ toTell }) => toTell)).toEqual([null, tens(rest), null, null, tens(all)]);
  await settle(9);
  const elsewhere = valueIn(
    await sizeRecruitment(stage.wiring, ines, { interestId: "music", areaId: there, audience: "school" }),
  );
  expect(elsewhere.sizes[0]).toEqual({ withinKm: 2, inSchool: 0, toTell: null });
  for (const areaId of [NOBODY, "nowhere"])
    expect(
      reasonIn(await sizeRecruitment(stage.wiring, ines, { interestId: "music", areaId, audience: "school" })),
    ).toBe("unknown_area");
  const nothing = await sizeRecruitment(stage.wiring, ines, {
    interestId: "nothing",
    areaId: null,
    audience: "school",
  });
  expect(reasonIn(nothing)).toBe("unknown_interest");
});

test("students and advisors learn none of it, and a coordinator of another school finds no such listing", async () => {
  for (const actor of [student("ana"), staff("tom")]) {
    expect(reasonIn(await openDemand(stage.wiring, actor, { audience: "school" }))).toBe("not_permitted");
    expect(
      reasonIn(await sizeRecruitment(stage.wiring, actor, { interestId: "animals", areaId: null, audience: "school" })),
    ).toBe("not_permitted");
    const asked = { listingId: lakeviewListing("clinic-care") };
    expect(reasonIn(await shortlistStudents(stage.wiring, actor, asked))).toBe("not_permitted");
    expect(reasonIn(await shortlistStudents(stage.wiring, staff("malik"), asked))).toBe("not_found");
  }
  const of = async (who: "ines" | "malik") =>
    valueIn(
      await sizeRecruitment(stage.wiring, staff(who), { interestId: "animals", areaId: null, audience: "school" }),
    ).sizes;
  expect(await of("malik")).not.toEqual(await of("ines"));
});
