import { expect, test } from "vitest";
import { cast } from "~db/cast";
import { countEverything, listTasksAbout, readConsentToken, readPursuitState } from "../features/consents/scene";
import { sql } from "../support/sql";
import { askRosa, SIGNED, stateOf, useSite } from "./consent-site";

const site = useSite();

test("a mailed link opens in any browser, shows text and form, and reading it changes nothing", async () => {
  const { path } = await askRosa(site);
  const before = await countEverything(site);
  const page = await site.app.get(path);
  expect(page.status).toBe(200);
  expect(page.body).toContain("A check is one step, not a guarantee.");
  expect(page.body).toContain("If you say no, Ana can look for another place.");
  expect(page.body).toMatch(/<div[^>]*lang="es"[^>]*>Ana busca un lugar/);
  expect(page.body).toContain('name="code"');
  expect(page.headers["cache-control"]).toContain("private");
  for (const query of ["?answer=give", "?answer=refuse&typedName=Rosa"]) await site.app.get(`${path}${query}`);
  expect(await countEverything(site)).toEqual(before);
});

test("a mailed link speaks its person's language in a browser that prefers another, until the reader chooses", async () => {
  const { path } = await askRosa(site);
  const preferring = (headers: Record<string, string>) => site.app.ask(path, { headers });
  const english = { "accept-language": "en-US,en" };
  expect((await preferring(english)).body).toMatch(/<html[^>]* lang="es"/);
  expect((await preferring({ ...english, cookie: "lang=en" })).body).toMatch(/<html[^>]* lang="en"/);
  const madeUp = await site.app.ask(`/consent/${"x".repeat(43)}`, { headers: english });
  expect([madeUp.status, /<html[^>]* lang="en"/.test(madeUp.body)]).toEqual([404, true]);
});

test("a mailed link takes name, relationship and code, then shows the answer", async () => {
  const { pursuitId, consentId, path } = await askRosa(site);
  const answer = await site.app.post(path, SIGNED);
  expect([answer.status, answer.headers.location]).toEqual([302, path]);
  expect(await stateOf(site, consentId)).toBe("given");
  expect(await readPursuitState(site, pursuitId)).toBe("contacted");
  const page = await site.app.get(path);
  expect(page.body).toContain("This has been answered: Agreed.");
  expect(page.body).toContain('value="revoke"');
  expect(page.body).not.toContain('value="give"');
});

test("a mailed link says beside its field what is wrong, and keeps what was typed", async () => {
  const { consentId, path } = await askRosa(site);
  const wrong = await site.app.post(path, { ...SIGNED, code: "11111111" });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain("Tries left: 7.");
  expect(wrong.body).toContain('value="Rosa Reyes"');
  expect((await site.app.post(path, { ...SIGNED, typedName: "" })).status).toBe(422);
  for (let n = 0; n < 7; n += 1) await site.app.post(path, { ...SIGNED, code: "11111111" });
  const dead = await site.app.post(path, SIGNED);
  expect(dead.status).toBe(429);
  expect(dead.body).toContain("This code does not work any more");
  expect(await stateOf(site, consentId)).toBe("requested");
});

test("a mailed link is refused in a browser that holds the student's session, or any student's", async () => {
  const { consentId, path } = await askRosa(site);
  for (const key of ["ana", "mateo"] as const) {
    const cookie = await site.app.signInAs(key);
    for (const answer of ["give", "refuse"]) {
      const refused = await site.app.post(path, { ...SIGNED, answer }, cookie);
      expect(refused.status, key).toBe(403);
      expect(refused.body).toContain("A student is signed in on this device.");
    }
  }
  expect(await stateOf(site, consentId)).toBe("requested");
});

test("a mailed link is refused too when the student acts as somebody else at the moment", async () => {
  const { consentId, path } = await askRosa(site);
  const cookie = await site.app.signInAs("ana");
  await sql(site.database, "update identity.sessions set membership_id = null where account_id = $1", [
    cast.ana.accountId,
  ]);
  expect((await site.app.post(path, SIGNED, cookie)).status).toBe(403);
  expect(await stateOf(site, consentId)).toBe("requested");
});

test("a mailed link works beside the session of an adult", async () => {
  const { consentId, path } = await askRosa(site);
  expect((await site.app.post(path, SIGNED, await site.app.signInAs("maya"))).status).toBe(302);
  expect(await stateOf(site, consentId)).toBe("given");
});

test("a mailed link that has run out names nobody, offers a fresh one and a phone number, and takes no answer", async () => {
  const { consentId, path } = await askRosa(site);
  site.app.wiring.clock.pass(15 * 24 * 60);
  const before = await countEverything(site);
  const page = await site.app.get(path);
  const [school] = await sql<{ help_phone: string }>(site.database, "select help_phone from schools where id = $1", [
    cast.rosa.schoolId,
  ]);
  expect(page.status).toBe(200);
  expect(page.body).toContain("Send me a fresh link");
  expect(page.body).toContain(`href="tel:${school?.help_phone.replaceAll(" ", "")}"`);
  expect(page.body).not.toMatch(/Ana|Rosa|Reyes/);
  expect(await countEverything(site)).toEqual(before);
  const answer = await site.app.post(path, SIGNED);
  expect([answer.status, answer.headers.location]).toEqual([302, path]);
  expect(await stateOf(site, consentId)).toBe("requested");
  const fresh = `/consent/${await readConsentToken(site, consentId)}`;
  expect(fresh).not.toBe(path);
  expect((await site.app.post(fresh, SIGNED)).status).toBe(302);
  expect(await stateOf(site, consentId)).toBe("given");
});

test("a mailed link of somebody who may not consent any more says whom to call, and nothing about the student", async () => {
  const { path } = await askRosa(site);
  await sql(site.database, "update guardian_links set may_consent = false where guardian_id = $1", [
    cast.rosa.personId,
  ]);
  const page = await site.app.get(path);
  expect(page.status).toBe(403);
  expect(page.body).toContain("You cannot answer this request any more");
  expect(page.body).not.toMatch(/Ana\b|Reyes/);
  expect((await site.app.post(path, SIGNED)).status).toBe(403);
});

test("a link that nobody made is not found, whatever its token looks like", async () => {
  const { path } = await askRosa(site);
  for (const token of ["x", `${path.slice(9, -1)}_`, "%00", "..%2F..%2Fguardian", "é".repeat(43)])
    expect((await site.app.get(`/consent/${encodeURI(token)}`)).status, token).toBe(404);
});

test("a mailed link takes a question of its own form", async () => {
  const { consentId, path } = await askRosa(site);
  expect((await site.app.post(path, { answer: "question", question: " " })).status).toBe(422);
  expect((await site.app.post(path, { answer: "question", question: "Who drives?" })).status).toBe(302);
  expect(await listTasksAbout(site, "guardian_question", consentId)).toHaveLength(1);
});

test("a mailed link answers 422 to what is no answer", async () => {
  const { consentId, path } = await askRosa(site);
  for (const answer of ["", "agree", "supersede", "lapse"])
    expect((await site.app.post(path, { ...SIGNED, answer })).status, answer).toBe(422);
  expect(await stateOf(site, consentId)).toBe("requested");
});
