import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cast } from "~db/cast";
import { anaContacted } from "../../support/pursuit-way";
import { listMails, openStage, type Stage, valueIn } from "../../support/stage";
import { closeGates, inesPlans } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await mayKnow(true);
  await shares(true);
  await stage.rows("delete from contact_points where value = 'own@lakeview.example'");
  await stage.rows("delete from guardian_links where student_id = $1 and guardian_id = $2", [ana, derek]);
  await rosaReads(cast.rosa.mail, false);
});
afterAll(() => stage.close());

const ana = cast.ana.personId;
const derek = cast.derek.personId;
const rosaReads = (mail: string, shared: boolean) =>
  stage.rows("update contact_points set value = $2, shared = $3 where person_id = $1 and kind = 'mail'", [
    ...[cast.rosa.personId, mail],
    shared,
  ]);
const shares = (shared: boolean) =>
  stage.rows("update contact_points set shared = $2 where person_id = $1 and kind = 'mail'", [ana, shared]);
const mayKnow = (may: boolean) =>
  stage.rows("update guardian_links set may_know_whereabouts = $2 where student_id = $1", [ana, may]);
/** Ana's host is contacted and a visit gets a day; what she was mailed then. */
async function mailedToAna(): Promise<string[]> {
  const pursuitId = await anaContacted(stage);
  await closeGates(stage);
  valueIn(await inesPlans(stage, pursuitId));
  const own = [cast.ana.mail, "own@lakeview.example"];
  return (await listMails(stage))
    .filter(({ to }) => own.includes(to))
    .map(({ kind, props, to }) => `${kind} ${props.status ?? props.event} ${to}`);
}
const usualTo = (mail: string) =>
  ["student-status approved", "student-status contacted", "visit-news dated"].map((news) => `${news} ${mail}`);
const tasks = async () =>
  (
    await stage.rows<{ props: { personId: string } }>(
      "select props from staff_tasks where kind = 'tell_student' and state = 'open' order by props ->> 'news'",
    )
  )
    .map(({ props }) => props)
    .filter(({ personId }) => personId === ana);

test("a household's mailbox gets no word of a place where an adult may not know it: staff tell the student where it stands and of the visit", async () => {
  await mayKnow(false);
  expect(await mailedToAna()).toEqual([]);
  expect(await tasks()).toMatchObject([
    { news: "status_contacted", household: true },
    { news: "visit_dated", household: true },
  ]);
});

test("an address of the student's own is used instead", async () => {
  await mayKnow(false);
  await stage.rows(
    "insert into contact_points (school_id, person_id, kind, value) values ($1, $2, 'mail', 'own@lakeview.example')",
    [cast.ana.schoolId, ana],
  );
  expect(await mailedToAna()).toEqual(usualTo("own@lakeview.example"));
  expect(await tasks()).toEqual([]);
});

test("where every adult may know, or the address is the student's alone, the mails go there", async () => {
  expect(await mailedToAna()).toEqual(usualTo(cast.ana.mail));
  await stage.clear();
  await mayKnow(false);
  await shares(false);
  expect(await mailedToAna()).toEqual(usualTo(cast.ana.mail));
});

/** Derek is Ana's father too and may not know where she is; what Rosa was mailed of a visit that got a day, and of its place. */
async function mailedToRosa(): Promise<[string, boolean][]> {
  await stage.rows(
    `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, may_consent, may_see_records,
       may_know_whereabouts, call_order, from_on) values ($1, $2, $3, 'father', 'parent', false, false, false, 2, '2026-08-01')`,
    [cast.ana.schoolId, ana, derek],
  );
  const pursuitId = await anaContacted(stage);
  await closeGates(stage);
  valueIn(await inesPlans(stage, pursuitId));
  return (await listMails(stage, "visit-news"))
    .filter(({ props }) => props.reader === "family")
    .map(({ to, props }) => [to, props.about !== null]);
}

test("a mother's mail names the place only where the father who may not know it cannot open it", async () => {
  await shares(false);
  expect(await mailedToRosa()).toEqual([[cast.rosa.mail, true]]);
});

test.each([
  [cast.rosa.mail, true],
  [cast.derek.mail.toUpperCase(), false],
])("at an address that is shared, or his as well, it only says that a visit is set (%s)", async (mail, shared) => {
  await rosaReads(mail, shared);
  expect(await mailedToRosa()).toEqual([[mail, false]]);
});
