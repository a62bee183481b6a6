import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { joinThread } from "~/features/conversations/join-thread.server";
import { leaveThread } from "~/features/conversations/leave-thread.server";
import { readThread } from "~/features/conversations/read-thread.server";
import { releaseMessage } from "~/features/conversations/release-message.server";
import { returnMessage } from "~/features/conversations/return-message.server";
import { seeThread } from "~/features/conversations/see-thread.server";
import { mailDigests } from "~/features/digests/mail-digests.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { cast, castActor } from "~db/cast";
import { anaTalks, say } from "../../support/conversations";
import { staff, student } from "../../support/pursuit-way";
import { listMails, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await linkOfRosa("may_know_whereabouts = true");
  at(THURSDAY_NOON);
});
afterAll(() => stage.close());

const ana = student("ana");
const maya = castActor(cast.maya);
const rosa = castActor(cast.rosa);
const WORDS = "Please bring gloves to the goats";
/** 2026-10-15 is a Thursday; Lakeview's clock is seven hours behind. */
const THURSDAY_NOON = "2026-10-15T19:00:00Z";
const THURSDAY_NIGHT = "2026-10-16T04:00:00Z";
const FRIDAY_MORNING = "2026-10-16T15:30:00Z";
const SATURDAY = "2026-10-17T19:00:00Z";

const at = (moment: string) => stage.wiring.clock.set(new Date(moment));
const later = (minutes: number) =>
  stage.wiring.clock.set(new Date(stage.wiring.clock.now().getTime() + minutes * 60_000));
const run = async () => (await mailDigests(stage.wiring)).value.mails;
const mailsTo = async (who: { mail: string }) =>
  (await listMails(stage, "conversation-news")).filter(({ to }) => to === who.mail);
const linkOfRosa = (change: string) =>
  stage.rows(`update guardian_links set ${change} where guardian_id = $1`, [cast.rosa.personId]);
const see = (actor: Actor, pursuitId: string, upTo: number) => seeThread(stage.wiring, actor, { pursuitId, upTo });

/** Maya has written to Ana, and twenty minutes have passed. */
async function mayaWrote(): Promise<string> {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: maya, pursuitId, body: WORDS }));
  later(20);
  return pursuitId;
}

/** The newest mail of that kind, as the worker would send it now. */
async function deliverTo(who: { mail: string }) {
  const [mail] = await stage.rows<{ id: string }>(
    "select id from mails where kind = 'conversation-news' and recipient_mail = $1 order by id desc limit 1",
    [who.mail],
  );
  return deliverMail(stage.wiring, { mailId: mail?.id ?? "" });
}

test("who has not read a message is told where it stands and not what it says, its writer is not", async () => {
  const pursuitId = await mayaWrote();
  await run();
  expect(await mailsTo(cast.ana)).toMatchObject([
    {
      props: {
        count: 1,
        conversationList: [
          { studentFirstName: null, messages: 1, link: `${stage.wiring.env.origin}/conversations/${pursuitId}` },
        ],
      },
    },
  ]);
  expect(await mailsTo(cast.maya)).toEqual([]);
  expect(JSON.stringify(await listMails(stage, "conversation-news"))).not.toContain("goats");
});

test("nobody is written to while they may still be in the conversation, nor at night", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: maya, pursuitId }));
  later(10);
  await run();
  expect(await mailsTo(cast.ana)).toEqual([]);
  at(THURSDAY_NIGHT);
  expect(await run()).toBe(0);
  at(FRIDAY_MORNING);
  await run();
  expect(await mailsTo(cast.ana)).toHaveLength(1);
});

test("one mail a day, and what came after it is told on the next, also when two run at once", async () => {
  const pursuitId = await mayaWrote();
  await Promise.all([run(), run()]);
  expect(await mailsTo(cast.ana)).toHaveLength(1);
  valueIn(await say(stage, { actor: maya, pursuitId, body: "And boots" }));
  later(60);
  await run();
  expect(await mailsTo(cast.ana)).toHaveLength(1);
  at(FRIDAY_MORNING);
  await run();
  expect((await mailsTo(cast.ana)).map(({ props }) => props.count)).toEqual([1, 1]);
  at(SATURDAY);
  await run();
  expect(await mailsTo(cast.ana)).toHaveLength(2);
});

test("a guardian of two who joined has one mail for both, and others read no name of theirs", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await joinThread(stage.wiring, rosa, { pursuitId }));
  valueIn(await say(stage, { actor: maya, pursuitId, body: WORDS }));
  await stage.rows(
    `with sibling as (insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, may_consent, may_see_records, may_know_whereabouts, call_order, from_on)
        select school_id, $2, guardian_id, relationship, legal_basis, may_consent, may_see_records, may_know_whereabouts, 9, from_on
        from guardian_links where guardian_id = $1 and student_id = $3 returning school_id),
      asked as (insert into pursuits (school_id, student_id, listing_id, organisation_id, state, student_asked_at, contacted_at, created_at, updated_at)
        select school_id, $2, listing_id, organisation_id, state, student_asked_at, contacted_at, created_at, updated_at from pursuits where id = $4 returning school_id, id),
      thread as (insert into threads (school_id, pursuit_id, opened_at) select school_id, id, now() from asked returning school_id, id),
      seats as (insert into thread_members (school_id, thread_id, role, person_id, district_id, joined_at)
        select t.school_id, t.id, who.role, who.id, s.district_id, now() from thread t join schools s on s.id = t.school_id,
          (values ('student', $2::uuid), ('guardian', $1::uuid)) who(role, id) returning school_id, thread_id, id, role)
      insert into messages (school_id, thread_id, member_id, body, via, form_key, written_at, reached)
        select school_id, thread_id, id, 'x', 'page', gen_random_uuid(), $5, 1 from seats where role = 'student'`,
    [cast.rosa.personId, cast.hodan.personId, cast.ana.personId, pursuitId, THURSDAY_NOON],
  );
  later(20);
  await run();
  const mails = await mailsTo(cast.rosa);
  expect(mails).toHaveLength(1);
  const lines = (mails[0]?.props.conversationList ?? []) as { studentFirstName: string }[];
  expect(lines.map(({ studentFirstName }) => studentFirstName).sort()).toEqual(["Ana", "Hodan"]);
  expect(mails[0]?.props.count).toBe(2);
  expect(JSON.stringify(await mailsTo(cast.ana))).not.toContain("Rosa");
  await stage.rows("delete from guardian_links where guardian_id = $1 and student_id = $2", [
    cast.rosa.personId,
    cast.hodan.personId,
  ]);
});

test("what a page has shown needs no mail: by its own word, by an answer, or by the press of staff", async () => {
  const pursuitId = await mayaWrote();
  valueIn(await see(ana, pursuitId, 1));
  valueIn(await readThread(stage.wiring, staff("tom"), { pursuitId }));
  valueIn(await say(stage, { actor: castActor(cast.theo), pursuitId, body: "I am there as well" }));
  valueIn(await see(ana, pursuitId, 2));
  later(20);
  await run();
  const told = (await listMails(stage, "conversation-news")).map(({ to }) => to).sort();
  // Samir covers for Tom these days, and has looked at nothing.
  expect(told).toEqual([cast.maya.mail, cast.samir.mail, cast.tom.mail].sort());
});

test("a number that is not there yet hides nothing that comes later", async () => {
  const pursuitId = await mayaWrote();
  valueIn(await see(ana, pursuitId, 500));
  valueIn(await say(stage, { actor: maya, pursuitId, body: "One more" }));
  later(20);
  await run();
  expect(await mailsTo(cast.ana)).toMatchObject([{ props: { count: 1 } }]);
});

test("nobody says for another what they saw", async () => {
  const pursuitId = await mayaWrote();
  expect(reasonIn(await see(student("minh"), pursuitId, 1))).toBe("not_found");
  expect(reasonIn(await see(rosa, pursuitId, 1))).toBe("not_permitted");
  expect(reasonIn(await see(staff("tom"), pursuitId, 1))).toBe("not_permitted");
});

test("what waits for the school is told once it reaches the others, and never what was given back", async () => {
  const pursuitId = await anaTalks(stage);
  for (const body of ["Call me: 206 555 0177", "I am @maya_vet"])
    valueIn(await say(stage, { actor: maya, pursuitId, body }));
  later(20);
  await run();
  expect(await mailsTo(cast.ana)).toEqual([]);
  const [first, second] = await stage.rows<{ id: string }>("select id from messages order by id");
  const held = (id = "") => ({ pursuitId, messageId: id });
  valueIn(await readThread(stage.wiring, staff("ines"), { pursuitId }));
  valueIn(await releaseMessage(stage.wiring, staff("ines"), held(first?.id)));
  valueIn(await returnMessage(stage.wiring, staff("ines"), { ...held(second?.id), reason: "Not here." }));
  later(20);
  await run();
  expect(await mailsTo(cast.ana)).toMatchObject([{ props: { count: 1 } }]);
});

test("who joined later is told of what comes after, and who left of nothing", async () => {
  const pursuitId = await mayaWrote();
  valueIn(await joinThread(stage.wiring, rosa, { pursuitId }));
  later(20);
  await run();
  expect(await mailsTo(cast.rosa)).toEqual([]);
  valueIn(await say(stage, { actor: maya, pursuitId, body: "One more" }));
  valueIn(await leaveThread(stage.wiring, rosa, { pursuitId }));
  later(20);
  await run();
  expect(await mailsTo(cast.rosa)).toEqual([]);
});

const losses: [string, { mail: string }, (pursuitId: string) => Promise<unknown>][] = [
  ["read everything", cast.ana, (pursuitId) => see(ana, pursuitId, 1)],
  ["may not know whereabouts any more", cast.rosa, () => linkOfRosa("may_know_whereabouts = false")],
  ["left the conversation", cast.rosa, (pursuitId) => leaveThread(stage.wiring, rosa, { pursuitId })],
  [
    "is suspended",
    cast.theo,
    () => suspendMentor(stage.wiring, staff("priya"), { mentorId: cast.theo.personId, reason: "x" }),
  ],
];
for (const [what, who, lose] of losses)
  test(`a mail that was promised to somebody who ${what} does not leave, and nobody is asked to call`, async () => {
    const pursuitId = await anaTalks(stage);
    valueIn(await joinThread(stage.wiring, rosa, { pursuitId }));
    valueIn(await say(stage, { actor: maya, pursuitId, body: WORDS }));
    later(20);
    await run();
    expect(await mailsTo(who)).toHaveLength(1);
    await lose(pursuitId);
    expect(["suppressed", "over"]).toContain(await deliverTo(who));
    expect(stage.wiring.sent).toEqual([]);
    expect(await stage.rows("select 1 from staff_tasks where kind = 'mail_undeliverable'")).toEqual([]);
  });

test("a mail that was held back told nothing: what is left is told on the next day", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await joinThread(stage.wiring, rosa, { pursuitId }));
  valueIn(await say(stage, { actor: maya, pursuitId, body: WORDS }));
  later(20);
  await run();
  await linkOfRosa("may_know_whereabouts = false");
  expect(await deliverTo(cast.rosa)).toBe("suppressed");
  await linkOfRosa("may_know_whereabouts = true");
  at(FRIDAY_MORNING);
  await run();
  expect(await mailsTo(cast.rosa)).toHaveLength(2);
  expect(await deliverTo(cast.rosa)).toBe("sent");
  // What a mail before told that did leave stays told.
  valueIn(await say(stage, { actor: maya, pursuitId, body: WORDS }));
  for (const holds of [false, true]) {
    at(holds ? "2026-10-18T17:00:00Z" : "2026-10-17T17:00:00Z");
    await run();
    await linkOfRosa(`may_know_whereabouts = ${holds}`);
    expect(await deliverTo(cast.rosa)).toBe(holds ? "sent" : "suppressed");
    await linkOfRosa("may_know_whereabouts = true");
  }
  expect((await mailsTo(cast.rosa)).map(({ props }) => props.count)).toEqual([1, 1, 1, 1]);
});

test("a student under thirteen is not written to", async () => {
  await mayaWrote();
  await stage.rows("update people set born_on = '2014-01-01' where id = $1", [cast.ana.personId]);
  await run();
  expect(await mailsTo(cast.ana)).toEqual([]);
  await stage.rows("update people set born_on = null where id = $1", [cast.ana.personId]);
});
