import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { daysLater } from "~/clock";
import type { Actor, SystemActor } from "~/domain/actor";
import type { CallOutcome, ContactFields, NoteKind } from "~/domain/outreach/contact";
import { forgottenSoonOn } from "~/domain/outreach/unanswered";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { addContact } from "~/features/outreach/add-contact.server";
import { forgetUnanswered } from "~/features/outreach/forget-unanswered.server";
import { listContacts } from "~/features/outreach/list-contacts.server";
import { openContact } from "~/features/outreach/open-contact.server";
import { sendOutreachMail } from "~/features/outreach/send-outreach-mail.server";
import { writeNote } from "~/features/outreach/write-note.server";
import { recordReply } from "~/steps/write-down.server";
import { cast, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { staff } from "../../support/pursuit-way";
import { countRows, listMails, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
let made = 0;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const passDays = (count: number) => stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), count));
const add = async (mail = `ida${made++}@unheard.example`, by: Actor = staff("ines")) => {
  const contact: ContactFields = {
    ...{ fullName: "Ida Unheard", title: "", organisationName: "", mail, phone: "555 0181", language: "en" },
    ...{ tags: [], ownerId: null, origin: "typed", originNote: "", timeZone: "" },
  };
  return valueIn(await addContact(stage.wiring, by, { contact })).contactId;
};
const write = async (contactId: string, arrival = "delivered", by: Actor = staff("ines")) => {
  const outreachMailId = crypto.randomUUID();
  valueIn(await sendOutreachMail(stage.wiring, by, { contactId, outreachMailId, subject: "Hello", body: "Hello" }));
  const [mail] = await stage.rows<{ id: string }>("select id from mails order by created_at desc, id desc limit 1");
  expect(await deliverMail(stage.wiring, { mailId: mail?.id ?? "" })).toBe("sent");
  await stage.rows(`update mails set arrival = '${arrival}', arrival_at = now() where id = '${mail?.id}'`);
};
const noteDown = async (contactId: string, call: CallOutcome | null, by: Actor = staff("ines")) =>
  writeDown(contactId, call === null ? { is: "note" } : { is: "call", outcome: call }, by);
const writeDown = async (contactId: string, what: NoteKind, by: Actor = staff("ines")) =>
  valueIn(await writeNote(stage.wiring, by, { contactId, noteId: crypto.randomUUID(), what, on: null, body: "x" }));
/** What a mail that came in writes down; the id is that of the mail. */
const replyByMail = (contactId: string, replyId: string) => {
  const { schoolId, districtId } = sampleSchools.lakeview;
  const actor: SystemActor = { kind: "system", job: "receive-reply", schoolId, districtId };
  const reply = { actor, contactId, replyId, via: "mail", body: "Call me.", now: stage.wiring.clock.now() } as const;
  return withScope(stage.wiring, actor, (tx) => recordReply(tx, reply));
};
const open = (contactId: string) => openContact(stage.wiring, staff("ines"), { contactId });
const forgottenSoon = async () => {
  const view = { words: "", tag: "", owner: null, touched: "any", page: 1 } as const;
  return valueIn(await listContacts(stage.wiring, staff("ines"), view)).forgottenSoon;
};
const isKept = async (contactId: string) => (await open(contactId)).ok;

test("who was written to and never answered is forgotten after 90 days: words and mails gone, a hash stays, the log says by what", async () => {
  const mail = "ida@never.example";
  const contactId = await add(mail);
  await write(contactId);
  passDays(89);
  expect(await forgetUnanswered(stage.wiring)).toBe(0);
  expect(await open(contactId)).toMatchObject({ value: { forgottenOn: expect.any(String) } });
  expect(await forgottenSoon()).toBe(1);
  passDays(1);
  const [one, other] = await Promise.all([forgetUnanswered(stage.wiring), forgetUnanswered(stage.wiring)]);
  expect(one + other).toBe(1);
  expect(reasonIn(await open(contactId))).toBe("not_found");
  expect(JSON.stringify(await listMails(stage, "outreach-mail"))).not.toMatch(/never\.example|Unheard/);
  expect(await countRows(stage, "outreach_mails")).toBe(0);
  const silence = "select reason from mail_suppressions where address_hash = sha256('ida@never.example')";
  expect(await stage.rows(silence)).toEqual([{ reason: "no_answer" }]);
  const [act] = await stage.rows(
    "select actor_kind, transition, evidence from audit_log where noun = 'contact' order by id desc limit 1",
  );
  expect(act).toMatchObject({ actor_kind: "system", transition: "forget" });
  // Somebody writes the address down again: outreach stays silent.
  const again = await add(mail);
  expect(
    reasonIn(
      await sendOutreachMail(stage.wiring, staff("ines"), {
        ...{ contactId: again, outreachMailId: crypto.randomUUID(), subject: "Hello", body: "Hello" },
      }),
    ),
  ).toBe("silent");
});

test("who was called in vain is forgotten, too; a note or another try gives them 90 days more", async () => {
  const contactId = await add("");
  await noteDown(contactId, "not_reached");
  passDays(80);
  await noteDown(contactId, null);
  passDays(89);
  expect(await forgetUnanswered(stage.wiring)).toBe(0);
  passDays(1);
  expect(await forgetUnanswered(stage.wiring)).toBe(1);
  expect(await isKept(contactId)).toBe(false);
});

test("whoever was kept when the rule came has the thirty days in which it is said, however long ago they were asked", async () => {
  const contactId = await add();
  await write(contactId);
  passDays(200);
  const now = stage.wiring.clock.now().toISOString();
  await stage.rows(`update contacts set kept_until = '${now}'::date + 30 where id = '${contactId}'`);
  expect(await open(contactId)).toMatchObject({ value: { forgottenOn: expect.any(String) } });
  passDays(28);
  expect(await forgetUnanswered(stage.wiring)).toBe(0);
  passDays(3);
  expect(await forgetUnanswered(stage.wiring)).toBe(1);
});

test("who answered, who was never asked, whom no mail reached and who is a mentor stay", async () => {
  const [reached, wanted, unasked, bounced] = [await add(), await add(), await add(), await add()];
  const [replied, mailed, refused] = [await add(), await add(), await add()];
  await write(reached);
  await noteDown(reached, "reached");
  await noteDown(wanted, "not_reached");
  await noteDown(wanted, "call_back");
  await noteDown(unasked, null);
  for (const contactId of [replied, mailed, refused]) await write(contactId);
  await writeDown(replied, { is: "reply", outcome: "answered", via: "in_person" });
  const replyId = crypto.randomUUID();
  for (const isNew of [true, false]) expect(await replyByMail(mailed, replyId)).toBe(isNew);
  expect(await replyByMail(NOBODY, crypto.randomUUID())).toBe(false);
  await noteDown(refused, "declined");
  await write(bounced, "bounced");
  const mentor = await add(cast.maya.mail);
  await noteDown(mentor, "not_reached");
  passDays(400);
  expect(await open(mentor)).toMatchObject({ value: { forgottenOn: null } });
  expect(await forgottenSoon()).toBe(0);
  expect(await forgetUnanswered(stage.wiring)).toBe(0);
  for (const contactId of [reached, wanted, unasked, bounced, mentor, replied, mailed, refused])
    expect(await isKept(contactId)).toBe(true);
});

test("an address that another school of the district writes to is not silenced by this one", async () => {
  const mail = "ida@both.example";
  const contactId = await add(mail);
  await write(contactId);
  passDays(60);
  const theirs = await add(mail, staff("malik"));
  await write(theirs, "delivered", staff("malik"));
  passDays(31);
  expect(await forgetUnanswered(stage.wiring)).toBe(1);
  expect(await isKept(contactId)).toBe(false);
  expect(await openContact(stage.wiring, staff("malik"), { contactId: theirs })).toMatchObject({
    value: { isSilent: false },
  });
});

test.each<[string, (contactId: string) => Promise<unknown>]>([
  ["called", (contactId) => noteDown(contactId, "reached", staff("malik"))],
  ["told no", (contactId) => noteDown(contactId, "declined", staff("malik"))],
  ["answered", (contactId) => writeDown(contactId, { is: "reply", outcome: "answered", via: "mail" }, staff("malik"))],
])("nor one at which another school of the district was %s, however long ago it last wrote", async (way, how) => {
  const mail = `${way.replace(" ", "-")}@answered.example`;
  const theirs = await add(mail, staff("malik"));
  await how(theirs);
  passDays(20);
  await write(await add(mail));
  passDays(90);
  expect(await forgetUnanswered(stage.wiring)).toBe(1);
  const open = await openContact(stage.wiring, staff("malik"), { contactId: theirs });
  expect(open).toMatchObject({ value: { isSilent: false } });
});

test("the day is said thirty days ahead", () => {
  const unanswered = { lastOn: "2026-01-01", keptUntil: null };
  expect(forgottenSoonOn(unanswered, "2026-03-01")).toBe(null);
  expect(forgottenSoonOn(unanswered, "2026-03-02")).toBe("2026-04-01");
  expect(forgottenSoonOn({ ...unanswered, keptUntil: "2026-05-01" }, "2026-04-01")).toBe("2026-05-01");
});
