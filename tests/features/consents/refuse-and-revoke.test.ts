import { expect, test } from "vitest";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { respondToFirstContact } from "~/features/pursuits/respond-to-first-contact.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import {
  answer,
  approve,
  bearerOf,
  listMailsTo,
  listTasksAbout,
  readActs,
  readConsent,
  readPursuitState,
  useScene,
} from "./scene";

const scene = useScene();

async function gateOf(pursuitId: string, kind = "looking_consent") {
  const [gate] = await sql<{ state: string }>(
    scene.database,
    "select state from gates where pursuit_id = $1 and kind = $2",
    [pursuitId, kind],
  );
  return gate?.state;
}

test("a no needs neither name nor code, goes to the coordinators, and the student reads that it waits", async () => {
  const { pursuitId, consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const refused = await answer(scene, await bearerOf(scene, consentId), {
    consentId,
    answer: "refuse",
    typedName: "",
    relationship: "",
    code: "",
  });
  expect(refused).toEqual({ ok: true, value: { state: "refused", contacted: 0 } });
  expect(await readPursuitState(scene, pursuitId)).toBe("approved");
  expect(await listTasksAbout(scene, "consent_refused", consentId)).toMatchObject([
    { props: { purpose: "looking", guardian: "Rosa Reyes" } },
  ]);
  expect(await listMailsTo(scene, "pursuit-news", cast.ines.personId)).toMatchObject([
    { props: { event: "consent_refused" } },
  ]);
  const toAna = await listMailsTo(scene, "student-status", cast.ana.personId);
  expect(toAna.at(-1)?.props.status).toBe("not_possible_now");
  expect(JSON.stringify(toAna)).not.toContain("Rosa");
  expect((await readActs(scene, consentId)).at(-1)).toMatchObject({
    transition: "refuse",
    channel: "link",
    language: "es",
    on_behalf_of: cast.ana.personId,
    evidence: "mailed link",
  });
});

test("a no can become a yes of the same guardian; the task is done and the host is written to", async () => {
  const { pursuitId, consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await answer(scene, castActor(cast.rosa), { consentId, answer: "refuse" });
  scene.wiring.clock.pass(60);
  expect(await answer(scene, castActor(cast.rosa), { consentId })).toMatchObject({ ok: true, value: { contacted: 1 } });
  expect(await readPursuitState(scene, pursuitId)).toBe("contacted");
  expect(await listTasksAbout(scene, "consent_refused", consentId)).toEqual([]);
});

test("a guardian takes a yes back before the mail has left: the host never hears of the student", async () => {
  const { pursuitId, consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await answer(scene, castActor(cast.rosa), { consentId });
  const revoked = await answer(scene, castActor(cast.rosa), { consentId, answer: "revoke", code: "", typedName: "" });
  expect(revoked).toEqual({ ok: true, value: { state: "revoked", contacted: 0 } });
  expect(await readPursuitState(scene, pursuitId)).toBe("withdrawn");
  expect(await listMailsTo(scene, "first-contact", cast.maya.personId)).toMatchObject([
    { state: "suppressed", props: {} },
  ]);
  expect(await listMailsTo(scene, "mentor-status", cast.maya.personId)).toEqual([]);
});

test("a yes taken back after the mail has left: the host is told that it ends, and reads nothing more", async () => {
  const { pursuitId, consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await answer(scene, castActor(cast.rosa), { consentId });
  const [contact] = await listMailsTo(scene, "first-contact", cast.maya.personId);
  expect(await deliverMail(scene.wiring, { mailId: contact?.id ?? "" })).toBe("sent");
  await answer(scene, castActor(cast.rosa), { consentId, answer: "revoke" });
  expect(await readPursuitState(scene, pursuitId)).toBe("withdrawn");
  expect(await listMailsTo(scene, "mentor-status", cast.maya.personId)).toMatchObject([
    { props: { status: "withdrawn" } },
  ]);
  const toAna = (await listMailsTo(scene, "student-status", cast.ana.personId)).map(({ props }) => props.status);
  expect(toAna).toContain("withdrawn");
  expect(toAna).not.toContain("not_possible_now");
  const [told] = await sql(scene.database, "select withdrawn_at from disclosures where pursuit_id = $1", [pursuitId]);
  expect(told?.withdrawn_at).not.toBeNull();
  const reply = { pursuitId, answer: "offer", message: "" } as const;
  expect(await respondToFirstContact(scene.wiring, castActor(cast.maya), reply)).toMatchObject({ reason: "not_found" });
});

test("who signed a yes that was taken back stays on record; the log says how it was taken back", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await answer(scene, await bearerOf(scene, consentId), { consentId });
  await answer(scene, castActor(cast.rosa), { consentId, answer: "revoke", typedName: "", relationship: "" });
  expect(await readConsent(scene, consentId)).toMatchObject({
    state: "revoked",
    channel: "web",
    signed_name: "Rosa Reyes",
    signed_relationship: "mother",
  });
  expect((await readActs(scene, consentId)).at(-1)).toMatchObject({
    transition: "revoke",
    channel: "web",
    evidence: "session",
    from_state: "given",
    to_state: "revoked",
  });
});

test("what was never given cannot be taken back, and what was given cannot be refused", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  expect(await answer(scene, castActor(cast.rosa), { consentId, answer: "revoke" })).toMatchObject({
    reason: "wrong_state",
  });
  await answer(scene, castActor(cast.rosa), { consentId });
  expect(await answer(scene, castActor(cast.rosa), { consentId, answer: "refuse" })).toMatchObject({
    reason: "wrong_state",
  });
});

test("a no about taking part opens the gate again and ends nothing", async () => {
  const [row] = await sql<{ id: string; pursuit_id: string }>(
    scene.database,
    `select c.id, c.pursuit_id from consents c join people p on p.school_id = c.school_id and p.id = c.student_id
      where p.full_name = 'Diego Flores' and c.purpose = 'participate'`,
  );
  const [marta] = await sql<{ id: string }>(scene.database, "select id from people where full_name = 'Marta Flores'");
  const consentId = row?.id ?? "";
  const actor = { ...castActor(cast.rosa), personId: marta?.id ?? "" };
  expect(await gateOf(row?.pursuit_id ?? "", "participate_consent")).toBe("met");
  expect(await answer(scene, actor, { consentId, answer: "revoke" })).toMatchObject({ ok: true });
  expect(await gateOf(row?.pursuit_id ?? "", "participate_consent")).toBe("open");
  expect(await readPursuitState(scene, row?.pursuit_id ?? "")).toBe("offered");
  expect(await listTasksAbout(scene, "consent_refused", consentId)).toHaveLength(1);
});
