import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { LONGEST_MESSAGE, MOST_AN_HOUR } from "~/domain/conversation/message";
import { joinThread } from "~/features/conversations/join-thread.server";
import { leaveThread } from "~/features/conversations/leave-thread.server";
import { openConversation } from "~/features/conversations/open-conversation.server";
import { liftSuspension } from "~/features/suspensions/lift-suspension.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { cast, castActor } from "~db/cast";
import { anaTalks, say } from "../../support/conversations";
import { anaContacted, staff, student } from "../../support/pursuit-way";
import { sql } from "../../support/sql";
import { countRows, openStage, reasonIn, type Stage, sendMails, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const maya = castActor(cast.maya);
const theo = castActor(cast.theo);
const rosa = castActor(cast.rosa);
const look = (actor: Actor, pursuitId: string) => openConversation(stage.wiring, actor, { pursuitId, page: 1 });
const join = (actor: Actor, pursuitId: string) => joinThread(stage.wiring, actor, { pursuitId });
const leave = (actor: Actor, pursuitId: string) => leaveThread(stage.wiring, actor, { pursuitId });
const bodies = async (actor: Actor, pursuitId: string) =>
  valueIn(await look(actor, pursuitId)).messages.map(({ body }) => body);

test("student, mentors of the placement and staff write, and each reads what the others wrote, in order", async () => {
  const pursuitId = await anaTalks(stage);
  for (const [at, actor] of [student("ana"), maya, theo, staff("ines"), staff("tom"), staff("priya")].entries()) {
    stage.wiring.clock.set(new Date(stage.wiring.clock.now().getTime() + 1000));
    valueIn(await say(stage, { actor, pursuitId, body: `  ${at}\n` }));
  }
  expect(await bodies(student("ana"), pursuitId)).toEqual(["0", "1", "2", "3", "4", "5"]);
  const { messages } = valueIn(await look(maya, pursuitId));
  expect(messages.map(({ isOwn }) => isOwn)).toEqual([false, true, false, false, false, false]);
});

test("the same form sent twice, also at once, is one message; the same words of another form are two", async () => {
  const pursuitId = await anaTalks(stage);
  const formKey = randomUUID();
  const twice = { actor: student("ana"), pursuitId, formKey };
  for (const outcome of await Promise.all([say(stage, twice), say(stage, twice)])) valueIn(outcome);
  expect(await countRows(stage, "messages")).toBe(1);
  valueIn(await say(stage, { actor: student("ana"), pursuitId }));
  expect(await countRows(stage, "messages")).toBe(2);
});

test("other words under a number that was sent already are not dropped, and what was sent is there though it was the last of an hour", async () => {
  const pursuitId = await anaTalks(stage);
  const formKey = randomUUID();
  const send = (body: string) => say(stage, { actor: maya, pursuitId, body, formKey });
  for (let sent = 1; sent < MOST_AN_HOUR; sent++) valueIn(await say(stage, { actor: maya, pursuitId }));
  valueIn(await send("See you at nine"));
  valueIn(await send(" See you at nine "));
  expect(reasonIn(await send("See you at ten"))).toBe("sent_already");
  expect((await bodies(student("ana"), pursuitId)).at(-1)).toBe("See you at nine");
});

test("what cannot be sent is refused in its own words", async () => {
  const before = await anaContacted(stage);
  expect(reasonIn(await say(stage, { actor: student("ana"), pursuitId: before }))).toBe("not_begun");
  await stage.clear();
  const pursuitId = await anaTalks(stage);
  const refusal = async (body: string) => reasonIn(await say(stage, { actor: maya, pursuitId, body }));
  expect(await refusal(" \n ")).toBe("words_missing");
  expect(await refusal("x".repeat(LONGEST_MESSAGE + 1))).toBe("too_long");
  for (let sent = 0; sent < MOST_AN_HOUR; sent++) valueIn(await say(stage, { actor: maya, pursuitId }));
  expect(await refusal("one more")).toBe("too_many");
  expect(reasonIn(await say(stage, { actor: student("ana"), pursuitId, body: "" }))).toBe("words_missing");
});

test("while the lead mentor is suspended the host neither reads nor writes, and only staff write", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: maya, pursuitId }));
  await sendMails(stage);
  valueIn(await suspendMentor(stage.wiring, staff("priya"), { mentorId: cast.maya.personId, reason: "x" }));
  expect(reasonIn(await look(maya, pursuitId))).toBe("not_found");
  expect(reasonIn(await say(stage, { actor: maya, pursuitId }))).toBe("not_found");
  expect(reasonIn(await say(stage, { actor: student("ana"), pursuitId }))).toBe("closed");
  const own = valueIn(await look(student("ana"), pursuitId));
  expect(own.standing).toBe("paused");
  expect(own.present.map(({ name }) => name)).not.toContain("Maya");
  valueIn(await say(stage, { actor: staff("ines"), pursuitId, body: "Please wait for us." }));
  expect(await countRows(stage, "messages")).toBe(2);
  valueIn(await liftSuspension(stage.wiring, staff("priya"), { mentorId: cast.maya.personId, reason: "x" }));
});

test("a guardian joins, reads, writes and leaves; the others see that a guardian is there and not who", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: maya, pursuitId, body: "Hello Ana" }));
  expect(valueIn(await look(rosa, pursuitId))).toMatchObject({ messages: [], can: { join: true, write: false } });
  expect(reasonIn(await say(stage, { actor: rosa, pursuitId }))).toBe("not_joined");
  valueIn(await join(rosa, pursuitId));
  valueIn(await join(rosa, pursuitId));
  expect(await bodies(rosa, pursuitId)).toEqual(["Hello Ana"]);
  const own = [cast.ana.personId, "Ana"];
  const kept = [cast.ana.personId, "Alex"];
  await sql(stage.database, "update people set name_used = $2, name_used_for = 'staff' where id = $1", kept);
  const toFamily = valueIn(await look(rosa, pursuitId));
  expect([toFamily.about.student, ...toFamily.present.map(({ name }) => name)]).not.toContain("Alex");
  expect(toFamily.about.student).toBe("Ana");
  await sql(stage.database, "update people set name_used = $2, name_used_for = 'everyone' where id = $1", own);
  valueIn(await say(stage, { actor: rosa, pursuitId, body: "Gracias" }));
  for (const actor of [maya, student("ana")]) {
    const page = valueIn(await look(actor, pursuitId));
    expect(page.present).toContainEqual({ role: "guardian", name: "", isOwn: false });
    expect(page.messages.at(-1)).toMatchObject({ body: "Gracias", role: "guardian", name: "" });
  }
  valueIn(await leave(rosa, pursuitId));
  expect(valueIn(await look(rosa, pursuitId)).messages).toEqual([]);
  expect(reasonIn(await say(stage, { actor: rosa, pursuitId }))).toBe("not_joined");
  expect(reasonIn(await leave(rosa, pursuitId))).toBe("not_joined");
  valueIn(await join(rosa, pursuitId));
  expect(await bodies(rosa, pursuitId)).toHaveLength(2);
  const acts = await stage.rows("select transition from audit_log where noun = 'thread' and actor_kind = 'guardian'");
  expect(acts.map(({ transition }) => transition).sort()).toEqual(["join", "join", "leave"]);
});

test("a guardian without the right to records or whereabouts finds no conversation, also after having joined", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await join(rosa, pursuitId));
  for (const right of ["may_see_records", "may_know_whereabouts"]) {
    const set = (may: boolean) =>
      stage.rows(`update guardian_links set ${right} = $2 where guardian_id = $1`, [cast.rosa.personId, may]);
    await set(false);
    expect(reasonIn(await look(rosa, pursuitId))).toBe("not_found");
    expect(reasonIn(await join(rosa, pursuitId))).toBe("not_found");
    expect(reasonIn(await say(stage, { actor: rosa, pursuitId }))).toBe("not_found");
    await set(true);
  }
});

test("only guardians join and leave, only where somebody has begun, and strangers never", async () => {
  const before = await anaContacted(stage);
  expect(reasonIn(await join(rosa, before))).toBe("not_begun");
  await stage.clear();
  const pursuitId = await anaTalks(stage);
  for (const actor of [student("ana"), maya, staff("ines")]) {
    expect(reasonIn(await join(actor, pursuitId))).toBe("not_permitted");
    expect(reasonIn(await leave(actor, pursuitId))).toBe("not_permitted");
  }
  for (const actor of [castActor(cast.monique), castActor(cast.nadia), staff("malik")]) {
    expect(reasonIn(await join(actor, pursuitId))).toBe("not_found");
    expect(reasonIn(await leave(actor, pursuitId))).toBe("not_found");
  }
});
