import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { ContactFields } from "~/domain/outreach/contact";
import { addContact } from "~/features/outreach/add-contact.server";
import { changeContact } from "~/features/outreach/change-contact.server";
import { forgetContact } from "~/features/outreach/forget-contact.server";
import { type ContactView, listContacts } from "~/features/outreach/list-contacts.server";
import { mergeContacts } from "~/features/outreach/merge-contacts.server";
import { openContact } from "~/features/outreach/open-contact.server";
import { openContactForm } from "~/features/outreach/open-contact-form.server";
import { previewMerge } from "~/features/outreach/preview-merge.server";
import { sayContactsApart } from "~/features/outreach/say-contacts-apart.server";
import { takeBackContactsApart } from "~/features/outreach/take-back-contacts-apart.server";
import { undoContactMerge } from "~/features/outreach/undo-contact-merge.server";
import { type ContactNote, writeNote } from "~/features/outreach/write-note.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { CONTACT_REFERENCES } from "~db/contact-moves.server";
import { suppressMail } from "~db/mails.server";
import { withSystem } from "~db/scope.server";
import { staff, student } from "../../support/pursuit-way";
import { countRows, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const IDA: ContactFields = {
  ...{ fullName: "Ida Moe", title: "Owner", organisationName: "", mail: "ida@work.example", phone: "", language: "en" },
  ...{ tags: ["clinic"], ownerId: null, origin: "public_site", originNote: "moe.example", timeZone: "" },
};
const ALL: ContactView = { words: "", tag: "", owner: null, touched: "any", page: 1 };

const add = async (contact: Partial<ContactFields> = {}, by: Actor = staff("ines")) =>
  valueIn(await addContact(stage.wiring, by, { contact: { ...IDA, ...contact } })).contactId;
const open = async (contactId: string, by: Actor = staff("ines")) =>
  valueIn(await openContact(stage.wiring, by, { contactId }));
const list = async (view: Partial<ContactView> = {}, by: Actor = staff("ines")) =>
  valueIn(await listContacts(stage.wiring, by, { ...ALL, ...view }));
const noteIds = Array.from({ length: 9 }, (_, n) => `01990000-0c00-7000-8000-00000000a00${n}`);
const CALL: Omit<ContactNote, "contactId"> = {
  ...{
    noteId: noteIds[0] as string,
    what: { is: "call", outcome: "reached" },
    on: "2026-10-01",
    body: "They like students.",
  },
};
const note = (contactId: string, change: Partial<ContactNote> = {}, by: Actor = staff("ines")) =>
  writeNote(stage.wiring, by, { contactId, ...CALL, ...change });
const silence = (mail: string) =>
  withSystem(stage.wiring, (tx) =>
    suppressMail(tx, {
      ...{ mail, category: "outreach", reason: "unsubscribed" },
      districtId: sampleSchools.lakeview.districtId,
      now: stage.wiring.clock.now(),
    }),
  );
const acts = () => stage.rows("select transition, evidence from audit_log where noun = 'contact' order by at, id");

/** Who has nothing to do with a school's contacts: its own advisor, a student, a mentor, and coordinators of other schools. */
const STRANGERS: [string, () => Actor, "not_permitted" | "not_found"][] = [
  ["an advisor of the school", () => staff("tom"), "not_permitted"],
  ["a student of the school", () => student("ana"), "not_permitted"],
  ["a mentor", () => castActor(cast.maya), "not_permitted"],
  ["a coordinator of the same district", () => staff("malik"), "not_found"],
  ["a coordinator of another district", () => staff("greta"), "not_found"],
];

test.each(STRANGERS)("%s reads and changes no contact of the school", async (_, who, reason) => {
  const contactId = await add();
  const otherId = await add({ mail: "", phone: "555 0181" });
  const by = who();
  const { wiring } = stage;
  const log = await acts();
  const merge = { contactId, otherId, revision: 1, otherRevision: 1 };
  expect(reasonIn(await openContact(wiring, by, { contactId }))).toBe(reason);
  expect(reasonIn(await changeContact(wiring, by, { contactId, revision: 1, contact: IDA }))).toBe(reason);
  expect(reasonIn(await note(contactId, {}, by))).toBe(reason);
  expect(reasonIn(await previewMerge(wiring, by, merge))).toBe(reason);
  expect(reasonIn(await mergeContacts(wiring, by, merge))).toBe(reason);
  expect(reasonIn(await forgetContact(wiring, by, { contactId }))).toBe(reason);
  const listed = await listContacts(wiring, by, ALL);
  expect(listed).toMatchObject(reason === "not_found" ? { value: { rows: [], count: 0 } } : { reason });
  if (reason === "not_permitted") {
    expect(reasonIn(await addContact(wiring, by, { contact: IDA }))).toBe(reason);
    expect(reasonIn(await openContactForm(wiring, by))).toBe(reason);
  }
  expect(await acts()).toEqual(log);
});

describe("a new contact", () => {
  test("is written down with the district's organisation of that name, and the log names no words", async () => {
    const contactId = await add({
      organisationName: "green lake ANIMAL clinic (sample), Inc.",
      mail: " Ida@Work.example ",
    });
    const { contact, isSilent, mentor, alike } = await open(contactId);
    expect(contact).toMatchObject({ fullName: "Ida Moe", mail: "ida@work.example", tags: ["clinic"], revision: 1 });
    expect(contact.organisationId).not.toBeNull();
    expect({ isSilent, mentor, alike }).toEqual({ isSilent: false, mentor: null, alike: [] });
    expect(await acts()).toEqual([{ transition: "add", evidence: "" }]);
  });

  test("makes no organisation that the district does not know", async () => {
    const before = await countRows(stage, "organisations");
    const { contact } = await open(await add({ organisationName: "Moe and Daughters" }));
    expect(contact).toMatchObject({ organisationName: "Moe and Daughters", organisationId: null });
    expect(await countRows(stage, "organisations")).toBe(before);
  });

  test.each<[string, Partial<ContactFields>, string]>([
    ["a name", { fullName: " " }, "name_missing"],
    ["an address that can be one", { mail: "ida at work" }, "mail_unclear"],
    ["an address or a phone number", { mail: " ", phone: " " }, "unreachable"],
    ["an owner who works there", { ownerId: cast.malik.personId }, "owner_unknown"],
    ["an owner who keeps contacts", { ownerId: cast.tom.personId }, "owner_unknown"],
  ])("needs %s", async (_, contact, reason) => {
    expect(reasonIn(await addContact(stage.wiring, staff("ines"), { contact: { ...IDA, ...contact } }))).toBe(reason);
    expect(await countRows(stage, "contacts")).toBe(0);
  });

  test("with an address that the school has is refused, also at the same moment; another school may have it", async () => {
    const input = { contact: { ...IDA, mail: "IDA@work.example" } };
    const tries = Array.from({ length: 4 }, () => addContact(stage.wiring, staff("ines"), input));
    const answers = await Promise.all(tries);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "already_kept")).toHaveLength(3);
    await add({}, staff("malik"));
    expect(await countRows(stage, "contacts")).toBe(2);
  });

  test("whose address asked for silence in the district is marked so, and a mentor's is named", async () => {
    await silence("quiet@work.example");
    expect(await open(await add({ mail: "quiet@work.example" }))).toMatchObject({ isSilent: true });
    expect((await open(await add({ mail: cast.carlos.mail }))).mentor).toMatchObject({ fullName: cast.carlos.name });
    expect((await list()).rows.map(({ mail, is_silent }) => [mail, is_silent])).toContainEqual([
      ...["quiet@work.example", true],
    ]);
  });
});

describe("a change", () => {
  test("is kept with the names of the fields that differ, and of two at once one is refused", async () => {
    const contactId = await add();
    const change = (fullName: string) =>
      changeContact(stage.wiring, staff("ines"), {
        contactId,
        revision: 1,
        contact: { ...IDA, fullName, phone: "1234567" },
      });
    const answers = await Promise.all([change("Ida M."), change("I. Moe")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: "changed_meanwhile" });
    expect((await open(contactId)).contact.revision).toBe(2);
    expect(await acts()).toContainEqual({ transition: "change", evidence: "fullName, phone" });
  });

  test("to an address that another contact has is refused; its own address is no hindrance", async () => {
    const contactId = await add();
    await add({ mail: "ole@work.example" });
    const change = (mail: string) =>
      changeContact(stage.wiring, staff("ines"), { contactId, revision: 1, contact: { ...IDA, mail } });
    expect(reasonIn(await change("ole@work.example"))).toBe("already_kept");
    valueIn(await change("ida@work.example"));
  });
});

describe("calls and notes", () => {
  test("stand on the contact's page, the newest first, with who wrote them; a form sent twice is one", async () => {
    const contactId = await add();
    await Promise.all([note(contactId), note(contactId)]);
    valueIn(
      await note(contactId, { noteId: noteIds[1] as string, what: { is: "note" }, on: null, body: " Likes tea. " }),
    );
    const { notes, today } = await open(contactId);
    expect(notes).toMatchObject([
      { kind: "note", outcome: "", happened_on: today, body: "Likes tea.", writer: cast.ines.name },
      { kind: "call", outcome: "reached", happened_on: "2026-10-01", writer: cast.ines.name },
    ]);
    expect(await acts()).toEqual([
      { transition: "add", evidence: "" },
      { transition: "call", evidence: "reached" },
      { transition: "note", evidence: "" },
    ]);
  });

  test("are not dropped without a word when the same form comes with other words", async () => {
    const contactId = await add();
    valueIn(await note(contactId));
    for (const change of [
      { body: "They moved." },
      { on: "2026-10-02" },
      { what: { is: "call", outcome: "call_back" } as const },
    ])
      expect(reasonIn(await note(contactId, change))).toBe("written_already");
    expect(reasonIn(await note(await add({ mail: "else@work.example" })))).toBe("written_already");
    valueIn(await note(contactId));
    expect((await open(contactId)).notes).toHaveLength(1);
  });

  test("and answers stand there with the way they came by, and the log says what they came to", async () => {
    const contactId = await add();
    const no = { is: "reply", outcome: "declined", via: "in_person" } as const;
    valueIn(await note(contactId, { what: no, body: "" }));
    expect(reasonIn(await note(contactId, { what: { ...no, via: "phone" }, body: "" }))).toBe("written_already");
    expect((await open(contactId)).notes).toMatchObject([{ kind: "reply", outcome: "declined", via: "in_person" }]);
    expect(await acts()).toContainEqual({ transition: "reply", evidence: "declined" });
    expect((await list()).rows[0]).toMatchObject({ last_contact_on: "2026-10-01" });
  });

  test("need words in a note and a day that has come", async () => {
    const contactId = await add();
    expect(reasonIn(await note(contactId, { what: { is: "note" }, body: " " }))).toBe("words_missing");
    expect(reasonIn(await note(contactId, { on: "2030-01-01" }))).toBe("in_future");
    expect(reasonIn(await note(NOBODY))).toBe("not_found");
    valueIn(await note(contactId, { body: "" }));
  });
});

describe("the organization of a contact", () => {
  const name = "Cascade Bikes";
  const at = async (contactId: string, by?: Actor) => (await open(contactId, by)).organisation;

  test("names who else the school keeps there, who looks after them and when somebody last talked with them", async () => {
    const ida = await add({ organisationName: name });
    const ole = await add({
      ...{
        fullName: "Ole Berg",
        title: "Workshop",
        mail: "ole@work.example",
        organisationName: ` ${name.toUpperCase()}`,
      },
      ownerId: cast.ines.personId,
    });
    await add({ fullName: "Una Lie", mail: "una@lie.example", organisationName: "Lie and Sons" });
    await add({ fullName: "Of Harbor", mail: "other@work.example", organisationName: name }, staff("malik"));
    valueIn(await note(ole, { on: "2026-10-01" }));
    const there = {
      id: ole,
      fullName: "Ole Berg",
      title: "Workshop",
      owner: cast.ines.name,
      lastContactOn: "2026-10-01",
    };
    expect((await at(ida))?.contacts).toEqual([there]);
    expect((await at(ole))?.contacts).toMatchObject([{ id: ida, owner: null, lastContactOn: null }]);
  });

  test("says for a host of the district who the mentors are and what the school shows of it", async () => {
    const [host] = await stage.rows<{ name: string; published: number }>(
      `select o.name, count(*)::int as published from organisations o join listings l on l.organisation_id = o.id
        where l.school_id = $1 and l.state = 'published' and o.id = (select organisation_id from affiliations where mentor_id = $2) group by o.name`,
      [sampleSchools.lakeview.schoolId, cast.maya.personId],
    );
    const known = await add({ organisationName: `The ${host?.name}, LLC` });
    expect((await at(known))?.host).toMatchObject({ published: host?.published });
    expect((await at(known))?.host).toMatchObject({ mentors: expect.arrayContaining([cast.maya.name]) });
    const unknown = await add({ fullName: "Ole Berg", mail: "ole@work.example", organisationName: "Berg Boats" });
    expect(await at(unknown)).toEqual({ contacts: [], host: null });
    expect(await at(await add({ fullName: "Una Lie", mail: "una@lie.example" }))).toBeNull();
  });
});

describe("the list", () => {
  test("is narrowed by words, tag, owner and the last call", async () => {
    const ida = await add({ ownerId: cast.ines.personId });
    const ole = await add({
      fullName: "Ole Berg",
      mail: "",
      phone: "555 0181",
      organisationName: "Berg 100%",
      tags: [],
    });
    const una = await add({ fullName: "Una Lie", mail: "una@lie.example", tags: ["alumni"] });
    valueIn(await note(ida, { on: "2026-10-01" }));
    valueIn(await note(una, { noteId: noteIds[1] as string, on: "2026-01-05" }));
    const found = async (view: Partial<ContactView>) => (await list(view)).rows.map(({ id }) => id);
    expect(await found({})).toEqual([ida, ole, una]);
    expect(await found({ words: "100%" })).toEqual([ole]);
    expect(await found({ words: "LIE.ex" })).toEqual([una]);
    expect(await found({ tag: "clinic" })).toEqual([ida]);
    expect(await found({ owner: cast.ines.personId })).toEqual([ida]);
    expect(await found({ owner: "nobody" })).toEqual([ole, una]);
    expect(await found({ touched: "never" })).toEqual([ole]);
    expect(await found({ touched: "long_ago" })).toEqual([una]);
    const { tags, owners, rows } = await list();
    expect(tags).toEqual(["alumni", "clinic"]);
    expect(owners.map(({ name }) => name)).toContain(cast.ines.name);
    expect(rows[0]).toMatchObject({ last_contact_on: "2026-10-01", owner: cast.ines.name, is_silent: false });
  });

  test("of ten thousand is counted exactly, and its last page is as quick as its first", async () => {
    const { schoolId, districtId } = sampleSchools.lakeview;
    await stage.rows(
      `with made as (insert into contacts (school_id, district_id, full_name, mail, address_hash, language, tags, origin, created_at, updated_at)
          select $1, $2, 'Person ' || lpad(n::text, 5, '0'), 'p' || n || '@many.example', sha256(('p' || n || '@many.example')::bytea), 'en',
            case when n % 3 = 0 then '{third}'::text[] else '{}' end, 'import', '2026-10-01', '2026-10-01' from generate_series(1, 10000) n returning school_id, id, full_name)
        insert into contact_notes (school_id, id, contact_id, kind, outcome, happened_on, written_at)
        select school_id, uuidv7(), id, 'call', 'reached', '2026-10-01', '2026-10-01' from made where full_name < 'Person 05000'`,
      [schoolId, districtId],
    );
    await stage.rows("analyze contacts, contact_notes");
    expect(await list({ touched: "never" })).toMatchObject({ count: 5001, page: 1, pages: 101 });
    expect(await list({ tag: "third" })).toMatchObject({ count: 3333 });
    const last = await list({ page: 99_999 });
    expect(last).toMatchObject({ count: 10_000, page: 200, pages: 200 });
    expect(last.rows.at(-1)?.full_name).toBe("Person 10000");
  });
});

describe("a merge", () => {
  test("shows what stays, then brings notes and calls together and leaves one contact", async () => {
    const contactId = await add({ mail: "", phone: "555 0181" });
    const otherId = await add({ title: "", tags: ["alumni"] });
    valueIn(await note(otherId));
    const ids = { contactId, otherId };
    expect((await open(contactId)).alike.map(({ id }) => id)).toEqual([otherId]);
    const preview = valueIn(await previewMerge(stage.wiring, staff("ines"), ids));
    expect(preview).toMatchObject({ noteCount: 1, lostMail: "", silenceComes: false });
    expect(preview.merged).toMatchObject({ mail: "ida@work.example", phone: "555 0181", tags: ["clinic", "alumni"] });
    valueIn(await mergeContacts(stage.wiring, staff("ines"), { ...ids, revision: 1, otherRevision: 1 }));
    const { contact, notes } = await open(contactId);
    expect(contact).toMatchObject({ ...preview.merged, revision: 2 });
    expect(notes).toHaveLength(1);
    expect(reasonIn(await openContact(stage.wiring, staff("ines"), { contactId: otherId }))).toBe("not_found");
    expect(await countRows(stage, "contacts")).toBe(1);
  });

  test("refuses what has changed since the preview, and a contact with itself", async () => {
    const [contactId, otherId] = [await add(), await add({ mail: "", phone: "555 0181" })];
    const merge = (change: object) =>
      mergeContacts(stage.wiring, staff("ines"), {
        ...{ contactId, otherId, revision: 1, otherRevision: 1 },
        ...change,
      });
    expect(reasonIn(await merge({ otherRevision: 2 }))).toBe("changed_meanwhile");
    expect(reasonIn(await merge({ otherId: contactId }))).toBe("not_found");
    const answers = await Promise.all([merge({}), merge({ contactId: otherId, otherId: contactId })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await countRows(stage, "contacts")).toBe(1);
  });

  test("can be undone for a week: what came along goes back, what is new stays, and what somebody changed since stands", async () => {
    const contactId = await add({ mail: "", phone: "555 0181", title: "" });
    const otherId = await add({ tags: ["alumni"] });
    valueIn(await note(otherId));
    const ids = { contactId, otherId };
    valueIn(await mergeContacts(stage.wiring, staff("ines"), { ...ids, revision: 1, otherRevision: 1 }));
    valueIn(await note(contactId, { noteId: noteIds[1] as string, body: "New since." }));
    const { contact, merges } = await open(contactId);
    expect(merges).toMatchObject([{ name: "Ida Moe", mail: "ida@work.example" }]);
    const change = { contactId, revision: contact.revision, contact: { ...contact, title: "Boss" } };
    valueIn(await changeContact(stage.wiring, staff("ines"), change));
    const undo = (by: Actor = staff("ines")) =>
      undoContactMerge(stage.wiring, by, { contactId, mergeId: merges[0]?.id ?? NOBODY });
    expect(reasonIn(await undo(staff("tom")))).toBe("not_permitted");
    expect(reasonIn(await undo(staff("malik")))).toBe("not_found");
    expect(valueIn(await undo())).toEqual({ otherId });
    expect((await open(contactId)).contact).toMatchObject({
      mail: "",
      phone: "555 0181",
      title: "Boss",
      tags: ["clinic"],
    });
    expect((await open(contactId)).notes.map(({ body }) => body)).toEqual(["New since."]);
    const back = await open(otherId);
    expect(back.contact).toMatchObject({ mail: "ida@work.example", phone: "", title: "Owner", tags: ["alumni"] });
    expect(back.notes).toHaveLength(1);
    expect(reasonIn(await undo())).toBe("undone_already");
  });

  test("can be undone also where it was made before time zones were written down", async () => {
    const [contactId, otherId] = [await add({ mail: "", phone: "555 0181" }), await add({ timeZone: "Pacific/Guam" })];
    valueIn(await mergeContacts(stage.wiring, staff("ines"), { contactId, otherId, revision: 1, otherRevision: 1 }));
    expect((await open(contactId)).contact.timeZone).toBe("Pacific/Guam");
    await stage.rows("update contacts set time_zone = ''");
    await stage.rows("update merge_moves set row_before = row_before - 'time_zone' where table_name = 'contacts'");
    const { merges } = await open(contactId);
    valueIn(await undoContactMerge(stage.wiring, staff("ines"), { contactId, mergeId: merges[0]?.id ?? NOBODY }));
    for (const id of [contactId, otherId]) expect((await open(id)).contact.timeZone).toBe("");
  });

  test("cannot be undone after a week, nor while another contact has the address", async () => {
    const [contactId, otherId] = [await add({ mail: "", phone: "555 0181" }), await add()];
    const merge = { contactId, otherId, revision: 1, otherRevision: 1 };
    valueIn(await mergeContacts(stage.wiring, staff("ines"), merge));
    const { contact, merges } = await open(contactId);
    const undo = () => undoContactMerge(stage.wiring, staff("ines"), { contactId, mergeId: merges[0]?.id ?? NOBODY });
    const change = { contactId, revision: contact.revision, contact: { ...contact, mail: "" } };
    valueIn(await changeContact(stage.wiring, staff("ines"), change));
    await add({ fullName: "Bo" });
    expect(reasonIn(await undo())).toBe("address_taken");
    stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), 8));
    expect(reasonIn(await undo())).toBe("too_late");
    expect((await open(contactId)).merges).toEqual([]);
  });

  test("is forgotten with the contact: of the one that went a silence is left, and nothing that says who it was", async () => {
    const [contactId, otherId] = [await add(), await add({ mail: "zzgone@home.example" })];
    const merge = { contactId, otherId, revision: 1, otherRevision: 1 };
    valueIn(await mergeContacts(stage.wiring, staff("ines"), merge));
    valueIn(await forgetContact(stage.wiring, staff("ines"), { contactId }));
    expect(await stage.rows("select id from merges where kept_id = $1", [contactId])).toEqual([]);
    expect(await stage.rows("select id from merge_moves where row_before::text like '%zzgone@%'")).toEqual([]);
    expect(await open(await add({ mail: "zzgone@home.example" }))).toMatchObject({ isSilent: true });
  });

  test("is proposed until both are said to be two people, which is said once, of the own school, and taken back", async () => {
    const [contactId, otherId] = [await add(), await add({ mail: "zzother@home.example" })];
    const two = { contactId: otherId, otherId: contactId };
    expect((await open(contactId)).alike).toHaveLength(1);
    for (const outcome of await Promise.all([1, 2].map(() => sayContactsApart(stage.wiring, staff("ines"), two))))
      valueIn(outcome);
    for (const [one, other] of [
      [contactId, otherId],
      [otherId, contactId],
    ] as const)
      expect(await open(one)).toMatchObject({ alike: [], apart: [{ id: other }] });
    expect(await stage.rows("select noun_id from audit_log where transition = 'say_apart'")).toHaveLength(2);
    for (const verb of [sayContactsApart, takeBackContactsApart]) {
      expect(reasonIn(await verb(stage.wiring, staff("tom"), two))).toBe("not_permitted");
      expect(reasonIn(await verb(stage.wiring, castActor(cast.malik), two))).toMatch(/^not_(found|apart)$/);
    }
    expect(reasonIn(await sayContactsApart(stage.wiring, staff("ines"), { contactId, otherId: contactId }))).toBe(
      "not_found",
    );
    valueIn(await takeBackContactsApart(stage.wiring, staff("ines"), two));
    expect(reasonIn(await takeBackContactsApart(stage.wiring, staff("ines"), two))).toBe("not_apart");
    expect(await open(contactId)).toMatchObject({ alike: [{ id: otherId }], apart: [] });
    valueIn(await sayContactsApart(stage.wiring, staff("ines"), two));
    valueIn(await forgetContact(stage.wiring, staff("ines"), { contactId: otherId }));
    expect(await stage.rows("select * from contacts_apart")).toEqual([]);
  });

  test("moves every column that names a contact", async () => {
    const keys = await stage.rows<{ name: string }>(
      "select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'contacts'::regclass",
    );
    const moved = new Set(CONTACT_REFERENCES.map(({ table }) => table));
    // What was said of two rows is over once one of them goes: it goes with the row.
    moved.add("contacts_apart");
    expect(keys.map(({ name }) => name).filter((name) => !moved.has(name))).toEqual([]);
  });

  test("takes the silence of the address that goes to the one that stays", async () => {
    await silence("ida@home.example");
    const [contactId, otherId] = [await add(), await add({ mail: "ida@home.example" })];
    const preview = valueIn(await previewMerge(stage.wiring, staff("ines"), { contactId, otherId }));
    expect(preview).toMatchObject({ lostMail: "ida@home.example", silenceComes: true });
    const merge = { contactId, otherId, revision: 1, otherRevision: 1 };
    valueIn(await mergeContacts(stage.wiring, staff("ines"), merge));
    expect(await open(contactId)).toMatchObject({ isSilent: true });
  });

  test("takes no silence from an address at which mails only did not arrive: that is why two become one", async () => {
    const dead = "ida@old.example";
    await stage.rows(
      "insert into mail_suppressions (address_hash, category, reason, district_id) values (sha256($1), 'outreach', 'bounced', $2)",
      [dead, sampleSchools.lakeview.districtId],
    );
    const [contactId, otherId] = [await add(), await add({ mail: dead })];
    expect(await open(otherId)).toMatchObject({ isSilent: true });
    const preview = valueIn(await previewMerge(stage.wiring, staff("ines"), { contactId, otherId }));
    const merge = { contactId, otherId, revision: 1, otherRevision: 1 };
    valueIn(await mergeContacts(stage.wiring, staff("ines"), merge));
    expect([preview.silenceComes, (await open(contactId)).isSilent]).toEqual([false, false]);
  });
});

test("who is forgotten leaves a hash alone: no school of the district writes to the address unasked", async () => {
  const contactId = await add();
  valueIn(await note(contactId));
  valueIn(await forgetContact(stage.wiring, staff("ines"), { contactId }));
  expect(await countRows(stage, "contacts")).toBe(0);
  expect(await countRows(stage, "contact_notes")).toBe(0);
  expect(reasonIn(await forgetContact(stage.wiring, staff("ines"), { contactId }))).toBe("not_found");
  expect(await open(await add({}, staff("malik")), staff("malik"))).toMatchObject({ isSilent: true });
});
