import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { askInterpreter } from "~/features/conversations/ask-interpreter.server";
import { joinThread } from "~/features/conversations/join-thread.server";
import { openConversation } from "~/features/conversations/open-conversation.server";
import { readThread } from "~/features/conversations/read-thread.server";
import { releaseMessage } from "~/features/conversations/release-message.server";
import { finishTask } from "~/features/tasks/finish-task.server";
import { cast, castActor } from "~db/cast";
import { anaTalks, say } from "../../support/conversations";
import { jpegOf } from "../../support/pictures";
import { staff, student } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const maya = castActor(cast.maya);
const rosa = castActor(cast.rosa);
const WORDS = "Please bring gloves zzwritten";

/** Maya has written in English, and Rosa, who reads Spanish, has joined. */
async function mayaWrote(body = WORDS) {
  const pursuitId = await anaTalks(stage);
  valueIn(await joinThread(stage.wiring, rosa, { pursuitId }));
  valueIn(await say(stage, { actor: maya, pursuitId, body }));
  const [message] = await stage.rows<{ id: string }>("select id from messages order by id desc limit 1");
  return { pursuitId, messageId: message?.id ?? "" };
}
const ask = (actor: Actor, about: { pursuitId: string; messageId: string }) =>
  askInterpreter(stage.wiring, actor, about);
const shownTo = async (actor: Actor, { pursuitId }: { pursuitId: string }) =>
  valueIn(await openConversation(stage.wiring, actor, { pursuitId, page: 1 })).messages.map((one) => one.interpreting);
const tasks = () =>
  stage.rows<{ id: string; props: Record<string, string> }>(
    "select id, props from staff_tasks where kind = 'interpret_message'",
  );

test("a guardian asks for an interpreter: one task with both languages and no word of the message, however often they press", async () => {
  const about = await mayaWrote();
  expect(await shownTo(rosa, about)).toEqual(["may_ask"]);
  for (const outcome of await Promise.all([ask(rosa, about), ask(rosa, about)])) valueIn(outcome);
  valueIn(await ask(rosa, about));
  expect((await tasks()).map(({ props }) => props)).toEqual([
    expect.objectContaining({ personId: cast.rosa.personId, language: "es", writtenIn: "en" }),
  ]);
  expect(JSON.stringify(await tasks())).not.toContain("zzwritten");
  expect(await shownTo(rosa, about)).toEqual(["asked"]);
});

test("once the task is done the message says so, and nothing is asked again", async () => {
  const about = await mayaWrote();
  valueIn(await ask(rosa, about));
  const [task] = await tasks();
  const finish = { taskId: task?.id ?? "", outcome: "done", note: "Luz told her." } as const;
  valueIn(await finishTask(stage.wiring, staff("ines"), finish));
  expect(await shownTo(rosa, about)).toEqual(["done"]);
  valueIn(await ask(rosa, about));
  expect(await tasks()).toHaveLength(1);
});

test("others who read it see nothing of the request, and whoever reads its language has nothing to ask", async () => {
  const about = await mayaWrote();
  valueIn(await ask(rosa, about));
  expect(await shownTo(student("ana"), about)).toEqual([null]);
  expect(reasonIn(await ask(student("ana"), about))).toBe("own_language");
  expect(reasonIn(await ask(maya, about))).toBe("own_language");
});

test("pictures without a word have no language, and nothing about them is asked; what is said of them has one", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await joinThread(stage.wiring, rosa, { pursuitId }));
  for (const show of ["", "The signed sheet"]) {
    valueIn(await say(stage, { actor: maya, pursuitId, body: "", files: [jpegOf({})], show }));
    const [message] = await stage.rows<{ id: string }>("select id from messages order by id desc limit 1");
    const messageId = message?.id ?? "";
    valueIn(await readThread(stage.wiring, staff("ines"), { pursuitId }));
    valueIn(await releaseMessage(stage.wiring, staff("ines"), { pursuitId, messageId }));
    if (show === "") expect(reasonIn(await ask(rosa, { pursuitId, messageId }))).toBe("without_words");
    else valueIn(await ask(rosa, { pursuitId, messageId }));
  }
  expect(await shownTo(rosa, { pursuitId })).toEqual([null, "asked"]);
  expect(await tasks()).toHaveLength(1);
});

test("nobody asks about what they do not read: what waits, another conversation, a guardian who has not joined, strangers", async () => {
  const held = await mayaWrote("Call me: 206 555 0177");
  expect(reasonIn(await ask(rosa, held))).toBe("not_found");
  await stage.clear();
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: maya, pursuitId }));
  const [message] = await stage.rows<{ id: string }>("select id from messages");
  const about = { pursuitId, messageId: message?.id ?? "" };
  expect(reasonIn(await ask(rosa, about))).toBe("not_joined");
  for (const stranger of [student("minh"), staff("malik"), castActor(cast.carlos)])
    expect(reasonIn(await ask(stranger, about))).toBe("not_found");
  expect(await tasks()).toEqual([]);
});
