import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { openUnreachedMail } from "~/features/mail/open-unreached-mail.server";
import { receiveMailReport } from "~/features/mail/receive-mail-report.server";
import { sendMailAgain } from "~/features/mail/send-mail-again.server";
import { cast, castActor } from "~db/cast";
import { suppressMail } from "~db/mails.server";
import { withScope, withSystem } from "~db/scope.server";
import { call, raise } from "../../support/concerns";
import { PERMANENT, reportOf, signReport, withReports } from "../../support/mail-reports";
import { staff } from "../../support/pursuit-way";
import { listMails, listTaskKinds, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from mail_suppressions");
  await stage.rows("update contact_points set undeliverable_at = null");
  await stage.rows("update safeguarding_leads set to_on = null");
  // Ines is the only lead, and the coordinator whom the report names reads mails that did not arrive.
  await stage.rows("update safeguarding_leads set to_on = '2026-10-14' where person_id = $1", [cast.priya.personId]);
});
afterAll(() => stage.close());

const { schoolId } = cast.ana;
const told = async () => (await listMails(stage, "concern-waits")).map(({ to }) => to);
const alert = async () => {
  const [mail] = await stage.rows<{ id: string }>("select id from mails where kind = 'concern-waits' order by id");
  return mail?.id ?? "";
};
const bounce = async (mailId: string) => {
  await stage.rows("update mails set state = 'sent', sent_at = now() where id = $1", [mailId]);
  const report = signReport(reportOf({ type: "email.bounced", mailId, bounce: PERMANENT }));
  valueIn(await receiveMailReport(withReports(stage.wiring), report));
};
/** Runs the job that a lost alert left, as the worker would at once. */
const callOn = async (concernId: string) => {
  const key = `watch-concern:${concernId}:1:unreached`;
  const waits = await stage.rows("select key from graphile_worker.jobs where key = $1 and run_at <= now()", [key]);
  expect(waits).toHaveLength(1);
  await call(stage, { schoolId, concernId, turn: 1, because: "unreached" });
};

test("an alert that came back calls the next people at once, and is no task", async () => {
  const concernId = await raise(stage, castActor(cast.rosa));
  expect(await told()).toEqual([cast.ines.mail]);
  await bounce(await alert());
  await callOn(concernId);
  expect(await told()).toEqual([cast.ines.mail, cast.priya.mail]);
  expect(await listTaskKinds(stage)).toEqual([]);
});

test("an alert to an address that takes no mail calls the next people at once, and is no task", async () => {
  const concernId = await raise(stage, castActor(cast.rosa));
  const to = { mail: cast.ines.mail, districtId: cast.ines.districtId, now: stage.wiring.clock.now() };
  await withSystem(stage.wiring, (tx) => suppressMail(tx, { ...to, category: "transactional", reason: "complained" }));
  expect(await deliverMail(stage.wiring, { mailId: await alert() })).toBe("suppressed");
  await callOn(concernId);
  expect(await told()).toEqual([cast.ines.mail, cast.priya.mail]);
  expect(await listTaskKinds(stage)).toEqual([]);
});

test("after the last stage an alert that comes back does not call everybody again before their time", async () => {
  const concernId = await raise(stage, castActor(cast.rosa));
  await call(stage, { schoolId, concernId, turn: 1 });
  const all = await told();
  await call(stage, { schoolId, concernId, turn: 2, because: "unreached" });
  expect(await told()).toEqual(all);
});

test("a coordinator, whom the report may name, neither sees a lost alert nor sends it to another address", async () => {
  await raise(stage, staff("tom"), { aboutName: "Ines Carvalho" });
  const mailId = await alert();
  await bounce(mailId);
  for (const key of ["ines", "priya", "tom"] as const) {
    const refusal = key === "tom" ? "not_permitted" : "not_found";
    expect(reasonIn(await openUnreachedMail(stage.wiring, staff(key), { mailId }))).toBe(refusal);
    const again = { mailId, address: "mine@elsewhere.example" };
    expect(reasonIn(await sendMailAgain(stage.wiring, staff(key), again))).toBe(refusal);
  }
  expect(await told()).not.toContain("mine@elsewhere.example");
});

test("the walls alone show no alert to anybody at the school, and let nobody change one", async () => {
  await raise(stage, castActor(cast.rosa));
  for (const key of ["ines", "priya", "tom", "ana"] as const)
    await withScope(stage.wiring, castActor(cast[key]), async (tx) => {
      expect((await sql`select id from mails where kind = 'concern-waits'`.execute(tx)).rows).toEqual([]);
      const changed = await sql`update mails set state = 'suppressed' where kind = 'concern-waits'`.execute(tx);
      expect(changed.numAffectedRows).toBe(0n);
    });
});
