import { expect, test } from "vitest";
import { recordConsent } from "~/features/consents/record-consent.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { cast, castActor } from "~db/cast";
import {
  answer,
  approve,
  forgetAnswers,
  listMailsTo,
  listTasksAbout,
  readConsent,
  readPursuitState,
  useScene,
} from "./scene";

const scene = useScene();
const [monique, derek] = [castActor(cast.monique), castActor(cast.derek)];

/** Jada asks for the clinic; Monique and Derek are asked. */
async function askBoth() {
  await forgetAnswers(scene, cast.jada);
  const { pursuitId, consentIds } = await approve(scene, { student: cast.jada });
  const [asked = "", alsoAsked = ""] = consentIds;
  return { pursuitId, ofMonique: asked, ofDerek: alsoAsked };
}

test("both parents are asked, each by a mail of their own", async () => {
  const { ofMonique, ofDerek } = await askBoth();
  expect(await readConsent(scene, ofMonique)).toMatchObject({ guardian_id: cast.monique.personId });
  expect(await readConsent(scene, ofDerek)).toMatchObject({ guardian_id: cast.derek.personId });
  for (const { personId } of [cast.monique, cast.derek])
    expect(await listMailsTo(scene, "consent-request", personId)).toHaveLength(1);
});

test("one signature suffices", async () => {
  const { pursuitId, ofMonique } = await askBoth();
  expect(await answer(scene, monique, { consentId: ofMonique })).toMatchObject({ value: { contacted: 1 } });
  expect(await readPursuitState(scene, pursuitId)).toBe("contacted");
});

test("neither parent answers for the other", async () => {
  const { ofMonique, ofDerek } = await askBoth();
  expect(await answer(scene, derek, { consentId: ofMonique })).toMatchObject({ reason: "not_found" });
  expect(await answer(scene, monique, { consentId: ofDerek })).toMatchObject({ reason: "not_found" });
});

test("after one parent's no, the other's yes contacts nobody until a coordinator has recorded one", async () => {
  const { pursuitId, ofMonique, ofDerek } = await askBoth();
  await answer(scene, derek, { consentId: ofDerek, answer: "refuse" });
  scene.wiring.clock.pass(60);
  expect(await answer(scene, monique, { consentId: ofMonique })).toMatchObject({
    value: { state: "given", contacted: 0 },
  });
  expect(await readPursuitState(scene, pursuitId)).toBe("approved");
  expect(await listTasksAbout(scene, "consent_refused", ofDerek)).toHaveLength(1);

  scene.wiring.clock.pass(60);
  await answer(scene, monique, { consentId: ofMonique, answer: "revoke" });
  scene.wiring.clock.pass(60);
  const signed = await recordConsent(scene.wiring, castActor(cast.ines), {
    consentId: ofMonique,
    answer: "give",
    channel: "in_person",
    on: "2026-10-15",
    signedName: "Monique Cole",
    relationship: "mother",
    interpreter: "",
    evidence: "folder C3, after a talk with both parents",
  });
  expect(signed).toMatchObject({ ok: true, value: { contacted: 1 } });
  expect(await readPursuitState(scene, pursuitId)).toBe("contacted");
  expect(await listTasksAbout(scene, "consent_refused", ofDerek)).toEqual([]);
});

test("a no that comes before the mail to the host has left stops it, and the pursuit waits", async () => {
  const { pursuitId, ofMonique, ofDerek } = await askBoth();
  await answer(scene, monique, { consentId: ofMonique });
  scene.wiring.clock.pass(60);
  expect(await answer(scene, derek, { consentId: ofDerek, answer: "refuse" })).toMatchObject({ ok: true });
  expect(await readPursuitState(scene, pursuitId)).toBe("approved");
  expect(await listMailsTo(scene, "first-contact", cast.maya.personId)).toMatchObject([{ state: "suppressed" }]);
  expect(await listTasksAbout(scene, "consent_refused", ofDerek)).toHaveLength(1);
});

test("a no that comes when the host knows already ends nothing by itself and goes to the coordinator", async () => {
  const { pursuitId, ofMonique, ofDerek } = await askBoth();
  await answer(scene, monique, { consentId: ofMonique });
  const [contact] = await listMailsTo(scene, "first-contact", cast.maya.personId);
  await deliverMail(scene.wiring, { mailId: contact?.id ?? "" });
  scene.wiring.clock.pass(60);
  expect(await answer(scene, derek, { consentId: ofDerek, answer: "refuse" })).toMatchObject({ ok: true });
  expect(await readPursuitState(scene, pursuitId)).toBe("contacted");
  expect(await listMailsTo(scene, "mentor-status", cast.maya.personId)).toEqual([]);
  expect(await listTasksAbout(scene, "consent_refused", ofDerek)).toHaveLength(1);
});

test("a yes and a no at the same moment: the host hears nothing, whichever came first", async () => {
  const { pursuitId, ofMonique, ofDerek } = await askBoth();
  const outcomes = await Promise.all([
    answer(scene, monique, { consentId: ofMonique }),
    answer(scene, derek, { consentId: ofDerek, answer: "refuse" }),
  ]);
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(await readPursuitState(scene, pursuitId)).toBe("approved");
  for (const { state } of await listMailsTo(scene, "first-contact", cast.maya.personId))
    expect(state).toBe("suppressed");
  expect(await listTasksAbout(scene, "consent_refused", ofDerek)).toHaveLength(1);
});
