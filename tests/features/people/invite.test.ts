import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { LinkActor } from "~/domain/actor";
import { readInvitationCode, showInvitationCode } from "~/domain/people/invitation";
import { ALL_RIGHTS, type LinkTerms } from "~/domain/people/link-rights";
import { ASKING_LINKS } from "~/domain/question/question";
import { askToJoin } from "~/features/accounts/ask-to-join.server";
import { findHelpByLink } from "~/features/accounts/find-help-by-link.server";
import { findSession } from "~/features/accounts/find-session.server";
import { languageOfLink } from "~/features/accounts/language-of-link.server";
import { openInvitation } from "~/features/accounts/open-invitation.server";
import { openJoinLink } from "~/features/accounts/open-join-link.server";
import { openLink } from "~/features/accounts/open-link.server";
import { redeemSignIn } from "~/features/accounts/redeem-sign-in.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { addContact } from "~/features/people/add-contact.server";
import { addGuardian } from "~/features/people/add-guardian.server";
import { addStudent } from "~/features/people/add-student.server";
import { endLink } from "~/features/people/end-link.server";
import { endMembership } from "~/features/people/end-membership.server";
import { invitePeople } from "~/features/people/invite-people.server";
import { invitePerson } from "~/features/people/invite-person.server";
import { letStudentLeave } from "~/features/people/let-student-leave.server";
import { listNotIn } from "~/features/people/list-not-in.server";
import { openPerson } from "~/features/people/open-person.server";
import { remindInvited } from "~/features/people/remind-invited.server";
import { preferContact, removeContact } from "~/features/people/settle-contact.server";
import { takeInvitationBack } from "~/features/people/take-invitation-back.server";
import { wordsOfLetter } from "~/routes/coordinator.people.$memberId_.invite/letter-words.server";

import { cast, castActor } from "~db/cast";
import { hashAddress } from "~db/mails.server";
import { readSignInMail } from "../../support/account";
import { staff, student } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
let places = 0;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from invitations");
  await stage.rows("delete from identity.rate_limits");
});
afterAll(() => stage.close());

const ines = staff("ines");
const invite = (personId: string, way: "mail" | "letter" | "hand", note = "came with a passport", by = ines) =>
  invitePerson(stage.wiring, by, { personId, way, note });
const codeFor = async (personId: string) => valueIn(await invite(personId, "letter"))?.code ?? "";
const look = (token: string, address = `192.0.2.${places++ % 250}`) => openJoinLink(stage.wiring, { token, address });
const bearer = async (token: string): Promise<LinkActor> => valueIn(await look(token));
const coming = async (personId: string) => valueIn(await openPerson(stage.wiring, ines, { personId })).inviting;
const acts = (personId: string) =>
  stage.rows<{ transition: string; reason: string; evidence: string }>(
    "select transition, reason, evidence from audit_log where noun_id = $1 order by id",
    [personId],
  );

/** A student whom nobody can mail. */
async function newStudent(name: string, mail: string | null = null): Promise<string> {
  const student = {
    ...{ fullName: `${name} Newcomer`, nameUsed: name, bornOn: "2010-04-01", grade: 10, studentNumber: null },
    ...{ language: "es", directoryOptOut: false, advisoryId: null, mail, isAnother: true },
  };
  return valueIn(await addStudent(stage.wiring, ines, student)).personId;
}

/** A guardian, without a mail address unless one is given. */
async function newGuardian(name: string, studentId: string, mail: string | null = null): Promise<string> {
  const terms: LinkTerms = { relationship: "mother", legalBasis: "parent", rights: ALL_RIGHTS, callOrder: 1 };
  const guardian = {
    ...{ studentId, fullName: `${name} Newcomer`, nameUsed: name, language: "es", terms, document: "" },
    ...{ contacts: mail === null ? [] : [{ kind: "mail" as const, value: mail }], namesake: "another" as const },
  };
  return valueIn(await addGuardian(stage.wiring, ines, guardian)).personId;
}

/** Types a code, an address, and the number that came there. */
async function comeIn(code: string, mail: string) {
  const { browser } = valueIn(await askToJoin(stage.wiring, await bearer(code), { mail }));
  const sent = await readSignInMail(stage.database);
  const redeemed = await redeemSignIn(stage.wiring, { browser, proof: { code: sent.code }, device: "Firefox" });
  return { sent, redeemed };
}

test("a letter's code lets its person in with an address they prove, once, and their page and the log say how", async () => {
  const personId = await newStudent("Itzel");
  const letter = valueIn(await invite(personId, "letter"));
  expect(letter).toMatchObject({ name: "Itzel", as: "student", language: "es", lastDay: "2026-11-13" });
  const code = letter?.code ?? "";
  const typed = ` ${showInvitationCode(code).toLowerCase()} `;
  expect(readInvitationCode(typed)).toBe(code);
  expect(valueIn(await openInvitation(stage.wiring, await bearer(typed)))).toMatchObject({
    name: "Itzel",
    needsAddress: true,
  });
  const { sent, redeemed } = await comeIn(typed, " Itzel.N@mail.example ");
  expect(sent).toMatchObject({ to: "itzel.n@mail.example" });
  const session = await findSession(stage.wiring, valueIn(redeemed).token);
  expect(session).toMatchObject({ mail: "itzel.n@mail.example", actor: { kind: "student", personId } });
  expect((await look(code)).ok).toBe(false);
  const { cameInOn, invitations } = await coming(personId);
  expect(cameInOn).toBe("2026-10-15");
  expect(invitations).toMatchObject([{ way: "letter", standing: "used", by: "Ines Carvalho" }]);
  expect((await acts(personId)).map(({ transition }) => transition)).toEqual([
    ...["add_student", "invite", "add_contact", "let_in", "come_in"],
  ]);
  const stored = await stage.rows("select * from identity.links");
  expect(JSON.stringify(stored)).not.toContain(code);
});

test("an address that brought no mail and is proved by a code that came there takes mail again", async () => {
  const personId = await newStudent("Izel");
  const home = { kind: "mail", value: "izel@mail.example", isShared: false, letsIn: false } as const;
  valueIn(await addContact(stage.wiring, ines, { personId, ...home }));
  await stage.rows("update contact_points set undeliverable_at = now() where person_id = $1", [personId]);
  await stage.rows(
    "insert into mail_suppressions (address_hash, category, reason, district_id) values ($1, 'digest', 'bounced', $2)",
    [hashAddress(home.value), ines.districtId],
  );
  valueIn((await comeIn(await codeFor(personId), home.value)).redeemed);
  expect(await stage.rows("select undeliverable_at from contact_points where person_id = $1", [personId])).toEqual([
    { undeliverable_at: null },
  ]);
  expect(await stage.rows("select from mail_suppressions where address_hash = $1", [hashAddress(home.value)])).toEqual(
    [],
  );
});

test("nobody comes in with the address of somebody else of the school, or one that others at home read; only its holder learns so", async () => {
  const personId = await newStudent("Nayeli");
  const code = await codeFor(personId);
  const asGuardian = await comeIn(code, cast.rosa.mail);
  expect(reasonIn(asGuardian.redeemed)).toBe("address_of_others");
  const household = { kind: "mail", value: "casa@mail.example", isShared: true, letsIn: false } as const;
  valueIn(await addContact(stage.wiring, ines, { personId, ...household }));
  expect(reasonIn((await comeIn(code, "casa@mail.example")).redeemed)).toBe("address_of_others");
  expect((await comeIn(code, "nayeli@mail.example")).redeemed.ok).toBe(true);
  // A guardian's code is no way for a student to become their own guardian.
  const forGuardian = await codeFor(await newGuardian("Tecuichpo", personId));
  expect(reasonIn((await comeIn(forGuardian, "nayeli@mail.example")).redeemed)).toBe("address_of_others");
});

test("a new code ends the last one; what is over, taken back, or of somebody who has left lets nobody in, also with the number on its way", async () => {
  const personId = await newStudent("Xochitl");
  const first = await codeFor(personId);
  const { browser } = valueIn(await askToJoin(stage.wiring, await bearer(first), { mail: "x@mail.example" }));
  const { code: number } = await readSignInMail(stage.database);
  const second = await codeFor(personId);
  expect(reasonIn(await look(first))).toBe("expired");
  const late = await redeemSignIn(stage.wiring, { browser, proof: { code: number }, device: "x" });
  expect(reasonIn(late)).toBe("invitation_over");
  const held = await bearer(second);
  valueIn(await letStudentLeave(stage.wiring, ines, { studentId: personId, lastDay: "2026-10-15" }));
  expect(reasonIn(await askToJoin(stage.wiring, held, { mail: "x@mail.example" }))).toBe("over");
  expect((await coming(personId)).invitations.map(({ standing }) => standing)).toEqual(["withdrawn", "withdrawn"]);

  const other = await codeFor(await newStudent("Citlali"));
  stage.wiring.clock.set(new Date("2026-11-20T12:00:00Z"));
  expect(reasonIn(await look(other))).toBe("expired");
});

test("a mail invites once, in the person's language, leads to a code at that same address, and ends with the address", async () => {
  const personId = await newStudent("Ixchel", "ixchel@mail.example");
  expect(valueIn(await invite(personId, "mail"))).toBeNull();
  expect(reasonIn(await invite(personId, "mail"))).toBe("invited_already");
  const [mail, ...more] = await stage.rows<{ recipient_language: string; props: { link: string; reader: string } }>(
    "select recipient_language, props from mails where kind = 'place-invitation'",
  );
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ recipient_language: "es", props: { reader: "student" } });
  const token = mail?.props.link.split("/").at(-1) ?? "";
  // Whoever else holds the mail gains nothing: the code goes to the address of the invitation.
  const holder = await bearer(token);
  const { sent } = await comeIn(token, "thief@mail.example");
  expect(sent.to).toBe("ixchel@mail.example");
  expect((await coming(personId)).invitations).toMatchObject([{ way: "mail", standing: "used" }]);
  const { contacts } = valueIn(await openPerson(stage.wiring, ines, { personId }));
  valueIn(await removeContact(stage.wiring, ines, { contactPointId: contacts[0]?.id ?? "" }));
  expect(reasonIn(await askToJoin(stage.wiring, holder, { mail: "" }))).toBe("over");
  expect(reasonIn(await look(token))).toBe("expired");
  expect(reasonIn(await invite(personId, "mail"))).toBe("no_address");
});

test("nobody is invited by a mail in a language they do not read", async () => {
  const personId = await newStudent("Somali", "somali.reader@lakeview.example");
  await stage.rows("update people set language = 'so' where id = $1", [personId]);
  expect(reasonIn(await invite(personId, "mail"))).toBe("unwritten");
  expect(await stage.rows("select id from mails where recipient_person_id = $1", [personId])).toEqual([]);
});

test("a letter is written in the language of its reader, as a draft where no pages speak it, and says so where nobody wrote it", async () => {
  const printed = async (language: string) => {
    const personId = await newStudent("Reader");
    await stage.rows("update people set language = $2 where id = $1", [personId, language]);
    const letter = valueIn(await invite(personId, "letter"));
    if (!letter) throw new Error("no letter was made");
    return wordsOfLetter(letter, { origin: "https://lakeview.example", printer: "es" });
  };
  const somali = await printed("so");
  expect(somali).toMatchObject({ language: "so", hasOwnWords: true, isDraft: true });
  expect(somali.title).toBe("Reader, booskaagu waa diyaar");
  expect(somali.steps[0]).toContain("lakeview.example/join");
  expect(JSON.stringify(somali)).not.toContain("{{");
  expect(await printed("en")).toMatchObject({ language: "en", hasOwnWords: true, isDraft: false });
  expect(await printed("tl")).toMatchObject({ language: "es", hasOwnWords: false, isDraft: false });
});

test("who was mailed and has not come in is reminded once after a week; who came in, or lost the address, is not", async () => {
  const personId = await newStudent("Izel", "izel@mail.example");
  const gone = await newStudent("Malinali", "malinali@mail.example");
  const isIn = await newStudent("Tonantzin", "tonantzin@mail.example");
  for (const each of [personId, gone, isIn]) valueIn(await invite(each, "mail"));
  await stage.rows("update identity.memberships set came_in_at = now() where person_id = $1", [isIn]);
  const { contacts } = valueIn(await openPerson(stage.wiring, ines, { personId: gone }));
  valueIn(await removeContact(stage.wiring, ines, { contactPointId: contacts[0]?.id ?? "" }));
  stage.wiring.clock.pass(7 * 24 * 60 - 60);
  expect(await remindInvited(stage.wiring)).toBe(0);
  stage.wiring.clock.pass(60);
  expect(await Promise.all([remindInvited(stage.wiring), remindInvited(stage.wiring)])).toContain(1);
  expect(await remindInvited(stage.wiring)).toBe(0);
  const sent = await stage.rows<{ to: string; link: string }>(
    "select recipient_mail as to, props->>'link' as link from mails where props->>'event' = 'reminded'",
  );
  expect(sent).toMatchObject([{ to: "izel@mail.example" }]);
  expect((await look(sent[0]?.link.split("/").at(-1) ?? "")).ok).toBe(true);
  expect((await coming(personId)).invitations).toMatchObject([{ standing: "open", remindedOn: "2026-10-22" }]);
});

test("a code told in person says how it was made sure who it was; staff get none; whoever has no place is not invited", async () => {
  const personId = await newStudent("Yaretzi");
  expect(reasonIn(await invite(personId, "hand", " "))).toBe("note_missing");
  valueIn(await invite(personId, "hand"));
  expect((await acts(personId)).at(-1)).toMatchObject({
    transition: "invite",
    reason: "hand",
    evidence: "came with a passport",
  });
  expect(reasonIn(await invite(cast.tom.personId, "letter"))).toBe("staff_by_mail");
  const guardianId = await newGuardian("Teuila", personId);
  const [link] = await stage.rows<{ id: string }>("select id from guardian_links where guardian_id = $1", [guardianId]);
  const held = await bearer(await codeFor(guardianId));
  valueIn(
    await endLink(stage.wiring, ines, { linkId: link?.id ?? "", lastDay: "2026-10-15", document: "court order" }),
  );
  stage.wiring.clock.set(new Date("2026-10-16T18:00:00Z"));
  expect(reasonIn(await askToJoin(stage.wiring, held, { mail: "m@mail.example" }))).toBe("over");
  expect(reasonIn(await invite(guardianId, "letter"))).toBe("has_no_place");
  expect((await coming(guardianId)).invitations).toMatchObject([{ standing: "withdrawn" }]);
});

test("no code is made, or goes on working, for whom an address lets in", async () => {
  const personId = await newStudent("Xoco");
  const guardianId = await newGuardian("Ameyalli", personId, "ameyalli@mail.example");
  expect(reasonIn(await invite(guardianId, "letter"))).toBe("has_address");
  expect(reasonIn(await invite(guardianId, "hand"))).toBe("has_address");
  const { contacts } = valueIn(await openPerson(stage.wiring, ines, { personId: guardianId }));
  valueIn(await removeContact(stage.wiring, ines, { contactPointId: contacts[0]?.id ?? "" }));
  const held = await bearer(await codeFor(guardianId));
  const back = { kind: "mail", value: "ameyalli@mail.example", isShared: false, letsIn: true } as const;
  valueIn(await addContact(stage.wiring, ines, { personId: guardianId, ...back }));
  expect(reasonIn(await askToJoin(stage.wiring, held, { mail: "finder@mail.example" }))).toBe("over");
  expect((await coming(guardianId)).invitations).toMatchObject([{ standing: "withdrawn" }]);
});

test("a mail goes on inviting where another address is preferred, and waits no more where it takes no mail", async () => {
  const personId = await newStudent("Zeltzin", "zeltzin@mail.example");
  valueIn(await invite(personId, "mail"));
  const other = { kind: "mail", value: "zeltzin.b@mail.example", isShared: false, letsIn: true } as const;
  valueIn(await addContact(stage.wiring, ines, { personId, ...other }));
  const { contacts } = valueIn(await openPerson(stage.wiring, ines, { personId }));
  const contactPointId = contacts.find(({ value }) => value === other.value)?.id ?? "";
  valueIn(await preferContact(stage.wiring, ines, { contactPointId }));
  const [mail] = await stage.rows<{ link: string }>(
    "select props->>'link' as link from mails where kind = 'place-invitation'",
  );
  const held = await bearer(mail?.link.split("/").at(-1) ?? "");
  expect(valueIn(await openInvitation(stage.wiring, held))).toMatchObject({ needsAddress: false });
  expect((await coming(personId)).invitations).toMatchObject([{ standing: "open" }]);
  await stage.rows("update contact_points set undeliverable_at = now() where value = 'zeltzin@mail.example'");
  expect(reasonIn(await openInvitation(stage.wiring, held))).toBe("over");
  expect((await coming(personId)).invitations).toMatchObject([{ standing: "withdrawn" }]);
});

test("an invitation stands while a place is left today, and ends with the last", async () => {
  const guardianId = await newGuardian("Yolotl", await newStudent("Itzli"), "yolotl@mail.example");
  valueIn(await invite(guardianId, "mail"));
  const [asStaff] = await stage.rows<{ id: string }>(
    `insert into identity.memberships (account_id, role, school_id, district_id, person_id, from_on)
      select account_id, 'advisor', school_id, district_id, person_id, '2026-09-01' from identity.memberships
      where person_id = $1 returning id`,
    [guardianId],
  );
  const end = (membershipId: string, lastDay: string) =>
    endMembership(stage.wiring, staff("priya"), { membershipId, lastDay });
  valueIn(await end(asStaff?.id ?? "", "2026-10-14"));
  expect((await coming(guardianId)).invitations).toMatchObject([{ standing: "open" }]);
  const [asGuardian] = await stage.rows<{ id: string }>(
    "select id from identity.memberships where person_id = $1 and role = 'guardian'",
    [guardianId],
  );
  valueIn(await end(asGuardian?.id ?? "", "2026-10-15"));
  expect((await coming(guardianId)).invitations).toMatchObject([{ standing: "open" }]);
  stage.wiring.clock.pass(24 * 60);
  expect((await coming(guardianId)).invitations).toMatchObject([{ standing: "withdrawn" }]);
});

test("an invitation that is taken back lets nobody in, its mail stays where it waits, and nobody is reminded; a second press changes nothing", async () => {
  const personId = await newStudent("Coyolxauhqui", "coyol@mail.example");
  const takeBack = (by = ines) => takeInvitationBack(stage.wiring, by, { personId });
  expect(valueIn(await takeBack())).toBeNull();
  valueIn(await invite(personId, "mail"));
  const [mail] = await stage.rows<{ id: string; link: string }>(
    "select id, props->>'link' as link from mails where kind = 'place-invitation'",
  );
  for (const stranger of [staff("malik"), staff("greta")]) expect(reasonIn(await takeBack(stranger))).toBe("not_found");
  expect(reasonIn(await takeBack(staff("tom")))).toBe("not_permitted");
  expect((await Promise.all([takeBack(), takeBack()])).map(({ ok }) => ok)).toEqual([true, true]);
  expect((await coming(personId)).invitations).toMatchObject([{ standing: "withdrawn" }]);
  expect(reasonIn(await look(mail?.link.split("/").at(-1) ?? ""))).toBe("expired");
  stage.wiring.clock.pass(8 * 24 * 60);
  expect(await remindInvited(stage.wiring)).toBe(0);
  await deliverMail(stage.wiring, { mailId: mail?.id ?? "" });
  expect(await stage.rows("select state from mails where id = $1", [mail?.id])).toEqual([{ state: "suppressed" }]);
  const done = (await acts(personId)).map(({ transition }) => transition);
  expect(done.slice(-2)).toEqual(["invite", "take_invitation_back"]);
});

test("letters of one press are made together or not at all", async () => {
  const [first, second] = [await newStudent("Tlazohtzin"), await newStudent("Xilonen")] as const;
  // What no form lets through breaks the press at its third person.
  const personIds = [first, second, "not-an-id"];
  await expect(invitePeople(stage.wiring, ines, { personIds, way: "letter" })).rejects.toThrow();
  expect((await coming(first)).invitations).toEqual([]);
  expect(valueIn(await invitePeople(stage.wiring, ines, { personIds: [first, second], way: "letter" }))).toMatchObject({
    invited: 2,
    letters: [{ name: "Tlazohtzin" }, { name: "Xilonen" }],
  });
});

test("one letter mails ten typed addresses a day, whatever they are", async () => {
  const held = await bearer(await codeFor(await newStudent("Quetzalli")));
  const type = (at: number) => askToJoin(stage.wiring, held, { mail: `stranger-${at}@mail.example` });
  for (let at = 0; at < 10; at += 1) valueIn(await type(at));
  expect(reasonIn(await type(10))).toBe("too_many");
});

test("whoever never signed in is listed, the uninvited first, and several are invited at once, each once", async () => {
  const [mailed, bare, isIn, gone] = [
    await newStudent("Aketzali", "aketzali@mail.example"),
    await newStudent("Centehua"),
    await newStudent("Eréndira", "erendira@mail.example"),
    await newStudent("Papalotl"),
  ] as const;
  await stage.rows("update identity.memberships set came_in_at = now() where person_id = $1", [isIn]);
  valueIn(await letStudentLeave(stage.wiring, ines, { studentId: gone, lastDay: "2026-10-14" }));
  const listed = async () => {
    const { pages } = valueIn(await listNotIn(stage.wiring, ines, { page: 1 }));
    const all = Array.from({ length: pages }, (_, at) => listNotIn(stage.wiring, ines, { page: at + 1 }));
    return (await Promise.all(all)).flatMap((each) => valueIn(each).people);
  };
  const before = await listed();
  expect(before.find(({ id }) => id === mailed)).toMatchObject({
    mail: "aketzali@mail.example",
    as: "student",
    invited: null,
  });
  expect(before.some(({ id }) => id === isIn || id === gone)).toBe(false);
  const asked = { personIds: [mailed, bare, mailed], way: "mail" } as const;
  expect(valueIn(await invitePeople(stage.wiring, ines, asked))).toEqual({ invited: 1, passed: 1, letters: [] });
  expect(valueIn(await invitePeople(stage.wiring, ines, asked))).toMatchObject({ invited: 0, passed: 2 });
  const { letters } = valueIn(
    await invitePeople(stage.wiring, ines, { personIds: [bare, cast.tom.personId], way: "letter" }),
  );
  expect(letters).toMatchObject([{ name: "Centehua" }]);
  expect((await look(letters[0]?.code ?? "")).ok).toBe(true);
  expect((await listed()).slice(-2).map(({ invited }) => invited)).toMatchObject([
    { way: "mail", on: "2026-10-15" },
    { way: "letter" },
  ]);
  expect(reasonIn(await invitePeople(stage.wiring, ines, { personIds: [], way: "mail" }))).toBe("nobody_chosen");
  expect(reasonIn(await invitePeople(stage.wiring, student("ana"), asked))).toBe("not_permitted");
  expect(reasonIn(await listNotIn(stage.wiring, staff("tom"), { page: 1 }))).toBe("not_permitted");
  expect(valueIn(await invitePeople(stage.wiring, staff("malik"), asked))).toMatchObject({ invited: 0, passed: 2 });
});

test("a stranger invites nobody, and wrong codes from one place are counted, right ones are not", async () => {
  const personId = await newStudent("Zyanya");
  for (const stranger of [staff("malik"), staff("greta")])
    expect(reasonIn(await invite(personId, "letter", "x", stranger))).toBe("not_found");
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await invitePerson(stage.wiring, actor, { personId, way: "letter", note: "" }))).toBe(
      "not_permitted",
    );
  const code = await codeFor(personId);
  for (let tries = 0; tries < 20; tries += 1)
    expect(reasonIn(await look("AAAAA-AAAAA", "198.51.100.7"))).toBe("not_found");
  expect(reasonIn(await look(code, "198.51.100.7"))).toBe("too_many");
  for (let tries = 0; tries < 25; tries += 1) expect((await look(code, "198.51.100.8")).ok).toBe(true);
  // No other page reads a code.
  expect(reasonIn(await openLink(stage.wiring, { token: code, kinds: ASKING_LINKS }))).toBe("not_found");
  expect(await findHelpByLink(stage.wiring, { token: code, kinds: ["join"] })).not.toBeNull();
  expect(await languageOfLink(stage.wiring, { token: code, mayBeCode: false })).toBeNull();
  expect(await languageOfLink(stage.wiring, { token: code, mayBeCode: true })).toBe("es");
});
