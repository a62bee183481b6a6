import { afterAll, beforeAll, expect, test } from "vitest";
import { mailDigests } from "~/features/digests/mail-digests.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { cast } from "~db/cast";
import { startApp, type TestApp } from "../support/app";
import { anaTalks, say } from "../support/conversations";
import { student } from "../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../support/stage";

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

test("a mentor answers the mail, the student reads it on the page, and neither sees an address of the other", async () => {
  await stage.clear();
  const noon = new Date("2026-10-15T19:00:00Z");
  stage.wiring.clock.set(noon);
  app.wiring.clock.set(new Date(noon.getTime() + 20 * 60_000));
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: student("ana"), pursuitId, body: "May I come on Thursday?" }));
  await mailDigests(app.wiring);
  const [mail] = await stage.rows<{ id: string }>(
    "select id from mails where kind = 'conversation-news' and recipient_mail = $1",
    [cast.maya.mail],
  );
  await deliverMail(app.wiring, { mailId: mail?.id ?? "" });

  const path = `/local/mailbox/${mail?.id}`;
  const { body } = await app.get(path);
  const to = /r-[a-z2-7]{32}@replies\.example/.exec(body)?.[0] ?? "";
  expect(body).not.toContain(cast.ana.mail);
  const formKey = /name="formKey" value="([^"]+)"/.exec(body)?.[1] ?? "";
  const form = { to, from: cast.maya.mail, body: "Yes, at nine.\n\n-- \nMaya, 206 555 0177", formKey };
  expect((await app.post(path, { ...form, from: "nobody" })).status).toBe(422);
  for (const _twice of [1, 2]) expect((await app.post(path, form)).status).toBe(302);
  expect((await app.post(path, { ...form, to: "hello@replies.example" })).status).toBe(404);

  const page = await app.get(`/conversations/${pursuitId}`, await app.signInAs("ana"));
  expect(page.body.match(/Yes, at nine\./g)?.length).toBeGreaterThanOrEqual(1);
  for (const hidden of [cast.maya.mail, "0177", "replies.example"]) expect(page.body).not.toContain(hidden);
  expect(await stage.rows("select 1 from messages where via = 'mail'")).toHaveLength(1);
});

test("what nobody signed is not handed over", async () => {
  for (const signature of ["", "t=1,v1=0"]) {
    const headers = { "content-type": "message/rfc822", "x-throughline-signature": signature };
    const answer = await app.ask("/webhooks/replies", {
      method: "POST",
      headers,
      body: Buffer.from("From: x\r\n\r\nx"),
    });
    // The wiring of tests has no mail server: there is nobody to hand over to.
    expect(answer).toMatchObject({ status: 404, body: "" });
  }
  expect((await app.get("/webhooks/replies")).status).toBe(404);
});
