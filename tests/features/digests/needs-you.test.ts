import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readThread } from "~/features/conversations/read-thread.server";
import { mailDigests } from "~/features/digests/mail-digests.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { cast, castActor } from "~db/cast";
import { anaTalks, say } from "../../support/conversations";
import { anaAsks, staff } from "../../support/pursuit-way";
import { listMails, openStage, type Stage, setLakeview, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("update identity.memberships set to_on = null where person_id = $1", [cast.ines.personId]);
  at(THURSDAY);
});
afterAll(() => stage.close());

/** 2026-10-15 is a Thursday; Lakeview's clock is seven hours behind. */
const THURSDAY = "2026-10-15T17:00:00Z";
const THURSDAY_EARLY = "2026-10-15T13:30:00Z";
const THURSDAY_LATE = "2026-10-15T23:00:00Z";
const FRIDAY = "2026-10-16T15:30:00Z";
const SATURDAY = "2026-10-17T17:00:00Z";

const at = (moment: string) => stage.wiring.clock.set(new Date(moment));
const run = async () => (await mailDigests(stage.wiring)).value.mails;
const digests = async () => (await listMails(stage, "needs-you")).filter(({ to }) => to === cast.ines.mail);
const countOf = async () => (await digests()).map(({ props }) => props.count);

test("on a morning of the week a coordinator is told how much waits, and what it is", async () => {
  await run();
  const before = (await digests())[0]?.props ?? { count: 0, requests: 0 };
  await stage.clear();
  await anaAsks(stage);
  await run();
  const [mail] = await digests();
  expect(mail?.props).toMatchObject({
    count: Number(before.count) + 1,
    requests: Number(before.requests) + 1,
    conversations: 0,
    link: `${stage.wiring.env.origin}/coordinator`,
  });
  expect(JSON.stringify(mail?.props)).not.toContain("Ana");
});

test("once a day, also when two run at once, and not on a weekend, before the day begins or after its morning", async () => {
  await anaAsks(stage);
  at(THURSDAY_EARLY);
  await run();
  expect(await digests()).toEqual([]);
  at(THURSDAY_LATE);
  await run();
  expect(await digests()).toEqual([]);
  at(THURSDAY);
  await Promise.all([run(), run()]);
  await run();
  expect(await digests()).toHaveLength(1);
  at(FRIDAY);
  await run();
  expect(await digests()).toHaveLength(2);
  at(SATURDAY);
  await run();
  expect(await digests()).toHaveLength(2);
});

test("a school without quiet hours writes at no time of the night", async () => {
  await anaAsks(stage);
  await setLakeview(stage, { quietFromHour: 0, quietToHour: 0 });
  at(THURSDAY_EARLY);
  await run();
  expect(await digests()).toEqual([]);
  await setLakeview(stage, {});
});

test("new messages are part of it, once each, and a coordinator has no other mail of them", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: castActor(cast.maya), pursuitId }));
  at(FRIDAY);
  await run();
  expect((await digests())[0]?.props).toMatchObject({ conversations: 1 });
  expect((await listMails(stage, "conversation-news")).map(({ to }) => to)).not.toContain(cast.ines.mail);
  valueIn(await say(stage, { actor: castActor(cast.maya), pursuitId }));
  valueIn(await readThread(stage.wiring, staff("ines"), { pursuitId }));
  at("2026-10-19T17:00:00Z");
  await run();
  expect((await digests()).slice(1).filter(({ props }) => Number(props.conversations) > 0)).toEqual([]);
});

test("who is no coordinator any more when it would leave gets none", async () => {
  await anaAsks(stage);
  await run();
  expect(await countOf()).toHaveLength(1);
  await stage.rows("update identity.memberships set to_on = '2026-10-14' where person_id = $1", [cast.ines.personId]);
  const [mail] = await stage.rows<{ id: string }>(
    "select id from mails where kind = 'needs-you' and recipient_mail = $1",
    [cast.ines.mail],
  );
  expect(await deliverMail(stage.wiring, { mailId: mail?.id ?? "" })).toBe("suppressed");
});
