import { expect, test } from "vitest";
import { openConsent } from "~/features/consents/open-consent.server";
import { openConsentRecord } from "~/features/consents/open-consent-record.server";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { askForConsent } from "~/steps/ask-for-consent.server";
import { type CastAccountKey, cast, castActor } from "~db/cast";
import { findPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { sql } from "../../support/sql";
import {
  answer,
  approve,
  bearerOf,
  CLINIC,
  countEverything,
  findSampleConsent,
  forgetAnswers,
  useScene,
} from "./scene";

const scene = useScene();
const ines = castActor(cast.ines);
const HOST = "Green Lake Animal Clinic (sample)";

/** Asks Monique and Derek whether Jada may take part at the clinic. */
async function askToParticipate() {
  const { pursuitId } = await approve(scene, { student: cast.jada });
  await withScope(scene.wiring, ines, async (tx) => {
    const pursuit = await findPursuit(tx, { schoolId: ines.schoolId, pursuitId });
    if (!pursuit) throw new Error("there is no such pursuit");
    const now = scene.wiring.clock.now();
    await askForConsent(tx, scene.wiring, { actor: ines, pursuit, purpose: "participate", now });
  });
  const rows = await sql<{ id: string; guardian_id: string }>(
    scene.database,
    "select id, guardian_id from consents where purpose = 'participate' and pursuit_id = $1",
    [pursuitId],
  );
  const of = (personId: string) => rows.find((row) => row.guardian_id === personId)?.id ?? "";
  return { ofMonique: of(cast.monique.personId), ofDerek: of(cast.derek.personId) };
}

async function read(actor: Parameters<typeof openConsent>[1], consentId: string) {
  const outcome = await openConsent(scene.wiring, actor, { consentId });
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

test("a guardian reads, in their own language, what would be told, for what, and who can help", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const page = await read(await bearerOf(scene, consentId), consentId);
  expect(page).toMatchObject({
    state: "requested",
    purpose: "looking",
    isSelf: false,
    studentName: "Ana",
    toldName: "Ana",
    text: { language: "es", version: 1 },
    places: [{ kind: "internship", title: CLINIC, organisation: HOST }],
    school: { name: "Lakeview Learning Lab (sample)" },
  });
  expect(page.interests).toContain("animals");
});

test("every text says whom it is about and whom to call, and leaves no placeholder", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const page = await read(castActor(cast.rosa), consentId);
  expect(page.text?.body).toContain("Ana busca un lugar");
  expect(page.text?.body).toContain("Lakeview Learning Lab (sample) le pide permiso");
  expect(page.text?.body).toContain(page.school.helpPhone);
  expect(page.text?.body).toContain("Si usted dice que no, Ana puede buscar otro lugar");
  expect(page.text?.body).toContain("Una revisión es un paso, no una garantía");
  expect(page.text?.body).not.toMatch(/\{\{|\}\}/);
});

test("a guardian who may know whereabouts reads the place, one who may not reads the kind of it only", async () => {
  const { ofMonique, ofDerek } = await askToParticipate();
  const [monique, derek] = [await read(castActor(cast.monique), ofMonique), await read(castActor(cast.derek), ofDerek)];
  expect(monique.text?.body).toContain(`take part in "${CLINIC}" at ${HOST}`);
  expect(monique.places).toEqual([{ kind: "internship", title: CLINIC, organisation: HOST }]);
  expect(derek.text?.body).toContain('take part in "a place to learn" at an organisation that the school knows');
  expect(derek.places).toEqual([{ kind: "internship", title: null, organisation: null }]);
  expect(JSON.stringify(derek)).not.toMatch(/Green Lake|animals at a clinic/);
});

test("the letter keeps the place from them too", async () => {
  const { ofMonique, ofDerek } = await askToParticipate();
  const letter = async (consentId: string) => {
    const outcome = await openConsentRecord(scene.wiring, ines, { consentId });
    return outcome.ok ? (outcome.value.text?.body ?? "") : "";
  };
  expect(await letter(ofMonique)).toContain(HOST);
  expect(await letter(ofDerek)).toContain("an organisation that the school knows");
  expect(await letter(ofDerek)).not.toContain("Green Lake");
});

test("a guardian who may not know whereabouts sees no place on their own page", async () => {
  const home = await openGuardianHome(scene.wiring, castActor(cast.derek));
  expect(home.children.map(({ name }) => name)).toEqual(["Jada"]);
  expect(home.children[0]?.pursuits.length).toBeGreaterThan(0);
  for (const pursuit of home.children[0]?.pursuits ?? [])
    expect(pursuit).toMatchObject({ title: null, organisation: null, kind: "internship" });
  const monique = await openGuardianHome(scene.wiring, castActor(cast.monique));
  expect(monique.children[0]?.pursuits[0]?.organisation).toBe("Harbor Bike Works (sample)");
  await sql(
    scene.database,
    `insert into visits (school_id, pursuit_id, kind, state, starts_at, ends_at, place)
      select school_id, id, 'shadow_day', 'dated', '2026-10-29T16:00Z', '2026-10-29T17:00Z', 'Behind the shop'
      from pursuits where student_id = $1 and state = 'contacted'`,
    [cast.jada.personId],
  );
  const stepsOf = async (actor: typeof cast.derek | typeof cast.monique) => {
    const { children } = await openGuardianHome(scene.wiring, castActor(actor));
    expect(JSON.stringify(children).includes("Behind the shop")).toBe(actor === cast.monique);
    return children.flatMap(({ pursuits }) => pursuits.map(({ next }) => next.step));
  };
  expect(await stepsOf(cast.monique)).toContain("visit");
  // That a day is set is not for Derek, who may not know where she is.
  expect(await stepsOf(cast.derek)).toContain("host_answers");
  expect(await stepsOf(cast.derek)).not.toContain("visit");
});

test("a text that the school has not released, or has taken back, is not shown to sign", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await sql(scene.database, "update consent_texts set state = 'withdrawn'");
  expect((await read(castActor(cast.rosa), consentId)).text).toBeNull();
});

test("a student who keeps the name they use among staff is named to guardians as on paper", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await sql(scene.database, "update people set name_used = 'Sol', name_used_for = 'staff' where id = $1", [
    cast.ana.personId,
  ]);
  const page = await read(castActor(cast.rosa), consentId);
  expect(page).toMatchObject({ studentName: "Ana", toldName: "Ana" });
  expect(page.text?.body).not.toContain("Sol ");
});

test("staff print the draft of a language without a released text, marked as one", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  const record = await openConsentRecord(scene.wiring, ines, { consentId });
  expect(record).toMatchObject({
    ok: true,
    value: { text: { language: "so", released: false }, rights: { isSelf: false }, today: "2026-10-15" },
  });
  expect(record.ok && record.value.text?.body).toContain("Hodan waxay raadinaysaa");
  expect(record.ok && record.value.text?.body).not.toMatch(/\{\{/);
});

test("where nobody has written a text in a language, staff get the English one to read out", async () => {
  const consentId = await findSampleConsent(scene, "Hodan Warsame");
  await sql(scene.database, "delete from consent_texts where language = 'so'");
  expect(await openConsentRecord(scene.wiring, ines, { consentId })).toMatchObject({
    value: { text: { language: "en", released: false } },
  });
});

test("staff see that a person may not consent any more", async () => {
  const { consentIds } = await approve(scene);
  await sql(scene.database, "update guardian_links set may_consent = false where guardian_id = $1", [
    cast.rosa.personId,
  ]);
  expect(await openConsentRecord(scene.wiring, ines, { consentId: consentIds[0] ?? "" })).toMatchObject({
    value: { rights: null },
  });
});

test("a guardian's page lists what waits and what was answered, and nothing of other children", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const home = async () => (await openGuardianHome(scene.wiring, castActor(cast.rosa))).children;
  expect(await home()).toMatchObject([
    {
      ...{ name: "Ana", consents: [{ id: consentId, state: "requested" }] },
      pursuits: [{ next: { step: "consent_for_contact", by: "family" } }],
    },
  ]);
  await answer(scene, castActor(cast.rosa), { consentId });
  expect(await home()).toMatchObject([
    { consents: [{ id: consentId, state: "given" }], pursuits: [{ next: { step: "host_answers", by: "host" } }] },
  ]);
  expect((await openGuardianHome(scene.wiring, castActor(cast.rosaAtHarbor))).children).toMatchObject([
    { name: "Mateo" },
  ]);
});

test("a guardian whose link does not allow it reads neither records nor requests; at 18 nobody does", async () => {
  await approve(scene);
  const rosasPage = async () => (await openGuardianHome(scene.wiring, castActor(cast.rosa))).children;
  const set = (change: string) =>
    sql(scene.database, `update guardian_links set ${change} where guardian_id = $1`, [cast.rosa.personId]);
  await set("may_see_records = false");
  expect(await rosasPage()).toMatchObject([{ maySeeRecords: false, pursuits: [], consents: [{}] }]);
  await set("may_see_records = true, may_consent = false");
  expect(await rosasPage()).toMatchObject([{ maySeeRecords: true, pursuits: [{}], consents: [] }]);
  await set("may_consent = true");
  await sql(scene.database, "update people set born_on = '2008-10-15' where id = $1", [cast.ana.personId]);
  expect(await rosasPage()).toMatchObject([{ decidesAlone: true, pursuits: [], consents: [] }]);
  await set("to_on = '2026-10-14'");
  expect(await rosasPage()).toEqual([]);
});

test("a stranger reads nothing, and reading changes nothing", async () => {
  await forgetAnswers(scene, cast.jada);
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const rosa = await bearerOf(scene, consentId);
  const before = await countEverything(scene);
  await read(rosa, consentId);
  await openConsentRecord(scene.wiring, ines, { consentId });
  for (const stranger of [
    castActor(cast.monique),
    castActor(cast.rosaAtHarbor),
    castActor(cast.lars),
    castActor(cast.ana),
    castActor(cast.leo),
    { ...rosa, subjectId: cast.ana.personId },
    { ...rosa, linkKind: "delete-me" as const },
  ])
    expect(await openConsent(scene.wiring, stranger, { consentId })).toEqual({ ok: false, reason: "not_found" });
  const staff: [CastAccountKey, string][] = [
    ["malik", "not_found"],
    ["walter", "not_found"],
    ["greta", "not_found"],
    ["tom", "not_permitted"],
    ["ana", "not_permitted"],
    ["rosa", "not_permitted"],
    ["maya", "not_permitted"],
  ];
  for (const [key, reason] of staff)
    expect(await openConsentRecord(scene.wiring, castActor(cast[key]), { consentId }), key).toEqual({
      ok: false,
      reason,
    });
  expect(await countEverything(scene)).toEqual(before);
});
