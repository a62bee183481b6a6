import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { Outcome } from "~/domain/outcome";
import { callForOrphans } from "~/features/concerns/call-for-orphans.server";
import { findToMerge } from "~/features/merges/find-to-merge.server";
import { listTwins } from "~/features/merges/list-twins.server";
import { mergeStaff, type StaffMerge } from "~/features/merges/merge-staff.server";
import { openPersonMerge } from "~/features/merges/open-person-merge.server";
import { openStaffMerge } from "~/features/merges/open-staff-merge.server";
import { previewStaffMerge } from "~/features/merges/preview-staff-merge.server";
import { sayApart } from "~/features/merges/say-apart.server";
import { undoPeopleMerge } from "~/features/merges/undo-people-merge.server";
import { undoStaffMerge } from "~/features/merges/undo-staff-merge.server";
import { openPerson } from "~/features/people/open-person.server";
import { handOnAdvisory } from "~/features/people/set-advisory.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { findConcern } from "~db/concerns.server";
import { listNamesWentInto, listWhomTheyWentInto } from "~db/merged-people.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { withScope } from "~db/scope.server";
import { STAFF_REFERENCES, STAYS_WITH_GONE_STAFF } from "~db/staff-references.server";
import { call, raise } from "../../support/concerns";
import { anaAsks, staff } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, setLakeview, valueIn } from "../../support/stage";
import { hashTables } from "../../support/table-hashes";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const { schoolId, districtId } = sampleSchools.lakeview;
const keptId = cast.samir.personId;
const id = (last: string) => `01990000-0e21-7000-8000-0000000000${last}`;
const [otherId, accountId, advisoryId, threadId, concernId] = ["a1", "a2", "a3", "a4", "a5"].map(id) as [
  string,
  string,
  string,
  string,
  string,
];
const [coverId, ownCoverId, pastMeetingId] = [id("a6"), id("a7"), id("a8")];
const priya = staff("priya");
const ines = staff("ines");
const NAME = "Samir El-Haddad (sample)";
const tomsAdvisory = `(select id from advisories where school_id = '${schoolId}' and advisor_id = '${cast.tom.personId}' limit 1)`;

/** Samir once more, as an admin added him by another address: with an advisory and all that staff have. */
beforeEach(async () => {
  await stage.rows(`delete from thread_members where person_id in ('${otherId}', '${keptId}')`);
  await stage.clear();
  const pursuitId = await anaAsks(stage);
  for (const rows of [
    "delete from merges where noun = 'person'",
    `delete from advisory_covers where cover_id in ('${otherId}', '${keptId}') or advisory_id = '${advisoryId}'`,
    `delete from advisory_members where advisory_id = '${advisoryId}'`,
    `delete from advisories where id = '${advisoryId}'`,
    `delete from safeguarding_leads where person_id = '${otherId}'`,
    `delete from identity.memberships where account_id = '${accountId}'`,
    `delete from identity.accounts where id = '${accountId}'`,
    `update identity.memberships set role = 'advisor', to_on = null, came_in_at = '2026-09-01' where person_id = '${keptId}'`,
    `delete from contact_points where value = '206 555 0188'`,
    `delete from meetings where with_id in ('${otherId}', '${keptId}')`,
    `delete from people where id = '${otherId}'`,
    `insert into people (school_id, id, full_name, name_used) values ('${schoolId}', '${otherId}', '${NAME}', 'Samir')`,
    `insert into contact_points (school_id, person_id, kind, value, preferred)
      select school_id, '${otherId}', kind, value, true from contact_points where person_id = '${keptId}' and kind = 'mail' limit 1`,
    `insert into contact_points (school_id, person_id, kind, value, preferred) values ('${schoolId}', '${otherId}', 'phone', '206 555 0188', true)`,
    `insert into identity.accounts (id, mail) values ('${accountId}', 'samir.el@lakeview.example')`,
    `insert into identity.memberships (account_id, role, school_id, district_id, person_id, from_on) values ('${accountId}', 'coordinator', '${schoolId}', '${districtId}', '${otherId}', '2026-08-01')`,
    `insert into advisories (school_id, id, name, advisor_id) values ('${schoolId}', '${advisoryId}', 'Evening advisory', '${otherId}')`,
    `insert into advisory_members (school_id, advisory_id, student_id, from_on, to_on) values ('${schoolId}', '${advisoryId}', '${cast.leo.personId}', '2026-08-01', '2026-09-01')`,
    `insert into advisory_covers (school_id, id, advisory_id, cover_id, from_on, to_on) values
      ('${schoolId}', '${coverId}', ${tomsAdvisory}, '${otherId}', '2026-10-01', '2027-01-01'),
      ('${schoolId}', '${ownCoverId}', '${advisoryId}', '${keptId}', '2026-10-01', '2027-01-01')`,
    `insert into contacts (school_id, district_id, full_name, organisation_name, origin, language, owner_id, created_at, updated_at)
      values ('${schoolId}', '${districtId}', 'Kay Bell', 'Bells', 'typed', 'en', '${otherId}', '2026-10-01', '2026-10-01')`,
    `insert into sequences (school_id, id, district_id, name, language, writer_id, created_at) values ('${schoolId}', '${id("b1")}', '${districtId}', 'Hello', 'en', '${otherId}', '2026-10-01')`,
    `insert into meetings (school_id, id, student_id, with_id, starts_at, ends_at, place, family_asked, created_at) values
      ('${schoolId}', '${pastMeetingId}', '${cast.ana.personId}', '${otherId}', '2026-09-01T15:00Z', '2026-09-01T15:30Z', 'Room 1', false, '2026-08-20'),
      ('${schoolId}', '${id("b2")}', '${cast.ana.personId}', '${otherId}', '2027-01-11T15:00Z', '2027-01-11T15:30Z', 'Room 2', false, '2026-10-01')`,
    `insert into threads (school_id, id, pursuit_id, opened_at) values ('${schoolId}', '${threadId}', '${pursuitId}', '2026-10-01')`,
    `insert into thread_members (school_id, thread_id, role, person_id, district_id, joined_at) values ('${schoolId}', '${threadId}', 'staff', '${otherId}', '${districtId}', '2026-10-01')`,
    `insert into invitations (school_id, person_id, way, invited_at, expires_at) values ('${schoolId}', '${otherId}', 'mail', '2026-10-10', '2026-11-10')`,
    `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key, opened_at) values ('${schoolId}', 'question', 'person', '${otherId}', 'twin staff', '2026-10-01')`,
    `insert into audit_log (school_id, district_id, at, actor_kind, actor_id, noun, noun_id, transition) values ('${schoolId}', '${districtId}', '2026-10-01', 'staff', '${otherId}', 'person', '${cast.ana.personId}', 'call')`,
  ])
    await stage.rows(rows);
});

const preview = async (ids = { keptId, otherId }, who: Actor = priya) =>
  valueIn(await previewStaffMerge(stage.wiring, who, ids));
const merge = async (change: Partial<StaffMerge> = {}, who: Actor = priya) => {
  const ids = { keptId: change.keptId ?? keptId, otherId: change.otherId ?? otherId };
  const { kept, other } = await preview(ids, who);
  return mergeStaff(stage.wiring, who, { seal: kept.seal, otherSeal: other.seal, role: "kept", ...ids, ...change });
};
const undo = (mergeId: string, who: Actor = priya) => undoStaffMerge(stage.wiring, who, { mergeId });
const tried = async (rows: string, back: string, change: Partial<StaffMerge> = {}) => {
  await stage.rows(rows);
  const { fault } = await preview({ keptId, otherId, ...change });
  const reason = reasonIn(await merge(change));
  await stage.rows(back);
  return [fault, reason];
};
const roleOf = (personId: string) =>
  stage.rows("select role, to_on from identity.memberships where person_id = $1", [personId]);
const countBy = async (table: string, column: string, personId: string) =>
  (await stage.rows(`select count(*)::int as n from ${table} where ${column} = $1`, [personId]))[0]?.n;

/** Tables that remember that something happened. */
const REMEMBER =
  /^(public\.(audit_log|merges|merge_moves|search_\w+)|graphile_worker\.)|identity\.(sessions|rate_limits)/;
const facts = async () =>
  Object.fromEntries(Object.entries(await hashTables(stage.database)).filter(([name]) => !REMEMBER.test(name)));

test("a merge has what is to come name the one that stays, leaves what was done, and an undo leaves every table as it was", async () => {
  const before = await facts();
  const { mergeId } = valueIn(await merge());
  const { advisories, contacts, sequences, seats, points } = STAFF_REFERENCES;
  for (const { table, column } of [advisories, contacts, sequences, seats, points])
    expect(await countBy(table, column, otherId), table).toBe(0);
  expect(
    await stage.rows("select id, with_id from meetings where place in ('Room 1', 'Room 2') order by place"),
  ).toEqual([
    { id: pastMeetingId, with_id: otherId },
    { id: id("b2"), with_id: keptId },
  ]);
  expect(await stage.rows("select cover_id from advisory_covers where id = $1", [coverId])).toEqual([
    { cover_id: keptId },
  ]);
  expect(await stage.rows("select 1 from advisory_covers where id = $1", [ownCoverId])).toEqual([]);
  expect(await stage.rows("select advisor_id from advisories where id = $1", [advisoryId])).toEqual([
    { advisor_id: keptId },
  ]);
  expect(await countBy("audit_log", "actor_id", otherId)).toBe(1);
  expect(
    await stage.rows("select withdrawn_at is not null as back from invitations where person_id = $1", [otherId]),
  ).toEqual([{ back: true }]);
  expect((await roleOf(otherId)).every(({ to_on: to }) => to !== null)).toBe(true);
  valueIn(await undo(mergeId));
  const after = await facts();
  expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual([]);
  expect(valueIn(await openStaffMerge(stage.wiring, priya, { mergeId }))).toMatchObject({
    ...{ refusal: "undone_already", gone: NAME, keptId, goneId: otherId },
  });
  expect(reasonIn(await undo(mergeId))).toBe("undone_already");
});

test("the role stays what it is unless an admin says otherwise; then the log has it, and an undo takes it back", async () => {
  expect((await preview()).widerRole).toBe("coordinator");
  valueIn(await undo(valueIn(await merge()).mergeId));
  expect(await roleOf(keptId)).toEqual([{ role: "advisor", to_on: null }]);
  const { mergeId } = valueIn(await merge({ role: "other" }));
  expect(await roleOf(keptId)).toEqual([{ role: "coordinator", to_on: null }]);
  expect(
    await stage.rows("select actor_id, from_state, to_state from audit_log where transition = 'give_role'"),
  ).toEqual([{ actor_id: priya.personId, from_state: "advisor", to_state: "coordinator" }]);
  expect(valueIn(await openStaffMerge(stage.wiring, priya, { mergeId })).hasGivenRole).toBe(true);
  valueIn(await undo(mergeId));
  expect(await roleOf(keptId)).toEqual([{ role: "advisor", to_on: null }]);
  expect(await stage.rows("select noun_id, to_state from audit_log where transition = 'take_role'")).toEqual([
    { noun_id: keptId, to_state: "advisor" },
  ]);
});

test("a role that does less is never given", async () => {
  await stage.rows("update identity.memberships set role = 'admin' where person_id = $1", [keptId]);
  expect((await preview()).widerRole).toBeNull();
  valueIn(await merge({ role: "other" }));
  expect(await roleOf(keptId)).toEqual([{ role: "admin", to_on: null }]);
});

test("nobody merges themself, also by an account of theirs, nor undoes it", async () => {
  const self = { keptId: priya.personId, otherId };
  expect((await preview(self)).fault).toBe("own");
  expect(reasonIn(await merge(self))).toBe("own");
  const mine = `insert into identity.memberships (account_id, role, school_id, district_id, person_id, from_on, to_on)
    values ('${priya.accountId}', 'advisor', '${schoolId}', '${districtId}', '${otherId}', '2026-08-01', '2026-09-01')`;
  const notMine = `delete from identity.memberships where account_id = '${priya.accountId}' and person_id = '${otherId}'`;
  expect(await tried(mine, notMine)).toEqual(["own", "own"]);
  const { mergeId } = valueIn(await merge());
  await stage.rows(mine);
  expect(reasonIn(await undo(mergeId))).toBe("own");
  await stage.rows(notMine);
});

test("who reads reports or held messages, is family, left or leaves, or covers the other both ways stays two", async () => {
  const lead = `insert into safeguarding_leads (school_id, person_id, from_on) values ('${schoolId}', '${otherId}', '2026-08-01')`;
  expect(await tried(lead, `delete from safeguarding_leads where person_id = '${otherId}'`)).toEqual(["lead", "lead"]);
  await setLakeview(stage, { heldReaderId: otherId });
  expect(await tried("select 1", "select 1")).toEqual(["held_reader", "held_reader"]);
  await setLakeview(stage, {});
  const tie = `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, from_on)
    values ('${schoolId}', '${cast.leo.personId}', '${otherId}', 'aunt', 'guardian', '2026-08-01')`;
  expect(await tried(tie, `delete from guardian_links where guardian_id = '${otherId}'`)).toEqual([
    "other_duties",
    "other_duties",
  ]);
  const last = (day: string) => `update identity.memberships set to_on = ${day} where person_id = '${otherId}'`;
  expect(await tried(last("'2026-12-01'"), last("null"))).toEqual(["leaving", "leaving"]);
  expect(await tried(last("'2026-10-01'"), last("null"))).toEqual(["not_staff", "not_staff"]);
  const own = `insert into advisories (school_id, id, name, advisor_id) values ('${schoolId}', '${id("b3")}', 'Morning', '${keptId}');
    insert into advisory_covers (school_id, id, advisory_id, cover_id, from_on, to_on) values ('${schoolId}', '${id("b4")}', '${id("b3")}', '${otherId}', '2026-10-01', '2027-01-01')`;
  const gone = `delete from advisory_covers where id = '${id("b4")}'; delete from advisories where id = '${id("b3")}'`;
  expect(await tried(own, gone)).toEqual(["cover_both_ways", "cover_both_ways"]);
});

test("who signed in or wrote stays, and two who did stay two", async () => {
  const came = (who: string, at: string) =>
    stage.rows(`update identity.memberships set came_in_at = ${at} where person_id = '${who}'`);
  await came(otherId, "'2026-10-01'");
  expect(await preview()).toMatchObject({ fault: "both_held", mayBeSwapped: false });
  expect(reasonIn(await merge())).toBe("both_held");
  await came(keptId, "null");
  expect(await preview()).toMatchObject({ fault: "wrong_way_round", mayBeSwapped: true });
  expect(reasonIn(await merge())).toBe("wrong_way_round");
  await came(otherId, "null");
  await stage.rows(
    `insert into messages (school_id, thread_id, member_id, body, via, form_key, written_at)
      select school_id, thread_id, id, 'Hello', 'mail', uuidv7(), '2026-10-02' from thread_members where person_id = $1`,
    [otherId],
  );
  expect((await preview()).fault).toBe("wrong_way_round");
});

test("the only admin who stays does not go into a colleague", async () => {
  const role = (who: string, as: string) => `update identity.memberships set role = '${as}' where person_id = '${who}'`;
  const last = (day: string) => `update identity.memberships set to_on = ${day} where person_id = '${priya.personId}'`;
  expect(
    await tried(
      `${role(otherId, "admin")}; ${last("'2026-12-01'")}`,
      `${role(otherId, "coordinator")}; ${last("null")}`,
    ),
  ).toEqual(["last_admin", "last_admin"]);
});

test("what is sealed from the row that went stays sealed from whom it went into, also named by the other spelling", async () => {
  const to = { keptId: ines.personId, otherId };
  await stage.rows(`delete from advisory_covers where id in ('${coverId}', '${ownCoverId}')`);
  await stage.rows(
    `with said as (insert into concerns (school_id, id, body) values ($1, $2, 'x') returning school_id, id)
      insert into concern_watch (school_id, concern_id, number, raised_at, not_for, acknowledged_at, acknowledged_by)
      select school_id, id, '0000-0012', '2026-10-14', array[$3::uuid], '2026-10-14', $4::uuid from said`,
    [schoolId, concernId, otherId, ines.personId],
  );
  const read = (who: Actor & { kind: "staff" }) =>
    withScope(stage.wiring, who, (tx) => findConcern(tx, { schoolId, concernId }));
  expect(await read(ines)).toBeDefined();
  const { mergeId } = valueIn(await merge(to));
  expect(await read(ines)).toBeUndefined();
  expect(await read(priya)).toBeDefined();
  const known = await withScope(stage.wiring, priya, async (tx) => [
    await listWhomTheyWentInto(tx, { schoolId, ids: [otherId] }),
    (await listNamesWentInto(tx, { schoolId })).find(({ fullName }) => fullName === NAME)?.personId,
  ]);
  expect(known).toEqual([[ines.personId], ines.personId]);
  await callForOrphans(stage.wiring);
  expect(await stage.rows("select acknowledged_by from concern_watch where concern_id = $1", [concernId])).toEqual([
    { acknowledged_by: null },
  ]);
  valueIn(await undo(mergeId));
  expect(await read(ines)).toBeDefined();
});

test("whoever went into somebody is named by either spelling, and nobody is told of a report about their own other row", async () => {
  const told = (concern: string) =>
    stage.rows("select 1 from concern_told where concern_id = $1 and person_id = $2", [concern, ines.personId]);
  await stage.rows(`delete from advisory_covers where id in ('${coverId}', '${ownCoverId}')`);
  const { mergeId } = valueIn(await merge({ keptId: ines.personId, otherId }));
  const about = { body: "Samir El-Haddad would not let the student go home." };
  const spelled = await raise(stage, castActor(cast.tom), about);
  expect(await stage.rows("select not_for from concern_watch where concern_id = $1", [spelled])).toMatchObject([
    { not_for: expect.arrayContaining([ines.personId]) },
  ]);
  const older = await raise(stage, castActor(cast.tom), { body: "Somebody would not let the student go home." });
  expect(await told(older)).toHaveLength(1);
  await stage.rows("delete from concern_told where concern_id = $1", [older]);
  await stage.rows("update concern_watch set not_for = array[$2::uuid] where concern_id = $1", [older, otherId]);
  await call(stage, { schoolId, concernId: older, turn: 1 });
  expect(await told(older)).toEqual([]);
  valueIn(await undo(mergeId));
});

test("a page that is behind is refused, a second press answers the merge that stands, and two admins at once make one", async () => {
  const { kept, other } = await preview();
  const press = { keptId, otherId, seal: kept.seal, otherSeal: other.seal, role: "kept" as const };
  await stage.rows("update identity.memberships set role = 'admin' where person_id = $1", [otherId]);
  expect(reasonIn(await mergeStaff(stage.wiring, priya, press))).toBe("changed_meanwhile");
  await stage.rows("update identity.memberships set role = 'coordinator' where person_id = $1", [otherId]);
  const both = await Promise.all([mergeStaff(stage.wiring, priya, press), mergeStaff(stage.wiring, priya, press)]);
  expect(new Set(both.map((outcome) => valueIn(outcome).mergeId)).size).toBe(1);
  expect(await stage.rows("select count(*)::int as merges from merges where noun = 'person'")).toEqual([{ merges: 1 }]);
});

test("who went is on no list of the staff, and their page is the page of whom they went into", async () => {
  const listed = () =>
    withScope(stage.wiring, priya, async (tx) =>
      (await listStaff(tx, { schoolId, on: "2026-10-15" })).map(({ personId }) => personId),
    );
  expect(await listed()).toContain(otherId);
  valueIn(await merge());
  expect(await listed()).not.toContain(otherId);
  expect(await openPerson(stage.wiring, priya, { personId: otherId })).toMatchObject({
    ...{ reason: "went_into", detail: { personId: keptId } },
  });
});

test("two who are alike are proposed to admins alone, until somebody says that they are two, and are found by words", async () => {
  const pairs = async () => {
    const { staff: twins } = valueIn(await listTwins(stage.wiring, priya));
    return twins?.pairs.filter(({ one, other }) => [one.id, other.id].includes(otherId));
  };
  expect(await pairs()).toMatchObject([{ because: ["mail"] }]);
  expect(valueIn(await listTwins(stage.wiring, ines)).staff).toBeNull();
  const found = async (who: Actor) =>
    valueIn(await findToMerge(stage.wiring, who, { noun: "staff", words: "haddad", oneId: null })).found.map(
      (each) => each.id,
    );
  expect((await found(priya)).sort()).toEqual([keptId, otherId].sort());
  expect(await found(castActor(cast.walter))).toEqual([]);
  expect(reasonIn(await findToMerge(stage.wiring, ines, { noun: "staff", words: "haddad", oneId: null }))).toBe(
    "not_permitted",
  );
  valueIn(await sayApart(stage.wiring, priya, { noun: "person", oneId: otherId, otherId: keptId }));
  expect(await pairs()).toEqual([]);
  const { mergeId } = valueIn(await merge());
  const { staff: made, people } = valueIn(await listTwins(stage.wiring, priya));
  expect([made?.merges.map((each) => each.id), people.merges]).toEqual([[mergeId], []]);
});

test("an undo is refused, in words, once something hangs on both being one, and after a week", async () => {
  const { mergeId } = valueIn(await merge());
  const refusal = async () => valueIn(await openStaffMerge(stage.wiring, priya, { mergeId })).refusal;
  const trying = async (rows: string, back: string) => {
    await stage.rows(rows);
    const reasons = [await refusal(), reasonIn(await undo(mergeId))];
    await stage.rows(back);
    return reasons;
  };
  expect(await refusal()).toBeNull();
  const cover = `insert into advisory_covers (school_id, id, advisory_id, cover_id, from_on, to_on) values ('${schoolId}', '${id("b5")}', '${advisoryId}', '${cast.tom.personId}', '2026-11-01', '2026-11-02')`;
  const acted = ["acted_since", "acted_since"];
  expect(await trying(cover, `delete from advisory_covers where id = '${id("b5")}'`)).toEqual(acted);
  const hand = (to: string) => `update advisories set advisor_id = '${to}' where id = '${advisoryId}'`;
  expect(await trying(hand(cast.tom.personId), hand(keptId))).toEqual(acted);
  const meet = `insert into meetings (school_id, id, student_id, with_id, starts_at, ends_at, place, family_asked, created_at) values
    ('${schoolId}', '${id("b6")}', '${cast.leo.personId}', '${keptId}', '2027-01-12T15:00Z', '2027-01-12T15:30Z', 'Room 3', false, '2027-01-01')`;
  expect(await trying(meet, `delete from meetings where id = '${id("b6")}'`)).toEqual(acted);
  const write = `insert into messages (school_id, thread_id, member_id, body, via, form_key, written_at)
    select school_id, thread_id, id, 'Hello', 'page', uuidv7(), '2027-01-01' from thread_members where person_id = '${keptId}'`;
  expect(await trying(write, `delete from messages where thread_id = '${threadId}'`)).toEqual(acted);
  const last = (day: string) => `update identity.memberships set to_on = ${day} where person_id = '${keptId}'`;
  expect(await trying(last("'2026-12-01'"), last("null"))).toEqual(["left_since", "left_since"]);
  stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), 8));
  expect(reasonIn(await undo(mergeId))).toBe("too_late");
});

test("an undo opens no place again to an address that staff took away meanwhile", async () => {
  await stage.rows(
    `insert into contact_points (school_id, person_id, kind, value) values ('${schoolId}', '${otherId}', 'mail', 'samir.el@lakeview.example')`,
  );
  const { mergeId } = valueIn(await merge());
  await stage.rows("delete from contact_points where value = 'samir.el@lakeview.example'");
  valueIn(await undo(mergeId));
  expect((await roleOf(otherId)).every(({ to_on: to }) => to !== null)).toBe(true);
});

test("an undo gives no address back that staff took away since, although both had had it", async () => {
  const mails = () => stage.rows("select value from contact_points where person_id = $1 and kind = 'mail'", [otherId]);
  const [had] = await mails();
  expect(had).toBeDefined();
  const { mergeId } = valueIn(await merge());
  const own = await stage.rows("delete from contact_points where person_id = $1 and kind = 'mail' returning *", [
    keptId,
  ]);
  valueIn(await undo(mergeId));
  const back = await mails();
  for (const { school_id, id: pointId, person_id, kind, value, preferred } of own)
    await stage.rows(
      "insert into contact_points (school_id, id, person_id, kind, value, preferred) values ($1, $2, $3, $4, $5, $6)",
      [school_id, pointId, person_id, kind, value, preferred],
    );
  expect(back).toEqual([]);
});

test("an undo brings no cover back of an advisory that was handed on since: whoever has it now asked nobody", async () => {
  const ownId = id("c1");
  const coverOfOwn = id("c2");
  await stage.rows(
    `insert into advisories (school_id, id, name, advisor_id) values ('${schoolId}', '${ownId}', 'Noon', '${keptId}')`,
  );
  await stage.rows(`delete from advisory_covers where id = '${ownCoverId}'`);
  await stage.rows(
    `insert into advisory_covers (school_id, id, advisory_id, cover_id, from_on, to_on) values ('${schoolId}', '${coverOfOwn}', '${ownId}', '${otherId}', '2026-10-01', '2027-01-01')`,
  );
  const { mergeId } = valueIn(await merge());
  valueIn(await handOnAdvisory(stage.wiring, priya, { advisoryId: ownId, advisorId: cast.june.personId }));
  valueIn(await undo(mergeId));
  const covers = await stage.rows("select 1 from advisory_covers where advisory_id = $1", [ownId]);
  await stage.rows(`delete from advisory_covers where advisory_id = '${ownId}'`);
  await stage.rows(`delete from advisories where id = '${ownId}'`);
  expect(covers).toEqual([]);
});

test("an admin finds the way from the page of a colleague, a coordinator and oneself do not", async () => {
  const mayBeTwice = async (who: Actor, personId: string) =>
    valueIn((await openPerson(stage.wiring, who, { personId })) as Outcome<{ mayBeTwice: string | null }, string>)
      .mayBeTwice;
  expect(await mayBeTwice(priya, otherId)).toBe("staff");
  expect(await mayBeTwice(priya, priya.personId)).toBeNull();
  expect(await mayBeTwice(ines, otherId)).toBeNull();
  expect(await mayBeTwice(ines, cast.ana.personId)).toBe("students");
  expect(await mayBeTwice(ines, cast.rosa.personId)).toBe("people");
});

test("coordinators do not merge staff, no other school learns of it, and the page of merged families knows nothing of it", async () => {
  const { kept, other } = await preview();
  const press = { keptId, otherId, seal: kept.seal, otherSeal: other.seal, role: "other" as const };
  const tries = async (who: Actor, mergeId: string) => [
    reasonIn(await previewStaffMerge(stage.wiring, who, { keptId, otherId })),
    reasonIn(await mergeStaff(stage.wiring, who, press)),
    reasonIn(await openStaffMerge(stage.wiring, who, { mergeId })),
    reasonIn(await undo(mergeId, who)),
  ];
  const { mergeId } = valueIn(await merge());
  for (const who of [ines, castActor(cast.tom), castActor(cast.ana), castActor(cast.rosa)])
    expect(new Set(await tries(who, mergeId))).toEqual(new Set(["not_permitted"]));
  for (const who of [castActor(cast.walter), castActor(cast.hannah)])
    expect(new Set(await tries(who, mergeId))).toEqual(new Set(["not_found"]));
  expect(reasonIn(await openPersonMerge(stage.wiring, ines, { mergeId }))).toBe("not_found");
  expect(reasonIn(await undoPeopleMerge(stage.wiring, ines, { mergeId }))).toBe("not_found");
});

test("every key to a person is one that a merge of staff moves, or stays with the one that went for a reason", async () => {
  const keys = await stage.rows<{ table: string; column: string }>(
    `select distinct k.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
      where k.contype = 'f' and k.confrelid = 'people'::regclass and a.attname <> 'school_id'`,
  );
  const moved = new Set(Object.values(STAFF_REFERENCES).map(({ table, column }) => `${table}.${column}`));
  const known = ({ table, column }: { table: string; column: string }) =>
    moved.has(`${table}.${column}`) || column.endsWith("_by") || table in STAYS_WITH_GONE_STAFF;
  expect(keys.filter((key) => !known(key))).toEqual([]);
});
