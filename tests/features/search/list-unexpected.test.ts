import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listUnexpected } from "~/features/search/list-unexpected.server";
import type { Wiring } from "~/wiring";
import { cast, castActor } from "~db/cast";
import { LAKEVIEW } from "../../support/posting";
import { staff, student } from "../../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const STUDENTS = ["ana", "jada", "keisha", "leo"] as const;
const unexpected = async (by: Parameters<typeof listUnexpected>[1] = student("ana"), wiring: Wiring = stage.wiring) =>
  valueIn(await listUnexpected(wiring, by));
const idsOf = async (...asked: Parameters<typeof unexpected>) =>
  (await unexpected(...asked)).map(({ listingId }) => listingId);
const inDays = (count: number) => {
  const now = new Date(stage.wiring.clock.now().getTime() + count * 86_400_000);
  return { ...stage.wiring, clock: { now: () => now } };
};

test.each(STUDENTS)("what %s did not look for shares no interest with theirs, liked or disliked", async (who) => {
  const own = await stage.rows<{ id: string }>(
    "select interest_id as id from student_interests where student_id = $1",
    [cast[who].personId],
  );
  const results = await unexpected(student(who));
  expect(results.length).toBeGreaterThan(0);
  expect(results.length).toBeLessThanOrEqual(3);
  for (const { interests } of results) {
    expect(interests.length).toBeGreaterThan(0);
    for (const { id } of own) expect(interests).not.toContain(id);
  }
});

test("nothing stands in the way of any of them: open, fitting, not asked for", async () => {
  for (const who of STUDENTS)
    for (const { fit, isOpen, pursuit } of await unexpected(student(who))) {
      expect(fit?.word).not.toBeNull();
      expect(fit?.blockers).toEqual([]);
      expect(isOpen).toBe(true);
      expect(pursuit).toBeNull();
    }
});

test("one that is disliked from now on, or not published any more, makes room for another", async () => {
  const [first] = await unexpected();
  await stage.rows(
    `insert into student_interests (school_id, student_id, interest_id, strength, liked) values ($1, $2, $3, 1, false)`,
    [LAKEVIEW, cast.ana.personId, first?.interests[0]],
  );
  try {
    const without = await idsOf();
    expect(without).not.toContain(first?.listingId);
    expect(without.length).toBeGreaterThan(0);
  } finally {
    await stage.rows("delete from student_interests where student_id = $1 and interest_id = $2", [
      cast.ana.personId,
      first?.interests[0],
    ]);
  }
  await stage.rows("update listings set state = 'paused' where id = $1", [first?.listingId]);
  try {
    expect(await idsOf()).not.toContain(first?.listingId);
  } finally {
    await stage.rows("update listings set state = 'published' where id = $1", [first?.listingId]);
  }
});

test("they stay all week of the school and change with the weeks", async () => {
  const weekday = new Date(stage.wiring.clock.now()).getUTCDay();
  const thisWeek = await idsOf();
  expect(await idsOf()).toEqual(thisWeek);
  // Wednesday noon in UTC is Wednesday in every school's zone.
  expect(await idsOf(student("ana"), inDays(3 - weekday))).toEqual(thisWeek);
  const later = await Promise.all([1, 2, 3, 4].map((weeks) => idsOf(student("ana"), inDays(3 - weekday + 7 * weeks))));
  expect(later.some((ids) => ids.join() !== thisWeek.join())).toBe(true);
});

test("who has told no interest is surprised by nothing", async () => {
  const rows = await stage.rows<Record<string, unknown>>(
    "delete from student_interests where student_id = $1 returning school_id, student_id, interest_id, strength, liked",
    [cast.ana.personId],
  );
  try {
    expect(await idsOf()).toEqual([]);
  } finally {
    for (const row of rows)
      await stage.rows(
        "insert into student_interests (school_id, student_id, interest_id, strength, liked) values ($1, $2, $3, $4, $5)",
        Object.values(row),
      );
  }
});

test("only students have such a lane, each of the own school", async () => {
  for (const by of [staff("ines"), castActor(cast.rosa), castActor(cast.maya)])
    expect(await listUnexpected(stage.wiring, by)).toEqual({ ok: false, reason: "not_permitted" });
  const schools = await stage.rows("select distinct school_id from listings where id = any($1)", [
    await idsOf(student("keisha")),
  ]);
  expect(schools).toEqual([{ school_id: cast.keisha.schoolId }]);
});
