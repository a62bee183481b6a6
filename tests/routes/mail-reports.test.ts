import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startApp, type TestApp } from "../support/app";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { insertSchool, promiseMail, readMail, type TestSchool } from "../support/mail";
import { PERMANENT, reportOf, signReport, withReports } from "../support/mail-reports";
import { sql } from "../support/sql";

let database: TestDatabase;
let school: TestSchool;
let app: TestApp;
let mailId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  school = await insertSchool(database, "lakeview");
  app = await startApp(database);
  app.wiring.mailer = withReports(app.wiring).mailer;
});
beforeEach(async () => {
  mailId = await promiseMail(app.wiring, school);
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

/** Sends a report as Resend does: from its own machine, without a cookie, as bytes. */
function send({ payload, id, timestamp, signature }: ReturnType<typeof signReport>, path = "/webhooks/resend") {
  const headers = {
    "content-type": "application/json",
    "svix-id": id,
    "svix-timestamp": timestamp,
    "svix-signature": signature,
  };
  return app.ask(path, { method: "POST", headers, body: Buffer.from(payload) });
}
const bounce = () => reportOf({ type: "email.bounced", mailId, bounce: PERMANENT });

test("a report is taken as the bytes it came in, odd spaces and scripts included", async () => {
  const payload = bounce().replace('"data":', '"data" :\n\t ');
  expect(await send(signReport(payload))).toMatchObject({ status: 204, body: "" });
  expect(await readMail(database, mailId)).toMatchObject({ arrival: "bounced" });
});

test("a second copy, and a kind that is not for us, are acknowledged", async () => {
  const signed = signReport(bounce());
  for (let times = 0; times < 3; times += 1) expect((await send(signed)).status).toBe(204);
  expect(await sql(database, "select 1 from staff_tasks where subject_id = $1", [mailId])).toHaveLength(1);
  expect((await send(signReport(reportOf({ type: "email.opened", mailId })))).status).toBe(204);
});

test("what nobody signed is refused and tells nothing, whatever it is", async () => {
  const signed = signReport(bounce());
  const forged = [
    { ...signed, payload: `${signed.payload} ` },
    { ...signed, signature: "" },
    { ...signed, id: "" },
    { payload: "", id: "", timestamp: "", signature: "" },
    signReport("{"),
  ];
  for (const one of forged) expect(await send(one)).toMatchObject({ status: 400, body: "" });
  expect(await readMail(database, mailId)).toMatchObject({ arrival: null });
  expect((await app.get("/webhooks/resend")).status).toBe(404);
});

test("the line in the log names neither address nor words", async () => {
  app.wiring.lines.splice(0);
  await send(signReport(bounce()));
  const lines = JSON.stringify(app.wiring.lines);
  expect(lines).toContain("applied");
  expect(lines).not.toMatch(/rosa|family|Sí/);
});
