import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ALL_RIGHTS } from "~/domain/people/link-rights";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { changeLink } from "~/features/people/change-link.server";
import { changeNames } from "~/features/people/change-names.server";
import { openPerson } from "~/features/people/open-person.server";
import { decidePair } from "~/features/tasks/decide-pair.server";
import { finishTask } from "~/features/tasks/finish-task.server";
import { announceTransfer } from "~/features/transfers/announce-transfer.server";
import { carryOutTransfers } from "~/features/transfers/carry-out-transfers.server";
import { listArrivals } from "~/features/transfers/list-arrivals.server";
import { openTransfer } from "~/features/transfers/open-transfer.server";
import { receiveStudent } from "~/features/transfers/receive-student.server";
import { refuseTransfer } from "~/features/transfers/refuse-transfer.server";
import { takeTransferBack } from "~/features/transfers/take-transfer-back.server";
import { noLongerTrue } from "~/steps/no-longer-true.server";
import { type CastKey, cast, castActor, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { anaContacted, staff, student } from "../../support/pursuit-way";
import { listMails, NOBODY, openStage, readPursuit, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.rows("create temp table known as select school_id, id from people");
});
beforeEach(async () => {
  await stage.clear();
  for (const text of BEFORE) await stage.rows(text);
});
afterAll(() => stage.close());

/** Everybody is at the school where the sample has them, as they are there. */
const BEFORE = [
  "delete from contact_points where value = 'home@family.example'",
  "delete from transfers",
  "delete from forbidden_pairs",
  "delete from identity.memberships where school_id is not null and (school_id, person_id) not in (select school_id, id from known)",
  "delete from people where (school_id, id) not in (select school_id, id from known)",
  "update people set left_on = null, full_name = replace(full_name, 'Renamed', 'Reyes'), born_on = case when full_name = 'Ana Reyes' then '2010-05-05' else born_on end",
  "update identity.memberships set to_on = null where role in ('student', 'guardian')",
  "update advisory_members set to_on = null",
  "update guardian_links set may_consent = true, may_see_records = true, may_know_whereabouts = true where guardian_id in (select id from people where full_name = 'Rosa Reyes')",
];

const [ines, malik] = [staff("ines"), staff("malik")];
const harbor = sampleSchools.harbor.schoolId;
const LAST_DAY = "2026-10-23";
const FIRST_DAY = "2026-10-26";
const goes = (key: CastKey = "ana", change = {}, by = ines) =>
  announceTransfer(stage.wiring, by, {
    ...{ studentId: cast[key].personId, toSchoolId: harbor, lastDay: LAST_DAY, firstDay: FIRST_DAY },
    ...change,
  });
const arrivals = async (by = malik) => valueIn(await listArrivals(stage.wiring, by)).arrivals;
const announced = async (key: CastKey = "ana") => {
  valueIn(await goes(key));
  const [arrival] = await arrivals();
  if (!arrival) throw new Error("nobody is announced");
  return arrival.id;
};
const receive = (transferId: string, by = malik, change = {}) =>
  receiveStudent(stage.wiring, by, {
    ...{ transferId, grade: 10, studentNumber: null, advisoryId: null, isAnother: false },
    ...change,
  });
const told = async () =>
  (await listMails(stage, "transfer-news")).map(({ to, props }) => [to, props.event, props.otherSchool]);
const tasks = (schoolId: string) =>
  stage.rows<{ kind: string; props: Record<string, unknown> }>(
    "select kind, props from staff_tasks where school_id = $1 and state = 'open' order by opened_at, id",
    [schoolId],
  );
const acts = (schoolId: string) =>
  stage.rows<{ transition: string; actor_kind: string }>(
    "select transition, actor_kind from audit_log where school_id = $1 and noun = 'transfer' order by id",
    [schoolId],
  );
const memberships = (mail: string, role: string) =>
  stage.rows<{ school_id: string; from_on: string; to_on: string | null }>(
    `select m.school_id, m.from_on::text, m.to_on::text from identity.memberships m
      join identity.accounts a on a.id = m.account_id where a.mail = $1 and m.role = $2 and m.school_id = $3`,
    [mail, role, harbor],
  );
const dayAfter = (day: string) => stage.wiring.clock.set(new Date(`${day}T20:00:00Z`));

test("an announcement tells the other school the name and the day and nothing else, and both logs have it", async () => {
  const transferId = await announced();
  expect(await arrivals()).toEqual([
    {
      ...{ id: transferId, name: "Ana Reyes", firstDay: FIRST_DAY, fromSchool: sampleSchools.lakeview.name },
      ...{ help: expect.any(Object), asksFirst: false, namesakes: [] },
    },
  ]);
  expect((await tasks(harbor)).map(({ kind }) => kind)).toEqual(["receive_student"]);
  expect(await acts(cast.ana.schoolId)).toEqual([{ transition: "announce", actor_kind: "staff" }]);
  expect(await acts(harbor)).toEqual([{ transition: "announce", actor_kind: "system" }]);
  expect(await stage.rows("select id from people where school_id = $1 and full_name = 'Ana Reyes'", [harbor])).toEqual(
    [],
  );
  expect((await told()).sort()).toEqual(
    [
      [cast.ana.mail, "announced", sampleSchools.harbor.name],
      [cast.rosa.mail, "announced", sampleSchools.harbor.name],
    ].sort(),
  );
});

test("the page says before what ends, what goes along and who does not", async () => {
  await anaContacted(stage);
  const view = valueIn(await openTransfer(stage.wiring, ines, { studentId: cast.ana.personId }));
  expect(view.ends).toMatchObject({ pursuits: 1, conversations: 1, internships: 0 });
  expect(view).toMatchObject({ signsInBy: [cast.ana.mail], family: ["Rosa Reyes"], staying: [], transfer: null });
  expect(view.schools).toEqual([{ id: harbor, name: sampleSchools.harbor.name }]);
  const hodan = valueIn(await openTransfer(stage.wiring, ines, { studentId: cast.hodan.personId }));
  expect(hodan).toMatchObject({ family: [], staying: ["Abdi Warsame"] });
});

test("only who keeps people of the school says it, only of its students, only once, and to a school of the district", async () => {
  for (const by of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await goes("ana", {}, by as never))).toBe("not_permitted");
  for (const by of [malik, staff("greta")]) expect(reasonIn(await goes("ana", {}, by))).toBe("not_found");
  for (const toSchoolId of [sampleSchools["cedar-ridge"].schoolId, sampleSchools.lakeview.schoolId, NOBODY])
    expect(reasonIn(await goes("ana", { toSchoolId }))).toBe("no_school");
  expect(reasonIn(await goes("ana", { firstDay: LAST_DAY }))).toBe("days_crossed");
  expect(reasonIn(await goes("ana", { firstDay: "2028-01-01" }))).toBe("day_far");
  expect(reasonIn(await goes("rosa"))).toBe("not_found");
  const both = await Promise.all([goes(), goes()]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(reasonIn(await goes())).toBe("announced_already");
  expect(await told()).toHaveLength(2);
});

test("received, the student signs in with the same account from the first day, and nothing of what they did came along", async () => {
  const pursuitId = await anaContacted(stage);
  const transferId = await announced();
  const { personId } = valueIn(await receive(transferId));
  const [row] = await stage.rows(
    "select p.full_name, p.born_on::text, p.language, s.entered_on::text from people p join students s on (s.school_id, s.id) = (p.school_id, p.id) where p.id = $1",
    [personId],
  );
  expect(row).toMatchObject({ full_name: "Ana Reyes", born_on: "2010-05-05", entered_on: FIRST_DAY });
  expect(await memberships(cast.ana.mail, "student")).toEqual([{ school_id: harbor, from_on: FIRST_DAY, to_on: null }]);
  for (const table of ["student_interests", "pursuits", "consents", "wishes", "interest_sittings", "saved_searches"])
    expect(await stage.rows(`select 1 from ${table} where student_id = $1`, [personId])).toEqual([]);
  expect(await stage.rows("select 1 from concerns where school_id = $1", [harbor])).toEqual([]);
  expect(await arrivals()).toEqual([]);
  expect((await tasks(harbor)).map(({ kind }) => kind)).toEqual(["decide_rights"]);
  expect((await acts(harbor)).at(-1)).toEqual({ transition: "receive", actor_kind: "staff" });
  expect((await acts(cast.ana.schoolId)).at(-1)).toEqual({ transition: "receive", actor_kind: "system" });
  const [transfer] = await stage.rows("select student_name from transfers where id = $1", [transferId]);
  expect(transfer).toEqual({ student_name: "" });
  // The old school goes on until its last day.
  expect((await readPursuit(stage, pursuitId)).state).toBe("contacted");
});

test("a mother who is at the new school already stays one person; her link gives nothing, and her page no child, until it is decided", async () => {
  const { personId } = valueIn(await receive(await announced()));
  const [link] = await stage.rows<Record<string, unknown> & { id: string }>(
    "select id, guardian_id, may_consent, may_see_records, may_know_whereabouts, rights_undecided from guardian_links where student_id = $1",
    [personId],
  );
  expect(link).toMatchObject({
    ...{ guardian_id: cast.rosaAtHarbor.personId, may_consent: false, may_see_records: false },
    ...{ may_know_whereabouts: false, rights_undecided: true },
  });
  dayAfter(FIRST_DAY);
  const home = () => openGuardianHome(stage.wiring, castActor(cast.rosaAtHarbor));
  const before = await home();
  expect(before.isUndecided).toBe(true);
  expect(before.children.map(({ name }) => name)).toEqual(["Mateo"]);
  expect(JSON.stringify(before)).not.toContain(personId);
  const decide = (rights: typeof ALL_RIGHTS, document = "", by = malik) =>
    changeLink(stage.wiring, by, {
      linkId: link?.id ?? "",
      terms: { relationship: "mother", legalBasis: "parent", rights, callOrder: 1 },
      document,
    });
  const none = { mayConsent: false, maySeeRecords: false, mayKnowWhereabouts: false };
  expect(reasonIn(await decide(none))).toBe("document_needed");
  expect(reasonIn(await decide(ALL_RIGHTS, "", ines))).toBe("not_found");
  const [task] = await stage.rows<{ id: string }>("select id from staff_tasks where kind = 'decide_rights'");
  const finish = { taskId: task?.id ?? "", outcome: "done" as const, note: "" };
  expect(reasonIn(await finishTask(stage.wiring, malik, finish))).toBe("needs_decision");
  valueIn(await decide(ALL_RIGHTS));
  expect(await tasks(harbor)).toEqual([]);
  const after = await home();
  expect(after).toMatchObject({ isUndecided: false });
  expect(after.children.map(({ name }) => name).sort()).toEqual(["Ana", "Mateo"]);
});

test("the new school tells them that it asks anew, in their language, and names no place to the family", async () => {
  const transferId = await announced();
  await stage.rows("delete from mails");
  valueIn(await receive(transferId));
  expect((await told()).sort()).toEqual(
    [
      [cast.ana.mail, "received", sampleSchools.lakeview.name],
      [cast.rosa.mail, "received", null],
    ].sort(),
  );
  const mails = await stage.rows("select recipient_language, school_id from mails where recipient_mail = $1", [
    cast.rosa.mail,
  ]);
  expect(mails).toEqual([{ recipient_language: "es", school_id: harbor }]);
});

test("an adult whom the new school knows hears of it in the mailbox that came along, not in one that somebody else may open there", async () => {
  const known = [harbor, cast.rosaAtHarbor.personId];
  await stage.rows("update contact_points set preferred = false where school_id = $1 and person_id = $2", known);
  await stage.rows(
    "insert into contact_points (school_id, person_id, kind, value, preferred) values ($1, $2, 'mail', 'home@family.example', true)",
    known,
  );
  const transferId = await announced();
  await stage.rows("delete from mails");
  valueIn(await receive(transferId));
  expect((await told()).map(([to]) => to).sort()).toEqual([cast.ana.mail, cast.rosa.mail].sort());
});

test("who may not know where a child is hears neither school nor day, comes not along, and the new school is told to ask first", async () => {
  await stage.rows("update guardian_links set may_know_whereabouts = false where guardian_id = $1", [
    cast.rosa.personId,
  ]);
  const transferId = await announced();
  expect((await arrivals())[0]?.asksFirst).toBe(true);
  const [toRosa] = (await listMails(stage, "transfer-news")).filter(({ to }) => to === cast.rosa.mail);
  expect(toRosa?.props).toMatchObject({ otherSchool: null, firstDay: null });
  await stage.rows("delete from mails");
  const { personId } = valueIn(await receive(transferId));
  expect(await stage.rows("select 1 from guardian_links where student_id = $1", [personId])).toEqual([]);
  expect((await told()).map(([to]) => to)).toEqual([cast.ana.mail]);
});

test("who may see no records is told nothing, and from 18 on nobody of the family comes along", async () => {
  await stage.rows("update guardian_links set may_see_records = false where guardian_id = $1", [cast.rosa.personId]);
  await announced();
  expect((await told()).map(([to]) => to)).toEqual([cast.ana.mail]);
  await stage.rows("delete from transfers");
  await stage.rows("update guardian_links set may_see_records = true where guardian_id = $1", [cast.rosa.personId]);
  await stage.rows("update people set born_on = '2008-10-20' where id = $1", [cast.ana.personId]);
  const { personId } = valueIn(await receive(await announced()));
  expect(await stage.rows("select 1 from guardian_links where student_id = $1", [personId])).toEqual([]);
});

test("without an address the student comes along without a way in, and staff tell whom no mail reaches", async () => {
  const transferId = await announced("hodan");
  const inWords = (await tasks(cast.hodan.schoolId)).map(({ kind, props }) => [kind, props.personId, props.news]);
  expect(inWords).toContainEqual(["tell_family", cast.abdi.personId, "transfer_announced"]);
  const { personId } = valueIn(await receive(transferId));
  expect(await stage.rows("select 1 from guardian_links where student_id = $1", [personId])).toEqual([]);
});

test("whom another school has received and who has not left yet goes to no third one, and the family hears nothing of it", async () => {
  const third = "01990000-5000-7000-8000-0000000000f4";
  await stage.rows(
    `insert into schools (id, district_id, slug, name, time_zone, postal_address, help_name, help_phone)
      values ($1, $2, 'fourth', 'Fourth', 'America/Los_Angeles', 'x', 'x', 'x') on conflict do nothing`,
    [third, sampleSchools.harbor.districtId],
  );
  const transferId = await announced();
  const [received] = await Promise.all([receive(transferId), goes("ana", { toSchoolId: third })]);
  valueIn(received);
  const mails = await told();
  for (const toSchoolId of [third, harbor])
    expect(reasonIn(await goes("ana", { toSchoolId }))).toBe("received_already");
  expect(await told()).toEqual(mails);
  expect(await stage.rows("select id from transfers")).toEqual([{ id: transferId }]);
  dayAfter("2026-10-24");
  await carryOutTransfers(stage.wiring);
  valueIn(await goes("ana", { toSchoolId: third }));
});

test("taken back before it is received, the new school has nothing and everybody told hears of it", async () => {
  const transferId = await announced();
  for (const by of [malik, staff("greta")])
    expect(reasonIn(await takeTransferBack(stage.wiring, by, { transferId }))).toBe("not_found");
  expect(reasonIn(await takeTransferBack(stage.wiring, staff("tom"), { transferId }))).toBe("not_permitted");
  valueIn(await takeTransferBack(stage.wiring, ines, { transferId }));
  expect(reasonIn(await takeTransferBack(stage.wiring, ines, { transferId }))).toBe("answered_already");
  expect(await arrivals()).toEqual([]);
  expect(await tasks(harbor)).toEqual([]);
  expect(reasonIn(await receive(transferId))).toBe("answered_already");
  expect((await told()).filter(([, event]) => event === "taken_back")).toHaveLength(2);
  dayAfter(FIRST_DAY);
  expect(await carryOutTransfers(stage.wiring)).toBe(0);
  valueIn(await goes());
});

test("refused, the old school reads why and lets nobody go; without a reason nothing is sent back", async () => {
  const transferId = await announced();
  const refuse = (by = malik, reason = "Not on our list.") => refuseTransfer(stage.wiring, by, { transferId, reason });
  expect(reasonIn(await refuse(malik, "  "))).toBe("reason_missing");
  for (const by of [ines, staff("greta")]) expect(reasonIn(await refuse(by))).toBe("not_found");
  valueIn(await refuse());
  expect(reasonIn(await refuse())).toBe("answered_already");
  expect(await tasks(cast.ana.schoolId)).toMatchObject([
    { kind: "transfer_refused", props: { message: "Not on our list." } },
  ]);
  dayAfter(FIRST_DAY);
  expect(await carryOutTransfers(stage.wiring)).toBe(0);
  expect(valueIn(await openPerson(stage.wiring, ines, { personId: cast.ana.personId })).person.leftOn).toBeNull();
});

test("a third school reads, receives, refuses and takes back nothing", async () => {
  const transferId = await announced();
  const third = "01990000-5000-7000-8000-0000000000f3";
  await stage.rows(
    `insert into schools (id, district_id, slug, name, time_zone, postal_address, help_name, help_phone)
      values ($1, $2, 'third', 'Third', 'America/Los_Angeles', 'x', 'x', 'x') on conflict do nothing`,
    [third, sampleSchools.harbor.districtId],
  );
  const stranger = { ...malik, schoolId: third };
  expect(await arrivals(stranger)).toEqual([]);
  expect(reasonIn(await receive(transferId, stranger))).toBe("not_found");
  expect(reasonIn(await refuseTransfer(stage.wiring, stranger, { transferId, reason: "x" }))).toBe("not_found");
  expect(reasonIn(await takeTransferBack(stage.wiring, stranger, { transferId }))).toBe("not_found");
  expect(await arrivals()).toHaveLength(1);
});

test("two who receive at once make one student, and a take-back in the same moment leaves either all or nothing", async () => {
  const first = await announced();
  const both = await Promise.all([receive(first), receive(first, staff("walter"))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const named = () => stage.rows("select id from people where school_id = $1 and full_name = 'Jada Cole'", [harbor]);
  const second = await announced("jada");
  const [received, back] = await Promise.all([
    receive(second),
    takeTransferBack(stage.wiring, ines, { transferId: second }),
  ]);
  expect([received.ok, back.ok].filter(Boolean)).toHaveLength(1);
  expect(await named()).toHaveLength(received.ok ? 1 : 0);
});

test("a known name is looked at first, and a number belongs to one student", async () => {
  await stage.rows("insert into people (school_id, full_name, name_used) values ($1, 'Ana Reyes', 'Ana')", [harbor]);
  const transferId = await announced();
  expect((await arrivals())[0]?.namesakes).toHaveLength(1);
  expect(reasonIn(await receive(transferId))).toBe("known_already");
  expect(reasonIn(await receive(transferId, malik, { advisoryId: NOBODY }))).toBe("no_advisory");
  valueIn(await receive(transferId, malik, { isAnother: true }));
});

test("when the last day is over everything ends at the old school, once, and not before", async () => {
  const pursuitId = await anaContacted(stage);
  valueIn(await receive(await announced()));
  dayAfter(LAST_DAY);
  expect(await carryOutTransfers(stage.wiring)).toBe(0);
  dayAfter("2026-10-24");
  const counts = await Promise.all([carryOutTransfers(stage.wiring), carryOutTransfers(stage.wiring)]);
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect((await readPursuit(stage, pursuitId)).state).toBe("withdrawn");
  const person = valueIn(await openPerson(stage.wiring, ines, { personId: cast.ana.personId }));
  expect(person.person.leftOn).toBe(LAST_DAY);
  expect(person.memberships).toMatchObject([{ role: "student", toOn: LAST_DAY }]);
  expect(person.transfer).toMatchObject({ stage: "gone", firstDay: FIRST_DAY });
});

test("while an internship runs the student stays, staff have a task, and the next run lets them go", async () => {
  const pursuitId = await anaContacted(stage);
  await announced();
  await stage.rows(
    "insert into engagements (school_id, district_id, pursuit_id, state, basis) select school_id, $2, id, 'active', 'unpaid_educational' from pursuits where id = $1",
    [pursuitId, cast.ana.districtId],
  );
  dayAfter("2026-10-24");
  expect(await carryOutTransfers(stage.wiring)).toBe(0);
  expect(await carryOutTransfers(stage.wiring)).toBe(0);
  const waits = async () => (await tasks(cast.ana.schoolId)).filter(({ kind }) => kind === "leaving_waits").length;
  expect(await waits()).toBe(1);
  await stage.rows("delete from engagements where pursuit_id = $1", [pursuitId]);
  expect(await carryOutTransfers(stage.wiring)).toBe(1);
  expect(await waits()).toBe(0);
});

test("a name that is changed while it waits is the one the new school reads, and what nobody answers runs out", async () => {
  await announced();
  const names = { fullName: "Ana Renamed", nameUsed: "Ana", nameUsedFor: "everyone" as const };
  valueIn(
    await changeNames(stage.wiring, ines, {
      ...{ personId: cast.ana.personId, ...names, pronunciation: "", pronouns: "" },
    }),
  );
  expect((await arrivals())[0]?.name).toBe("Ana Renamed");
  dayAfter("2027-01-20");
  await carryOutTransfers(stage.wiring);
  expect(await arrivals()).toEqual([]);
  expect((await tasks(harbor)).filter(({ kind }) => kind === "receive_student")).toEqual([]);
});

test("the old school has one task once nobody has answered for long, whether or not the student has left", async () => {
  await announced();
  const asked = async () => (await tasks(cast.ana.schoolId)).filter(({ kind }) => kind === "transfer_lapsed");
  dayAfter("2026-10-24");
  await carryOutTransfers(stage.wiring);
  expect(await asked()).toEqual([]);
  dayAfter("2027-01-20");
  await Promise.all([carryOutTransfers(stage.wiring), carryOutTransfers(stage.wiring)]);
  await carryOutTransfers(stage.wiring);
  expect(await asked()).toEqual([{ kind: "transfer_lapsed", props: { studentId: cast.ana.personId } }]);
  expect((await tasks(harbor)).filter(({ kind }) => kind === "transfer_lapsed")).toEqual([]);
  expect((await acts(cast.ana.schoolId)).at(-1)).toEqual({ transition: "lapse", actor_kind: "system" });
});

test("a mail that waits is not sent once it is taken back, or once its reader may not know where the child goes", async () => {
  const transferId = await announced();
  const verdicts = async () => {
    const mails = await stage.rows<{ recipient_mail: string; kind: string; dedupe_key: string; props: object }>(
      "select * from mails where kind = 'transfer-news' and props ->> 'event' = 'announced' order by recipient_mail",
    );
    const job = { kind: "system", job: "test", ...sampleSchools.lakeview } as const;
    const now = stage.wiring.clock.now();
    return withScope(stage.wiring, job, (tx) =>
      Promise.all(
        mails.map(({ recipient_mail: address, props, ...mail }) =>
          noLongerTrue(tx, { schoolId: job.schoolId, mail: mail as never, props, address, now }),
        ),
      ),
    );
  };
  expect(await verdicts()).toEqual([null, null]);
  await stage.rows("update guardian_links set may_know_whereabouts = false where guardian_id = $1", [
    cast.rosa.personId,
  ]);
  expect(await verdicts()).toEqual([null, "not_theirs"]);
  valueIn(await takeTransferBack(stage.wiring, ines, { transferId }));
  expect(await verdicts()).toEqual(["changed", "moot"]);
});

const keepApart = (mentorId: string, state = "standing") =>
  stage.rows(
    "insert into forbidden_pairs (school_id, district_id, student_id, mentor_id, reason, note, state) values ($1, $2, $3, $4, 'relative', 'her uncle', $5)",
    [cast.ana.schoolId, cast.ana.districtId, cast.ana.personId, mentorId, state],
  );
const pairsAt = (schoolId: string) =>
  stage.rows<{ mentor_id: string; reason: string; note: string; state: string }>(
    "select mentor_id, reason, note, state from forbidden_pairs where school_id = $1 order by mentor_id",
    [schoolId],
  );

test("whoever a student is kept apart from stays apart at the new school, which decides and does not learn why", async () => {
  await keepApart(cast.maya.personId);
  await keepApart(cast.theo.personId, "lifted");
  expect(valueIn(await openTransfer(stage.wiring, ines, { studentId: cast.ana.personId })).apart).toEqual(["Maya"]);
  const { personId } = valueIn(await receive(await announced()));
  expect(await pairsAt(harbor)).toEqual([
    { mentor_id: cast.maya.personId, reason: "transfer", note: "", state: "standing" },
  ]);
  const [task] = (await tasks(harbor)).filter(({ kind }) => kind === "relative_pair");
  expect(task?.props).toEqual({
    ...{ mentor: "Maya", mentorId: cast.maya.personId, studentId: personId, cameAlong: true },
  });
  const logged = await stage.rows(
    "select evidence from audit_log where school_id = $1 and noun = 'transfer' and transition = 'receive'",
    [cast.ana.schoolId],
  );
  expect(logged).toEqual([{ evidence: `mentor ${cast.maya.personId}` }]);
});

test("a pair that is kept apart after the reception comes along on the last day, and what the new school decided stays decided", async () => {
  await keepApart(cast.maya.personId);
  valueIn(await receive(await announced()));
  const [task] = await stage.rows<{ id: string }>(
    "select id from staff_tasks where school_id = $1 and kind = 'relative_pair'",
    [harbor],
  );
  const decision = { taskId: task?.id ?? "", decision: "lift", note: "Spoke with the old school." } as const;
  valueIn(await decidePair(stage.wiring, malik, decision));
  await keepApart(cast.theo.personId);
  dayAfter("2026-10-24");
  await carryOutTransfers(stage.wiring);
  await carryOutTransfers(stage.wiring);
  const byMentor = new Map((await pairsAt(harbor)).map(({ mentor_id, state }) => [mentor_id, state]));
  expect(byMentor).toEqual(
    new Map([
      [cast.maya.personId, "lifted"],
      [cast.theo.personId, "standing"],
    ]),
  );
  expect((await tasks(harbor)).filter(({ kind }) => kind === "relative_pair")).toHaveLength(1);
  const logged = await stage.rows(
    "select evidence from audit_log where school_id = $1 and noun = 'transfer' and transition = 'keep_apart'",
    [cast.ana.schoolId],
  );
  expect(logged).toEqual([{ evidence: `mentor ${cast.theo.personId}` }]);
});

const rosasLink = async () => {
  const [link] = await stage.rows<{ id: string }>(
    "select id from guardian_links where guardian_id = $1 and student_id = $2",
    [cast.rosa.personId, cast.ana.personId],
  );
  return link?.id ?? "";
};
const rosaMay = async (rights: object) =>
  valueIn(
    await changeLink(stage.wiring, ines, {
      linkId: await rosasLink(),
      terms: {
        ...{ relationship: "mother", legalBasis: "parent", callOrder: 1 },
        rights: { ...ALL_RIGHTS, ...rights },
      },
      document: "Order 77 of the family court",
    }),
  );

test("whether the new school has to ask first follows the rights until it has received the student", async () => {
  await announced();
  expect((await arrivals())[0]?.asksFirst).toBe(false);
  await rosaMay({ mayKnowWhereabouts: false });
  expect((await arrivals())[0]?.asksFirst).toBe(true);
  await rosaMay({});
  expect((await arrivals())[0]?.asksFirst).toBe(false);
  // What a merge or a date changed is found by the clock.
  await stage.rows("update guardian_links set may_see_records = false where guardian_id = $1", [cast.rosa.personId]);
  await carryOutTransfers(stage.wiring);
  expect((await arrivals())[0]?.asksFirst).toBe(true);
});

test("a right that is taken after the reception is a task at the new school, with the number to call, and says neither which nor whose", async () => {
  const { personId } = valueIn(await receive(await announced()));
  const page = async () => valueIn(await openPerson(stage.wiring, malik, { personId }));
  expect((await page()).asksFirst).toBeNull();
  await rosaMay({ mayKnowWhereabouts: false });
  const asked = async () => (await tasks(harbor)).filter(({ kind }) => kind === "rights_changed");
  expect(await asked()).toEqual([{ kind: "rights_changed", props: { studentId: personId } }]);
  expect((await page()).asksFirst).toMatchObject({ school: sampleSchools.lakeview.name });
  await rosaMay({});
  await carryOutTransfers(stage.wiring);
  expect((await page()).asksFirst).not.toBeNull();
  expect(await asked()).toHaveLength(1);
});

test("the page says how far a transfer is, also when the last day is over, and lets who came back be announced anew", async () => {
  const howFar = async () =>
    valueIn(await openTransfer(stage.wiring, ines, { studentId: cast.ana.personId })).transfer?.stage;
  const transferId = await announced();
  expect(await howFar()).toBe("waits");
  valueIn(await receive(transferId));
  expect(await howFar()).toBe("received");
  dayAfter("2026-10-24");
  expect(await howFar()).toBe("held_up");
  await carryOutTransfers(stage.wiring);
  expect(await howFar()).toBe("gone");
  valueIn(await goes("ana", { firstDay: "2026-11-02" }));
  expect(await howFar()).toBe("waits_gone");
});
