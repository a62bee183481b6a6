import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { joinThread } from "~/features/conversations/join-thread.server";
import { listThreads } from "~/features/conversations/list-threads.server";
import { openConversation } from "~/features/conversations/open-conversation.server";
import { readThread } from "~/features/conversations/read-thread.server";
import { releaseMessage } from "~/features/conversations/release-message.server";
import { returnMessage } from "~/features/conversations/return-message.server";
import { liftSuspension } from "~/features/suspensions/lift-suspension.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { finishTask } from "~/features/tasks/finish-task.server";
import { cast, castActor } from "~db/cast";
import { anaTalks, say } from "../../support/conversations";
import { staff, student } from "../../support/pursuit-way";
import { listMails, listTaskKinds, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const maya = castActor(cast.maya);
const CALL = "Call me: 206 555 0177";
const look = async (actor: Actor, pursuitId: string) =>
  valueIn(await openConversation(stage.wiring, actor, { pursuitId, page: 1 })).messages;
const heldIds = async () =>
  (await stage.rows<{ id: string }>("select id from messages where state = 'held' order by id")).map(({ id }) => id);

/** Maya has written her number, which waits. */
async function mayaIsHeld() {
  const pursuitId = await anaTalks(stage);
  const written = valueIn(await say(stage, { actor: maya, pursuitId, body: CALL }));
  expect(written.isHeld).toBe(true);
  const [messageId = ""] = await heldIds();
  return { pursuitId, messageId };
}

test("what gives somebody away waits: its writer sees that, the others see nothing, and the coordinators get a task", async () => {
  const { pursuitId } = await mayaIsHeld();
  expect(await look(maya, pursuitId)).toMatchObject([{ body: CALL, state: "held", heldFor: ["phone", "words"] }]);
  for (const actor of [student("ana"), castActor(cast.theo)]) {
    expect(await look(actor, pursuitId)).toEqual([]);
    expect(valueIn(await listThreads(stage.wiring, actor, { page: 1 })).threads).toMatchObject([{ messages: 0 }]);
  }
  valueIn(await readThread(stage.wiring, staff("ines"), { pursuitId }));
  expect(await look(staff("ines"), pursuitId)).toMatchObject([{ body: CALL, state: "held" }]);
  expect(await listTaskKinds(stage)).toContain("message_held");
  const news = (await listMails(stage, "pursuit-news")).filter(({ props }) => props.event === "message_held");
  expect(news.map(({ to }) => to)).toEqual([cast.ines.mail]);
  expect(JSON.stringify([news, await stage.rows("select props from staff_tasks")])).not.toContain("0177");
});

test("more of a name than the others know waits, of the student and of a guardian who has joined, and so does where a house stands", async () => {
  const pursuitId = await anaTalks(stage);
  const why = async (actor: Actor, body: string) => {
    valueIn(await say(stage, { actor, pursuitId, body }));
    return (await look(actor, pursuitId)).at(-1)?.heldFor;
  };
  const rosa = castActor(cast.rosa);
  const ana = student("ana");
  expect(await why(ana, "My mother is Rosa Reyes.")).toEqual([]);
  valueIn(await joinThread(stage.wiring, rosa, { pursuitId }));
  expect(await why(ana, "My mother is Rosa Reyes.")).toEqual(["name"]);
  expect(await why(rosa, "Thank you! Rosa Reyes")).toEqual(["name"]);
  expect(await why(ana, "I am Ana Reyes.")).toEqual(["name"]);
  expect(await why(ana, "Thank you, Ana")).toEqual([]);
  expect(await why(ana, "I live at 450 Elm Street")).toEqual(["street"]);
  const [place] = await stage.rows<{ street: string }>(
    `select s.street from pursuits u join listings l on l.id = u.listing_id join placements p on p.id = l.placement_id
      join sites s on s.id = p.site_id where u.id = $1`,
    [pursuitId],
  );
  expect(await why(maya, `We are at ${place?.street}, room 2.`)).toEqual([]);
  expect(place?.street).toMatch(/\d/);
});

test("all that waits in a conversation is one task and one mail, and a form sent twice waits once", async () => {
  const pursuitId = await anaTalks(stage);
  const twice = { actor: student("ana"), pursuitId, body: CALL, formKey: randomUUID() };
  for (const outcome of await Promise.all([say(stage, twice), say(stage, twice)]))
    expect(valueIn(outcome).isHeld).toBe(true);
  valueIn(await say(stage, { actor: maya, pursuitId, body: "I am @maya_vet" }));
  expect(await heldIds()).toHaveLength(2);
  expect((await listTaskKinds(stage)).filter((kind) => kind === "message_held")).toHaveLength(1);
  expect((await listMails(stage, "pursuit-news")).filter(({ props }) => props.event === "message_held")).toHaveLength(
    1,
  );
});

/** Many messages at once, a minute apart, as if they had been written: the last `held` of them by Maya, and they wait. */
const fill = (pursuitId: string, { sent, held }: { sent: number; held: number }) =>
  stage.rows(
    `insert into messages (school_id, thread_id, member_id, body, via, form_key, written_at, state, held_for)
      select tm.school_id, tm.thread_id, tm.id, n::text, 'page', gen_random_uuid(), '2026-10-01'::timestamptz + n * interval '1 minute',
        case when n > $2 then 'held' else 'sent' end, case when n > $2 then '{phone}'::text[] else '{}' end
      from generate_series(1, $2::int + $3::int) n join thread_members tm on tm.mentor_id = $4
      join threads t on t.id = tm.thread_id and t.pursuit_id = $1`,
    [pursuitId, sent, held, cast.maya.personId],
  );

test("what waits takes nobody's place on a page, older messages have pages of their own, and staff always find what waits", async () => {
  const pursuitId = await anaTalks(stage);
  await fill(pursuitId, { sent: 250, held: 210 });
  const pageOf = async (actor: Actor, page: number) =>
    valueIn(await openConversation(stage.wiring, actor, { pursuitId, page }));
  const [newest, older] = [await pageOf(student("ana"), 1), await pageOf(student("ana"), 2)];
  expect([newest.messages.length, newest.messages.at(-1)?.body, newest.pages]).toEqual([200, "250", 2]);
  expect([older.messages.length, older.messages[0]?.body, older.page]).toEqual([50, "1", 2]);
  expect([newest.waiting, older.waiting]).toEqual([[], []]);
  expect((await pageOf(maya, 1)).messages.at(-1)).toMatchObject({ body: "460", state: "held" });
  valueIn(await readThread(stage.wiring, staff("ines"), { pursuitId }));
  const [first, last] = [await pageOf(staff("ines"), 1), await pageOf(staff("ines"), 3)];
  // The ten that wait longest are on the second page: they stand beside the first one, too.
  expect(first.waiting.map(({ body }) => body)).toEqual(Array.from({ length: 10 }, (_, n) => String(251 + n)));
  expect(last.waiting).toHaveLength(100);
  const [longest] = first.waiting;
  valueIn(await releaseMessage(stage.wiring, staff("ines"), { pursuitId, messageId: longest?.id ?? "" }));
  expect((await pageOf(student("ana"), 1)).messages.at(-1)?.body).toBe("251");
});

test("staff are never held", async () => {
  const pursuitId = await anaTalks(stage);
  expect(valueIn(await say(stage, { actor: staff("tom"), pursuitId, body: CALL })).isHeld).toBe(false);
});

test("a coordinator lets it go: everybody reads it, the task is done and the log says who", async () => {
  const { pursuitId, messageId } = await mayaIsHeld();
  valueIn(await readThread(stage.wiring, staff("ines"), { pursuitId }));
  valueIn(await releaseMessage(stage.wiring, staff("ines"), { pursuitId, messageId }));
  expect(await look(student("ana"), pursuitId)).toMatchObject([{ body: CALL, state: "sent" }]);
  expect(await listTaskKinds(stage)).not.toContain("message_held");
  const acts = await stage.rows(
    "select transition, actor_id, to_state from audit_log where noun = 'message' order by at, id",
  );
  expect(acts).toEqual([
    { transition: "hold", actor_id: cast.maya.personId, to_state: "held" },
    { transition: "release", actor_id: cast.ines.personId, to_state: "sent" },
  ]);
  expect(reasonIn(await releaseMessage(stage.wiring, staff("priya"), { pursuitId, messageId }))).toBe("wrong_state");
});

test("a coordinator gives it back: its writer reads why, nobody else reads either", async () => {
  const { pursuitId, messageId } = await mayaIsHeld();
  valueIn(await say(stage, { actor: student("ana"), pursuitId, body: CALL }));
  const back = (reason: string) => returnMessage(stage.wiring, staff("ines"), { pursuitId, messageId, reason });
  expect(reasonIn(await back("  "))).toBe("reason_missing");
  valueIn(await readThread(stage.wiring, staff("ines"), { pursuitId }));
  valueIn(await back("Please ask the school for numbers."));
  expect(await look(maya, pursuitId)).toMatchObject([
    { state: "returned", returnedBecause: "Please ask the school for numbers." },
  ]);
  expect(await look(student("ana"), pursuitId)).toMatchObject([{ state: "held", isOwn: true }]);
  // The other one still waits, and its task with it.
  expect(await listTaskKinds(stage)).toContain("message_held");
});

test("what a mentor wrote who is suspended now is shown to nobody any more: it can only be given back", async () => {
  const { pursuitId, messageId } = await mayaIsHeld();
  const mentor = { mentorId: cast.maya.personId, reason: "x" };
  valueIn(await suspendMentor(stage.wiring, staff("priya"), mentor));
  const held = { pursuitId, messageId };
  valueIn(await readThread(stage.wiring, staff("ines"), { pursuitId }));
  expect(reasonIn(await releaseMessage(stage.wiring, staff("ines"), held))).toBe("wrong_state");
  expect(await look(student("ana"), pursuitId)).toEqual([]);
  valueIn(await returnMessage(stage.wiring, staff("ines"), { ...held, reason: "Not now." }));
  valueIn(await liftSuspension(stage.wiring, staff("priya"), mentor));
});

test("the task ends by the decision, never by 'done'", async () => {
  await mayaIsHeld();
  const [task] = await stage.rows<{ id: string }>("select id from staff_tasks where kind = 'message_held'");
  const done = { taskId: task?.id ?? "", outcome: "done", note: "" } as const;
  expect(reasonIn(await finishTask(stage.wiring, staff("ines"), done))).toBe("needs_decision");
});

test("nobody else decides: its writer, the student, an advisor, strangers; and only what waits in that conversation", async () => {
  const { pursuitId, messageId } = await mayaIsHeld();
  const both = async (actor: Actor, id = messageId) => [
    reasonIn(await releaseMessage(stage.wiring, actor, { pursuitId, messageId: id })),
    reasonIn(await returnMessage(stage.wiring, actor, { pursuitId, messageId: id, reason: "x" })),
  ];
  for (const actor of [maya, student("ana"), staff("tom")])
    expect(await both(actor)).toEqual(["not_permitted", "not_permitted"]);
  for (const actor of [
    staff("malik"),
    staff("june"),
    student("hodan"),
    castActor(cast.carlos),
    castActor(cast.monique),
  ])
    expect(await both(actor)).toEqual(["not_found", "not_found"]);
  expect(await both(staff("ines"), NOBODY)).toEqual(["not_found", "not_found"]);
  expect(await heldIds()).toEqual([messageId]);
});
