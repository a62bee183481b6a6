import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { ownMailStop } from "~/features/mail/own-mail-stop.server";
import { sendMailAgain } from "~/features/mail/send-mail-again.server";
import { openOperations } from "~/features/operations/open-operations.server";
import { settleMail } from "~/features/operations/settle-mail.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast, sampleSchools } from "~db/cast";
import { pauseTransport } from "~db/mail-delivery.server";
import { withSystem } from "~db/scope.server";
import { listJobs, promiseMail, readMail } from "../support/mail";
import { anaApproved, anaContacted, staff, student } from "../support/pursuit-way";
import { NOBODY, openStage, reasonIn, type Stage, valueIn } from "../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from mail_transports");
});
afterAll(() => stage.close());

const priya = staff("priya");
const deskOf = async (actor = priya) => valueIn(await openOperations(stage.wiring, actor)).mail;
const settle = (mailId: string, decision: "retry" | "discard", actor: Parameters<typeof settleMail>[1] = priya) =>
  settleMail(stage.wiring, actor, { mailId, decision });

/** A mail of Lakeview in this state, with its task where it is at its end. */
async function mailIn(state: string, arrival: string | null = null): Promise<string> {
  const id = await promiseMail(stage.wiring, sampleSchools.lakeview);
  await stage.rows(
    `update mails set state = $2, arrival = $3, arrival_at = case when $3::text is not null then now() end,
      sent_at = case when $2 = 'sent' then now() end, last_error = case when $2 in ('failed', 'needs_person') then '422 validation_error' end,
      frozen_subject = 'x', handed_at = now() where id = $1`,
    [id, state, arrival],
  );
  if (state === "failed" || state === "needs_person")
    await stage.rows(
      "insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key) values ($1, 'mail_failed', 'mail', $2, $3)",
      [cast.priya.schoolId, id, `mail:${id}`],
    );
  return id;
}
const openTasks = () => stage.rows("select id from staff_tasks where state = 'open'");

test("an admin sees how much waits and since when, and what became of the others", async () => {
  await mailIn("queued");
  stage.wiring.clock.pass(60);
  await mailIn("queued");
  for (const arrival of [null, "delivered", "delivered", "bounced"]) await mailIn("sent", arrival);
  expect(await deskOf()).toMatchObject({
    depth: 2,
    oldestAt: "2026-10-15T17:00:00.000Z",
    counts: [
      { state: "delivered", count: 2 },
      { state: expect.any(String), count: 1 },
      { state: expect.any(String), count: 1 },
    ],
    fault: null,
    pausedUntil: null,
    troubled: [],
  });
});

test("what ended more than 30 days ago is not counted; what nobody decided is, however old", async () => {
  await mailIn("sent", "delivered");
  await mailIn("needs_person");
  stage.wiring.clock.pass(31 * 24 * 60);
  expect((await deskOf()).counts).toEqual([{ state: "needs_person", count: 1 }]);
});

test("a way out that takes nothing is shown with its reason, and so is a pause", async () => {
  const transport = stage.wiring.mailer.name;
  const now = stage.wiring.clock.now();
  const until = new Date(now.getTime() + 600_000);
  await withSystem(stage.wiring, (tx) => pauseTransport(tx, { transport, until, fault: null, now }));
  expect(await deskOf()).toMatchObject({ fault: null, pausedUntil: until.toISOString() });
  await withSystem(stage.wiring, (tx) =>
    pauseTransport(tx, { transport, until, fault: "401 restricted_api_key", now }),
  );
  expect(await deskOf()).toMatchObject({ fault: { reason: "401 restricted_api_key", since: now.toISOString() } });
});

test("coordinators and admins read at home that no mail leaves, and why stays with the admins", async () => {
  const transport = stage.wiring.mailer.name;
  const now = stage.wiring.clock.now();
  const pause = (minutes: number, fault: string | null) =>
    withSystem(stage.wiring, (tx) =>
      pauseTransport(tx, { transport, until: new Date(now.getTime() + minutes * 60_000), fault, now }),
    );
  const stopFor = (key: "ines" | "priya" | "tom") => ownMailStop(stage.wiring, staff(key));
  expect(await stopFor("ines")).toBeNull();
  await pause(30, null);
  expect(await stopFor("ines"), "a pause of the pace").toBeNull();
  await pause(31, null);
  expect(await stopFor("ines")).toMatchObject({
    since: null,
    until: new Date(now.getTime() + 31 * 60_000).toISOString(),
  });
  await pause(10, "401 restricted_api_key");
  expect(await stopFor("ines")).toEqual({ since: now.toISOString(), until: expect.any(String), mayOperate: false });
  expect(await stopFor("priya")).toMatchObject({ mayOperate: true });
  expect(await stopFor("tom")).toBeNull();
});

test("a refused mail that is tried again goes out under its own key, its task is done, and the log names who did it", async () => {
  const mailId = await mailIn("failed");
  expect((await deskOf()).troubled).toMatchObject([{ mailId, state: "failed", error: "422 validation_error" }]);
  await stage.rows("delete from graphile_worker._private_jobs");
  valueIn(await settle(mailId, "retry"));
  expect(await listJobs(stage.database, "deliver-mail")).toMatchObject([{ key: `mail:${mailId}` }]);
  expect(await openTasks()).toEqual([]);
  stage.wiring.clock.pass(24 * 60);
  expect(await deliverMail(stage.wiring, { mailId })).toBe("sent");
  expect(stage.wiring.sent.map(({ key }) => key)).toContain(mailId);
  expect(
    await stage.rows("select transition, actor_id, reason from audit_log where noun = 'mail' and noun_id = $1", [
      mailId,
    ]),
  ).toEqual([{ transition: "retry", actor_id: cast.priya.personId, reason: "consent-request" }]);
});

test("a mail that may have arrived is not simply tried again", async () => {
  const mailId = await mailIn("needs_person");
  expect(reasonIn(await settle(mailId, "retry"))).toBe("in_doubt");
  expect((await deskOf()).troubled).toMatchObject([{ decideAt: `/coordinator/mails/${mailId}` }]);
  expect(await readMail(stage.database, mailId)).toMatchObject({ state: "needs_person" });
});

/** The provider refused the mail of this kind that the way of a pursuit caused. */
async function refusedOf(kind: string): Promise<string> {
  const [mail] = await stage.rows<{ id: string }>(
    "update mails set state = 'failed', handed_at = now(), frozen_subject = 'x', last_error = '422' where kind = $1 returning id",
    [kind],
  );
  return mail?.id ?? "";
}

test("a first contact that was refused is taken back with the student who withdraws, and cannot be tried again", async () => {
  const pursuitId = await anaContacted(stage);
  const mailId = await refusedOf("first-contact");
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  expect(await readMail(stage.database, mailId)).toMatchObject({ state: "suppressed", props: {}, frozen_subject: "" });
  expect(reasonIn(await settle(mailId, "retry"))).toBe("gone_or_running");
  expect(await stage.rows("select 1 from mails where kind = 'mentor-status'")).toEqual([]);
});

test("a mail about what has been answered meanwhile is not tried again", async () => {
  await anaApproved(stage);
  const mailId = await refusedOf("consent-request");
  await stage.rows("update consents set state = 'lapsed' where state = 'requested'");
  expect(reasonIn(await settle(mailId, "retry"))).toBe("no_longer_true");
  expect(await readMail(stage.database, mailId)).toMatchObject({ state: "failed" });
  valueIn(await settle(mailId, "discard"));
});

test("a mail whose words were deleted with age is not tried again, since it would go out empty", async () => {
  const mailId = await mailIn("failed");
  await stage.rows("update mails set wiped_at = now(), props = '{}', frozen_subject = '' where id = $1", [mailId]);
  expect(reasonIn(await settle(mailId, "retry"))).toBe("no_longer_true");
  expect(await readMail(stage.database, mailId)).toMatchObject({ state: "failed" });
  valueIn(await settle(mailId, "discard"));
});

test("a mail whose copy went out to a corrected address is neither offered nor tried again", async () => {
  await anaApproved(stage);
  const mailId = await refusedOf("consent-request");
  valueIn(await sendMailAgain(stage.wiring, staff("ines"), { mailId, address: "rosa.new@family.example" }));
  expect((await deskOf()).troubled).toEqual([]);
  expect(reasonIn(await settle(mailId, "retry"))).toBe("sent_already");
});

test("of a retry and a corrected address at once, one mail goes out", async () => {
  await anaApproved(stage);
  const mailId = await refusedOf("consent-request");
  const address = "rosa.new@family.example";
  const outcomes = await Promise.all([
    settle(mailId, "retry"),
    sendMailAgain(stage.wiring, staff("ines"), { mailId, address }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test.each(["failed", "needs_person", "queued"])(
  "a discarded mail (%s) never leaves, and its words are gone",
  async (state) => {
    const mailId = await mailIn(state);
    valueIn(await settle(mailId, "discard"));
    expect(await readMail(stage.database, mailId)).toMatchObject({ state: "suppressed", props: {}, frozen_html: null });
    expect(await deliverMail(stage.wiring, { mailId })).toBe("over");
    expect([await openTasks(), (await deskOf()).troubled]).toEqual([[], []]);
  },
);

test("what a worker is sending, and what has left, is not touched", async () => {
  const sent = await mailIn("sent");
  const held = await mailIn("queued");
  await stage.rows("update mails set state = 'claimed', claimed_until = now() where id = $1", [held]);
  for (const mailId of [sent, held, NOBODY])
    for (const decision of ["retry", "discard"] as const)
      expect(reasonIn(await settle(mailId, decision))).toBe("gone_or_running");
});

test("strangers see none of it and settle nothing", async () => {
  const mailId = await mailIn("failed");
  expect(await deskOf(staff("walter"))).toMatchObject({ troubled: [], counts: [] });
  for (const stranger of [staff("walter"), staff("ines"), staff("tom"), student("ana")])
    expect(["not_permitted", "gone_or_running"]).toContain(reasonIn(await settle(mailId, "discard", stranger)));
  expect(await readMail(stage.database, mailId)).toMatchObject({ state: "failed" });
});
