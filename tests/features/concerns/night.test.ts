import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listConcerns } from "~/features/concerns/list-concerns.server";
import { openConcern } from "~/features/concerns/open-concern.server";
import { ownConcernTasks } from "~/features/concerns/own-concern-tasks.server";
import { mailDigests } from "~/features/digests/mail-digests.server";
import { openCoordinatorHome } from "~/features/homes/open-coordinator-home.server";
import { listTasks } from "~/features/tasks/list-tasks.server";
import { cast, castActor } from "~db/cast";
import { raise, SEALED } from "../../support/concerns";
import { anaTalks, say } from "../../support/conversations";
import { staff } from "../../support/pursuit-way";
import { listMails, openStage, reasonIn, type Stage, sendMails, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("update safeguarding_leads set to_on = null");
  stage.wiring.sent.length = 0;
});
afterAll(() => stage.close());

/** Thursday, eleven at night, and the next morning, at a school whose clock is seven hours behind. */
const NIGHT = new Date("2026-10-16T06:00:00Z");
const MORNING = new Date("2026-10-16T17:00:00Z");
/** What would tell somebody that a report is there. */
const TELLS = new RegExp(`${SEALED}|concern|preocupaci|safeguarding|protecci`, "i");

const sentTo = (mail: string) => stage.wiring.sent.filter(({ to }) => to === mail);
const alerts = async () => (await listMails(stage, "concern-waits")).map(({ to }) => to).toSorted();

test("at eleven at night both leads are mailed at once, while a message of the same hour waits for the morning", async () => {
  const pursuitId = await anaTalks(stage);
  await sendMails(stage);
  stage.wiring.sent.length = 0;
  stage.wiring.clock.set(NIGHT);
  valueIn(await say(stage, { actor: castActor(cast.maya), pursuitId, body: "Please bring gloves" }));
  await raise(stage, castActor(cast.ana), { about: `mentor:${cast.maya.personId}` });
  expect(await alerts()).toEqual([cast.ines.mail, cast.priya.mail].toSorted());
  await sendMails(stage);
  for (const { mail } of [cast.ines, cast.priya]) expect(sentTo(mail), mail).toHaveLength(1);
  stage.wiring.clock.pass(30);
  expect((await mailDigests(stage.wiring)).value.mails, "quiet hours hold all else").toBe(0);
  const seen = await stage.rows("select distinct state, joins_day from mails where kind = 'concern-waits'");
  expect(seen).toEqual([{ state: "sent", joins_day: false }]);
});

test("a lead whom the report names is told nothing that night or the next morning, and sees nothing on any of their pages", async () => {
  stage.wiring.clock.set(NIGHT);
  const before = valueIn(await openCoordinatorHome(stage.wiring, staff("priya")));
  const concernId = await raise(stage, castActor(cast.ana), { aboutReaders: [`person:${cast.priya.personId}`] });
  expect(await alerts()).toEqual([cast.ines.mail]);
  stage.wiring.clock.set(MORNING);
  await mailDigests(stage.wiring);
  await sendMails(stage);
  expect(JSON.stringify(sentTo(cast.priya.mail))).not.toMatch(TELLS);
  const priya = staff("priya");
  expect(valueIn(await listConcerns(stage.wiring, priya)).concerns).toEqual([]);
  expect(reasonIn(await openConcern(stage.wiring, priya, { concernId }))).toBe("not_found");
  expect((await ownConcernTasks(stage.wiring, priya)).waiting).toBe(0);
  stage.wiring.clock.set(NIGHT);
  expect(valueIn(await openCoordinatorHome(stage.wiring, priya))).toEqual(before);
  expect(JSON.stringify(valueIn(await listTasks(stage.wiring, priya, { page: 1 })))).not.toMatch(TELLS);
});

test("nor is a mentor whom it names, by mail or in a conversation", async () => {
  const pursuitId = await anaTalks(stage);
  await sendMails(stage);
  stage.wiring.sent.length = 0;
  stage.wiring.clock.set(NIGHT);
  await raise(stage, castActor(cast.ana), { about: `mentor:${cast.maya.personId}` });
  valueIn(await say(stage, { actor: staff("ines"), pursuitId, body: "See you on Thursday" }));
  stage.wiring.clock.set(MORNING);
  await mailDigests(stage.wiring);
  await sendMails(stage);
  const toMaya = sentTo(cast.maya.mail);
  expect(toMaya.length, "she hears of the message, so her mails are looked at").toBeGreaterThan(0);
  expect(JSON.stringify(toMaya)).not.toMatch(TELLS);
});
