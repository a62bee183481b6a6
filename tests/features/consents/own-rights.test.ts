import { expect, test } from "vitest";
import { askQuestion } from "~/features/consents/ask-question.server";
import { listOwnConsents } from "~/features/consents/list-own-consents.server";
import { openConsent } from "~/features/consents/open-consent.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import {
  answer,
  approve,
  countEverything,
  forgetAnswers,
  listMailsTo,
  listTasksAbout,
  readActs,
  readConsent,
  readPursuitState,
  useScene,
} from "./scene";

const scene = useScene();
const minh = castActor(cast.minh);

/** Minh, who is 18, asks for the clinic and is asked himself. */
async function askMinh() {
  await forgetAnswers(scene, cast.minh);
  const { pursuitId, consentIds } = await approve(scene, { student: cast.minh });
  return { pursuitId, consentId: consentIds[0] ?? "", count: consentIds.length };
}

test("a student of 18 is asked alone, by a mail that leads to their own page", async () => {
  const { consentId, count } = await askMinh();
  expect(count).toBe(1);
  expect(await listMailsTo(scene, "consent-request", cast.minh.personId)).toMatchObject([
    { props: { link: `http://localhost:3000/student/consents/${consentId}` } },
  ]);
  expect(await listMailsTo(scene, "consent-request", cast.lan.personId)).toEqual([]);
  expect(await listOwnConsents(scene.wiring, minh)).toContainEqual({
    id: consentId,
    purpose: "looking",
    state: "requested",
  });
});

test("their page speaks to them and asks for no code", async () => {
  const { consentId } = await askMinh();
  const page = await openConsent(scene.wiring, minh, { consentId });
  expect(page).toMatchObject({ ok: true, value: { isSelf: true, studentName: "Minh" } });
});

test("they sign with their name alone; the log says that they acted for themselves", async () => {
  const { pursuitId, consentId } = await askMinh();
  const signed = { consentId, typedName: "Minh Tran", relationship: "", code: "", studentBrowser: true };
  expect(await answer(scene, minh, { ...signed, typedName: " " })).toMatchObject({ reason: "name_missing" });
  expect(await answer(scene, minh, signed)).toMatchObject({ ok: true, value: { contacted: 1 } });
  expect(await readPursuitState(scene, pursuitId)).toBe("contacted");
  expect(await readConsent(scene, consentId)).toMatchObject({ channel: "web", signed_relationship: "self" });
  expect((await readActs(scene, consentId)).at(-1)).toMatchObject({
    transition: "give",
    actor_kind: "student",
    actor_id: cast.minh.personId,
    on_behalf_of: null,
    evidence: expect.stringMatching(/^session; text \S+ version 1$/),
  });
});

test("they refuse, ask and take back; nobody mails them what they did themselves", async () => {
  const { consentId } = await askMinh();
  await answer(scene, minh, { consentId, answer: "refuse" });
  await answer(scene, minh, { consentId });
  expect(await answer(scene, minh, { consentId, answer: "revoke" })).toMatchObject({ ok: true });
  expect(await askQuestion(scene.wiring, minh, { consentId, question: "Who sees it?" })).toEqual({
    ok: true,
    value: null,
  });
  expect(await listTasksAbout(scene, "guardian_question", consentId)).toHaveLength(1);
  const news = (await listMailsTo(scene, "student-status", cast.minh.personId)).map(({ props }) => props.status);
  expect(news).not.toContain("not_possible_now");
  expect(news).not.toContain("consent_given");
});

test("no guardian answers for a student of 18", async () => {
  const { consentId } = await askMinh();
  expect(await answer(scene, castActor(cast.lan), { consentId })).toMatchObject({ reason: "not_found" });
});

test("on the eighteenth birthday a guardian may not answer any more what they were asked before", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const born = (day: string) =>
    sql(scene.database, "update people set born_on = $2 where id = $1", [cast.ana.personId, day]);
  await born("2008-10-16");
  expect(await openConsent(scene.wiring, castActor(cast.rosa), { consentId })).toMatchObject({ ok: true });
  await born("2008-10-15");
  expect(await openConsent(scene.wiring, castActor(cast.rosa), { consentId })).toMatchObject({ reason: "no_rights" });
});

test("a student under 18 reads and answers nothing that a guardian was asked, and lists nothing", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const before = await countEverything(scene);
  const ana = castActor(cast.ana);
  expect(await openConsent(scene.wiring, ana, { consentId })).toMatchObject({ reason: "not_found" });
  expect(await answer(scene, ana, { consentId })).toMatchObject({ reason: "not_found" });
  expect(await askQuestion(scene.wiring, ana, { consentId, question: "?" })).toMatchObject({ reason: "not_found" });
  expect(await listOwnConsents(scene.wiring, ana)).toEqual([]);
  expect(await countEverything(scene)).toEqual(before);
});
