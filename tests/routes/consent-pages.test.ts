import { describe, expect, test } from "vitest";
import { type CastAccountKey, cast } from "~db/cast";
import { approve, findSampleConsent, forgetAnswers, readPursuitState } from "../features/consents/scene";
import { sql } from "../support/sql";
import { askRosa, SIGNED, stateOf, useSite } from "./consent-site";

const site = useSite();

describe("a guardian's own pages", () => {
  test("lead from what waits to an answer, and from an answer to taking it back", async () => {
    const { pursuitId, consentId } = await askRosa(site);
    const rosa = await site.app.signInAs("rosa");
    expect((await site.app.get("/guardian", rosa)).body).toContain(`/guardian/consents/${consentId}`);
    await site.app.post(`/guardian/consents/${consentId}`, SIGNED, rosa);
    const home = await site.app.get("/guardian", rosa);
    expect(home.body).toContain("The school needs nothing from you now.");
    expect(home.body).toContain(`/guardian/consents/${consentId}`);
    const revoked = await site.app.post(`/guardian/consents/${consentId}`, { answer: "revoke" }, rosa);
    expect([revoked.status, revoked.headers.location]).toEqual([302, "/guardian"]);
    expect(await stateOf(site, consentId)).toBe("revoked");
    expect(await readPursuitState(site, pursuitId)).toBe("withdrawn");
  });

  test("are not signed in the session of an account that is a student's too", async () => {
    const { consentId } = await askRosa(site);
    const rosa = await site.app.signInAs("rosa");
    await sql(
      site.database,
      "update identity.memberships set account_id = $1 where account_id = $2 and role = 'student'",
      [cast.rosa.accountId, cast.ana.accountId],
    );
    expect((await site.app.post(`/guardian/consents/${consentId}`, SIGNED, rosa)).status).toBe(403);
    expect(await stateOf(site, consentId)).toBe("requested");
  });

  test("open to no stranger", async () => {
    const { consentId } = await askRosa(site);
    const path = `/guardian/consents/${consentId}`;
    const expected: [CastAccountKey, number][] = [
      ["monique", 404],
      ["rosaAtHarbor", 404],
      ["lars", 404],
      ["ana", 403],
      ["maya", 403],
      ["tom", 403],
      ["ines", 403],
    ];
    for (const [key, status] of expected) {
      const cookie = await site.app.signInAs(key);
      expect((await site.app.get(path, cookie)).status, key).toBe(status);
      expect((await site.app.post(path, SIGNED, cookie)).status, key).toBe(status);
    }
    expect((await site.app.get(path)).headers.location).toContain("/sign-in");
    expect(await stateOf(site, consentId)).toBe("requested");
  });
});

describe("the page of a student of 18", () => {
  test("is where the mail leads; they sign with their name, and can take it back", async () => {
    await forgetAnswers(site, cast.minh);
    const { consentIds } = await approve(site, { student: cast.minh });
    const path = `/student/consents/${consentIds[0]}`;
    const minh = await site.app.signInAs("minh");
    expect((await site.app.get("/student", minh)).body).toContain(path);
    const page = await site.app.get(path, minh);
    expect(page.body).toContain("You are 18 or older, so you decide this yourself.");
    expect(page.body).not.toContain('name="code"');
    expect((await site.app.post(path, { answer: "give", typedName: "" }, minh)).status).toBe(422);
    expect((await site.app.post(path, { answer: "give", typedName: "Minh Tran" }, minh)).headers.location).toBe(
      "/student",
    );
    expect(await stateOf(site, consentIds[0] ?? "")).toBe("given");
    await site.app.post(path, { answer: "revoke" }, minh);
    expect(await stateOf(site, consentIds[0] ?? "")).toBe("revoked");
  });

  test("opens to no other student, and to no adult", async () => {
    const { consentId } = await askRosa(site);
    const own = await findSampleConsent(site, "Minh Tran");
    for (const id of [consentId, own]) {
      const path = `/student/consents/${id}`;
      for (const [key, status] of [
        ["ana", 404],
        ["leo", 404],
        ["keisha", 404],
        ["lan", 403],
        ["ines", 403],
      ] as const) {
        const cookie = await site.app.signInAs(key);
        expect((await site.app.get(path, cookie)).status, key).toBe(status);
        expect((await site.app.post(path, { answer: "give", typedName: "X" }, cookie)).status, key).toBe(status);
      }
    }
  });
});

describe("paper", () => {
  test("a father who reads Somali and has no mail: from the task over the letter to the recorded signature", async () => {
    const consentId = await findSampleConsent(site, "Hodan Warsame");
    const ines = await site.app.signInAs("ines");
    const tasks = await site.app.get("/coordinator/tasks", ines);
    expect(tasks.body).toContain("Ask the family on paper, with an interpreter");
    expect(tasks.body).toContain("Abdi");
    const [task] = await sql<{ id: string }>(
      site.database,
      "select id from staff_tasks where kind = 'interpreter_consent' and subject_id = $1 and state = 'open'",
      [consentId],
    );
    expect(tasks.body).toContain(`/coordinator/tasks/${task?.id}"`);
    const whomToTell = await site.app.get(`/coordinator/tasks/${task?.id}`, ines);
    expect(whomToTell.body).toContain(`/coordinator/consents/${consentId}`);
    const page = await site.app.get(`/coordinator/consents/${consentId}`, ines);
    expect(page.body).toContain("No checked text in this language (so).");
    const letter = await site.app.get(`/coordinator/consents/${consentId}/letter`, ines);
    expect(letter.body).toContain("DRAFT.");
    expect(letter.body).toMatch(/<div[^>]*lang="so"[^>]*>Hodan waxay raadinaysaa/);
    // What he ticks and signs is in his language, and beside it in that of whoever reads the paper at the school.
    expect(letter.body).toMatch(
      /<div[^>]*lang="so"[^>]*>.*Waan oggolahay\..*<span[^>]*lang="en"[^>]*>.*I agree\..*Ma oggoli\..*Saxiixa/s,
    );
    expect(letter.body).toContain("Ku socota Abdi Warsame");
    expect(letter.body).not.toContain("{{");
    const [code] = await sql<{ letter_code: string }>(site.database, "select letter_code from consents where id = $1", [
      consentId,
    ]);
    expect(letter.body).toContain(code?.letter_code);
    expect((await site.app.get(`/letters/${code?.letter_code}`, ines)).headers.location).toBe(
      `/coordinator/consents/${consentId}`,
    );
    const signed = {
      intent: "record",
      answer: "give",
      channel: "paper",
      on: "2026-10-15",
      signedName: "Abdi Warsame",
      relationship: "father",
      interpreter: "Hibo Ali, Somali",
      evidence: "folder B12",
    };
    const path = `/coordinator/consents/${consentId}?index`;
    expect((await site.app.post(path, { ...signed, interpreter: "" }, ines)).status).toBe(422);
    expect((await site.app.post(path, { ...signed, channel: "phone" }, ines)).status).toBe(422);
    expect((await site.app.post(path, signed, ines)).status).toBe(302);
    expect(await stateOf(site, consentId)).toBe("given");
    expect((await site.app.get("/coordinator/tasks", ines)).body).not.toContain(`/coordinator/tasks/${task?.id}"`);
  });

  test("the letter to a mother who reads Spanish is in Spanish around the text too", async () => {
    const { consentId } = await askRosa(site);
    const letter = await site.app.get(`/coordinator/consents/${consentId}/letter`, await site.app.signInAs("ines"));
    expect(letter.body).toContain("Para Rosa Reyes");
    expect(letter.body).toContain("Sobre Ana Reyes");
    expect(letter.body).toContain("No acepto.");
    expect(letter.body).not.toContain("I do not agree.");
    expect(letter.body).not.toContain("DRAFT.");
  });

  test("staff note a question that came by phone; an empty one is refused beside its field", async () => {
    const { consentId } = await askRosa(site);
    const ines = await site.app.signInAs("ines");
    const path = `/coordinator/consents/${consentId}?index`;
    const call = { intent: "question", channel: "phone", question: "Who drives?" };
    expect((await site.app.post(path, { ...call, question: "" }, ines)).status).toBe(422);
    expect((await site.app.post(path, call, ines)).status).toBe(302);
    expect((await site.app.get("/coordinator/tasks", ines)).body).toContain("Who drives?");
  });

  test("staff see who shares an address with the student", async () => {
    const { consentId } = await askRosa(site);
    const ines = await site.app.signInAs("ines");
    const page = `/coordinator/consents/${consentId}`;
    expect((await site.app.get(page, ines)).body).not.toContain("use the same mail address");
    await sql(site.database, "update consents set same_address_as_student = true where id = $1", [consentId]);
    expect((await site.app.get(page, ines)).body).toContain("use the same mail address");
  });

  test("a new code shows once and is kept out of every cache", async () => {
    const { consentId } = await askRosa(site);
    const ines = await site.app.signInAs("ines");
    const made = await site.app.post(`/coordinator/consents/${consentId}?index`, { intent: "code" }, ines);
    expect(made.body).toMatch(/The new code is \d{4} \d{4}\./);
    expect(made.headers["cache-control"]).toContain("no-store");
    expect((await site.app.get(`/coordinator/consents/${consentId}`, ines)).body).not.toContain("The new code is");
  });

  test("opens to coordinators and admins of the school only", async () => {
    const { consentId } = await askRosa(site);
    for (const path of [`/coordinator/consents/${consentId}`, `/coordinator/consents/${consentId}/letter`])
      for (const [key, status] of [
        ["priya", 200],
        ["malik", 404],
        ["greta", 404],
        ["tom", 403],
        ["ana", 403],
        ["rosa", 403],
        ["maya", 403],
      ] as const)
        expect((await site.app.get(path, await site.app.signInAs(key))).status, `${key} ${path}`).toBe(status);
  });
});
