import { beforeEach, expect, test } from "vitest";
import type { ContactFields } from "~/domain/outreach/contact";
import { openThread } from "~/features/conversations/open-thread.server";
import { readThread } from "~/features/conversations/read-thread.server";
import { returnMessage } from "~/features/conversations/return-message.server";
import { writeMessage } from "~/features/conversations/write-message.server";
import { addContact } from "~/features/outreach/add-contact.server";
import { changeContact } from "~/features/outreach/change-contact.server";
import { sendOutreachMail } from "~/features/outreach/send-outreach-mail.server";
import { cast, castActor } from "~db/cast";
import { answer, bearerOf } from "../features/consents/scene";
import { jpegOf } from "../support/pictures";
import { sql } from "../support/sql";
import { valueIn } from "../support/stage";
import { askRosa, useSite } from "./consent-site";

const site = useSite();
const staffInes = castActor(cast.ines);
const WORDS = "zzwords that took me an hour";
const KEY = "01990000-c0e0-7000-8000-0000000000a";

let ines: string;
beforeEach(async () => {
  ines = await site.app.signInAs("ines");
});

let made = 0;
const somebody = (): ContactFields => ({
  ...{ fullName: "Ida Moe", title: "", organisationName: "", mail: `ida.${made++}@work.example`, phone: "" },
  ...{ language: "en", tags: [], ownerId: null, origin: "public_site", originNote: "", timeZone: "" },
});

test("what somebody wrote to a contact stays in the form when a colleague was faster, and cannot be sent", async () => {
  const { contactId } = valueIn(await addContact(site.wiring, staffInes, { contact: somebody() }));
  const write = { contactId, outreachMailId: `${KEY}1`, subject: "Hello", body: "Hello there" };
  valueIn(await sendOutreachMail(site.wiring, staffInes, write));
  const form = { intent: "send", outreachMailId: `${KEY}2`, subject: "Hello", body: WORDS };
  const { status, body } = await site.app.post(`/coordinator/contacts/${contactId}/write`, form, ines);
  expect(status).toBe(409);
  expect(body).toContain(`${WORDS}</textarea>`);
  expect(body).toContain("A school of the district wrote to this address a short time ago.");
  expect(body).not.toMatch(/<button[^>]*value="send"/);
});

test("whoever changes a contact a moment after a colleague reads what the colleague wrote before their own takes its place", async () => {
  const contact = somebody();
  const { contactId } = valueIn(await addContact(site.wiring, staffInes, { contact }));
  const change = { contactId, revision: 1, contact: { ...contact, title: "zzcolleague" } };
  valueIn(await changeContact(site.wiring, staffInes, change));
  const typed = { ...{ intent: "change", revision: "1", fullName: "Ida Moe", title: WORDS, mail: contact.mail } };
  const fields = { ...typed, language: "en", origin: "public_site", organisationName: "", phone: "", tags: "" };
  const { status, body } = await site.app.post(`/coordinator/contacts/${contactId}?index`, fields, ines);
  expect(status).toBe(409);
  const form = body.slice(body.indexOf('name="revision"'));
  expect(form).toContain('value="2"');
  expect(form.indexOf("zzcolleague")).toBeLessThan(form.indexOf(WORDS));
  expect(form.indexOf("zzcolleague")).toBeGreaterThan(0);
});

test("of two coordinators the one who decides later about a message reads that, and keeps the reason that they typed", async () => {
  const { pursuitId, consentId } = await askRosa(site);
  valueIn(await answer(site, await bearerOf(site, consentId), { consentId }));
  const ana = castActor(cast.ana);
  valueIn(await openThread(site.wiring, ana, { pursuitId }));
  const nothing = { files: [], show: "", leftOut: [] };
  const message = { pursuitId, body: "Call 206 555 0177", formKey: `${KEY}3`, language: "en", via: "page" } as const;
  valueIn(await writeMessage(site.wiring, ana, { ...message, ...nothing }));
  const [held] = await sql<{ id: string }>(site.database, "select id from messages where state = 'held'");
  const messageId = held?.id ?? "";
  for (const reader of [staffInes, castActor(cast.priya)])
    valueIn(await readThread(site.wiring, reader, { pursuitId }));
  const path = `/conversations/${pursuitId}`;
  const without = await site.app.post(path, { intent: "return", messageId, reason: " " }, ines);
  expect(without.body).toMatch(/<details open/);
  valueIn(await returnMessage(site.wiring, castActor(cast.priya), { pursuitId, messageId, reason: "No numbers." }));
  const late = await site.app.post(path, { intent: "return", messageId, reason: WORDS }, ines);
  expect(late.status).toBe(409);
  for (const words of ["Somebody has decided about this message already.", "No numbers.", WORDS])
    expect(late.body).toContain(words);
  const released = await site.app.post(path, { intent: "release", messageId }, ines);
  expect(released.body).toContain("Somebody has decided about this message already.");
  // So many were written since that it stands on another page.
  await sql(
    site.database,
    `insert into messages (school_id, thread_id, member_id, body, via, form_key, written_at)
      select school_id, thread_id, member_id, 'Later', 'page', gen_random_uuid(), written_at + n * interval '1 second'
      from messages, generate_series(1, 200) n where id = $1`,
    [messageId],
  );
  const elsewhere = await site.app.post(path, { intent: "return", messageId, reason: WORDS }, ines);
  expect(elsewhere.status).toBe(409);
  expect(elsewhere.body).not.toContain("No numbers.");
  for (const words of ["Somebody has decided about this message already.", WORDS])
    expect(elsewhere.body).toContain(words);
});

test("a file that is no picture costs no word of the message, and a picture comes as nothing but a picture", async () => {
  const { pursuitId, consentId } = await askRosa(site);
  valueIn(await answer(site, await bearerOf(site, consentId), { consentId }));
  const ana = castActor(cast.ana);
  valueIn(await openThread(site.wiring, ana, { pursuitId }));
  const path = `/conversations/${pursuitId}`;
  const cookie = await site.app.signInAs("ana");
  const fields = { intent: "write", formKey: `${KEY}4`, body: WORDS, show: "My timetable" };
  const file = { field: "pictures", name: "plan.pdf", content: "%PDF-1.7" };
  const refused = await site.app.postParts(path, { fields, file }, cookie);
  expect(refused.status).toBe(422);
  for (const kept of [
    `${WORDS}</textarea>`,
    'value="My timetable"',
    "take a photo of it and send that",
    "<details open",
  ])
    expect(refused.body).toContain(kept);
  const message = { pursuitId, body: "Here", formKey: `${KEY}5`, language: "en", via: "page" } as const;
  valueIn(await writeMessage(site.wiring, ana, { ...message, files: [jpegOf({})], show: "", leftOut: [] }));
  const page = await site.app.ask(path, { headers: { cookie } });
  const [, address = ""] = /<img src="(\/conversations\/[^"]+)" alt="Picture"/.exec(page.body) ?? [];
  const picture = await site.app.ask(address, { headers: { cookie } });
  expect(picture.headers).toMatchObject({
    ...{
      "content-type": "image/jpeg",
      "content-disposition": "inline",
      "cache-control": expect.stringContaining("no-store"),
    },
    ...{ "x-content-type-options": "nosniff" },
  });
  const stranger = await site.app.ask(address, { headers: { cookie: await site.app.signInAs("maya") } });
  expect(stranger.status).toBe(404);
});
