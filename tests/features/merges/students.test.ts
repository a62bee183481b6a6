import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { daysLater } from "~/clock";
import type { Actor, GuardianActor } from "~/domain/actor";
import { recogniseStudent } from "~/domain/imports/recognise-student";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { readFamilies } from "~/features/imports/school-families.server";
import { readRoster } from "~/features/imports/school-roster.server";
import { findToMerge } from "~/features/merges/find-to-merge.server";
import { listTwins } from "~/features/merges/list-twins.server";
import { mergePeople } from "~/features/merges/merge-people.server";
import { mergeStudents, type StudentMerge } from "~/features/merges/merge-students.server";
import { openPersonMerge } from "~/features/merges/open-person-merge.server";
import { openStaffMerge } from "~/features/merges/open-staff-merge.server";
import { openStudentMerge } from "~/features/merges/open-student-merge.server";
import { previewPersonMerge } from "~/features/merges/preview-person-merge.server";
import { previewStudentMerge } from "~/features/merges/preview-student-merge.server";
import { undoPeopleMerge } from "~/features/merges/undo-people-merge.server";
import { undoStudentsMerge } from "~/features/merges/undo-students-merge.server";
import { addGuardian } from "~/features/people/add-guardian.server";
import { openNewPerson } from "~/features/people/open-new-person.server";
import { openPerson } from "~/features/people/open-person.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { findConcern } from "~db/concerns.server";
import { STAYS_WITH_GONE_GUARDIAN } from "~db/person-references.server";
import { withScope } from "~db/scope.server";
import { GOES_WITH_STUDENT, STUDENT_HISTORY, STUDENT_REFERENCES } from "~db/student-references.server";
import { staff } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import { hashTables } from "../../support/table-hashes";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.rows("create schema before");
  await stage.rows(`create table before.students as select * from students where id = '${keptId}'`);
  await stage.rows(`create table before.people as select * from people where id = '${keptId}'`);
});
afterAll(() => stage.close());

const { schoolId } = sampleSchools.lakeview;
const keptId = cast.ana.personId;
const rosaId = cast.rosa.personId;
const otherId = "01990000-0e30-7000-8000-0000000000a1";
const aliId = "01990000-0e30-7000-8000-0000000000a2";
const ali: GuardianActor = { ...castActor(cast.rosa), personId: aliId };
const rosa = castActor(cast.rosa);
const ines = staff("ines");
const NAME = "Ana María Reyes (sample)";
const NUMBER = "TWIN-7";

/** Ana once more, as a second file brought her: with a number, a wish, an uncle, and a mother who may do less. */
beforeEach(async () => {
  await stage.clear();
  for (const rows of [
    "delete from merges where noun = 'person'",
    `delete from guardian_links where guardian_id = '${aliId}' or student_id = '${otherId}'`,
    `update guardian_links set legal_basis = 'guardian', may_consent = true, may_see_records = true, may_know_whereabouts = true, to_on = null
      where guardian_id = '${rosaId}' and student_id = '${keptId}'`,
    `delete from contact_points where value = 'ana.maria@home.example'`,
    `delete from students where id = '${otherId}'`,
    `delete from people where id in ('${otherId}', '${aliId}')`,
    `update students s set student_number = b.student_number, directory_opt_out = false, listed_at = b.listed_at from before.students b where b.id = s.id`,
    `update people p set born_on = b.born_on from before.people b where b.id = p.id`,
    `insert into people (school_id, id, full_name, name_used, born_on) values ('${schoolId}', '${otherId}', '${NAME}', 'Ana', '2010-02-03')`,
    `insert into people (school_id, id, full_name, name_used) values ('${schoolId}', '${aliId}', 'Ali Reyes (sample)', 'Ali')`,
    `insert into students (school_id, id, district_id, grade, student_number, directory_opt_out)
      select school_id, '${otherId}', district_id, 9, '${NUMBER}', true from students where id = '${keptId}'`,
    `insert into contact_points (school_id, person_id, kind, value, preferred) values ('${schoolId}', '${otherId}', 'mail', 'ana.maria@home.example', true)`,
    `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, may_consent, may_see_records, may_know_whereabouts, from_on) values
      ('${schoolId}', '${otherId}', '${rosaId}', 'mother', 'guardian', true, true, false, '2026-08-01'),
      ('${schoolId}', '${otherId}', '${aliId}', 'uncle', 'guardian', false, true, true, '2026-08-01')`,
    `insert into wishes (school_id, student_id, listing_id, place) select '${schoolId}', '${otherId}', id, 1 from listings where school_id = '${schoolId}' order by id limit 2`,
    `insert into wishes (school_id, student_id, listing_id, place) select '${schoolId}', '${keptId}', id, 1 from listings where school_id = '${schoolId}' order by id limit 1`,
    `insert into saved_searches (school_id, student_id, name, wish, created_at, looked_until, mails_news) values ('${schoolId}', '${otherId}', 'Clinics', '{}', '2026-10-01', '2026-10-01', false)`,
    `insert into student_interests (school_id, student_id, interest_id) values ('${schoolId}', '${otherId}', 'cooking')`,
    `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key, opened_at, props)
      values ('${schoolId}', 'question', 'student', '${otherId}', 'twin student', '2026-10-01', jsonb_build_object('studentId', '${otherId}'))`,
  ])
    await stage.rows(rows);
});

const preview = async (who: Actor = ines, ids = { keptId, otherId }) =>
  valueIn(await previewStudentMerge(stage.wiring, who, ids));
const merge = async (change: Partial<StudentMerge> = {}) => {
  const ids = { keptId, otherId, ...change };
  const { kept, other } = await preview(ines, ids);
  return mergeStudents(stage.wiring, ines, { seal: kept.seal, otherSeal: other.seal, given: [], ...ids });
};
const undo = (mergeId: string, who: Actor = ines) => undoStudentsMerge(stage.wiring, who, { mergeId });
const childrenOf = async (who: GuardianActor) =>
  (await openGuardianHome(stage.wiring, who)).children.map(({ id }) => id).sort();
const tieOf = async (guardianId: string) =>
  (
    await stage.rows(
      "select may_consent, may_see_records, may_know_whereabouts from guardian_links where guardian_id = $1 and student_id = $2",
      [guardianId, keptId],
    )
  )[0];
const tried = async (rows: string, back: string) => {
  for (const each of rows.split(";")) await stage.rows(each);
  const { fault } = await preview();
  const reason = reasonIn(await merge());
  for (const each of back.split(";")) await stage.rows(each);
  return [fault, reason];
};

/** Tables that remember that something happened. */
const REMEMBER =
  /^(public\.(audit_log|merges|merge_moves|search_\w+)|graphile_worker\.)|identity\.(sessions|rate_limits)/;
const facts = async () =>
  Object.fromEntries(Object.entries(await hashTables(stage.database)).filter(([name]) => !REMEMBER.test(name)));

test("a merge has everything name the one that stays, and an undo leaves every table as it was", async () => {
  const before = await facts();
  const { mergeId } = valueIn(await merge());
  expect(await stage.rows("select id from students where id = $1", [otherId])).toEqual([]);
  expect(await stage.rows("select merged_into from people where id = $1", [otherId])).toEqual([
    { merged_into: keptId },
  ]);
  expect(await stage.rows("select count(*)::int as n from wishes where student_id = $1", [keptId])).toEqual([{ n: 2 }]);
  expect(await stage.rows("select name from saved_searches where student_id = $1", [keptId])).toEqual([
    { name: "Clinics" },
  ]);
  expect(
    await stage.rows("select subject_id, props->>'studentId' as of from staff_tasks where dedupe_key = 'twin student'"),
  ).toEqual([{ subject_id: keptId, of: keptId }]);
  expect(await stage.rows("select directory_opt_out as out from students where id = $1", [keptId])).toEqual([
    { out: true },
  ]);
  expect(await childrenOf(ali)).toEqual([keptId]);
  valueIn(await undo(mergeId));
  const after = await facts();
  expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual([]);
  expect(await childrenOf(ali)).toEqual([otherId]);
});

test("number and birth date are taken over only where the one that stays has none; both are shown", async () => {
  const own = async () =>
    (
      await stage.rows(
        "select st.student_number as number, p.born_on::text as born from students st join people p on p.id = st.id where st.id = $1",
        [keptId],
      )
    )[0];
  await stage.rows("update students set student_number = 'KEPT-1' where id = $1", [keptId]);
  await stage.rows("update people set born_on = '2010-03-04' where id = $1", [keptId]);
  const { kept, other } = await preview();
  expect([kept.number, other.number, kept.bornOn, other.bornOn]).toEqual([
    "KEPT-1",
    NUMBER,
    "2010-03-04",
    "2010-02-03",
  ]);
  valueIn(await undo(valueIn(await merge()).mergeId));
  expect(await own()).toEqual({ number: "KEPT-1", born: "2010-03-04" });
  await stage.rows("update students set student_number = null where id = $1", [keptId]);
  await stage.rows("update people set born_on = null where id = $1", [keptId]);
  const { mergeId } = valueIn(await merge());
  expect(await own()).toEqual({ number: NUMBER, born: "2010-02-03" });
  valueIn(await undo(mergeId));
  expect(await own()).toEqual({ number: null, born: null });
});

test("who reads more is said before, and with a guardian of both the narrower tie holds unless staff choose", async () => {
  const { newGuardians, disputed, newMails } = await preview();
  expect(newGuardians).toEqual([
    { name: "Ali Reyes (sample)", rights: { mayConsent: false, maySeeRecords: true, mayKnowWhereabouts: true } },
  ]);
  expect(newMails).toEqual(["ana.maria@home.example"]);
  expect(disputed).toMatchObject([
    { guardianId: rosaId, right: "mayKnowWhereabouts", hasIt: "kept", mayBeGiven: true },
  ]);
  const { mergeId } = valueIn(await merge());
  expect(await tieOf(rosaId)).toEqual({ may_consent: true, may_see_records: true, may_know_whereabouts: false });
  expect(await tieOf(aliId)).toEqual({ may_consent: false, may_see_records: true, may_know_whereabouts: true });
  valueIn(await undo(mergeId));
  expect(await tieOf(rosaId)).toMatchObject({ may_know_whereabouts: true });
  valueIn(await merge({ given: [{ guardianId: rosaId, right: "mayKnowWhereabouts" }] }));
  expect(await tieOf(rosaId)).toMatchObject({ may_know_whereabouts: true });
  expect(await childrenOf(rosa)).toContain(keptId);
});

test("an answer of a guardian of both is not lost with the right to consent", async () => {
  await stage.rows("update guardian_links set may_consent = false where student_id = $1 and guardian_id = $2", [
    otherId,
    rosaId,
  ]);
  await stage.rows(
    `insert into consents (school_id, student_id, guardian_id, purpose, state, letter_code, channel, language, answered_at)
      values ($1, $2, $3, 'photo', 'refused', 'PHOTO45678', 'paper', 'es', '2026-10-02')`,
    [schoolId, keptId, rosaId],
  );
  expect(reasonIn(await merge())).toBe("answer_lost");
  valueIn(await merge({ given: [{ guardianId: rosaId, right: "mayConsent" }] }));
});

test("two who left, are on the way to another school, do more, or whose family ended for one alone stay two", async () => {
  const left = (on: string) => `update people set left_on = ${on} where id = '${otherId}'`;
  expect(await tried(left("'2026-10-01'"), left("null"))).toEqual(["left", "left"]);
  const ended = (on: string) =>
    `update guardian_links set to_on = ${on} where guardian_id = '${rosaId}' and student_id = '${keptId}'`;
  expect(await tried(ended("'2026-10-01'"), ended("null"))).toEqual(["link_ended", "link_ended"]);
  const undecided = (is: boolean) =>
    `update guardian_links set rights_undecided = ${is} where guardian_id = '${aliId}' and student_id = '${otherId}'`;
  expect(await tried(undecided(true), undecided(false))).toEqual(["link_undecided", "link_undecided"]);
  const family = `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, from_on)
    values ('${schoolId}', '${cast.leo.personId}', '${otherId}', 'sister', 'guardian', '2026-08-01')`;
  expect(await tried(family, `delete from guardian_links where guardian_id = '${otherId}'`)).toEqual([
    "other_duties",
    "other_duties",
  ]);
  const moving = `insert into transfers (district_id, from_school_id, to_school_id, student_id, student_name, last_day, first_day, asks_first, said_at)
    select district_id, '${schoolId}', id, '${keptId}', 'Ana', '2026-12-01', '2026-12-02', false, '2026-10-01'
    from schools where id <> '${schoolId}' and district_id = (select district_id from schools where id = '${schoolId}') limit 1`;
  expect(await tried(moving, `delete from transfers where student_id = '${keptId}'`)).toEqual(["moving", "moving"]);
  // Received there, and here until the last day is over: what lets the student go would go with the row.
  await stage.rows(moving);
  await stage.rows(`update transfers set received_at = '2026-10-05', student_name = '' where student_id = '${keptId}'`);
  expect(await tried("select 1", `delete from transfers where student_id = '${keptId}'`)).toEqual(["moving", "moving"]);
});

test("who has a history stays, two histories stay two, and nothing says which it is", async () => {
  const asked = (studentId: string, code: string) =>
    `insert into consents (school_id, student_id, guardian_id, purpose, state, letter_code, language)
      values ('${schoolId}', '${studentId}', '${rosaId}', 'photo', 'requested', '${code}', 'es')`;
  await stage.rows("delete from consents");
  const forbidden = `insert into forbidden_pairs (school_id, student_id, district_id, mentor_id, reason)
    values ('${schoolId}', '${otherId}', '${sampleSchools.lakeview.districtId}', '${cast.maya.personId}', 'relative')`;
  expect(await tried(forbidden, `delete from forbidden_pairs where student_id = '${otherId}'`)).toEqual([
    "wrong_way_round",
    "wrong_way_round",
  ]);
  await stage.rows("create table places_before as select * from identity.memberships where person_id = $1", [keptId]);
  await stage.rows("update identity.memberships set came_in_at = null where person_id = $1", [keptId]);
  try {
    expect(await tried(asked(otherId, "TWIN234567"), "delete from consents")).toEqual([
      "wrong_way_round",
      "wrong_way_round",
    ]);
    await stage.rows(asked(otherId, "TWIN234567"));
    await stage.rows(asked(keptId, "KEPT234567"));
    expect((await preview()).fault).toBe("both_held");
    expect((await preview(ines, { keptId: otherId, otherId: keptId })).fault).toBe("both_held");
  } finally {
    await stage.rows(
      "update identity.memberships m set came_in_at = b.came_in_at from places_before b where b.id = m.id",
    );
    await stage.rows("drop table places_before");
  }
});

test("a page that is behind is refused, two coordinators at once make one merge, and a second press answers it", async () => {
  const { kept, other } = await preview();
  const press = { keptId, otherId, seal: kept.seal, otherSeal: other.seal, given: [] };
  await stage.rows("update guardian_links set may_see_records = false where guardian_id = $1", [aliId]);
  expect(reasonIn(await mergeStudents(stage.wiring, ines, press))).toBe("changed_meanwhile");
  await stage.rows("update guardian_links set may_see_records = true where guardian_id = $1", [aliId]);
  const both = await Promise.all([
    mergeStudents(stage.wiring, ines, press),
    mergeStudents(stage.wiring, castActor(cast.priya), press),
  ]);
  const [mergeId, ...more] = new Set(both.map((outcome) => valueIn(outcome).mergeId));
  expect(more).toEqual([]);
  expect(valueIn(await mergeStudents(stage.wiring, ines, press)).mergeId).toBe(mergeId);
});

test("the one that goes leaves the index, the lists and what a match run proposed at once", async () => {
  const keys = await stage.rows<{ key: string }>("select search_key as key from students where id = $1", [otherId]);
  await stage.rows(
    `with run as (insert into match_runs (school_id, mode, seed, weights_version, input_hash) values ($1, 'balanced', 1, 1, 'x') returning school_id, id)
      insert into match_snapshots (school_id, run_id, input, plan, student_ids) select school_id, id, '{}', '{}', array[$2::uuid] from run`,
    [schoolId, otherId],
  );
  const listed = async () =>
    valueIn(await findToMerge(stage.wiring, ines, { noun: "students", words: NUMBER, oneId: null })).found;
  expect(await listed()).toHaveLength(1);
  await stage.rows("delete from graphile_worker._private_jobs");
  const { mergeId } = valueIn(await merge());
  expect(
    await stage.rows("select run_id from match_snapshots where student_ids @> array[$1::uuid]", [otherId]),
  ).toEqual([]);
  const queued = await stage.rows<{ payload: { keys?: string[] } }>(
    "select payload from graphile_worker._private_jobs",
  );
  expect(queued.flatMap(({ payload }) => payload.keys ?? [])).toContain(keys[0]?.key);
  expect((await openPerson(stage.wiring, ines, { personId: otherId })) as unknown).toMatchObject({
    reason: "went_into",
    detail: { personId: keptId },
  });
  valueIn(await undo(mergeId));
  expect(await stage.rows("select search_key as key from students where id = $1", [otherId])).toEqual(keys);
});

test("a file that goes on to write the other number or spelling finds the one that stays and changes nothing of theirs", async () => {
  const roster = () => withScope(stage.wiring, ines, (tx) => readRoster(tx, ines));
  const row = { number: NUMBER, fullName: NAME, bornOn: "2010-02-03" };
  const meant = async (change = {}) => {
    const found = recogniseStudent({ ...row, ...change }, await roster());
    return found.ok ? found.known?.id : found.reason.code;
  };
  await stage.rows("update students set student_number = 'KEPT-1' where id = $1", [keptId]);
  expect(await meant()).toBe(otherId);
  const { mergeId } = valueIn(await merge());
  expect(await meant()).toBe(keptId);
  expect(await meant({ number: "" })).toBe(keptId);
  const families = await withScope(stage.wiring, ines, (tx) =>
    readFamilies(tx, { actor: ines, now: stage.wiring.clock.now() }),
  );
  expect(families.withNumber(NUMBER)?.id).toBe(keptId);
  valueIn(await undo(mergeId));
  expect(await meant()).toBe(otherId);
});

test("an undo is refused, in words, once something hangs on both being one, and after a week", async () => {
  const { mergeId } = valueIn(await merge());
  const refusal = async () => valueIn(await openStudentMerge(stage.wiring, ines, { mergeId })).refusal;
  expect(await refusal()).toBeNull();
  const tie = (is: boolean) =>
    stage.rows("update guardian_links set may_see_records = $3 where guardian_id = $1 and student_id = $2", [
      rosaId,
      keptId,
      is,
    ]);
  await tie(false);
  expect(await refusal()).toBe("tie_changed_since");
  await tie(true);
  await stage.rows(
    `insert into consents (school_id, student_id, guardian_id, purpose, state, letter_code, language, requested_at)
      values ($1, $2, $3, 'travel', 'requested', 'LATER23456', 'es', $4)`,
    [schoolId, keptId, aliId, daysLater(stage.wiring.clock.now(), 1)],
  );
  expect(await refusal()).toBe("hangs_since");
  expect(reasonIn(await undo(mergeId))).toBe("hangs_since");
  await stage.rows("delete from consents where letter_code = 'LATER23456'");
  stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), 8));
  expect(reasonIn(await undo(mergeId))).toBe("too_late");
});

test("an undo is refused once a guardian of both was asked by a right that the merge gave them", async () => {
  await stage.rows("update guardian_links set may_consent = false where student_id = $1 and guardian_id = $2", [
    ...[keptId, rosaId],
  ]);
  const { mergeId } = valueIn(await merge({ given: [{ guardianId: rosaId, right: "mayConsent" }] }));
  await stage.rows(
    `insert into consents (school_id, student_id, guardian_id, purpose, state, letter_code, channel, language, requested_at, answered_at)
      values ($1, $2, $3, 'travel', 'given', 'LATER23456', 'link', 'es', $4, $4)`,
    [schoolId, keptId, rosaId, daysLater(stage.wiring.clock.now(), 1)],
  );
  expect(reasonIn(await undo(mergeId))).toBe("hangs_since");
});

test("an undo gives no address back that staff took away since, also one that both had had, nor a place by it", async () => {
  const accountId = "01990000-0e30-7000-8000-0000000000b1";
  await stage.rows("insert into identity.accounts (id, mail) values ($1, 'ana.maria@home.example')", [accountId]);
  await stage.rows(
    `insert into identity.memberships (account_id, role, school_id, district_id, person_id, from_on)
      values ($1, 'student', $2, $3, $4, '2026-08-01')`,
    [accountId, schoolId, sampleSchools.lakeview.districtId, otherId],
  );
  await stage.rows(
    "insert into contact_points (school_id, person_id, kind, value) values ($1, $2, 'mail', 'Ana.Maria@home.example')",
    [schoolId, keptId],
  );
  const { mergeId } = valueIn(await merge());
  await stage.rows("delete from contact_points where lower(value) = 'ana.maria@home.example'");
  valueIn(await undo(mergeId));
  const given = await stage.rows("select value from contact_points where person_id = $1", [otherId]);
  const open = await stage.rows("select 1 from identity.memberships where person_id = $1 and to_on is null", [otherId]);
  await stage.rows("delete from identity.memberships where account_id = $1", [accountId]);
  await stage.rows("delete from identity.accounts where id = $1", [accountId]);
  expect([given, open]).toEqual([[], []]);
});

test("a merge of students and one of a guardian of theirs are undone in the order against that in which they were made", async () => {
  const uncleId = "01990000-0e30-7000-8000-0000000000b2";
  const sibling = cast.leo.personId;
  await stage.rows(
    "insert into people (school_id, id, full_name, name_used) values ($1, $2, 'Ali R. (sample)', 'Ali')",
    [...[schoolId, uncleId]],
  );
  await stage.rows(
    `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, from_on)
      values ($1, $2, $3, 'uncle', 'guardian', '2026-08-01')`,
    [schoolId, sibling, uncleId],
  );
  const ofAlis = async () => {
    const ids = { keptId: uncleId, otherId: aliId };
    const { kept, other } = valueIn(await previewPersonMerge(stage.wiring, ines, ids));
    return valueIn(await mergePeople(stage.wiring, ines, { ...ids, seal: kept.seal, otherSeal: other.seal, given: [] }))
      .mergeId;
  };
  const refusals = async (students: string, guardians: string) => [
    valueIn(await openStudentMerge(stage.wiring, ines, { mergeId: students })).refusal,
    valueIn(await openPersonMerge(stage.wiring, ines, { mergeId: guardians })).refusal,
  ];
  const students = valueIn(await merge()).mergeId;
  const guardians = await ofAlis();
  expect(await refusals(students, guardians)).toEqual(["later_first", null]);
  expect(reasonIn(await undo(students))).toBe("later_first");
  valueIn(await undoPeopleMerge(stage.wiring, ines, { mergeId: guardians }));
  valueIn(await undo(students));
  expect(await childrenOf(ali)).toEqual([otherId]);
  const first = await ofAlis();
  const second = valueIn(await merge()).mergeId;
  expect(await refusals(second, first)).toEqual([null, "later_first"]);
  valueIn(await undo(second));
  valueIn(await undoPeopleMerge(stage.wiring, ines, { mergeId: first }));
  expect(await childrenOf(ali)).toEqual([otherId]);
  await stage.rows("delete from guardian_links where guardian_id = $1", [uncleId]);
  await stage.rows("delete from people where id = $1", [uncleId]);
});

test("once it is undone its page says that they are two, and no page of another kind says anything", async () => {
  const { mergeId } = valueIn(await merge());
  valueIn(await undo(mergeId));
  expect(valueIn(await openStudentMerge(stage.wiring, ines, { mergeId }))).toMatchObject({
    ...{ refusal: "undone_already", gone: NAME, keptId, goneId: otherId },
  });
  expect(reasonIn(await undo(mergeId))).toBe("undone_already");
  expect(reasonIn(await openPersonMerge(stage.wiring, ines, { mergeId }))).toBe("not_found");
  expect(reasonIn(await undoPeopleMerge(stage.wiring, ines, { mergeId }))).toBe("not_found");
  expect(reasonIn(await openStaffMerge(stage.wiring, staff("priya"), { mergeId }))).toBe("not_found");
  expect(reasonIn(await openStudentMerge(stage.wiring, castActor(cast.malik), { mergeId }))).toBe("not_found");
});

test("a guardian is not added to a student who went into another one: the form stays, and leads to the one that stays", async () => {
  const guardian = {
    ...{ studentId: otherId, fullName: "Tia Reyes", nameUsed: "Tia", language: "es", document: "" },
    ...{ contacts: [], namesake: "unseen" as const },
    terms: {
      ...{ relationship: "aunt", legalBasis: "guardian" as const, callOrder: 3 },
      rights: { mayConsent: false, maySeeRecords: true, mayKnowWhereabouts: true },
    },
  };
  const { mergeId } = valueIn(await merge());
  expect((await addGuardian(stage.wiring, ines, guardian)) as unknown).toMatchObject({
    ...{ reason: "went_into", detail: { name: expect.stringContaining("Ana Reyes") } },
  });
  expect(await stage.rows("select 1 from people where full_name = 'Tia Reyes'")).toEqual([]);
  expect((await openNewPerson(stage.wiring, ines, { studentId: otherId })) as unknown).toMatchObject({
    value: { student: { id: keptId } },
  });
  expect(reasonIn(await addGuardian(stage.wiring, castActor(cast.malik), guardian))).toBe("not_found");
  valueIn(await undo(mergeId));
});

test("two who are alike are proposed, not two born on different days, and a merge is undone on its own page alone", async () => {
  const pairs = async (who: Actor) =>
    valueIn(await listTwins(stage.wiring, who)).students.pairs.filter(({ one, other }) =>
      [one.id, other.id].includes(otherId),
    );
  await stage.rows(
    "update people set full_name = (select full_name from people where id = $1), born_on = null where id = $2",
    [keptId, otherId],
  );
  expect(await pairs(ines)).toMatchObject([{ because: ["name"] }]);
  expect(await pairs(castActor(cast.malik))).toEqual([]);
  const { mergeId } = valueIn(await merge());
  const { students, people } = valueIn(await listTwins(stage.wiring, ines));
  expect([students.merges.map(({ id }) => id), people.merges]).toEqual([[mergeId], []]);
  expect(reasonIn(await openPersonMerge(stage.wiring, ines, { mergeId }))).toBe("not_found");
  expect(reasonIn(await undoPeopleMerge(stage.wiring, ines, { mergeId }))).toBe("not_found");
});

test("nobody but the coordinators and admins of the school merges, and no other school learns of it", async () => {
  const { kept, other } = await preview();
  const press = { keptId, otherId, seal: kept.seal, otherSeal: other.seal, given: [] };
  const { mergeId } = valueIn(await merge());
  for (const who of [rosa, castActor(cast.tom), castActor(cast.ana)]) {
    expect(reasonIn(await previewStudentMerge(stage.wiring, who, { keptId, otherId }))).toBe("not_permitted");
    expect(reasonIn(await mergeStudents(stage.wiring, who, press))).toBe("not_permitted");
    expect(reasonIn(await undo(mergeId, who))).toBe("not_permitted");
  }
  for (const who of [castActor(cast.malik), castActor(cast.greta)]) {
    expect(reasonIn(await previewStudentMerge(stage.wiring, who, { keptId, otherId }))).toBe("not_found");
    expect(reasonIn(await openStudentMerge(stage.wiring, who, { mergeId }))).toBe("not_found");
    expect(reasonIn(await mergeStudents(stage.wiring, who, press))).toBe("not_found");
    expect(reasonIn(await undo(mergeId, who))).toBe("not_found");
  }
});

test("what is sealed about the row that went is read by its readers, keeps nobody from merging, and is told on no page", async () => {
  const concernId = "01990000-0e30-7000-8000-0000000000a3";
  const page = await preview();
  await stage.rows(
    `with said as (insert into concerns (school_id, id, body, about_person_id) values ($1, $2, 'x', $3) returning school_id, id)
      insert into concern_watch (school_id, concern_id, number, raised_at) select school_id, id, '0000-0012', '2026-10-14' from said`,
    [schoolId, concernId, otherId],
  );
  expect(await preview()).toEqual(page);
  valueIn(await merge());
  const read = await withScope(stage.wiring, ines, (tx) => findConcern(tx, { schoolId, concernId }));
  expect(read?.about_full_name).toBe(NAME);
});

test("every key to a student is moved, goes with the row, or is a history; every key to a person is known", async () => {
  const keysTo = (table: string) =>
    stage.rows<{ table: string; column: string }>(
      `select distinct k.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint k
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        where k.contype = 'f' and k.confrelid = '${table}'::regclass and a.attname not in ('school_id', 'district_id')`,
    );
  const moved = new Set(Object.values(STUDENT_REFERENCES).map(({ table, column }) => `${table}.${column}`));
  const goes: readonly string[] = GOES_WITH_STUDENT;
  const histories: Record<string, readonly string[]> = STUDENT_HISTORY;
  const known = ({ table, column }: { table: string; column: string }) =>
    moved.has(`${table}.${column}`) ||
    goes.includes(table) ||
    histories[table]?.includes(column) ||
    (column === "guardian_id" && table === "consents");
  expect((await keysTo("students")).filter((key) => !known(key))).toEqual([]);
  const stays = ({ table, column }: { table: string; column: string }) =>
    column.endsWith("_by") || table in STAYS_WITH_GONE_GUARDIAN;
  expect((await keysTo("people")).filter((key) => !known(key) && !stays(key))).toEqual([]);
});
