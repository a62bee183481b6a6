import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { ContactFields } from "~/domain/outreach/contact";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { unsubscribe } from "~/features/mail/unsubscribe.server";
import { unsubscribeToken } from "~/features/mail/unsubscribe-token.server";
import { addContact } from "~/features/outreach/add-contact.server";
import { addSequence } from "~/features/outreach/add-sequence.server";
import { enrolContacts } from "~/features/outreach/enrol-contacts.server";
import { forgetContact } from "~/features/outreach/forget-contact.server";
import { type AudienceView, listAudience } from "~/features/outreach/list-audience.server";
import { listSequences } from "~/features/outreach/list-sequences.server";
import { mergeContacts } from "~/features/outreach/merge-contacts.server";
import { moveSequence, type SequenceMove } from "~/features/outreach/move-sequence.server";
import { openContact } from "~/features/outreach/open-contact.server";
import { openSequence } from "~/features/outreach/open-sequence.server";
import { previewSequence, testSequence } from "~/features/outreach/preview-sequence.server";
import { sendOutreachMail } from "~/features/outreach/send-outreach-mail.server";
import { takeOutOfSequence } from "~/features/outreach/take-out-of-sequence.server";
import { undoContactMerge } from "~/features/outreach/undo-contact-merge.server";
import { writeNote } from "~/features/outreach/write-note.server";
import { writeSequences } from "~/features/outreach/write-sequences.server";
import { writeSteps } from "~/features/outreach/write-steps.server";
import { cast, castActor, castOrganisations } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { countRows, listMails, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
/** A Wednesday at ten at the school. */
const WORKING = new Date("2026-10-14T17:00:00Z");
beforeEach(async () => {
  await stage.clear();
  stage.wiring.clock.set(WORKING);
});
afterAll(() => stage.close());

const ines = staff("ines");
const passDays = (count: number) => stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), count));
const STEPS = [
  { waitDays: 0, subject: "Thursdays at {organization}", body: "Hello {name}" },
  { waitDays: 14, subject: "Once more", body: "Hello again, {name}" },
];
let made = 0;
const add = async (change: Partial<ContactFields> = {}, by: Actor = ines) => {
  const contact: ContactFields = {
    ...{ fullName: "Ida Moe", title: "", organisationName: "Moe and Daughters", mail: `ida${made++}@work.example` },
    ...{ phone: "", language: "en", tags: [], ownerId: null, origin: "typed", originNote: "", timeZone: "", ...change },
  };
  return valueIn(await addContact(stage.wiring, by, { contact })).contactId;
};
const draft = async (by: Actor = ines, language = "en") => {
  const sequenceId = crypto.randomUUID();
  valueIn(await addSequence(stage.wiring, by, { sequenceId, name: "Clinics", language }));
  valueIn(await writeSteps(stage.wiring, by, { sequenceId, revision: 1, steps: STEPS }));
  return sequenceId;
};
const enrol = (sequenceId: string, contactIds: string[], by: Actor = ines) =>
  enrolContacts(stage.wiring, by, { sequenceId, contactIds });
const move = (sequenceId: string, how: SequenceMove["move"], by: Actor = ines) =>
  moveSequence(stage.wiring, by, { sequenceId, move: how, startsOn: null });
const running = async (...contactIds: string[]) => {
  const sequenceId = await draft();
  valueIn(await enrol(sequenceId, contactIds));
  valueIn(await move(sequenceId, "start"));
  return sequenceId;
};
const write = () => writeSequences(stage.wiring);
const open = async (sequenceId: string) => valueIn(await openSequence(stage.wiring, ines, { sequenceId }));
const subjects = async () => (await listMails(stage, "outreach-mail")).map(({ props }) => props.outreachSubject);
const undoMerge = async (contactId: string) => {
  const { merges } = valueIn(await openContact(stage.wiring, ines, { contactId }));
  valueIn(await undoContactMerge(stage.wiring, ines, { contactId, mergeId: merges[0]?.id ?? NOBODY }));
};
const newestMail = async () => {
  const [mail] = await stage.rows<{ id: string }>("select id from mails order by created_at desc, id desc limit 1");
  return mail?.id ?? "";
};
const note = async (contactId: string, what: Parameters<typeof writeNote>[2]["what"]) =>
  valueIn(await writeNote(stage.wiring, ines, { contactId, noteId: crypto.randomUUID(), what, on: null, body: "x" }));

test("the mails of a sequence follow one another, each once, however many runs there are, and the log says by what", async () => {
  const contactId = await add();
  const sequenceId = await running(contactId);
  const [one, other] = await Promise.all([write(), write()]);
  expect(one + other).toBe(1);
  expect(await listMails(stage, "outreach-mail")).toMatchObject([
    { props: { outreachSubject: "Thursdays at Moe and Daughters", coordinatorName: cast.ines.name } },
  ]);
  expect(await deliverMail(stage.wiring, { mailId: await newestMail() })).toBe("sent");
  passDays(13);
  expect(await write()).toBe(0);
  passDays(1);
  expect(await write()).toBe(1);
  expect(await subjects()).toContain("Once more");
  passDays(30);
  expect(await write()).toBe(0);
  expect(await open(sequenceId)).toMatchObject({
    people: [{ contactId, next: null, stop: null, mails: ["sent", "on_its_way"] }],
    figures: { contacts: 1, sent: 1, delivered: 0, replied: 0, accepted: 0, placements: 0 },
  });
  const acts = await stage.rows("select transition, actor_kind from audit_log where noun = 'sequence' order by at, id");
  expect(acts.map(({ transition }) => transition)).toEqual(["add", "write", "enrol", "start"]);
});

test("nothing leaves outside the working hours of the school, before the first day, or while nobody lets it run", async () => {
  const sequenceId = await draft();
  expect(reasonIn(await move(sequenceId, "start"))).toBe("still_needed");
  valueIn(await enrol(sequenceId, [await add()]));
  expect(await write()).toBe(0);
  const start = { sequenceId, move: "start", startsOn: "2026-10-15" } as const;
  expect(reasonIn(await moveSequence(stage.wiring, ines, { ...start, startsOn: "2026-10-13" }))).toBe("day_over");
  valueIn(await moveSequence(stage.wiring, ines, start));
  for (const closed of [
    "2026-10-14T17:00:00Z",
    "2026-10-15T15:59:00Z",
    "2026-10-15T23:00:00Z",
    "2026-10-17T17:00:00Z",
  ]) {
    stage.wiring.clock.set(new Date(closed));
    expect(await write()).toBe(0);
  }
  stage.wiring.clock.set(new Date("2026-10-15T16:00:00Z"));
  expect(await write()).toBe(1);
});

test("a mail leaves while its reader is at work: by their own clock, else that of their organization's state, and on no holiday or closed day", async () => {
  const { districtId } = cast.ines;
  const [clinic] = await stage.rows<{ id: string; name: string }>(
    `insert into organisations (district_id, name, name_key) values ($1, 'Boston Clinic', 'boston clinic') returning id, name`,
    [districtId],
  );
  await stage.rows("insert into sites (district_id, organisation_id, name, region) values ($1, $2, 'Boston', 'MA')", [
    districtId,
    clinic?.id,
  ]);
  const near = await add({ fullName: "Near" });
  const far = await add({ fullName: "Guam", timeZone: "Pacific/Guam" });
  const boston = await add({ fullName: "Boston", organisationName: clinic?.name });
  const sequenceId = await draft();
  valueIn(await enrol(sequenceId, [near, far, boston]));
  valueIn(await moveSequence(stage.wiring, ines, { sequenceId, move: "start", startsOn: "2026-10-14" }));
  const next = async () =>
    (await open(sequenceId)).people.map(({ name, next: mail }) => [name, mail?.position, mail && new Date(mail.at)]);
  // Sunday evening at the school: Columbus Day follows, and the school is closed on the day after.
  await stage.rows("update sequence_contacts set due_on = '2026-10-10'");
  await stage.rows("update sequences set starts_on = '2026-10-10'");
  await stage.rows("insert into no_school_days (school_id, day, reason) values ($1, '2026-10-13', 'x')", [
    cast.ines.schoolId,
  ]);
  stage.wiring.clock.set(new Date("2026-10-12T03:00:00Z"));
  expect(await next()).toEqual([
    ["Boston", 1, new Date("2026-10-14T13:00:00Z")],
    ["Guam", 1, new Date("2026-10-13T23:00:00Z")],
    ["Near", 1, new Date("2026-10-14T16:00:00Z")],
  ]);
  const written: string[] = [];
  for (const at of [
    "2026-10-12T17:00:00Z",
    "2026-10-13T17:00:00Z",
    "2026-10-13T23:00:00Z",
    "2026-10-14T13:00:00Z",
    "2026-10-14T16:00:00Z",
  ]) {
    stage.wiring.clock.set(new Date(at));
    written.push(`${at} ${await write()}`);
  }
  await stage.rows("delete from no_school_days where reason = 'x'");
  expect(written).toEqual([
    "2026-10-12T17:00:00Z 0",
    "2026-10-13T17:00:00Z 0",
    "2026-10-13T23:00:00Z 1",
    "2026-10-14T13:00:00Z 1",
    "2026-10-14T16:00:00Z 1",
  ]);
});

test("a pause takes back what has not left, counts it nowhere, and it comes when somebody lets it go on", async () => {
  const sequenceId = await running(await add());
  expect(await write()).toBe(1);
  const mailId = await newestMail();
  valueIn(await move(sequenceId, "pause"));
  expect(await deliverMail(stage.wiring, { mailId })).toBe("over");
  for (const table of ["outreach_mails", "outreach_addresses", "sequence_mails"])
    expect(await countRows(stage, table)).toBe(0);
  expect(await write()).toBe(0);
  expect(reasonIn(await move(sequenceId, "pause"))).toBe("wrong_state");
  valueIn(await move(sequenceId, "resume", staff("priya")));
  expect(await write()).toBe(1);
  const mails = await listMails(stage, "outreach-mail");
  expect(mails.at(-1)?.props.coordinatorName).toBe(cast.priya.name);
  // What has left stays, and the rest goes on from there.
  expect(await deliverMail(stage.wiring, { mailId: await newestMail() })).toBe("sent");
  valueIn(await move(sequenceId, "pause"));
  expect(await open(sequenceId)).toMatchObject({ people: [{ next: { position: 2 }, mails: ["sent"] }] });
});

test("a mail whose sequence was paused or stopped at that moment does not leave, whoever holds it", async () => {
  const contactId = await add();
  const sequenceId = await running(contactId);
  await write();
  await stage.rows("update sequences set state = 'paused'");
  expect(await deliverMail(stage.wiring, { mailId: await newestMail() })).toBe("suppressed");
  expect(await countRows(stage, "staff_tasks")).toBe(0);
  expect((await open(sequenceId)).figures.sent).toBe(0);
});

describe("a sequence stops for somebody", () => {
  test.each<[string, Parameters<typeof writeNote>[2]["what"], string]>([
    ["who answers by mail", { is: "reply", outcome: "answered", via: "mail" }, "replied"],
    ["who says no", { is: "reply", outcome: "declined", via: "phone" }, "declined"],
    ["who is reached by telephone", { is: "call", outcome: "reached" }, "replied"],
    ["who says no on the telephone", { is: "call", outcome: "declined" }, "declined"],
  ])("%s, also a mail that is about to leave", async (_, what, stop) => {
    const contactId = await add();
    const sequenceId = await running(contactId);
    await write();
    const mailId = await newestMail();
    await note(contactId, what);
    expect(await deliverMail(stage.wiring, { mailId })).toBe("over");
    passDays(20);
    expect(await write()).toBe(0);
    expect(await open(sequenceId)).toMatchObject({ people: [{ stop, next: null }], figures: { replied: 1, sent: 0 } });
  });

  test("not by a call in vain or a note", async () => {
    const contactId = await add();
    await running(contactId);
    await note(contactId, { is: "call", outcome: "not_reached" });
    await note(contactId, { is: "note" });
    expect(await write()).toBe(1);
  });

  test("who wants no mail, at whose address none arrives, who is a mentor by now, and who is taken out or forgotten", async () => {
    const ids = [await add(), await add(), await add(), await add(), await add()];
    const [unsubscribed, bounced, accepted, out, gone] = ids as [string, string, string, string, string];
    const sequenceId = await running(...ids);
    expect(await write()).toBe(5);
    const mailOf = async (contactId: string) => {
      const [mail] = await stage.rows<{ id: string }>("select id from mails where dedupe_key like $1", [
        `outreach-mail:${contactId}:%`,
      ]);
      return mail?.id ?? "";
    };
    for (const contactId of ids) await deliverMail(stage.wiring, { mailId: await mailOf(contactId) });
    valueIn(
      await unsubscribe(stage.wiring, {
        token: unsubscribeToken(stage.wiring.env.secret, await mailOf(unsubscribed)),
      }),
    );
    await stage.rows(
      `insert into mail_suppressions (address_hash, category, reason, district_id)
        select address_hash, 'outreach', 'bounced', district_id from contacts where id = $1`,
      [bounced],
    );
    const [contact] = await stage.rows<{ mail: string }>("select mail from contacts where id = $1", [accepted]);
    await stage.rows(
      "insert into mentor_contact_points (district_id, mentor_id, kind, value) values ($1, $2, 'mail', upper($3))",
      [cast.maya.districtId, cast.maya.personId, contact?.mail],
    );
    await stage.rows(
      `insert into placements (district_id, organisation_id, kind, title, seats, lead_mentor_id, created_at)
        values ($1, $2, 'shadow_day', 'A day with Ida', 1, $3, $4)`,
      [cast.maya.districtId, cast.maya.organisationId, cast.maya.personId, stage.wiring.clock.now()],
    );
    const enrolmentOf = async (id: string) =>
      (await open(sequenceId)).people.find(({ contactId }) => contactId === id)?.enrolmentId ?? "";
    const takenOut = { sequenceId, enrolmentId: await enrolmentOf(out) };
    for (const _ of [1, 2]) valueIn(await takeOutOfSequence(stage.wiring, ines, takenOut));
    valueIn(await forgetContact(stage.wiring, ines, { contactId: gone }));
    passDays(20);
    expect(await write()).toBe(0);
    const { people, figures } = await open(sequenceId);
    const stopOf = (id: string | null) => people.find(({ contactId }) => contactId === id)?.stop;
    expect([unsubscribed, bounced, accepted, out, null].map(stopOf)).toEqual([
      ...["unsubscribed", "bounced", "accepted", "taken_out", "forgotten"],
    ]);
    expect(figures).toEqual({ contacts: 5, sent: 5, delivered: 0, replied: 0, accepted: 1, placements: 1 });
    expect(people.find(({ isAccepted }) => isAccepted)?.placed).toEqual([{ title: "A day with Ida", listingId: null }]);
    await stage.rows("delete from placements where title = 'A day with Ida'");
    await stage.rows("delete from mentor_contact_points where lower(value) = lower($1)", [contact?.mail]);
  });

  test("whom two contacts became, once", async () => {
    const [kept, other] = [await add({ mail: "", phone: "555 0181" }), await add()];
    const sequenceId = await running(other);
    await write();
    const merge = { contactId: kept, otherId: other, revision: 1, otherRevision: 1 };
    valueIn(await mergeContacts(stage.wiring, ines, merge));
    expect(await open(sequenceId)).toMatchObject({ people: [{ contactId: kept, next: { position: 2 } }] });
    passDays(14);
    expect(await write()).toBe(1);
  });

  test("ends at a merge where the other contact said no, and stays so when it is undone", async () => {
    const [kept, other] = [await add({ mail: "", phone: "555 0181" }), await add()];
    await note(kept, { is: "call", outcome: "declined" });
    const sequenceId = await running(other);
    const merge = { contactId: kept, otherId: other, revision: 1, otherRevision: 1 };
    valueIn(await mergeContacts(stage.wiring, ines, merge));
    expect(await open(sequenceId)).toMatchObject({ people: [{ contactId: kept, stop: "declined", next: null }] });
    expect(await write()).toBe(0);
    await undoMerge(kept);
    expect(await open(sequenceId)).toMatchObject({ people: [{ contactId: other, stop: "declined", next: null }] });
  });

  test("goes on once where both were in it, and gives the other their place back when they are two again", async () => {
    const [kept, other] = [await add(), await add({ mail: "ida@home.example" })];
    const sequenceId = await running(kept, other);
    const merge = { contactId: kept, otherId: other, revision: 1, otherRevision: 1 };
    valueIn(await mergeContacts(stage.wiring, ines, merge));
    expect(await write()).toBe(1);
    await undoMerge(kept);
    const { people } = await open(sequenceId);
    expect(people.find(({ contactId }) => contactId === other)).toMatchObject({ stop: "merged", next: null });
    expect(people.find(({ contactId }) => contactId === kept)).toMatchObject({ next: { position: 2 } });
  });
});

test("whoever the district wrote to a short time ago gets the mail when the cap allows it", async () => {
  const contactId = await add();
  const mail = { contactId, outreachMailId: crypto.randomUUID(), subject: "Hello", body: "Hello" };
  valueIn(await sendOutreachMail(stage.wiring, ines, mail));
  const sequenceId = await running(contactId);
  expect(await write()).toBe(0);
  expect(await open(sequenceId)).toMatchObject({ people: [{ next: { position: 1, at: "2026-10-29T16:00:00Z" } }] });
  passDays(15);
  expect(await write()).toBe(1);
});

test("it pauses when whoever signs does not keep contacts any more, and somebody else may let it go on", async () => {
  const sequenceId = await running(await add());
  const leave = (to: string) =>
    stage.rows(`update identity.memberships set to_on = ${to} where person_id = $1`, [cast.ines.personId]);
  await leave("'2026-10-01'");
  expect(await write()).toBe(0);
  await leave("null");
  expect((await open(sequenceId)).sequence.state).toBe("paused");
  valueIn(await move(sequenceId, "resume", staff("priya")));
  expect(await write()).toBe(1);
});

test("an end is the end: nobody gets more, and nobody comes in", async () => {
  const sequenceId = await running(await add());
  await write();
  valueIn(await move(sequenceId, "end"));
  expect(await open(sequenceId)).toMatchObject({ sequence: { state: "ended" }, people: [{ stop: "ended" }] });
  expect(await countRows(stage, "outreach_addresses")).toBe(0);
  expect(reasonIn(await enrol(sequenceId, [await add()]))).toBe("not_now");
  expect(reasonIn(await move(sequenceId, "resume"))).toBe("wrong_state");
});

describe("the steps", () => {
  const steps = (sequenceId: string, change: object, revision = 2) =>
    writeSteps(stage.wiring, ines, { sequenceId, revision, steps: [STEPS[0], { ...STEPS[1], ...change }] as never });

  test.each<[string, object, string]>([
    ["are as far apart as the cap asks", { waitDays: 13 }, "wait_unfit"],
    ["have a subject", { subject: " " }, "subject_missing"],
    ["have words", { body: " " }, "body_missing"],
    ["know every placeholder", { body: "Hello {first}" }, "placeholder_unknown"],
    ["have a subject that fits also with its placeholders", { subject: "{organization}".repeat(11) }, "subject_long"],
    ["have words that fit also with their placeholders", { body: "{organization} ".repeat(340) }, "body_long"],
    ["name no student", { body: `Meet ${cast.jada.name}` }, "names_student"],
  ])("%s", async (_, change, reason) => {
    const sequenceId = await draft();
    expect(await steps(sequenceId, change)).toMatchObject({ ok: false, reason, detail: { step: 2 } });
    expect((await open(sequenceId)).steps).toHaveLength(2);
  });

  test("are not written over what a colleague wrote, nor while it runs; an empty one is left out", async () => {
    const sequenceId = await draft();
    const none = { subject: "", body: "" };
    const answers = await Promise.all([steps(sequenceId, none), steps(sequenceId, none)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: "changed_meanwhile" });
    expect((await open(sequenceId)).steps).toHaveLength(1);
    valueIn(await enrol(sequenceId, [await add()]));
    valueIn(await move(sequenceId, "start"));
    expect(reasonIn(await steps(sequenceId, none, 3))).toBe("not_now");
  });

  test("are shown with a contact's data, and a test goes to whoever asks, once", async () => {
    const [contactId, blank] = [await add(), await add({ organisationName: "" })];
    const sequenceId = await draft();
    const shown = valueIn(await previewSequence(stage.wiring, ines, { sequenceId, contactId }));
    expect(shown).toMatchObject([{ mail: { subject: "Thursdays at Moe and Daughters" } }, { ok: true }]);
    expect(valueIn(await previewSequence(stage.wiring, ines, { sequenceId, contactId: blank }))[0]).toEqual({
      ...{ ok: false, reason: "placeholder_empty", detail: { placeholder: "{organization}", step: 1 } },
    });
    expect(await countRows(stage, "mails")).toBe(0);
    for (const _ of [1, 2]) valueIn(await testSequence(stage.wiring, ines, { sequenceId, contactId }));
    expect((await listMails(stage, "outreach-mail")).map(({ to }) => to)).toEqual([cast.ines.mail, cast.ines.mail]);
    expect(reasonIn(await testSequence(stage.wiring, ines, { sequenceId, contactId: blank }))).toBe(
      "placeholder_empty",
    );
    // For whom something cannot be filled in, nothing is sent.
    valueIn(await enrol(sequenceId, [blank]));
    valueIn(await move(sequenceId, "start"));
    expect(await write()).toBe(0);
    expect(await open(sequenceId)).toMatchObject({ people: [{ stop: "unfilled" }] });
  });
});

describe("an audience", () => {
  const ALL = { words: "", tag: "", interestId: "", areaId: "", withinKm: 10 };
  const audience = async (sequenceId: string, view: Partial<AudienceView> = {}) =>
    valueIn(await listAudience(stage.wiring, ines, { sequenceId, ...ALL, ...view }));

  test("says of everybody who cannot come in why, and ticking them all the same changes nothing", async () => {
    const sequenceId = await draft();
    const fit = await add({ fullName: "Fit" });
    const called = await add({ fullName: "Called", mail: "", phone: "555 0181" });
    const mentor = await add({ fullName: "Mentor", mail: cast.maya.mail });
    const spanish = await add({ fullName: "Spanish", language: "es" });
    const silent = await add({ fullName: "Silent" });
    await stage.rows(
      `insert into mail_suppressions (address_hash, category, reason, district_id)
        select address_hash, 'outreach', 'no_answer', district_id from contacts where id = $1`,
      [silent],
    );
    const refused = await add({ fullName: "Refused" });
    await note(refused, { is: "reply", outcome: "declined", via: "phone" });
    const busy = await add({ fullName: "Busy" });
    await running(busy);
    const unfit = Object.fromEntries((await audience(sequenceId)).rows.map((row) => [row.full_name, row.unfit]));
    expect(unfit).toEqual({
      ...{ Fit: null, Called: "no_mail", Mentor: "mentor", Spanish: "language", Silent: "silent" },
      ...{ Refused: "said_no", Busy: "elsewhere" },
    });
    const all = [fit, called, mentor, spanish, silent, refused, busy, NOBODY];
    const counts = await Promise.all([1, 2].map(async () => valueIn(await enrol(sequenceId, all)).count));
    expect(counts.toSorted()).toEqual([0, 1]);
    expect((await open(sequenceId)).people.map(({ name }) => name)).toEqual(["Fit"]);
    expect((await audience(sequenceId)).count).toBe(6);
    expect(reasonIn(await enrol(sequenceId, []))).toBe("nobody_chosen");
  });

  test("is found by an interest that an organisation offers or a tag names, and by how near it works", async () => {
    const sequenceId = await draft();
    const [known] = await stage.rows<{ name: string; interest: string; area: string }>(
      `select o.name, i.interest_id as interest, s.area_id as area from organisations o
        join sites s on s.organisation_id = o.id and s.area_id is not null and s.latitude is not null
        join placement_interests i on i.organisation_id = o.id
        where o.id = $1 order by i.interest_id limit 1`,
      [castOrganisations["harbor-bike-works"].organisationId],
    );
    if (!known) throw new Error("the sample has no such organisation");
    const offers = await add({ fullName: "Offers", organisationName: known.name });
    const { labelOf } = await import("~/domain/interest/taxonomy");
    const tagged = await add({ fullName: "Tagged", tags: [labelOf(known.interest, "es").toUpperCase()] });
    await add({ fullName: "Neither" });
    const found = async (view: Partial<AudienceView>) => (await audience(sequenceId, view)).rows.map(({ id }) => id);
    expect(await found({ interestId: known.interest })).toEqual([offers, tagged]);
    expect(await found({ areaId: known.area, withinKm: 20 })).toEqual([offers]);
    expect(await found({ areaId: known.area, withinKm: 20, interestId: known.interest, words: "off" })).toEqual([
      offers,
    ]);
    expect(await found({ words: "100%" })).toEqual([]);
    expect(await found({ tag: "none" })).toEqual([]);
  });
});

test.each<[string, () => Actor, "not_permitted" | "not_found"]>([
  ["an advisor of the school", () => staff("tom"), "not_permitted"],
  ["a student of the school", () => student("ana"), "not_permitted"],
  ["a mentor", () => castActor(cast.maya), "not_permitted"],
  ["a coordinator of the same district", () => staff("malik"), "not_found"],
  ["a coordinator of another district", () => staff("greta"), "not_found"],
])("%s reads, writes and moves no sequence of the school", async (_, who, reason) => {
  const contactId = await add();
  const sequenceId = await running(contactId);
  const [by, { wiring }] = [who(), stage];
  const [person] = (await open(sequenceId)).people;
  const log = await countRows(stage, "audit_log");
  const view = { sequenceId, words: "", tag: "", interestId: "", areaId: "", withinKm: 10 };
  const answers = [
    await openSequence(wiring, by, { sequenceId }),
    await writeSteps(wiring, by, { sequenceId, revision: 2, steps: STEPS }),
    await previewSequence(wiring, by, { sequenceId, contactId }),
    await testSequence(wiring, by, { sequenceId, contactId }),
    await listAudience(wiring, by, view),
    await enrol(sequenceId, [contactId], by),
    await move(sequenceId, "pause", by),
    await takeOutOfSequence(wiring, by, { sequenceId, enrolmentId: person?.enrolmentId ?? "" }),
  ];
  expect(answers.map((answer) => reasonIn(answer as never))).toEqual(answers.map(() => reason));
  const listed = await listSequences(wiring, by);
  expect(listed).toMatchObject(reason === "not_found" ? { value: { sequences: [] } } : { reason });
  if (reason === "not_permitted")
    expect(
      reasonIn(await addSequence(wiring, by, { sequenceId: crypto.randomUUID(), name: "x", language: "en" })),
    ).toBe(reason);
  expect(await countRows(stage, "audit_log")).toBe(log);
});

test("a sequence is added once, in a language of the school, with a name", async () => {
  const sequence = { sequenceId: crypto.randomUUID(), name: "Clinics", language: "es" };
  const change = (by: object) => addSequence(stage.wiring, ines, { ...sequence, ...by });
  expect(reasonIn(await change({ name: " " }))).toBe("name_missing");
  expect(reasonIn(await change({ language: "xx" }))).toBe("language_unknown");
  for (const _ of [1, 2]) valueIn(await change({}));
  expect(reasonIn(await change({ name: "Others" }))).toBe("written_already");
  expect(valueIn(await listSequences(stage.wiring, ines)).sequences).toMatchObject([{ state: "draft", contacts: 0 }]);
});
