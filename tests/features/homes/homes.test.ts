import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openAdvisory } from "~/features/homes/open-advisory.server";
import { openCoordinatorHome } from "~/features/homes/open-coordinator-home.server";
import { cast, castActor } from "~db/cast";
import { anaAsks, anaContacted, inesSuggests, staff, student } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from introductions");
  await stage.rows("update listings set state = 'paused' where state = 'in_review'");
});
afterAll(() => stage.close());

const home = async (by = staff("ines")) => valueIn(await openCoordinatorHome(stage.wiring, by));
const advisoryOf = async (key: "tom" | "june" | "samir") => (await openAdvisory(stage.wiring, staff(key))).students;

test("a coordinator's home lists what waits, the longest first, each with the page of its one action", async () => {
  const asked = await anaAsks(stage);
  stage.wiring.clock.pass(60);
  await anaAsks(stage, "bus-mechanics");
  const { waiting, total, schoolName } = await home();
  expect(schoolName).toBe("Lakeview Learning Lab (sample)");
  expect(total).toBe(3);
  expect(waiting[0]).toMatchObject({
    kind: "request",
    title: "Ana Reyes → Help care for animals at a clinic",
    to: `/coordinator/pursuits/${asked}`,
  });
  expect(waiting.map(({ kind }) => kind).sort()).toEqual(["request", "request", "task"]);
});

test("what was decided or only suggested does not wait for a coordinator", async () => {
  await anaContacted(stage);
  await inesSuggests(stage, "jada", "salmon-count");
  expect(await home()).toMatchObject({ waiting: [], total: 0 });
});

test("an admin has the same home; another school's coordinator sees nothing of it", async () => {
  await anaAsks(stage);
  expect((await home(staff("priya"))).total).toBe(1);
  for (const key of ["malik", "greta"] as const) expect((await home(staff(key))).total).toBe(0);
});

test("nobody else opens a coordinator's home", async () => {
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await openCoordinatorHome(stage.wiring, actor))).toBe("not_permitted");
});

test("an advisor sees every student of the advisory with what goes on, and nothing of another advisory", async () => {
  await anaAsks(stage);
  await inesSuggests(stage, "hodan", "salmon-count");
  const toms = await advisoryOf("tom");
  expect(toms).toHaveLength(10);
  expect(toms.find(({ id }) => id === cast.ana.personId)).toMatchObject({
    name: "Ana Reyes",
    pursuits: [
      {
        title: "Help care for animals at a clinic",
        state: "requested",
        next: { step: "school_decides", by: "school", visit: null },
        hasConversation: false,
      },
    ],
  });
  expect(toms.map(({ id }) => id)).not.toContain(cast.hodan.personId);
  expect(toms.find(({ id }) => id === cast.jada.personId)?.pursuits).toEqual([]);
});

test("who covers an advisory sees it for the days of the cover, beside the own one", async () => {
  await anaAsks(stage);
  expect((await advisoryOf("samir")).map(({ id }) => id)).toEqual(
    expect.arrayContaining([cast.ana.personId, cast.minh.personId]),
  );
  stage.wiring.clock.pass(30 * 24 * 60);
  expect((await advisoryOf("samir")).map(({ id }) => id)).not.toContain(cast.ana.personId);
});

test("what has ended is not in the advisor's list", async () => {
  const pursuitId = await anaAsks(stage);
  await stage.rows("update pursuits set state = 'declined' where id = $1", [pursuitId]);
  expect((await advisoryOf("tom")).flatMap(({ pursuits }) => pursuits)).toEqual([]);
});

test("an account of staff without an advisory, or of another school, sees no student", async () => {
  await anaAsks(stage);
  expect((await openAdvisory(stage.wiring, staff("ines"))).students).toEqual([]);
  const elsewhere = (await openAdvisory(stage.wiring, castActor(cast.luis))).students;
  expect(elsewhere.map(({ id }) => id)).not.toContain(cast.ana.personId);
  const asIfHere = { ...castActor(cast.tom), schoolId: cast.keisha.schoolId };
  expect((await openAdvisory(stage.wiring, asIfHere)).students).toEqual([]);
});

test("an introduction that came back waits too, a task says whom it is about, and listings in review wait together", async () => {
  const pursuitId = await anaAsks(stage);
  await stage.rows("delete from staff_tasks");
  await stage.rows(
    `insert into staff_tasks (school_id, kind, subject_noun, subject_id, props, dedupe_key, opened_at)
       values ($1, 'tell_family', 'pursuit', $2, jsonb_build_object('studentId', $3::text, 'title', 'The clinic'), 'k', '2026-01-02')`,
    [staff("ines").schoolId, pursuitId, cast.ana.personId],
  );
  await stage.rows(
    `insert into introductions (school_id, district_id, proposed_by, proposed_as, mentor_name, state, created_at)
       values ($1, $2, $3, 'student', 'Reggie Banks', 'bounced', '2026-01-01')`,
    [staff("ines").schoolId, staff("ines").districtId, cast.ana.personId],
  );
  await stage.rows(
    "update listings set state = 'in_review', created_at = '2026-01-03' where id in (select id from listings where school_id = $1 and state = 'published' limit 2)",
    [staff("ines").schoolId],
  );
  const { waiting, total } = await home();
  expect(waiting.map(({ kind }) => kind)).toEqual(["introduction", "task", "listings", "request"]);
  expect(total).toBe(waiting.length);
  expect(waiting[1]?.detail).toBe("The clinic · Ana Reyes");
  expect(waiting[2]).toMatchObject({ count: 2, to: "/coordinator/listings" });
});
