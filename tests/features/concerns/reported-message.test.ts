import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { openConcern } from "~/features/concerns/open-concern.server";
import { openReport } from "~/features/concerns/open-report.server";
import { unsealConcern } from "~/features/concerns/unseal-concern.server";
import { joinThread } from "~/features/conversations/join-thread.server";
import { cast, castActor } from "~db/cast";
import { raise } from "../../support/concerns";
import { anaTalks, say } from "../../support/conversations";
import { staff, student } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const maya = castActor(cast.maya);
const WORDS = "zzwritten Stay when the others have gone";

/** A message in the conversation of Ana and the clinic. */
async function written(by: Actor, body = WORDS) {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: by, pursuitId, body }));
  const [message] = await stage.rows<{ id: string }>("select id from messages order by id desc limit 1");
  return { pursuitId, messageId: message?.id ?? "" };
}
async function saidIn(concernId: string, reader = staff("priya")) {
  valueIn(await unsealConcern(stage.wiring, reader, { concernId }));
  return valueIn(await openConcern(stage.wiring, reader, { concernId })).said;
}

test("a report about a message holds its words as they were, who wrote it and where, also after the message is gone", async () => {
  const conversation = await written(maya);
  const shown = valueIn(await openReport(stage.wiring, student("ana"), conversation)).reported;
  expect(shown).toMatchObject({ title: expect.any(String), message: { name: "Maya", role: "mentor" } });
  expect(JSON.stringify(shown)).not.toContain("zzwritten");
  const concernId = await raise(stage, student("ana"), { conversation });
  await stage.rows("delete from messages");
  expect(await saidIn(concernId)).toMatchObject({
    about: expect.stringContaining("Maya"),
    mentorId: cast.maya.personId,
    conversationOf: conversation.pursuitId,
    message: { words: WORDS, by: expect.stringContaining("Maya"), writtenAt: expect.any(String) },
  });
});

test("whoever wrote the message reads no report of it, lead or not", async () => {
  const conversation = await written(staff("ines"));
  const concernId = await raise(stage, student("ana"), { conversation });
  expect(reasonIn(await openConcern(stage.wiring, staff("ines"), { concernId }))).toBe("not_found");
  expect((await saidIn(concernId))?.message?.words).toBe(WORDS);
});

test("somebody who was chosen is whom it is about, and the message is kept beside", async () => {
  const conversation = await written(maya);
  const concernId = await raise(stage, student("ana"), { conversation, about: `person:${cast.tom.personId}` });
  const said = await saidIn(concernId);
  expect(said).toMatchObject({ mentorId: null, message: { words: WORDS } });
  expect(said?.about).toContain("Tom");
});

test("a conversation alone can be reported, and its host goes to its school without being asked which", async () => {
  const { pursuitId } = await written(maya);
  const conversation = { pursuitId, messageId: null };
  const opened = valueIn(await openReport(stage.wiring, maya, conversation));
  expect(opened.schools.map(({ id }) => id)).toEqual([cast.ana.schoolId]);
  const concernId = await raise(stage, maya, { conversation, schoolId: cast.ana.schoolId });
  expect(await saidIn(concernId)).toMatchObject({ conversationOf: pursuitId, message: null, reportedAs: "mentor" });
});

test("nobody takes words out of a conversation that they do not read, and their report is kept without them", async () => {
  const conversation = await written(maya, "Call me: 206 555 0177 zzwritten");
  const strangers = [student("minh"), castActor(cast.carlos), castActor(cast.rosa), student("ana")];
  for (const reporter of strangers) {
    const concernId = await raise(stage, reporter, { conversation, schoolId: cast.ana.schoolId });
    expect(await saidIn(concernId)).toMatchObject({ message: null });
  }
  const elsewhere = valueIn(await openReport(stage.wiring, staff("malik"), conversation));
  expect(elsewhere.reported).toBeNull();
});

test("a guardian who has joined reports what they read", async () => {
  const conversation = await written(maya);
  valueIn(await joinThread(stage.wiring, castActor(cast.rosa), conversation));
  const concernId = await raise(stage, castActor(cast.rosa), { conversation });
  expect((await saidIn(concernId))?.message?.words).toBe(WORDS);
});
