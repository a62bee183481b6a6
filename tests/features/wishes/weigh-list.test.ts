import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { saveWish } from "~/features/wishes/save-wish.server";
import { weighList } from "~/features/wishes/weigh-list.server";
import { cast } from "~db/cast";
import { anaAsks, inesSuggests, student } from "../../support/pursuit-way";
import { lakeviewListing, openStage, type Stage, setLakeview, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const weigh = () => weighList(stage.wiring, student("ana"));
const save = async (placement: string) =>
  valueIn(await saveWish(stage.wiring, student("ana"), { listingId: lakeviewListing(placement) }));

/** So many other students of Lakeview save a listing; nobody of the named cast. */
function othersSave(placement: string, count: number) {
  return stage.rows<{ student_id: string }>(
    `insert into wishes (school_id, student_id, listing_id, place)
      select school_id, id, $1, 1 from students where school_id = $2 and id <> $3 order by id desc limit $4 returning student_id`,
    [lakeviewListing(placement), cast.ana.schoolId, cast.ana.personId, count],
  );
}

test("a place that nobody else wants is a calm list; the same place wanted by many is not", async () => {
  await save("clinic-care");
  expect(await weigh()).toEqual({ risk: "safe", listed: 1, limit: null });
  await othersSave("clinic-care", 12);
  expect(await weigh()).toEqual({ risk: "crowded", listed: 1, limit: null });
});

test("two places to go after are one seat: a list goes by what it can end with", async () => {
  const listingId = lakeviewListing("clinic-care");
  const [before] = await stage.rows<{ seats: number }>("select seats from listings where id = $1", [listingId]);
  await setLakeview(stage, { placesPerSeat: 2 });
  await stage.rows("update listings set seats = 1 where id = $1", [listingId]);
  try {
    await save("clinic-care");
    expect(await weigh()).toEqual({ risk: "safe", listed: 1, limit: null });
    await othersSave("clinic-care", 1);
    expect(await weigh()).toEqual({ risk: "crowded", listed: 1, limit: null });
  } finally {
    await stage.rows("update listings set seats = $2 where id = $1", [listingId, before?.seats]);
  }
});

test("a request counts like a saved place, one's own and others'", async () => {
  expect(await weigh()).toEqual({ risk: "empty", listed: 0, limit: null });
  const listingId = lakeviewListing("clinic-care");
  valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId, note: "" }));
  await save("clinic-care");
  expect(await weigh()).toEqual({ risk: "safe", listed: 1, limit: null });
  for (const key of ["hodan", "jada", "minh"] as const)
    valueIn(await requestPursuit(stage.wiring, student(key), { listingId, note: "" }));
  expect(await weigh()).toEqual({ risk: "crowded", listed: 1, limit: null });
});

test("students who look for nothing now, or have a place in view, stand in nobody's way", async () => {
  await save("clinic-care");
  const others = await othersSave("clinic-care", 12);
  const ids = others.map(({ student_id }) => student_id);
  await stage.rows("update students set seeking = false where id = any($1)", [ids]);
  const calm = await weigh();
  await stage.rows("update students set seeking = true where id = any($1)", [ids]);
  expect(calm).toEqual({ risk: "safe", listed: 1, limit: null });
  await stage.rows(
    `insert into pursuits (school_id, student_id, listing_id, organisation_id, state, student_asked_at, contacted_at, expires_at)
      select l.school_id, s.id, l.id, l.organisation_id, 'contacted', now(), now(), now() + interval '1 day'
      from listings l, unnest($2::uuid[]) s(id) where l.id = $1`,
    [lakeviewListing("bakery-morning"), ids],
  );
  expect(await weigh()).toEqual({ risk: "safe", listed: 1, limit: null });
});

test("a list of what the rules exclude is closed, and says no more than that", async () => {
  await save("clinic-care");
  const { personId } = cast.ana;
  const [before] = await stage.rows<{ weekdays: number[] }>("select weekdays from students where id = $1", [personId]);
  await stage.rows("update students set weekdays = '{7}' where id = $1", [personId]);
  const found = await weigh();
  await stage.rows("update students set weekdays = $2 where id = $1", [personId, before?.weekdays]);
  expect(found).toEqual({ risk: "closed", listed: 1, limit: null });
});

test("whoever has a place in view, or does not look, is warned of nothing", async () => {
  await save("clinic-care");
  await othersSave("clinic-care", 12);
  await stage.rows("update students set seeking = false where id = $1", [cast.ana.personId]);
  const resting = await weigh();
  await stage.rows("update students set seeking = true where id = $1", [cast.ana.personId]);
  expect(resting.risk).toBeNull();
  await inesSuggests(stage, "ana", "clinic-desk");
  expect((await weigh()).risk).toBeNull();
});

test("students of another school who want the same placement do not count", async () => {
  await save("clinic-care");
  await stage.rows(
    `insert into wishes (school_id, student_id, listing_id, place) select st.school_id, st.id, l.id, 1 from students st
      join listings l on l.school_id = st.school_id join placements p on p.id = l.placement_id
      join placements own on own.title = p.title join listings ol on ol.placement_id = own.id and ol.id = $1
      where st.school_id <> $2`,
    [lakeviewListing("clinic-care"), cast.ana.schoolId],
  );
  const [count] = await stage.rows<{ n: number }>("select count(*)::int n from wishes");
  expect(count?.n).toBeGreaterThan(10);
  expect(await weigh()).toEqual({ risk: "safe", listed: 1, limit: null });
});

test("who asks for as many as the school allows is told that saved places wait, and is not calmed by them", async () => {
  await setLakeview(stage, { livePursuitLimit: 1 });
  await anaAsks(stage, "clinic-desk");
  expect(await weigh()).toEqual({ risk: "safe", listed: 1, limit: null });
  await save("clinic-care");
  expect(await weigh()).toEqual({ risk: "safe", listed: 1, limit: 1 });
  await othersSave("clinic-desk", 12);
  expect(await weigh()).toEqual({ risk: "crowded", listed: 1, limit: 1 });
  await setLakeview(stage, { livePursuitLimit: 2 });
  expect(await weigh()).toEqual({ risk: "safe", listed: 2, limit: null });
});
