import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "~db/cast";
import { openStage, type Stage, type StoredMail, YES } from "../features/introductions/stage";
import { startApp, type TestApp } from "../support/app";

let stage: Stage;
let app: TestApp;
beforeAll(async () => {
  stage = await openStage();
  app = await startApp(stage.database);
});
afterAll(async () => {
  await app.stop();
  await stage.close();
});

/** A yes as the form sends it. */
const SAID = { answer: "accept", mentorName: YES.mentorName, title: YES.title, offer: YES.offer };

/** Where the two links of an invitation lead. */
async function pathsOf(introductionId: string): Promise<{ invitation: string; deleteMe: string }> {
  const [mail] = (await stage.mails(`introduction-invitation:${introductionId}`)) as [StoredMail];
  const path = (link: string | null | undefined) => new URL(link ?? "").pathname;
  return { invitation: path(mail.props.link), deleteMe: path(mail.props.deleteMeLink) };
}

test("nothing that the family wrote reaches the browser of whoever is invited, before and after their answer", async () => {
  const id = await stage.invite(
    stage.somebody("Quiet Quentin", {
      mentorPhone: "206-555-0177",
      doesWhat: "Ana's uncle zzdoes, repairs bikes",
      howKnown: "My brother zzhow, he lives with Ana",
      mayBeNamed: false,
    }),
  );
  const { invitation, deleteMe } = await pathsOf(id);
  const read = async () => [await app.get(invitation), await app.get(deleteMe)];
  const answer = (organisationName: string) => app.post(invitation, { ...SAID, organisationName });
  const told = [
    ...(await read()),
    await answer(""),
    ...(await read()),
    await answer("Quentin's Wheels"),
    ...(await read()),
  ];
  expect(told.map(({ status }) => status)).toEqual([200, 200, 422, 200, 200, 302, 200, 200]);
  const all = told.map(({ body }) => body).join("\n");
  expect(all).not.toMatch(/zzdoes|zzhow|555-?0177/);
  expect(all).not.toContain(cast.rosa.name);
  expect(all).not.toMatch(/\b(Rosa|Ana)\b/);
});

test("an old mail's “delete me” says to a mentor that they are one, not that nothing is left", async () => {
  const id = await stage.invite(stage.somebody("Still Stella"));
  const { deleteMe } = await pathsOf(id);
  app.wiring.clock.pass(91 * 24 * 60);
  expect((await app.get(deleteMe)).body).toContain("Borrar mis datos</button>");
  app.wiring.clock.pass(-91 * 24 * 60);
  await app.post((await pathsOf(id)).invitation, { ...SAID, organisationName: "Stella's Stalls" });
  app.wiring.clock.pass(91 * 24 * 60);
  const { body } = await app.get(deleteMe);
  expect(body).toContain("Usted dijo que sí a la escuela");
  expect((await app.post(deleteMe, {})).status).toBe(409);
});
