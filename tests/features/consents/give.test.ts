import { expect, test } from "vitest";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import {
  answer,
  approve,
  bearerOf,
  countEverything,
  listMailsTo,
  readActs,
  readConsent,
  readPursuitState,
  useScene,
} from "./scene";

const scene = useScene();

test("a yes by a mailed link is stored with its signature, holds for a year, and lets the first contact leave", async () => {
  const { pursuitId, consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const given = await answer(scene, await bearerOf(scene, consentId), { consentId });
  expect(given).toEqual({ ok: true, value: { state: "given", contacted: 1 } });
  expect(await readConsent(scene, consentId)).toMatchObject({
    state: "given",
    channel: "link",
    signed_name: "Rosa Reyes",
    signed_relationship: "mother",
    language: "es",
    recorded_by: null,
    same_address_as_student: false,
    valid_until: "2027-10-15",
  });
  expect(await readPursuitState(scene, pursuitId)).toBe("contacted");
  expect(await listMailsTo(scene, "first-contact", cast.maya.personId)).toHaveLength(1);
});

test("a yes is in the audit log with who, for whom, how, in which language and on what proof", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const { text_id: textId } = await readConsent(scene, consentId);
  await answer(scene, await bearerOf(scene, consentId), { consentId });
  expect((await readActs(scene, consentId)).map(({ transition }) => transition)).toEqual(["request", "give"]);
  expect((await readActs(scene, consentId))[1]).toMatchObject({
    actor_kind: "link",
    actor_id: cast.rosa.personId,
    on_behalf_of: cast.ana.personId,
    channel: "link",
    language: "es",
    interpreter: "",
    evidence: `mailed link; text ${textId} version 1; school code`,
    from_state: "requested",
    to_state: "given",
  });
});

test("a guardian who is signed in says yes on the web", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  expect(await answer(scene, castActor(cast.rosa), { consentId })).toMatchObject({ ok: true });
  expect(await readConsent(scene, consentId)).toMatchObject({ state: "given", channel: "web" });
  const act = (await readActs(scene, consentId))[1];
  expect(act).toMatchObject({ actor_kind: "guardian", on_behalf_of: cast.ana.personId, channel: "web" });
  expect(act?.evidence).toMatch(/^session; text .+ version 1; school code$/);
});

test("a yes without the whole signature is refused, says what is missing, and costs no try", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const rosa = await bearerOf(scene, consentId);
  const before = await countEverything(scene);
  const reasonOf = async (given: object) => {
    const outcome = await answer(scene, rosa, { consentId, ...given });
    return outcome.ok ? "given" : outcome.reason;
  };
  expect(await reasonOf({ typedName: "  " })).toBe("name_missing");
  expect(await reasonOf({ relationship: " " })).toBe("name_missing");
  expect(await reasonOf({ code: " " })).toBe("code_missing");
  expect(await countEverything(scene)).toEqual(before);
});

test("a code may be typed with spaces and dashes", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  expect(await answer(scene, await bearerOf(scene, consentId), { consentId, code: "4821-73 90" })).toMatchObject({
    ok: true,
  });
});

test("after eight wrong codes the right one is dead too, on every request of this guardian", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const rosa = await bearerOf(scene, consentId);
  for (const left of [7, 6, 5, 4, 3, 2, 1])
    expect(await answer(scene, rosa, { consentId, code: "00000000" })).toEqual({
      ok: false,
      reason: "code_wrong",
      detail: { left },
    });
  const dead = { ok: false, reason: "code_dead", detail: { name: expect.any(String), phone: expect.any(String) } };
  expect(await answer(scene, rosa, { consentId, code: "00000000" })).toEqual(dead);
  expect(await answer(scene, rosa, { consentId })).toEqual(dead);
  expect(await answer(scene, castActor(cast.rosa), { consentId })).toEqual(dead);
  expect((await readConsent(scene, consentId)).state).toBe("requested");
});

test("twenty wrong codes at once count as twenty", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const rosa = await bearerOf(scene, consentId);
  const tries = await Promise.all(
    Array.from({ length: 20 }, (_, n) => answer(scene, rosa, { consentId, code: String(10_000_000 + n) })),
  );
  expect(tries.filter((outcome) => !outcome.ok && outcome.reason === "code_wrong")).toHaveLength(7);
  expect(tries.filter((outcome) => !outcome.ok && outcome.reason === "code_dead")).toHaveLength(13);
});

test("a guardian of two students has eight tries for both, also at once", async () => {
  const { consentIds } = await approve(scene);
  const [ofAna = ""] = consentIds;
  await sql(
    scene.database,
    `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, from_on)
      values ($1, $2, $3, 'aunt', 'guardian', '2026-01-01')`,
    [cast.rosa.schoolId, cast.leo.personId, cast.rosa.personId],
  );
  const [ofLeo] = await sql<{ id: string }>(
    scene.database,
    `insert into consents (school_id, student_id, guardian_id, purpose, text_id, letter_code, language)
      select school_id, $2, guardian_id, purpose, text_id, 'TWOSTUDENT', language from consents where id = $1 returning id`,
    [ofAna, cast.leo.personId],
  );
  const tries = await Promise.all(
    Array.from({ length: 16 }, (_, n) =>
      answer(scene, castActor(cast.rosa), { consentId: n % 2 ? ofAna : (ofLeo?.id ?? ""), code: "00000000" }),
    ),
  );
  expect(tries.filter((outcome) => !outcome.ok && outcome.reason === "code_wrong")).toHaveLength(7);
});

test("a guardian whom the school never gave a code reads whom to call", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await sql(scene.database, "delete from guardian_codes where guardian_id = $1", [cast.rosa.personId]);
  expect(await answer(scene, castActor(cast.rosa), { consentId })).toMatchObject({
    reason: "code_never_given",
    detail: { phone: expect.any(String) },
  });
});

test("nobody signs a text that the school has taken back", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await sql(scene.database, "update consent_texts set state = 'withdrawn'");
  expect(await answer(scene, castActor(cast.rosa), { consentId })).toMatchObject({ reason: "no_released_text" });
});

test("no guardian answers in a student's browser, not even with a no", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const rosa = await bearerOf(scene, consentId);
  for (const given of ["give", "refuse", "revoke"] as const)
    expect(await answer(scene, rosa, { consentId, answer: given, studentBrowser: true })).toMatchObject({
      reason: "student_browser",
    });
  expect((await readConsent(scene, consentId)).state).toBe("requested");
});

test("a guardian who shares an address with the student is flagged, in the row and in the log", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await sql(
    scene.database,
    "insert into contact_points (school_id, person_id, kind, value) values ($1, $2, 'mail', $3)",
    [cast.rosa.schoolId, cast.rosa.personId, ` ${cast.ana.mail.toUpperCase()}`],
  );
  await answer(scene, castActor(cast.rosa), { consentId });
  expect((await readConsent(scene, consentId)).same_address_as_student).toBe(true);
  expect((await readActs(scene, consentId))[1]?.evidence).toMatch(/; same address$/);
});

test("a second yes changes nothing and writes to nobody", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await answer(scene, castActor(cast.rosa), { consentId });
  const before = await countEverything(scene);
  expect(await answer(scene, castActor(cast.rosa), { consentId })).toMatchObject({ reason: "wrong_state" });
  expect(await countEverything(scene)).toEqual(before);
});

test("of ten answers at the same moment one counts, and the host hears once", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const [rosa, link] = [castActor(cast.rosa), await bearerOf(scene, consentId)];
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, n) => answer(scene, n % 2 ? rosa : link, { consentId })),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await listMailsTo(scene, "first-contact", cast.maya.personId)).toHaveLength(1);
  expect((await readActs(scene, consentId)).filter(({ transition }) => transition === "give")).toHaveLength(1);
});

test("somebody who may not consent any more is told whom to call", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const rosa = await bearerOf(scene, consentId);
  const set = (change: string) =>
    sql(scene.database, `update guardian_links set ${change} where guardian_id = $1`, [cast.rosa.personId]);
  const refusal = { ok: false, reason: "no_rights", detail: { name: expect.any(String), phone: expect.any(String) } };
  await set("may_consent = false");
  for (const given of ["give", "refuse", "revoke"] as const)
    expect(await answer(scene, rosa, { consentId, answer: given })).toEqual(refusal);
  await set("may_consent = true, to_on = '2026-10-14'");
  expect(await answer(scene, rosa, { consentId })).toEqual(refusal);
  await set("to_on = null");
  await sql(scene.database, "update people set born_on = '2008-10-15' where id = $1", [cast.ana.personId]);
  expect(await answer(scene, rosa, { consentId })).toEqual(refusal);
});

test("a stranger's answer finds nothing: another guardian, another school, another link, the student", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const rosa = await bearerOf(scene, consentId);
  const before = await countEverything(scene);
  const strangers = [
    castActor(cast.monique),
    castActor(cast.rosaAtHarbor),
    castActor(cast.lars),
    castActor(cast.ana),
    castActor(cast.minh),
    { ...rosa, personId: null },
    { ...rosa, subjectId: cast.ana.personId },
    { ...rosa, linkKind: "introduce" as const },
    { ...rosa, linkKind: "first-contact" as const },
  ];
  for (const stranger of strangers)
    for (const given of ["give", "refuse", "revoke"] as const)
      expect(await answer(scene, stranger, { consentId, answer: given }), stranger.kind).toEqual({
        ok: false,
        reason: "not_found",
      });
  expect(await countEverything(scene)).toEqual(before);
});
