import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailDigests } from "~/features/digests/mail-digests.server";
import { openCallList } from "~/features/tasks/open-call-list.server";
import { openTaskToTell } from "~/features/tasks/open-task-to-tell.server";
import { callOffVisit } from "~/features/visits/call-off-visit.server";
import { dateVisit } from "~/features/visits/date-visit.server";
import { cast, castActor } from "~db/cast";
import { anaTalks, say } from "../support/conversations";
import { hostOffers, staff } from "../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../support/stage";
import { closeGates, inesPlans, THURSDAY } from "../support/visits";

/** Stands in everything that says where Ana goes, and nowhere else. */
const PLACE = "zzplace";
/** The day of her visit, as it is stored and as it is read. */
const SAYS_WHERE = /zzplace|2026-10-2[23]|22 de octubre|October 22|22 October/i;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.rows(`update placements set title = '${PLACE}' where title <> ''`);
  await stage.rows(`update organisations set name = '${PLACE}' || id`);
  await stage.rows(`update sites set name = '${PLACE}', street = '${PLACE}'`);
  await stage.rows("update guardian_links set may_know_whereabouts = false where guardian_id = $1", [
    cast.rosa.personId,
  ]);
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("update contact_points set undeliverable_at = null");
  await stage.rows("delete from forbidden_pairs");
});
afterAll(() => stage.close());

const ines = staff("ines");
const noMailFor = (...people: { personId: string }[]) =>
  stage.rows("update contact_points set undeliverable_at = now() where kind = 'mail' and person_id = any($1)", [
    people.map(({ personId }) => personId),
  ]);

/** A visit that is planned, moved and called off, a message nobody has read, an offer, and the mails of a morning. */
async function allThatIsTold(): Promise<void> {
  const pursuitId = await anaTalks(stage);
  await closeGates(stage);
  const { visitId } = valueIn(await inesPlans(stage, pursuitId, { place: PLACE }));
  const moved = { visitId, place: PLACE, ...THURSDAY, from: "10:00", to: "11:00" };
  valueIn(await dateVisit(stage.wiring, ines, moved));
  valueIn(await say(stage, { actor: castActor(cast.maya), pursuitId, body: "Please bring gloves" }));
  valueIn(await callOffVisit(stage.wiring, ines, { pursuitId, visitId, reason: "The host is ill." }));
  await hostOffers(stage, pursuitId);
  stage.wiring.clock.pass(24 * 60);
  await mailDigests(stage.wiring);
}

const tasksFor = (who: { personId: string }) =>
  stage.rows<{ id: string; kind: string }>(
    "select id, kind from staff_tasks where state = 'open' and $1 in (props ->> 'personId', props ->> 'mentorId')",
    [who.personId],
  );
const look = async (taskId: string) => valueIn(await openTaskToTell(stage.wiring, ines, { taskId })).task;

test("what staff read out, send or print for a parent without the right to know says neither where nor when, nor do their lines on the list to phone", async () => {
  await noMailFor(cast.rosa, cast.ana);
  await allThatIsTold();
  const tasks = await tasksFor(cast.rosa);
  expect(tasks.length).toBeGreaterThan(1);
  const seen = await Promise.all(tasks.map(({ id }) => look(id)));
  expect(seen.filter(({ said }) => said !== null).length).toBeGreaterThan(0);
  expect(seen.filter((task) => SAYS_WHERE.test(JSON.stringify(task)))).toEqual([]);
  const { people } = valueIn(await openCallList(stage.wiring, ines));
  const lines = people.find(({ to }) => to.id === cast.rosa.personId);
  expect(lines?.tasks.length).toBeGreaterThan(0);
  expect(JSON.stringify(lines)).not.toMatch(SAYS_WHERE);
  // Ana herself is told where: the word stands where it would be found.
  const ofAna = await Promise.all((await tasksFor(cast.ana)).map(({ id }) => look(id)));
  expect(JSON.stringify(ofAna)).toMatch(SAYS_WHERE);
});

test("a host whom no mail reaches is read when she comes, and nothing from the moment they are kept apart", async () => {
  const pursuitId = await anaTalks(stage);
  await closeGates(stage);
  const ofMaya = "where kind = 'mail' and mentor_id = $1";
  await stage.rows(`update mentor_contact_points set undeliverable_at = now() ${ofMaya}`, [cast.maya.personId]);
  valueIn(await inesPlans(stage, pursuitId, { place: PLACE }));
  await stage.rows(`update mentor_contact_points set undeliverable_at = null ${ofMaya}`, [cast.maya.personId]);
  const [task] = (await tasksFor(cast.maya)).filter(({ kind }) => kind === "tell_host");
  expect((await look(task?.id ?? "")).said?.words).toMatch(SAYS_WHERE);
  await stage.rows(
    "insert into forbidden_pairs (school_id, district_id, student_id, mentor_id, reason) values ($1, $2, $3, $4, 'household')",
    [cast.ana.schoolId, cast.ana.districtId, cast.ana.personId, cast.maya.personId],
  );
  expect(await look(task?.id ?? "")).toMatchObject({ said: null, wordless: "untrue" });
});
