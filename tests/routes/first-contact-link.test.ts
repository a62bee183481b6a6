import { expect, test } from "vitest";
import { answer, bearerOf, listTasksAbout, readPursuitState } from "../features/consents/scene";
import { sql } from "../support/sql";
import { askRosa, type Site, useSite } from "./consent-site";

const site = useSite();
const LEAD = "Ana would like to try";

/** Where Maya's first mail about Ana leads, once Rosa has said yes. */
async function contactMaya(): Promise<{ pursuitId: string; path: string }> {
  const { pursuitId, consentId } = await askRosa(site);
  const given = await answer(site, await bearerOf(site, consentId), { consentId });
  expect(given).toMatchObject({ ok: true });
  return { pursuitId, path: await pathOfFirstContact(site) };
}

async function pathOfFirstContact({ database }: Site): Promise<string> {
  const [mail] = await sql<{ link: string }>(
    database,
    "select props->>'link' as link from mails where kind = 'first-contact' order by id desc limit 1",
  );
  const path = /\/first-contact\/[\w-]+$/.exec(mail?.link ?? "")?.[0];
  if (!path) throw new Error("no link was mailed");
  return path;
}

test("a first contact's link answers nothing by itself, and its button says yes once", async () => {
  const { pursuitId, path } = await contactMaya();
  expect((await site.app.get(`${path}?answer=offer`)).body).toContain(LEAD);
  expect(await readPursuitState(site, pursuitId)).toBe("contacted");
  const twice = await Promise.all([1, 2].map(() => site.app.post(path, { answer: "offer", message: "" })));
  expect(twice.map(({ status }) => status).sort()).toEqual([302, 409]);
  expect((await site.app.get(path)).body).toContain("You said yes.");
});

test("who says no by link reads that, and nothing of the student any more", async () => {
  const { pursuitId, path } = await contactMaya();
  const no = await site.app.post(path, { answer: "turn_down", message: "No room this spring." });
  expect([no.status, no.headers.location]).toEqual([302, path]);
  expect(await readPursuitState(site, pursuitId)).toBe("not_taken");
  const page = await site.app.get(path);
  expect(page.body).toContain("You said not this time.");
  expect(page.body).toContain("A request for “Help care for animals at a clinic”");
  expect(page.body).not.toContain("would like to try");
  expect(page.body).not.toMatch(/\bAna\b/);
});

test("without scripts a question's own field is needed, and a word with a yes or no is not", async () => {
  const { path } = await contactMaya();
  const page = (await site.app.get(path)).body;
  expect(page).toMatch(/<label for="field-message"[^>]*>A word to the school<span[^>]*> \(optional\)/);
  expect(page).toMatch(/<label for="field-question-message"[^>]*>Your question<\/label>/);
  expect(page).toMatch(/<textarea(?=[^>]*id="field-question-message")[^>]*required/);
  const refused = (await site.app.post(path, { answer: "question", message: "" })).body;
  expect(refused).toMatch(/<details open.*href="#field-question-message"[^>]*>Please write your question here/s);
});

test("a question by link becomes a task for staff, and the answers stay open", async () => {
  const { pursuitId, path } = await contactMaya();
  const empty = await site.app.post(path, { answer: "question", message: " " });
  expect([empty.status, empty.body]).toEqual([422, expect.stringContaining("Please write your question here.")]);
  expect(await listTasksAbout(site, "mentor_question", pursuitId)).toEqual([]);
  await site.app.post(path, { answer: "question", message: "Is she allergic to cats?" });
  expect(await listTasksAbout(site, "mentor_question", pursuitId)).toHaveLength(1);
  expect((await site.app.get(path)).body).toContain('value="offer"');
});
