import { expect, test } from "vitest";
import { remindConsents } from "~/features/consents/remind-consents.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { sweep } from "~/jobs/sweep";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import {
  answer,
  approve,
  bearerOf,
  forgetAnswers,
  listMailsTo,
  listTasksAbout,
  readActs,
  readConsent,
  useScene,
} from "./scene";

const scene = useScene();
const DAY = 24 * 60;

/** Ana's request alone: what the sample left open is out of the way. */
async function askRosa() {
  await sql(scene.database, "update consents set reminded_at = $1", [scene.wiring.clock.now()]);
  const { pursuitId, consentIds } = await approve(scene);
  return { pursuitId, consentId: consentIds[0] ?? "" };
}

const reminders = (personId = cast.rosa.personId) => listMailsTo(scene, "consent-reminder", personId);

test("after a week the sweep reminds once, in the guardian's language, with a link that works", async () => {
  const { consentId } = await askRosa();
  scene.wiring.clock.pass(7 * DAY - 60);
  await sweep(scene.wiring);
  expect(await reminders()).toEqual([]);
  scene.wiring.clock.pass(60);
  await sweep(scene.wiring);
  expect(scene.wiring.lines.at(-1)?.fields).toMatchObject({ counts: { reminders: 1 } });
  scene.wiring.clock.pass(7 * DAY);
  await sweep(scene.wiring);
  expect(await reminders()).toMatchObject([{ recipient_language: "es", props: { studentFirstName: "Ana" } }]);
  expect((await readConsent(scene, consentId)).reminded_at).not.toBeNull();
  expect((await readActs(scene, consentId)).at(-1)).toMatchObject({
    transition: "remind",
    actor_kind: "system",
    on_behalf_of: cast.rosa.personId,
    language: "es",
  });
  expect(await answer(scene, await bearerOf(scene, consentId), { consentId })).toMatchObject({ ok: true });
});

test("two workers at the same moment remind once", async () => {
  await askRosa();
  scene.wiring.clock.pass(8 * DAY);
  const counts = await Promise.all([remindConsents(scene.wiring), remindConsents(scene.wiring)]);
  expect(counts.reduce((sum, { value }) => sum + value.reminders, 0)).toBe(1);
  expect(await reminders()).toHaveLength(1);
});

test("in the quiet hours nobody is reminded; in the morning they are", async () => {
  await askRosa();
  scene.wiring.clock.set(new Date("2026-10-24T05:30:00Z"));
  expect(await remindConsents(scene.wiring)).toEqual({ ok: true, value: { reminders: 0 } });
  scene.wiring.clock.set(new Date("2026-10-24T15:30:00Z"));
  expect(await remindConsents(scene.wiring)).toEqual({ ok: true, value: { reminders: 1 } });
});

test("nobody is reminded of what was answered, or of what no pursuit waits for", async () => {
  const { pursuitId, consentId } = await askRosa();
  scene.wiring.clock.pass(8 * DAY);
  await withdrawPursuit(scene.wiring, castActor(cast.ana), { pursuitId, reason: "" });
  await remindConsents(scene.wiring);
  expect(await reminders()).toEqual([]);
  await answer(scene, castActor(cast.rosa), { consentId });
  await remindConsents(scene.wiring);
  expect(await reminders()).toEqual([]);
});

test("where one parent said no, the other is not reminded: a coordinator talks with the family", async () => {
  await sql(scene.database, "update consents set reminded_at = $1", [scene.wiring.clock.now()]);
  await forgetAnswers(scene, cast.jada);
  const { consentIds } = await approve(scene, { student: cast.jada });
  await answer(scene, castActor(cast.derek), { consentId: consentIds[1] ?? "", answer: "refuse" });
  scene.wiring.clock.pass(8 * DAY);
  await remindConsents(scene.wiring);
  expect(await reminders(cast.monique.personId)).toEqual([]);
});

test("where mail does not arrive any more, staff get the letter to print, once", async () => {
  const { consentId } = await askRosa();
  await sql(scene.database, "update contact_points set undeliverable_at = now() where person_id = $1", [
    cast.rosa.personId,
  ]);
  scene.wiring.clock.pass(8 * DAY);
  await remindConsents(scene.wiring);
  await remindConsents(scene.wiring);
  expect(await reminders()).toEqual([]);
  expect(await listTasksAbout(scene, "interpreter_consent", consentId)).toHaveLength(1);
});

test("a student who has turned 18 is asked instead of the guardian", async () => {
  const { consentId } = await askRosa();
  await sql(scene.database, "update people set born_on = '2008-10-18' where id = $1", [cast.ana.personId]);
  scene.wiring.clock.pass(8 * DAY);
  await remindConsents(scene.wiring);
  expect(await reminders()).toEqual([]);
  expect((await readConsent(scene, consentId)).state).toBe("superseded");
  expect((await readActs(scene, consentId)).at(-1)).toMatchObject({ transition: "supersede", to_state: "superseded" });
  expect(await listMailsTo(scene, "consent-request", cast.ana.personId)).toHaveLength(1);
});

test("a student of 18 is reminded on their own page", async () => {
  await sql(scene.database, "update consents set reminded_at = $1", [scene.wiring.clock.now()]);
  await forgetAnswers(scene, cast.minh);
  const { consentIds } = await approve(scene, { student: cast.minh });
  scene.wiring.clock.pass(8 * DAY);
  await remindConsents(scene.wiring);
  expect(await reminders(cast.minh.personId)).toMatchObject([
    { props: { link: `http://localhost:3000/student/consents/${consentIds[0]}` } },
  ]);
});
