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
});
afterAll(() => stage.close());

const ana = cast.ana.personId;
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
  (await stage.rows<{ props: { personId: string } }>("select props from staff_tasks where kind = 'tell_family'"))
    .map(({ props }) => props)
    .filter(({ personId }) => personId === ana);

test("a household's mailbox gets no word of a place where an adult may not know it: staff tell the student of the visit", async () => {
  await mayKnow(false);
  expect(await mailedToAna()).toEqual([]);
  expect(await tasks()).toMatchObject([{ news: "visit_dated", household: true, studentId: ana }]);
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
