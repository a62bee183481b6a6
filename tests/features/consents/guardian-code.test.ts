import { expect, test } from "vitest";
import { issueGuardianCode } from "~/features/consents/issue-guardian-code.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import { answer, approve, countEverything, findSampleConsent, readActs, useScene } from "./scene";

const scene = useScene();
const ines = castActor(cast.ines);

test("a new code of eight digits replaces the old one and opens a dead one again", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  for (let n = 0; n < 8; n += 1) await answer(scene, castActor(cast.rosa), { consentId, code: "1" });
  const issued = await issueGuardianCode(scene.wiring, ines, { consentId });
  expect(issued).toMatchObject({ ok: true, value: { code: expect.stringMatching(/^\d{8}$/) } });
  expect(await answer(scene, castActor(cast.rosa), { consentId })).toMatchObject({ reason: "code_wrong" });
  const code = issued.ok ? issued.value.code : "";
  expect(await answer(scene, castActor(cast.rosa), { consentId, code })).toMatchObject({ ok: true });
});

test("the code itself is stored nowhere; the log says who made it for whom", async () => {
  const { consentIds } = await approve(scene);
  const issued = await issueGuardianCode(scene.wiring, ines, { consentId: consentIds[0] ?? "" });
  const code = issued.ok ? issued.value.code : "";
  expect((await readActs(scene, cast.rosa.personId)).at(-1)).toMatchObject({
    noun: "guardian_code",
    transition: "issue",
    actor_id: cast.ines.personId,
    on_behalf_of: cast.rosa.personId,
  });
  const [stored] = await sql(
    scene.database,
    `select (select count(*) from audit_log where evidence || reason like '%' || $1 || '%')::int as logged,
      (select count(*) from guardian_codes where encode(code_mac, 'escape') like '%' || $1 || '%')::int as kept`,
    [code],
  );
  expect(stored).toEqual({ logged: 0, kept: 0 });
});

test("a code of one guardian is none of another", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const other = await issueGuardianCode(scene.wiring, ines, {
    consentId: await findSampleConsent(scene, "Hodan Warsame"),
  });
  expect(
    await answer(scene, castActor(cast.rosa), { consentId, code: other.ok ? other.value.code : "" }),
  ).toMatchObject({ reason: "code_wrong" });
});

test("a student of 18 needs no code, and somebody who may not consent gets none", async () => {
  const own = await findSampleConsent(scene, "Minh Tran");
  expect(await issueGuardianCode(scene.wiring, ines, { consentId: own })).toMatchObject({ reason: "needs_no_code" });
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  await sql(scene.database, "update guardian_links set may_consent = false where guardian_id = $1", [
    cast.rosa.personId,
  ]);
  expect(await issueGuardianCode(scene.wiring, ines, { consentId })).toMatchObject({ reason: "no_rights" });
});

test("a stranger makes no code", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const before = await countEverything(scene);
  for (const key of ["malik", "greta"] as const)
    expect(await issueGuardianCode(scene.wiring, castActor(cast[key]), { consentId }), key).toMatchObject({
      reason: "not_found",
    });
  for (const key of ["tom", "ana", "rosa", "maya"] as const)
    expect(await issueGuardianCode(scene.wiring, castActor(cast[key]), { consentId }), key).toMatchObject({
      reason: "not_permitted",
    });
  expect(await countEverything(scene)).toEqual(before);
});
