import { expect, test } from "vitest";
import { askQuestion } from "~/features/consents/ask-question.server";
import { recordQuestion } from "~/features/consents/record-question.server";
import { finishTask } from "~/features/tasks/finish-task.server";
import { cast, castActor } from "~db/cast";
import { approve, bearerOf, countEverything, listTasksAbout, readActs, readConsent, useScene } from "./scene";

const scene = useScene();

test("a question lands with staff in its own words and language; the request stays open", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const rosa = await bearerOf(scene, consentId);
  expect(await askQuestion(scene.wiring, rosa, { consentId, question: " ¿Quién la lleva? " })).toEqual({
    ok: true,
    value: null,
  });
  expect(await listTasksAbout(scene, "guardian_question", consentId)).toMatchObject([
    { props: { question: "¿Quién la lleva?", guardian: "Rosa Reyes", language: "es" } },
  ]);
  expect((await readConsent(scene, consentId)).state).toBe("requested");
  expect((await readActs(scene, consentId)).at(-1)).toMatchObject({
    transition: "ask",
    actor_id: cast.rosa.personId,
    on_behalf_of: cast.ana.personId,
    channel: "link",
    language: "es",
  });
});

test("the same question twice is one task, another question is a second one", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const rosa = castActor(cast.rosa);
  const ask = (question: string) => askQuestion(scene.wiring, rosa, { consentId, question });
  await Promise.all([ask("Who drives?"), ask("Who drives?"), ask("Who drives? ")]);
  scene.wiring.clock.pass(60);
  await ask("Who drives?");
  expect(await listTasksAbout(scene, "guardian_question", consentId)).toHaveLength(1);
  await ask("What does it cost?");
  expect(await listTasksAbout(scene, "guardian_question", consentId)).toHaveLength(2);
});

test("a question that was answered can be asked again", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const ask = () => askQuestion(scene.wiring, castActor(cast.rosa), { consentId, question: "Who drives?" });
  await ask();
  const [task] = await listTasksAbout(scene, "guardian_question", consentId);
  await finishTask(scene.wiring, castActor(cast.ines), { taskId: task?.id ?? "", outcome: "done", note: "called" });
  await ask();
  expect(await listTasksAbout(scene, "guardian_question", consentId)).toHaveLength(1);
});

test("an empty question is refused, and a stranger's finds nothing", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const rosa = await bearerOf(scene, consentId);
  const before = await countEverything(scene);
  expect(await askQuestion(scene.wiring, rosa, { consentId, question: " \n" })).toMatchObject({
    reason: "question_empty",
  });
  for (const stranger of [
    castActor(cast.monique),
    castActor(cast.lars),
    castActor(cast.rosaAtHarbor),
    castActor(cast.ana),
    { ...rosa, subjectId: cast.ana.personId },
  ])
    expect(await askQuestion(scene.wiring, stranger, { consentId, question: "Where is she?" })).toMatchObject({
      reason: "not_found",
    });
  expect(await countEverything(scene)).toEqual(before);
});

test("staff note a question that came by phone, with whom, how and who interpreted; the same words by link are the same task", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const question = "¿Quién la lleva?";
  const call = {
    consentId,
    channel: "phone",
    question,
    interpreter: "Luz Mora, Spanish",
    evidence: "She called at noon",
  } as const;
  expect(await recordQuestion(scene.wiring, castActor(cast.ines), call)).toEqual({ ok: true, value: null });
  await askQuestion(scene.wiring, castActor(cast.rosa), { consentId, question });
  expect(await listTasksAbout(scene, "guardian_question", consentId)).toMatchObject([{ props: { question } }]);
  expect((await readActs(scene, consentId)).at(-1)).toMatchObject({
    transition: "ask",
    actor_id: cast.ines.personId,
    on_behalf_of: cast.rosa.personId,
    channel: "phone",
    language: "es",
    interpreter: "Luz Mora, Spanish",
    evidence: "She called at noon",
  });
});

test("an empty question is not noted, and a stranger notes none", async () => {
  const { consentIds } = await approve(scene);
  const call = {
    consentId: consentIds[0] ?? "",
    channel: "phone",
    question: "Why?",
    interpreter: "",
    evidence: "",
  } as const;
  const before = await countEverything(scene);
  expect(await recordQuestion(scene.wiring, castActor(cast.ines), { ...call, question: " " })).toMatchObject({
    reason: "question_empty",
  });
  for (const key of ["malik", "greta"] as const)
    expect(await recordQuestion(scene.wiring, castActor(cast[key]), call), key).toMatchObject({ reason: "not_found" });
  for (const key of ["tom", "ana", "rosa", "maya"] as const)
    expect(await recordQuestion(scene.wiring, castActor(cast[key]), call), key).toMatchObject({
      reason: "not_permitted",
    });
  expect(await countEverything(scene)).toEqual(before);
});
