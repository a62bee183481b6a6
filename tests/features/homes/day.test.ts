import { afterAll, beforeAll, expect, test } from "vitest";
import { giveCover } from "~/features/advisories/give-cover.server";
import { chooseDay } from "~/features/homes/choose-day.server";
import { openDay } from "~/features/homes/open-day.server";
import { cast, castActor } from "~db/cast";
import { advisoryIdOf } from "~db/seed/write-people.server";
import { anaContacted, staff, student } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
let pursuitId: string;
/** It is Thursday 15 October at the school; Ana has a shadow day on the next one, and Minh works there on Thursdays. */
beforeAll(async () => {
  stage = await openStage();
  await stage.clear();
  await stage.rows("delete from advisory_covers");
  pursuitId = await anaContacted(stage);
  const { schoolId, districtId } = cast.ana;
  await stage.rows(
    `insert into visits (school_id, pursuit_id, kind, state, starts_at, ends_at, place)
      values ($1, $2, 'shadow_day', 'dated', '2026-10-22T16:00Z', '2026-10-22T20:30Z', 'The front desk'),
        ($1, $2, 'shadow_day', 'proposed', '2026-10-22T21:00Z', '2026-10-22T22:00Z', 'Nobody told yet'),
        ($1, $2, 'site_visit', 'dated', '2026-10-22T16:00Z', '2026-10-22T17:00Z', 'Staff look'),
        ($1, $2, 'informational_interview', 'dated', '2026-10-23T06:30Z', '2026-10-23T06:45Z', 'Late in the evening')`,
    [schoolId, pursuitId],
  );
  await stage.rows(
    `with one as (insert into pursuits (school_id, student_id, listing_id, organisation_id, state, student_asked_at)
        select school_id, $2, listing_id, organisation_id, 'accepted', now() from pursuits where id = $1 returning *),
      held as (insert into seat_holds (school_id, listing_id, seat_no, weekday, during, pursuit_id)
        select school_id, listing_id, 1, 4, '[2026-10-01,2026-12-18]', id from one)
      insert into engagements (school_id, pursuit_id, district_id, state, basis, starts_on, ends_on)
        select school_id, id, $3, 'active', 'unpaid_educational', '2026-10-01', '2026-12-18' from one`,
    [pursuitId, cast.minh.personId, districtId],
  );
});
afterAll(() => stage.close());

const day = async (by = staff("ines"), on = "2026-10-22") => valueIn(await openDay(stage.wiring, by, { day: on }));
const names = async (by = staff("ines"), on = "2026-10-22") =>
  (await day(by, on)).out.map(({ student: name }) => name).sort();

test("a coordinator's list has who is out on that day by the school's clock, and the named person to call", async () => {
  const { out, school } = await day();
  expect(school.helpPhone).not.toBe("");
  const ana = out.filter(({ studentId }) => studentId === cast.ana.personId);
  expect(ana.map(({ kind, from, to, place }) => ({ kind, from, to, place }))).toEqual([
    { kind: "shadow_day", from: "09:00", to: "13:30", place: "The front desk" },
    { kind: "informational_interview", from: "23:30", to: "23:45", place: "Late in the evening" },
  ]);
  const minh = out.find(({ studentId }) => studentId === cast.minh.personId);
  expect(minh).toMatchObject({ kind: "internship", mentor: expect.any(String) });
  expect(minh?.place).not.toBe("");
  expect(await names(staff("ines"), "2026-10-23")).toEqual([]);
  expect(await names(staff("ines"), "2026-12-24")).toEqual([]);
});

test("a day of any term knows whether the school is closed, and after the last LTI day of a term the next one counts", async () => {
  const { schoolId } = cast.ana;
  await stage.rows(
    "insert into terms (school_id, name, starts_on, ends_on, lti_weekdays, day_starts_at, day_ends_at) values ($1, 'Later', '2027-08-30', '2027-12-10', '{4}', '09:00', '15:00')",
    [schoolId],
  );
  await stage.rows(
    "insert into no_school_days (school_id, day, reason) values ($1, '2026-10-08', 'Past'), ($1, '2027-09-02', 'Later')",
    [schoolId],
  );
  const isClosed = async (on: string) => (await day(staff("ines"), on)).isClosed;
  expect([await isClosed("2026-10-08"), await isClosed("2026-10-15"), await isClosed("2027-09-02")]).toEqual([
    true,
    false,
    true,
  ]);
  await stage.rows(
    "update terms set ends_on = '2026-10-14' where school_id = $1 and ends_on between '2026-10-15' and '2027-08-01'",
    [schoolId],
  );
  expect(valueIn(await chooseDay(stage.wiring, staff("ines")))).toEqual({ day: "2027-09-09" });
});

test("the log keeps who opened which day, and for how many students", async () => {
  await stage.rows("delete from audit_log");
  await day(staff("tom"));
  await day(staff("ines"), "2026-12-24");
  expect(
    await stage.rows("select actor_id, evidence from audit_log where transition = 'open_day_list' order by evidence"),
  ).toEqual([
    { actor_id: cast.tom.personId, evidence: "2026-10-22, 1 students" },
    { actor_id: cast.ines.personId, evidence: "2026-12-24, 0 students" },
  ]);
});

test("an advisor's list has the own advisory, and a covered one during the cover alone", async () => {
  expect(await names(staff("tom"))).toEqual([cast.ana.name, cast.ana.name]);
  expect(await names(staff("june"))).not.toContain(cast.ana.name);
  const plan = { advisoryId: advisoryIdOf("lakeview", cast.tom.name), personId: cast.june.personId };
  valueIn(await giveCover(stage.wiring, staff("tom"), { ...plan, from: "2026-10-15", to: "2026-10-15" }));
  expect(await names(staff("june"))).toContain(cast.ana.name);
  stage.wiring.clock.pass(24 * 60);
  expect(await names(staff("june"))).not.toContain(cast.ana.name);
});

test("nobody goes to a mentor who is suspended, and nobody else reads a list", async () => {
  for (const key of ["malik", "greta", "walter"] as const) expect(await names(staff(key))).toEqual([]);
  for (const actor of [student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    for (const answer of [
      await chooseDay(stage.wiring, actor),
      await openDay(stage.wiring, actor, { day: "2026-10-22" }),
    ])
      expect(reasonIn<string>(answer)).toBe("not_permitted");
  await stage.rows(
    "update mentors set suspended_at = now() where id = (select lead_mentor_id from placements p join listings l on l.placement_id = p.id join pursuits u on u.listing_id = l.id where u.id = $1)",
    [pursuitId],
  );
  expect(await names()).toEqual([]);
});
