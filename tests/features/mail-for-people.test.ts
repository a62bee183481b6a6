import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askPersonForMail } from "~/features/mail/ask-person-for-mail.server";
import { askToBeDeleted } from "~/features/mail/ask-to-be-deleted.server";
import { openUnsubscribe, unsubscribe } from "~/features/mail/unsubscribe.server";
import { readUnsubscribeToken, unsubscribeToken } from "~/features/mail/unsubscribe-token.server";
import { lockMail, type MailRow } from "~db/mail-delivery.server";
import { hashAddress } from "~db/mails.server";
import { withSystem } from "~db/scope.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { insertSchool, promiseMail, type TestSchool } from "../support/mail";
import { sql } from "../support/sql";
import { createTestWiring, type TestWiring } from "../support/wiring";

let database: TestDatabase;
let wiring: TestWiring;
let school: TestSchool;
beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database);
  school = await insertSchool(database, "lakeview");
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

async function promised(kind: Parameters<typeof promiseMail>[2] = {}): Promise<MailRow> {
  const mailId = await promiseMail(wiring, school, kind);
  const mail = await withSystem(wiring, (tx) => lockMail(tx, mailId));
  if (!mail) throw new Error("no mail was promised");
  return mail;
}
const tasksOf = (key: string) =>
  sql(
    database,
    "select school_id, kind, subject_noun, subject_id, state, props from staff_tasks where dedupe_key = $1",
    [key],
  );

describe("a mail that does not leave becomes a task", () => {
  test.each([
    ["suppressed", "mail_undeliverable"],
    ["failed", "mail_undeliverable"],
    ["needs_person", "mail_failed"],
  ] as const)("%s: %s, with ids and the reason, without address or words", async (state, kind) => {
    const mail = await promised({ to: "hidden@family.example" });
    await askPersonForMail(wiring, mail, { state, reason: "the provider said 422" });
    const tasks = await tasksOf(`mail:${mail.id}`);
    expect(tasks).toEqual([
      {
        school_id: school.schoolId,
        kind,
        subject_noun: "mail",
        subject_id: mail.id,
        state: "open",
        props: { mailKind: "consent-request", reason: "the provider said 422", personId: "", mentorId: "" },
      },
    ]);
    expect(JSON.stringify(tasks)).not.toContain("hidden@family.example");
  });

  test("once, however often the worker comes by", async () => {
    const mail = await promised();
    for (let times = 0; times < 3; times += 1) await askPersonForMail(wiring, mail, { state: "failed", reason: "no" });
    expect(await tasksOf(`mail:${mail.id}`)).toHaveLength(1);
  });

  test("of an invitation it points to the introduction, where a coordinator can do something", async () => {
    const mail = await promised({ kind: "introduction-invitation" });
    const introductionId = "0199d1f0-0000-7000-8000-00000000dead";
    const invitation = { ...mail, dedupe_key: `introduction-invitation:${introductionId}` };
    await askPersonForMail(wiring, invitation, { state: "failed", reason: "no" });
    expect(await tasksOf(`mail:${mail.id}`)).toMatchObject([
      { subject_noun: "introduction", subject_id: introductionId },
    ]);
  });

  test("but a sign-in mail, which is of no school, becomes none", async () => {
    const mail = await promised();
    await askPersonForMail(wiring, { ...mail, school_id: null, district_id: null }, { state: "failed", reason: "no" });
    expect(await tasksOf(`mail:${mail.id}`)).toEqual([]);
  });
});

describe("unsubscribing", () => {
  const suppressionsOf = (mail: string) =>
    sql(database, "select category, reason, district_id from mail_suppressions where address_hash = $1", [
      hashAddress(mail),
    ]);
  const tokenFor = (mailId: string) => unsubscribeToken(wiring.env.secret, mailId);

  test("silences outreach of the district, whatever the kind of mail and however the address is written; twice is once", async () => {
    const mail = await promised({ kind: "introduction-invitation", to: "Stop.Me@work.example" });
    const token = tokenFor(mail.id);
    expect(await unsubscribe(wiring, { token })).toEqual({ ok: true, value: null });
    expect(await unsubscribe(wiring, { token })).toEqual({ ok: true, value: null });
    expect(await suppressionsOf("stop.me@work.example")).toEqual([
      { category: "outreach", reason: "unsubscribed", district_id: school.districtId },
    ]);
  });

  test("opening the link tells address and school, and changes nothing", async () => {
    const mail = await promised({ kind: "introduction-invitation", to: "only.look@work.example" });
    expect(await openUnsubscribe(wiring, { token: tokenFor(mail.id) })).toEqual({
      ok: true,
      value: {
        mail: "only.look@work.example",
        schoolName: "Lakeview High School",
        isDigest: false,
        canBeDeleted: false,
        silence: "none",
        help: { school: "Lakeview High School", name: "Dana Whitfield", phone: "+1 206 555 0142" },
      },
    });
    expect(await suppressionsOf("only.look@work.example")).toEqual([]);
  });

  test.each([
    ["nothing", ""],
    ["noise", "!!!!"],
    ["a bare id", Buffer.from("0199d1f000007000800000000000dead", "hex").toString("base64url")],
    ["a token of another key", unsubscribeToken("another secret", "0199d1f0-0000-7000-8000-00000000dead")],
  ])("a stranger with %s stops nothing", async (_what, token) => {
    expect(await unsubscribe(wiring, { token })).toEqual({ ok: false, reason: "not_found" });
    expect(await openUnsubscribe(wiring, { token })).toEqual({ ok: false, reason: "not_found" });
    expect(await askToBeDeleted(wiring, { token })).toEqual({ ok: false, reason: "not_found" });
  });

  test("a token for a mail that was erased leads nowhere", async () => {
    expect(await unsubscribe(wiring, { token: tokenFor("0199d1f0-0000-7000-8000-00000000dead") })).toEqual({
      ok: false,
      reason: "not_found",
    });
  });

  test("a token reads back to its mail, and to none when one bit of it changes", () => {
    const id = "0199d1f0-1234-7000-8000-00000000beef";
    const token = unsubscribeToken("key", id);
    expect(token).toHaveLength(43);
    expect(readUnsubscribeToken("key", token)).toBe(id);
    const bytes = Buffer.from(token, "base64url");
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(readUnsubscribeToken("key", changed.toString("base64url"))).toBeNull();
    }
  });
});

describe("a contact who wants to be deleted", () => {
  async function asks(kind: "give-invitation" | "mentor-welcome", to: string) {
    const mail = await promised({ kind, to });
    const [mentor] = await sql<{ id: string }>(
      database,
      "insert into mentors (district_id, full_name, name_used) values ($1, 'Ida Moe', 'Ida') returning id",
      [school.districtId],
    );
    await sql(database, "update mails set recipient_mentor_id = $1 where id = $2", [mentor?.id, mail.id]);
    return { mentorId: mentor?.id ?? "", token: unsubscribeToken(wiring.env.secret, mail.id) };
  }

  test("hears nothing more like that at once, and the school has one task, which names nobody", async () => {
    const { mentorId, token } = await asks("give-invitation", "ida@work.example");
    expect(await openUnsubscribe(wiring, { token })).toMatchObject({ ok: true, value: { canBeDeleted: true } });
    for (const _twice of [1, 2]) expect(await askToBeDeleted(wiring, { token })).toEqual({ ok: true, value: null });
    expect(await tasksOf(`delete_contact:${mentorId}`)).toMatchObject([
      { kind: "delete_contact", subject_noun: "mentor", subject_id: mentorId, props: { mentorId } },
    ]);
    const silenced = await sql(
      database,
      "select category, reason, district_id from mail_suppressions where address_hash = $1",
      [hashAddress("ida@work.example")],
    );
    expect(silenced).toEqual([{ category: "outreach", reason: "delete_me", district_id: school.districtId }]);
  });

  test("does so from outreach only: no other mail carries such a link", async () => {
    const { mentorId, token } = await asks("mentor-welcome", "ida.two@work.example");
    expect(await askToBeDeleted(wiring, { token })).toEqual({ ok: false, reason: "not_found" });
    expect(await tasksOf(`delete_contact:${mentorId}`)).toEqual([]);
  });
});
