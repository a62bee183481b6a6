import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { receiveMailReport } from "~/features/mail/receive-mail-report.server";
import { sweepMails } from "~/features/mail/sweep-mails.server";
import { pageOf } from "~/ui/task-words";
import { cast, sampleSchools } from "~db/cast";
import { enqueueMail, hashAddress, liftBounce } from "~db/mails.server";
import { withScope } from "~db/scope.server";
import { readMail } from "../support/mail";
import { PERMANENT, reportOf, signReport, type Told, withReports } from "../support/mail-reports";
import { openStage, type Stage, valueIn } from "../support/stage";
import type { TestWiring } from "../support/wiring";

let stage: Stage;
let wiring: TestWiring;
beforeAll(async () => {
  stage = await openStage({ connections: 25 });
  wiring = withReports(stage.wiring);
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from mail_suppressions");
  await stage.rows("delete from mail_events");
  await stage.rows("update contact_points set undeliverable_at = null");
});
afterAll(() => stage.close());

const { schoolId, districtId, personId } = cast.rosa;
const ROSA = "rosa.medina@family.example";
const props = { guardianName: "Rosa", studentFirstName: "Ana", schoolName: "x", helpName: "x", helpPhone: "x" };

/** A mail to Rosa that the provider took. */
async function sentToRosa({ kind = "consent-reminder", key = "test:1", to = "" } = {}): Promise<string> {
  const mail = to || ((await contacts())[0]?.value ?? "");
  const link = "https://throughline.example/x";
  const id = await withScope(wiring, { kind: "system", job: "test", schoolId, districtId }, (tx) =>
    enqueueMail(tx, {
      kind: kind as "consent-reminder",
      props: { ...props, link },
      to: { mail, language: "es", personId },
      schoolId,
      dedupeKey: key,
      now: wiring.clock.now(),
    }),
  );
  await stage.rows("update mails set state = 'sent', sent_at = now(), provider_id = 'x' where id = $1", [id]);
  return id ?? "";
}

const contacts = () =>
  stage.rows<{ value: string; dead: boolean }>(
    "select value, undeliverable_at is not null as dead from contact_points where person_id = $1 and kind = 'mail' order by id",
    [personId],
  );
const tasks = () =>
  stage.rows("select kind, state, subject_noun, subject_id, props->>'reason' as reason from staff_tasks order by id");
const tell = async (told: Told, signing: Parameters<typeof signReport>[1] = {}) =>
  valueIn(await receiveMailReport(wiring, signReport(reportOf(told), signing))).effect;

describe("a report", () => {
  test("moves what is known of a mail on, never back", async () => {
    const mailId = await sentToRosa();
    for (const type of ["email.sent", "email.delivered", "email.delivery_delayed", "email.sent"])
      await tell({ type, mailId });
    expect(await readMail(stage.database, mailId)).toMatchObject({ state: "sent", arrival: "delivered" });
    expect(await tasks()).toEqual([]);
  });

  test("that comes in 20 copies at once, and again the next day, has one effect", async () => {
    const mailId = await sentToRosa();
    const bounced = signReport(reportOf({ type: "email.bounced", mailId, bounce: PERMANENT }), { id: "msg_1" });
    const effects = await Promise.all(
      Array.from({ length: 20 }, async () => valueIn(await receiveMailReport(wiring, bounced)).effect),
    );
    expect(effects.filter((effect) => effect === "applied")).toHaveLength(1);
    expect(effects.filter((effect) => effect === "repeated")).toHaveLength(19);
    await stage.rows("update staff_tasks set state = 'done', done_at = now()");
    wiring.clock.pass(24 * 60);
    expect(await tell({ type: "email.bounced", mailId, bounce: PERMANENT }, { id: "msg_2" })).toBe("ignored");
    expect(await tasks()).toHaveLength(1);
  });

  test("of nobody's mail, or of an erased one, is acknowledged and changes nothing", async () => {
    const before = await stage.rows("select * from mails");
    expect(await tell({ type: "email.bounced", mailId: null, bounce: PERMANENT })).toBe("ignored");
    const erased = "0199d1f0-0000-7000-8000-00000000dead";
    expect(await tell({ type: "email.bounced", mailId: erased, bounce: PERMANENT })).toBe("ignored");
    expect(await stage.rows("select * from mails")).toEqual(before);
  });

  test("that nobody signed is refused, and nothing is written", async () => {
    const mailId = await sentToRosa();
    const signed = signReport(reportOf({ type: "email.complained", mailId }));
    const forged = { ...signed, signature: "v1,Zm9yZ2Vk" };
    expect(await receiveMailReport(wiring, forged)).toEqual({ ok: false, reason: "not_signed" });
    expect(await receiveMailReport(stage.wiring, signed)).toEqual({ ok: false, reason: "not_found" });
    expect(await readMail(stage.database, mailId)).toMatchObject({ arrival: null });
    expect(await stage.rows("select * from mail_events")).toEqual([]);
  });

  test("that fails half-way has not been received: the next copy does it all", async () => {
    const mailId = await sentToRosa();
    await stage.rows("alter table staff_tasks add constraint broken check (kind <> 'mail_undeliverable') not valid");
    const bounced = signReport(reportOf({ type: "email.bounced", mailId, bounce: PERMANENT }), { id: "msg_1" });
    await expect(receiveMailReport(wiring, bounced)).rejects.toThrow(/broken/);
    expect(await stage.rows("select * from mail_events")).toEqual([]);
    await stage.rows("alter table staff_tasks drop constraint broken");
    expect(valueIn(await receiveMailReport(wiring, bounced)).effect).toBe("applied");
    expect(await tasks()).toHaveLength(1);
  });
});

describe("the answer to our request was lost, but a report comes", () => {
  test("so the mail is sent, is not sent again, and nobody has to decide about it any more", async () => {
    const mailId = await sentToRosa();
    await stage.rows("update mails set state = 'needs_person', sent_at = null, provider_id = null where id = $1", [
      mailId,
    ]);
    await stage.rows(
      `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key) values ($1, 'mail_failed', 'mail', $2, $3)`,
      [schoolId, mailId, `mail:${mailId}`],
    );
    await tell({ type: "email.delivered", mailId });
    expect(await readMail(stage.database, mailId)).toMatchObject({
      state: "sent",
      arrival: "delivered",
      provider_id: "56761188-7520-42d8-8898-ff6fc54ce618",
    });
    expect(await tasks()).toMatchObject([{ kind: "mail_failed", state: "done" }]);
  });

  test("and a sign-in mail is emptied", async () => {
    const [row] = await stage.rows<{ id: string }>(
      `insert into mails (kind, category, props, recipient_mail, recipient_language, dedupe_key, state, claimed_until, frozen_subject, frozen_text)
        values ('sign-in', 'transactional', '{"code":"204816"}', 'ana@school.example', 'en', 'x', 'claimed', now(), '204816', '204816') returning id`,
    );
    await tell({ type: "email.delivered", mailId: row?.id ?? "" });
    const mail = await readMail(stage.database, row?.id ?? "");
    expect(mail).toMatchObject({ state: "sent", arrival: "delivered" });
    expect(JSON.stringify(mail)).not.toContain("204816");
  });
});

describe("an address that takes no mail", () => {
  test.each([
    ["bounced", { type: "email.bounced", bounce: PERMANENT }],
    ["bounced", { type: "email.suppressed" }],
    ["complained", { type: "email.complained" }],
  ])("is not chosen any more, is silent for outreach and digests, and staff get a task (%s)", async (reason, told) => {
    const mailId = await sentToRosa();
    await tell({ ...told, mailId });
    expect(await contacts()).toMatchObject([{ dead: true }]);
    const address = (await contacts())[0]?.value ?? "";
    expect(
      await stage.rows(
        "select category, reason, district_id from mail_suppressions where address_hash = $1 order by category",
        [hashAddress(address)],
      ),
    ).toEqual([
      { category: "digest", reason, district_id: districtId },
      { category: "outreach", reason, district_id: districtId },
    ]);
    expect(await tasks()).toEqual([
      { kind: "mail_undeliverable", state: "open", subject_noun: "mail", subject_id: mailId, reason },
    ]);
    expect(JSON.stringify(await stage.rows("select * from staff_tasks"))).not.toContain(address);
  });

  test("and whose reader calls our mail unwanted later stays silent when somebody says that it works", async () => {
    const address = (await contacts())[0]?.value ?? "";
    await tell({ type: "email.bounced", mailId: await sentToRosa(), bounce: PERMANENT });
    await tell({ type: "email.complained", mailId: await sentToRosa({ key: "test:2" }) });
    await withScope(wiring, { kind: "system", job: "test", schoolId, districtId }, (tx) =>
      liftBounce(tx, { mail: address, districtId }),
    );
    expect(await stage.rows("select category, reason from mail_suppressions order by category")).toEqual([
      { category: "digest", reason: "complained" },
      { category: "outreach", reason: "complained" },
    ]);
  });

  test("is one for everybody who has it at the school, however it is written", async () => {
    const mailId = await sentToRosa({ to: ROSA.toUpperCase() });
    await stage.rows("insert into contact_points (school_id, person_id, kind, value) values ($1, $2, 'mail', $3)", [
      schoolId,
      cast.monique.personId,
      ROSA,
    ]);
    await tell({ type: "email.bounced", mailId, bounce: PERMANENT });
    expect(await stage.rows("select person_id from contact_points where undeliverable_at is not null")).toEqual([
      { person_id: cast.monique.personId },
    ]);
  });

  test("that was only full stays in use, and staff get a task all the same", async () => {
    const mailId = await sentToRosa();
    await tell({ type: "email.bounced", mailId, bounce: { ...PERMANENT, type: "Transient" } });
    expect(await contacts()).toMatchObject([{ dead: false }]);
    expect(await stage.rows("select * from mail_suppressions")).toEqual([]);
    expect(await tasks()).toMatchObject([{ kind: "mail_undeliverable", reason: "returned" }]);
  });

  test("of a mail whose person is forgotten says nothing about anybody", async () => {
    const mailId = await sentToRosa();
    await stage.rows("update mails set recipient_mail = 'forgotten' where id = $1", [mailId]);
    await tell({ type: "email.bounced", mailId, bounce: PERMANENT });
    expect(await tasks()).toEqual([]);
    expect(await stage.rows("select * from mail_suppressions")).toEqual([]);
  });
});

describe("a sign-in code that comes back", () => {
  /** A code to Rosa that the provider took. */
  async function codeToRosa(): Promise<string> {
    const [mail] = await stage.rows<{ id: string }>(
      `insert into mails (kind, category, props, recipient_mail, recipient_language, dedupe_key, state, sent_at)
        values ('sign-in', 'transactional', '{}', $1, 'en', gen_random_uuid()::text, 'sent', now()) returning id`,
      [cast.rosa.mail],
    );
    return mail?.id ?? "";
  }

  test("marks the address in each school of its reader, which has one task however many codes come back", async () => {
    await tell({ type: "email.bounced", mailId: await codeToRosa(), bounce: PERMANENT });
    await tell({ type: "email.bounced", mailId: await codeToRosa(), bounce: PERMANENT });
    expect(await contacts()).toMatchObject([{ value: cast.rosa.mail, dead: true }]);
    const opened = await stage.rows<{ kind: string; person: string; school: string; mail: string }>(
      `select kind, subject_id as person, school_id as school, props->>'mailKind' as mail from staff_tasks order by school_id`,
    );
    expect(opened).toMatchObject([
      { kind: "mail_undeliverable", person: personId, school: schoolId, mail: "sign-in" },
      { kind: "mail_undeliverable", school: sampleSchools.harbor.schoolId, mail: "sign-in" },
    ]);
    expect(opened[1]?.person).not.toBe(personId);
  });

  test("heard of a second time it leaves alone an address that works by now, and a full mailbox marks nothing", async () => {
    const mailId = await codeToRosa();
    const bounced = signReport(reportOf({ type: "email.bounced", mailId, bounce: PERMANENT }), { id: "msg_9" });
    valueIn(await receiveMailReport(wiring, bounced));
    expect(await contacts()).toMatchObject([{ dead: true }]);
    await stage.rows("update contact_points set undeliverable_at = null");
    expect(valueIn(await receiveMailReport(wiring, bounced)).effect).toBe("repeated");
    await tell({ type: "email.delivery_delayed", mailId: await codeToRosa() });
    expect(await contacts()).toMatchObject([{ dead: false }]);
  });

  test("reported as unwanted it opens a task and marks nothing, because anybody may have asked for it", async () => {
    await tell({ type: "email.complained", mailId: await codeToRosa() });
    expect(await contacts()).toMatchObject([{ value: cast.rosa.mail, dead: false }]);
    expect(await stage.rows("select * from mail_suppressions")).toEqual([]);
    expect(await tasks()).toHaveLength(2); // one at each of her schools
  });

  test.each(["maya", "theo"] as const)(
    "of a mentor who leads (%s) or only stands in is told to the schools that list the placement, and to no other district",
    async (who) => {
      const mentor = cast[who];
      const [mail] = await stage.rows<{ id: string }>(
        `insert into mails (kind, category, props, recipient_mail, recipient_language, dedupe_key, state, sent_at)
        values ('sign-in', 'transactional', '{}', $1, 'en', gen_random_uuid()::text, 'sent', now()) returning id`,
        [mentor.mail],
      );
      await tell({ type: "email.bounced", mailId: mail?.id ?? "", bounce: PERMANENT });
      const [point] = await stage.rows(
        "select undeliverable_at is not null as dead from mentor_contact_points where mentor_id = $1 and kind = 'mail'",
        [mentor.personId],
      );
      expect(point).toEqual({ dead: true });
      const opened = await stage.rows<{ id: string; district: string; noun: string }>(
        "select t.id, s.district_id as district, subject_noun as noun, subject_id from staff_tasks t join schools s on s.id = t.school_id",
      );
      // Whom to call comes first; its page leads on to where the address is corrected.
      const pages = opened.map(({ id, noun }) =>
        pageOf({ id, kind: "mail_undeliverable", subject: { noun, id: mentor.personId }, facts: {} }),
      );
      expect(pages).toEqual(opened.map(({ id }) => `/coordinator/tasks/${id}`));
      expect(opened.length).toBeGreaterThan(0);
      expect(new Set(opened.map(({ district }) => district))).toEqual(new Set([mentor.districtId]));
      await stage.rows("update mentor_contact_points set undeliverable_at = null");
    },
  );
});

test("reports are remembered for 90 days", async () => {
  const mailId = await sentToRosa();
  await tell({ type: "email.delivered", mailId });
  wiring.clock.pass(89 * 24 * 60);
  await sweepMails(wiring);
  expect(await stage.rows("select * from mail_events")).toHaveLength(1);
  wiring.clock.pass(2 * 24 * 60);
  await sweepMails(wiring);
  expect(await stage.rows("select * from mail_events")).toEqual([]);
});
