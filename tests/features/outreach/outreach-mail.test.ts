import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { ContactFields } from "~/domain/outreach/contact";
import { askToBeDeleted } from "~/features/mail/ask-to-be-deleted.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { openUnsubscribe, unsubscribe } from "~/features/mail/unsubscribe.server";
import { unsubscribeToken } from "~/features/mail/unsubscribe-token.server";
import { addContact } from "~/features/outreach/add-contact.server";
import { changeContact } from "~/features/outreach/change-contact.server";
import { forgetContact } from "~/features/outreach/forget-contact.server";
import { listContacts } from "~/features/outreach/list-contacts.server";
import { mergeContacts } from "~/features/outreach/merge-contacts.server";
import { openContact } from "~/features/outreach/open-contact.server";
import { openOutreachMail } from "~/features/outreach/open-outreach-mail.server";
import { previewOutreachMail } from "~/features/outreach/preview-outreach-mail.server";
import { sendOutreachMail } from "~/features/outreach/send-outreach-mail.server";
import { testOutreachMail } from "~/features/outreach/test-outreach-mail.server";
import { cast, castActor } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { countRows, listMails, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const IDA: ContactFields = {
  ...{
    fullName: "Ida Moe",
    title: "Owner",
    organisationName: "Moe and Daughters",
    mail: "ida@work.example",
    phone: "",
  },
  ...{ language: "en", tags: [], ownerId: null, origin: "public_site", originNote: "moe.example", timeZone: "" },
};
const TEXT = { subject: "Thursdays at {organization}", body: "Hello {name},\n\nI am {me} of {school}." };
const idOf = (n: number) => `01990000-0c00-7000-8000-00000000b${String(n).padStart(3, "0")}`;

const add = async (contact: Partial<ContactFields> = {}, by: Actor = staff("ines")) =>
  valueIn(await addContact(stage.wiring, by, { contact: { ...IDA, ...contact } })).contactId;
const send = (
  contactId: string,
  n = 1,
  { by = staff("ines") as Actor, ...text }: { by?: Actor; subject?: string; body?: string } = {},
) => sendOutreachMail(stage.wiring, by, { contactId, outreachMailId: idOf(n), ...TEXT, ...text });
const open = async (contactId: string, by: Actor = staff("ines")) =>
  valueIn(await openContact(stage.wiring, by, { contactId }));
const sentMails = () => listMails(stage, "outreach-mail");
const newestMail = async () => {
  const [mail] = await stage.rows<{ id: string }>("select id from mails order by created_at desc, id desc limit 1");
  return mail?.id ?? "";
};
const tokenOf = (mailId: string) => unsubscribeToken(stage.wiring.env.secret, mailId);

test("a coordinator writes to a contact: filled in, with where the address came from, once, and in the log without words", async () => {
  const contactId = await add();
  await Promise.all([send(contactId), send(contactId), send(contactId)]);
  valueIn(await send(contactId));
  expect(await sentMails()).toMatchObject([
    {
      to: "ida@work.example",
      props: {
        outreachSubject: "Thursdays at Moe and Daughters",
        outreachBody: `Hello Ida Moe,\n\nI am ${cast.ines.name} of Lakeview Learning Lab (sample).`,
        ...{ origin: "public_site", originNote: "moe.example", coordinatorName: cast.ines.name },
      },
    },
  ]);
  expect((await open(contactId)).mails).toMatchObject([
    { subject: "Thursdays at Moe and Daughters", writer: cast.ines.name, state: "queued", arrival: null },
  ]);
  expect(await countRows(stage, "outreach_addresses")).toBe(1);
  const log = await stage.rows(
    "select transition, evidence, reason from audit_log where noun = 'contact' order by at, id",
  );
  expect(log.filter(({ transition }) => transition === "write")).toEqual([
    { transition: "write", evidence: "", reason: "" },
  ]);
  const { rows } = valueIn(
    await listContacts(stage.wiring, staff("ines"), { words: "", tag: "", owner: null, touched: "any", page: 1 }),
  );
  expect(rows[0]?.last_contact_on).not.toBeNull();
});

test("what is delivered can be stopped by one click, and says who wrote and how to be deleted", async () => {
  valueIn(await send(await add()));
  const mailId = await newestMail();
  expect(await deliverMail(stage.wiring, { mailId })).toBe("sent");
  const [mail] = await stage.rows<{ text: string; headers: Record<string, string> }>(
    "select frozen_text as text, frozen_headers as headers from mails where id = $1",
    [mailId],
  );
  expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  expect(mail?.text).toContain("We have your address from a public website. More about that: moe.example.");
  expect(mail?.text).toContain(`${cast.ines.name}, coordinator at Lakeview Learning Lab (sample)`);
  expect(mail?.text).toContain("delete your data? The link below does both.");
});

test.each<[string, () => Actor, "not_permitted" | "not_found"]>([
  ["an advisor of the school", () => staff("tom"), "not_permitted"],
  ["a student of the school", () => student("ana"), "not_permitted"],
  ["a mentor", () => castActor(cast.maya), "not_permitted"],
  ["a coordinator of the same district", () => staff("malik"), "not_found"],
  ["a coordinator of another district", () => staff("greta"), "not_found"],
])("%s does not write to the school's contacts, nor read what would be written", async (_, who, reason) => {
  const contactId = await add();
  const [by, input] = [who(), { contactId, outreachMailId: idOf(1), ...TEXT }];
  expect(reasonIn(await openOutreachMail(stage.wiring, by, { contactId }))).toBe(reason);
  expect(reasonIn(await previewOutreachMail(stage.wiring, by, input))).toBe(reason);
  expect(reasonIn(await testOutreachMail(stage.wiring, by, input))).toBe(reason);
  expect(reasonIn(await sendOutreachMail(stage.wiring, by, input))).toBe(reason);
  expect(await countRows(stage, "mails")).toBe(0);
});

test.each<[string, Partial<typeof TEXT>, string]>([
  ["a subject", { subject: " " }, "subject_missing"],
  ["a subject that a mail program shows", { subject: "x".repeat(86) }, "subject_long"],
  ["words", { body: " " }, "body_missing"],
  ["words that somebody reads", { body: "x".repeat(5001) }, "body_long"],
  ["placeholders that there are", { body: "Hello {first}" }, "placeholder_unknown"],
  ["no name of a student of the school", { body: `Meet ${cast.jada.name.toUpperCase()} on Thursday` }, "names_student"],
])("a mail needs %s; nothing is sent without", async (_, text, reason) => {
  const contactId = await add();
  const input = { contactId, outreachMailId: idOf(1), ...TEXT, ...text };
  expect(reasonIn(await previewOutreachMail(stage.wiring, staff("ines"), input))).toBe(reason);
  expect(reasonIn(await testOutreachMail(stage.wiring, staff("ines"), input))).toBe(reason);
  expect(reasonIn(await sendOutreachMail(stage.wiring, staff("ines"), input))).toBe(reason);
  expect(await countRows(stage, "mails")).toBe(0);
  expect(await countRows(stage, "outreach_addresses")).toBe(0);
});

test("a placeholder that has nothing to say for this contact is refused before anything is sent", async () => {
  expect(reasonIn(await send(await add({ organisationName: "" })))).toBe("placeholder_empty");
});

test("a preview stores nothing, and a test goes to whoever writes and to nobody else", async () => {
  const contactId = await add({ language: "es" });
  const input = { contactId, outreachMailId: idOf(1), ...TEXT };
  const preview = valueIn(await previewOutreachMail(stage.wiring, staff("ines"), input));
  expect(preview.subject).toBe("Thursdays at Moe and Daughters");
  expect(preview.text).toContain("Tenemos su dirección de un sitio web público.");
  expect(await countRows(stage, "mails")).toBe(0);
  await Promise.all([1, 2].map(() => testOutreachMail(stage.wiring, staff("ines"), input)));
  expect((await sentMails()).map(({ to }) => to)).toEqual([cast.ines.mail]);
  expect(await open(contactId)).toMatchObject({ mails: [] });
  expect(await countRows(stage, "outreach_addresses")).toBe(0);
});

test("other words under an id that was sent are not dropped without a word, nor is what was sent to somebody else taken for it", async () => {
  const [contactId, other] = [await add(), await add({ mail: "else@work.example" })];
  valueIn(await send(contactId));
  expect(reasonIn(await send(contactId, 1, { body: "Hello {name}, once more." }))).toBe("sent_already");
  expect(reasonIn(await send(other))).toBe("sent_already");
  valueIn(await send(contactId));
  expect(await sentMails()).toHaveLength(1);
});

describe("nobody writes", () => {
  const obstacle = async (contactId: string, by: Actor = staff("ines")) =>
    valueIn(await openOutreachMail(stage.wiring, by, { contactId })).obstacle;

  test("where no address is known, or to a mentor of the district", async () => {
    const called = await add({ mail: "", phone: "555 0181" });
    const mentor = await add({ mail: cast.carlos.mail });
    expect(await obstacle(called)).toEqual({ is: "no_mail" });
    expect(reasonIn(await send(called))).toBe("no_mail");
    expect(await obstacle(mentor)).toEqual({ is: "mentor" });
    expect(reasonIn(await send(mentor))).toBe("mentor");
  });

  test("again for fourteen days, whichever school of the district wrote, also at the same moment", async () => {
    const here = await add();
    const there = await add({}, staff("malik"));
    const answers = await Promise.all([send(here, 1), send(there, 2, { by: staff("malik") })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: "resting" });
    expect(await obstacle(here)).toMatchObject({ is: "resting" });
    const elsewhere = await add({}, staff("greta"));
    valueIn(await send(elsewhere, 3, { by: staff("greta") }));
    stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), 14));
    expect(await obstacle(here)).toBeNull();
    valueIn(await send(there, 4, { by: staff("malik") }));
  });

  test("more than three times in ninety days", async () => {
    const contactId = await add();
    for (const n of [1, 2, 3]) {
      valueIn(await send(contactId, n));
      stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), 20));
    }
    expect(reasonIn(await send(contactId, 4))).toBe("resting");
    stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), 30));
    valueIn(await send(contactId, 4));
  });

  test("to somebody who stopped it, from any school of the district", async () => {
    const contactId = await add();
    valueIn(await send(contactId));
    valueIn(await unsubscribe(stage.wiring, { token: tokenOf(await newestMail()) }));
    stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), 20));
    expect(reasonIn(await send(contactId, 2))).toBe("silent");
    expect(reasonIn(await send(await add({}, staff("malik")), 3, { by: staff("malik") }))).toBe("silent");
  });
});

describe("who asks by the mail to be deleted", () => {
  test("is forgotten at once with what was written to them, and a second click changes nothing", async () => {
    const contactId = await add();
    valueIn(await send(contactId));
    const token = tokenOf(await newestMail());
    expect(valueIn(await openUnsubscribe(stage.wiring, { token }))).toMatchObject({ canBeDeleted: true });
    for (const _ of [1, 2]) valueIn(await askToBeDeleted(stage.wiring, { token }));
    expect(await countRows(stage, "contacts")).toBe(0);
    expect(await stage.rows("select recipient_mail, state, props from mails")).toEqual([
      { recipient_mail: "forgotten", state: "suppressed", props: {} },
    ]);
    expect(await countRows(stage, "staff_tasks")).toBe(0);
    expect(await open(await add())).toMatchObject({ isSilent: true });
  });

  test("is forgotten under the name that two contacts became", async () => {
    const [kept, other] = [await add({ mail: "", phone: "555 0181" }), await add()];
    valueIn(await send(other));
    const token = tokenOf(await newestMail());
    const merge = { contactId: kept, otherId: other, revision: 1, otherRevision: 1 };
    valueIn(await mergeContacts(stage.wiring, staff("ines"), merge));
    expect((await open(kept)).mails).toHaveLength(1);
    valueIn(await askToBeDeleted(stage.wiring, { token }));
    expect(await countRows(stage, "contacts")).toBe(0);
  });
});

test("who asks by a mail to be deleted is written to at that address no more, also when the contact has another one by now", async () => {
  const contactId = await add();
  valueIn(await send(contactId));
  const token = tokenOf(await newestMail());
  const contact = { ...IDA, mail: "ida.new@work.example" };
  valueIn(await changeContact(stage.wiring, staff("ines"), { contactId, revision: 1, contact }));
  for (const _ of [1, 2]) valueIn(await askToBeDeleted(stage.wiring, { token }));
  expect(await countRows(stage, "contacts")).toBe(0);
  for (const mail of ["ida@work.example", "ida.new@work.example"])
    expect(await open(await add({ mail }))).toMatchObject({ isSilent: true });
});

test("a mail that waits does not go out to somebody whom the school has forgotten", async () => {
  const contactId = await add();
  valueIn(await send(contactId));
  const mailId = await newestMail();
  valueIn(await forgetContact(stage.wiring, staff("ines"), { contactId }));
  expect(await deliverMail(stage.wiring, { mailId })).toBe("over");
  expect(await countRows(stage, "outreach_mails")).toBe(0);
});

test("a mail that cannot leave is a task that leads to the contact, also after two became one", async () => {
  const [kept, other] = [await add({ mail: "", phone: "555 0181" }), await add()];
  valueIn(await send(other));
  await stage.rows(
    "insert into mail_suppressions (address_hash, category, reason) values (sha256('ida@work.example'), 'outreach', 'bounced')",
  );
  expect(await deliverMail(stage.wiring, { mailId: await newestMail() })).toBe("suppressed");
  const tasks = () => stage.rows("select kind, subject_noun, subject_id from staff_tasks where state = 'open'");
  expect(await tasks()).toEqual([{ kind: "mail_undeliverable", subject_noun: "contact", subject_id: other }]);
  const merge = { contactId: kept, otherId: other, revision: 1, otherRevision: 1 };
  valueIn(await mergeContacts(stage.wiring, staff("ines"), merge));
  expect(await tasks()).toEqual([{ kind: "mail_undeliverable", subject_noun: "contact", subject_id: kept }]);
});
