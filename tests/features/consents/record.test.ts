import { expect, test } from "vitest";
import { type RecordedConsent, recordConsent } from "~/features/consents/record-consent.server";
import { type CastAccountKey, cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import {
  approve,
  countEverything,
  findSampleConsent,
  listTasksAbout,
  readActs,
  readConsent,
  readPursuitState,
  useScene,
} from "./scene";

const scene = useScene();
const ines = castActor(cast.ines);

/** The letter that Abdi signed, read out to him in Somali. */
const LETTER = {
  answer: "give",
  channel: "paper",
  on: "2026-10-14",
  signedName: "Abdi Warsame",
  relationship: "father",
  interpreter: "Hibo Ali, Somali",
  evidence: "folder B12, scan 2041",
} as const;

const record = (actor: Parameters<typeof recordConsent>[1], given: Partial<RecordedConsent> & { consentId: string }) =>
  recordConsent(scene.wiring, actor, { ...LETTER, ...given });

test("a father without mail signs on paper in a language without a released text: an interpreter, then the first contact", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  expect(await listTasksAbout(scene, "interpreter_consent", consentId)).toMatchObject([
    { props: { language: "so", released: false, mail: false } },
  ]);
  expect(await record(ines, { consentId })).toEqual({ ok: true, value: { state: "given", contacted: 1 } });
  expect(await readConsent(scene, consentId)).toMatchObject({
    state: "given",
    channel: "paper",
    signed_name: "Abdi Warsame",
    signed_relationship: "father",
    interpreter: "Hibo Ali, Somali",
    evidence: "folder B12, scan 2041",
    recorded_by: cast.ines.personId,
    valid_until: "2027-10-14",
  });
  const [pursuit] = await sql<{ id: string }>(scene.database, "select id from pursuits where student_id = $1", [
    cast.hodan.personId,
  ]);
  expect(await readPursuitState(scene, pursuit?.id ?? "")).toBe("contacted");
  expect(await listTasksAbout(scene, "interpreter_consent", consentId)).toEqual([]);
});

test("what staff record is in the audit log with who, for whom, how, language, interpreter and evidence", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  await record(ines, { consentId });
  expect((await readActs(scene, consentId)).at(-1)).toMatchObject({
    transition: "give",
    actor_kind: "staff",
    actor_id: cast.ines.personId,
    on_behalf_of: cast.abdi.personId,
    channel: "paper",
    language: "so",
    interpreter: "Hibo Ali, Somali",
    evidence: "folder B12, scan 2041",
    from_state: "requested",
    to_state: "given",
  });
});

test("a yes in a language without a released text needs an interpreter; with a released text it needs none", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  expect(await record(ines, { consentId, interpreter: " " })).toMatchObject({ reason: "interpreter_missing" });
  const { consentIds } = await approve(scene);
  expect(await record(ines, { consentId: consentIds[0] ?? "", interpreter: "", on: "2026-10-15" })).toMatchObject({
    ok: true,
  });
});

test("a spoken yes is refused; a call records a no and a change of mind", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  expect(await record(ines, { consentId, channel: "phone" })).toMatchObject({ reason: "spoken_yes" });
  const call = { consentId, channel: "phone", signedName: "", evidence: "", relationship: "" } as const;
  expect(await record(ines, { ...call, answer: "refuse" })).toEqual({
    ok: true,
    value: { state: "refused", contacted: 0 },
  });
  expect((await readActs(scene, consentId)).at(-1)).toMatchObject({ transition: "refuse", channel: "phone" });
  await record(ines, { consentId });
  expect(await record(ines, { ...call, answer: "revoke" })).toMatchObject({ ok: true, value: { state: "revoked" } });
  expect((await readActs(scene, consentId)).at(-1)).toMatchObject({
    transition: "revoke",
    channel: "phone",
    interpreter: "Hibo Ali, Somali",
    on_behalf_of: cast.abdi.personId,
  });
});

test("a yes without its evidence or its signature is refused", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  for (const missing of [{ evidence: " " }, { signedName: "" }])
    expect(await record(ines, { consentId, ...missing })).toMatchObject({ reason: "evidence_missing" });
  expect((await readConsent(scene, consentId)).state).toBe("requested");
});

test("nobody signs tomorrow, or before they were asked", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  const { requested_at: asked } = await readConsent(scene, consentId);
  const dayBefore = new Date(Date.parse(String(asked)) - 2 * 86_400_000).toISOString().slice(0, 10);
  expect(await record(ines, { consentId, on: "2026-10-16" })).toMatchObject({ reason: "date_in_future" });
  expect(await record(ines, { consentId, on: dayBefore })).toMatchObject({ reason: "date_before_request" });
});

test("a signature of somebody who may not consent any more is not recorded", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  await sql(scene.database, "update guardian_links set may_consent = false where guardian_id = $1", [
    cast.abdi.personId,
  ]);
  expect(await record(ines, { consentId })).toMatchObject({ reason: "no_rights" });
});

test("an answer that the state does not take is refused", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  expect(await record(ines, { consentId, answer: "revoke" })).toMatchObject({ reason: "wrong_state" });
  await sql(scene.database, "update consents set state = 'lapsed' where id = $1", [consentId]);
  expect(await record(ines, { consentId })).toMatchObject({ reason: "wrong_state" });
});

test("two coordinators record the same letter at once: it counts once", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  const outcomes = await Promise.all([record(ines, { consentId }), record(castActor(cast.priya), { consentId })]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "wrong_state")).toHaveLength(1);
});

test("only coordinators and admins of the school record", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  const before = await countEverything(scene);
  const expected: [CastAccountKey, string][] = [
    ["tom", "not_permitted"],
    ["june", "not_permitted"],
    ["hodan", "not_permitted"],
    ["rosa", "not_permitted"],
    ["maya", "not_permitted"],
    ["malik", "not_found"],
    ["greta", "not_found"],
  ];
  for (const [key, reason] of expected) {
    const actor = castActor(cast[key]);
    expect(await record(actor, { consentId }), key).toEqual({ ok: false, reason });
  }
  expect(await countEverything(scene)).toEqual(before);
});
