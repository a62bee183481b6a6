import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ALL_RIGHTS, type LinkTerms } from "~/domain/people/link-rights";
import { addContact } from "~/features/people/add-contact.server";
import { addGuardian } from "~/features/people/add-guardian.server";
import { addStaff } from "~/features/people/add-staff.server";
import { addStudent } from "~/features/people/add-student.server";
import { changeLanguages } from "~/features/people/change-languages.server";
import { changeLink } from "~/features/people/change-link.server";
import { changeNames } from "~/features/people/change-names.server";
import { endLink } from "~/features/people/end-link.server";
import { endMembership } from "~/features/people/end-membership.server";
import { findNamesakes } from "~/features/people/find-namesakes.server";
import { letStudentLeave } from "~/features/people/let-student-leave.server";
import { listPeople } from "~/features/people/list-people.server";
import { openNewPerson } from "~/features/people/open-new-person.server";
import { openPerson } from "~/features/people/open-person.server";
import { handOnAdvisory, setAdvisory } from "~/features/people/set-advisory.server";
import { preferContact, removeContact } from "~/features/people/settle-contact.server";
import { takeStudentBack } from "~/features/people/take-student-back.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { cast, castActor } from "~db/cast";
import { anaContacted, staff, student } from "../../support/pursuit-way";
import {
  lakeviewListing,
  listMails,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = staff("ines");
const priya = staff("priya");
const STRANGERS = [staff("malik"), staff("greta"), staff("walter")];
const NO_KEEPERS = [staff("tom"), staff("june"), student("ana"), castActor(cast.rosa), castActor(cast.maya)];
const TODAY = "2026-10-15";

const PARENT: LinkTerms = { relationship: "mother", legalBasis: "parent", rights: ALL_RIGHTS, callOrder: 1 };
const noWhereabouts = { ...PARENT, rights: { ...ALL_RIGHTS, mayKnowWhereabouts: false } };
let made = 0;
const nameOf = (kind: string) => `${kind} Nobody ${String.fromCharCode(97 + made++)}`;
const aStudent = (fields = {}) => ({
  ...{ fullName: nameOf("Sam"), nameUsed: "Sam", bornOn: "2010-04-01", grade: 10, studentNumber: null, language: "so" },
  ...{ directoryOptOut: false, advisoryId: null, mail: null, isAnother: false },
  ...fields,
});
const aGuardian = (studentId: string, fields = {}) => ({
  ...{ studentId, fullName: nameOf("Fadumo"), nameUsed: "Fadumo", language: "so", terms: PARENT, document: "" },
  ...{ contacts: [], namesake: "unseen" as const },
  ...fields,
});
const add = async (fields = {}) => valueIn(await addStudent(stage.wiring, ines, aStudent(fields))).personId;
const open = async (personId: string, by = ines) => valueIn(await openPerson(stage.wiring, by, { personId }));
const acts = async (nounId: string) =>
  (
    await stage.rows<{ transition: string }>("select transition from audit_log where noun_id = $1 order by id", [
      nounId,
    ])
  ).map(({ transition }) => transition);
const memberships = (personId: string) =>
  stage.rows<{ role: string; mail: string; to_on: string | null }>(
    "select m.role, a.mail, m.to_on::text from identity.memberships m join identity.accounts a on a.id = m.account_id where m.person_id = $1 order by m.id",
    [personId],
  );

test("everybody of the school is listed once, by role, and found by any part of a name without accents", async () => {
  const all = valueIn(await listPeople(stage.wiring, ines, { show: "all", words: "", page: 1 }));
  const students = valueIn(await listPeople(stage.wiring, ines, { show: "student", words: "", page: 1 }));
  expect(students.people.every(({ roles }) => roles.includes("student"))).toBe(true);
  expect(all.counts.all).toBeGreaterThan(all.counts.student + all.counts.guardian);
  expect(new Set(all.people.map(({ id }) => id)).size).toBe(all.people.length);
  const rosa = valueIn(await listPeople(stage.wiring, ines, { show: "guardian", words: "reyes rós", page: 1 }));
  expect(rosa.people).toMatchObject([
    { id: cast.rosa.personId, roles: ["guardian"], children: expect.arrayContaining(["Ana"]) },
  ]);
  const mentors = valueIn(await listPeople(stage.wiring, ines, { show: "mentor", words: "maya", page: 1 }));
  expect(mentors.people[0]).toMatchObject({ id: cast.maya.personId, list: "mentors", roles: ["mentor"] });
});

test("a student added by hand is in the list, may sign in with the address, and the log says who did it", async () => {
  const personId = await add({ studentNumber: "S-4711", mail: "sam@lakeview.example" });
  const found = valueIn(await listPeople(stage.wiring, ines, { show: "student", words: "s-4711", page: 1 }));
  expect(found.people).toMatchObject([{ id: personId, studentNumber: "S-4711", grade: 10, language: "so" }]);
  expect(await memberships(personId)).toEqual([{ role: "student", mail: "sam@lakeview.example", to_on: null }]);
  expect(await acts(personId)).toEqual(["add_student", "add_contact", "let_in"]);
});

test("nobody is added twice: a number belongs to one student, and a known name has to be looked at first", async () => {
  const first = aStudent({ studentNumber: "S-1" });
  valueIn(await addStudent(stage.wiring, ines, first));
  const again = (fields: object) => addStudent(stage.wiring, ines, { ...first, studentNumber: null, ...fields });
  expect(reasonIn(await again({ studentNumber: "S-1", fullName: nameOf("Else") }))).toBe("number_taken");
  expect(reasonIn(await again({ fullName: first.fullName.toUpperCase() }))).toBe("known_already");
  expect(reasonIn(await again({ advisoryId: NOBODY, fullName: nameOf("Else") }))).toBe("no_advisory");
  valueIn(await again({ bornOn: "2011-01-01" }));
  valueIn(await again({ isAnother: true }));
});

test("a guardian has the rights of the link; a brother or sister is tied to the same person, never by the name alone", async () => {
  const [one, other] = [await add(), await add()];
  const guardian = aGuardian(one, { contacts: [{ kind: "mail", value: "fadumo@example.org" }] });
  const { personId } = valueIn(await addGuardian(stage.wiring, ines, guardian));
  expect(await memberships(personId)).toEqual([{ role: "guardian", mail: "fadumo@example.org", to_on: null }]);
  const sibling = { ...guardian, studentId: other, contacts: [] };
  expect(reasonIn(await addGuardian(stage.wiring, ines, sibling))).toBe("known_already");
  expect(valueIn(await findNamesakes(stage.wiring, ines, guardian)).people).toMatchObject([
    { id: personId, children: ["Sam"] },
  ]);
  expect(valueIn(await addGuardian(stage.wiring, ines, { ...sibling, namesake: { personId } }))).toEqual({ personId });
  expect((await open(personId)).links.map((link) => link.other.id).sort()).toEqual([one, other].sort());
  expect(reasonIn(await addGuardian(stage.wiring, ines, { ...sibling, namesake: { personId } }))).toBe("tied_already");
  const somebodyElse = valueIn(await addGuardian(stage.wiring, ines, { ...sibling, namesake: "another" }));
  expect(somebodyElse.personId).not.toBe(personId);
  expect(reasonIn(await addGuardian(stage.wiring, ines, aGuardian(NOBODY)))).toBe("not_found");
});

test("both parents have equal rights: one is taken only with the legal document, which the log keeps", async () => {
  const child = await add();
  const take = (fields: object) =>
    addGuardian(stage.wiring, ines, aGuardian(child, { terms: noWhereabouts, ...fields }));
  expect(reasonIn(await take({ document: " " }))).toBe("document_needed");
  const { personId } = valueIn(await take({ document: "Order 26-3-00123" }));
  const link = (await open(personId)).links[0];
  const linkId = link?.id ?? "";
  expect(link).toMatchObject({ mayConsent: true, mayKnowWhereabouts: false });
  const change = (terms: LinkTerms, document = "") => changeLink(stage.wiring, ines, { linkId, terms, document });
  valueIn(await change({ ...noWhereabouts, relationship: "stepmother" }));
  valueIn(await change(PARENT));
  expect(reasonIn(await change(noWhereabouts))).toBe("document_needed");
  valueIn(await change({ ...noWhereabouts, legalBasis: "guardian" }));
  // What the student let them read ends with the records: given back, it is chosen anew.
  const letsSee = () => stage.rows("select student_lets_see from guardian_links where id = $1", [linkId]);
  await stage.rows("update guardian_links set student_lets_see = true where id = $1", [linkId]);
  valueIn(await change(PARENT));
  expect(await letsSee()).toEqual([{ student_lets_see: true }]);
  valueIn(await change({ ...PARENT, legalBasis: "guardian", rights: { ...PARENT.rights, maySeeRecords: false } }));
  valueIn(await change(PARENT));
  expect(await letsSee()).toEqual([{ student_lets_see: false }]);
  expect(
    await stage.rows("select transition, evidence from audit_log where noun_id = $1 order by id limit 1", [linkId]),
  ).toEqual([{ transition: "tie", evidence: "Order 26-3-00123" }]);
});

test("a guardian's link ends on a day, a parent's only with a document, and the child is on the adult's page no more", async () => {
  const child = await add();
  const guardian = aGuardian(child);
  const { personId } = valueIn(await addGuardian(stage.wiring, ines, guardian));
  const linkId = (await open(personId)).links[0]?.id ?? "";
  const end = (fields: object) => endLink(stage.wiring, ines, { linkId, lastDay: TODAY, document: "", ...fields });
  expect(reasonIn(await end({}))).toBe("document_needed");
  expect(reasonIn(await end({ lastDay: "2020-01-01", document: "Order 1" }))).toBe("before_start");
  valueIn(await end({ document: "Order 1" }));
  stage.wiring.clock.pass(24 * 60);
  expect((await open(personId)).links).toMatchObject([{ isOver: true }]);
  // Neither a later day nor rights open again what has ended.
  expect(reasonIn(await end({ lastDay: "2099-01-01", document: "Order 1" }))).toBe("is_over");
  const change = { linkId, terms: { ...PARENT, legalBasis: "guardian" as const }, document: "" };
  expect(reasonIn(await changeLink(stage.wiring, ines, change))).toBe("is_over");
  expect(valueIn(await addGuardian(stage.wiring, ines, { ...guardian, namesake: { personId } }))).toEqual({ personId });
  expect((await open(personId)).links).toMatchObject([{ isOver: false }]);
});

test("a changed name is new everywhere; the one before is in no page and no log, only where it can be erased", async () => {
  const before = nameOf("Deadname");
  const personId = await add({ fullName: before, nameUsed: "Deadname" });
  const names = {
    fullName: "Rowan Nobody",
    nameUsed: "Rowan",
    nameUsedFor: "everyone",
    pronunciation: "ROH-an",
    pronouns: "they",
  } as const;
  valueIn(await changeNames(stage.wiring, ines, { personId, ...names }));
  valueIn(await changeNames(stage.wiring, ines, { personId, ...names }));
  expect((await open(personId)).person).toMatchObject(names);
  expect(await stage.rows("select full_name, name_used from former_names where person_id = $1", [personId])).toEqual([
    { full_name: before, name_used: "Deadname" },
  ]);
  const log = await stage.rows("select * from audit_log where noun_id = $1", [personId]);
  expect(JSON.stringify(log)).not.toContain("Deadname");
  expect(await acts(personId)).toEqual(["add_student", "change_names"]);
  expect(reasonIn(await changeNames(stage.wiring, ines, { personId: NOBODY, ...names }))).toBe("not_found");
});

test("languages are those of the list, and mails go out in the new one", async () => {
  const personId = await add();
  const change = (language: string, id = personId) =>
    changeLanguages(stage.wiring, ines, { personId: id, language, spoken: ["en", "vi"] });
  valueIn(await change("vi"));
  expect((await open(personId)).person).toMatchObject({ language: "vi", spoken: ["en", "vi"] });
  expect(reasonIn(await change("xx"))).toBe("unknown_language");
  expect(reasonIn(await change("vi", NOBODY))).toBe("not_found");
});

test("an address lets in only where staff say so, and whoever holds one that is taken away is out at once", async () => {
  const personId = await add();
  const contact = { personId, kind: "mail" as const, value: "Sam.Two@Example.org ", isShared: true, letsIn: false };
  const put = (fields = {}) => addContact(stage.wiring, ines, { ...contact, ...fields });
  valueIn(await put());
  expect(await memberships(personId)).toEqual([]);
  expect(reasonIn(await put())).toBe("there_already");
  expect(reasonIn(await put({ value: "sam at home" }))).toBe("unreadable");
  expect(reasonIn(await put({ kind: "phone", value: "call me" }))).toBe("unreadable");
  expect(reasonIn(await put({ personId: NOBODY, value: "a@example.org" }))).toBe("not_found");
  valueIn(await put({ value: "sam.own@example.org", letsIn: true }));
  const contacts = (await open(personId)).contacts;
  expect(contacts.map(({ value, isPreferred }) => [value, isPreferred])).toEqual([
    ["sam.two@example.org", true],
    ["sam.own@example.org", false],
  ]);
  const own = contacts[1]?.id ?? "";
  valueIn(await preferContact(stage.wiring, ines, { contactPointId: own }));
  expect((await open(personId)).contacts[0]).toMatchObject({ id: own, isPreferred: true });
  valueIn(await removeContact(stage.wiring, ines, { contactPointId: own }));
  expect(await memberships(personId)).toEqual([{ role: "student", mail: "sam.own@example.org", to_on: "2026-10-14" }]);
  expect(reasonIn(await removeContact(stage.wiring, ines, { contactPointId: own }))).toBe("not_found");
  const mine = (await open(ines.personId)).contacts[0]?.id ?? "";
  expect(reasonIn(await removeContact(stage.wiring, ines, { contactPointId: mine }))).toBe("own_address");
});

test("a coordinator brings in advisors, only an admin coordinators; each can sign in and is told apart by name", async () => {
  const member = {
    fullName: nameOf("Noor"),
    mail: "noor@lakeview.example",
    language: "en",
    advisoryName: "Noor's advisory",
    isAnother: false,
  };
  const { personId } = valueIn(await addStaff(stage.wiring, ines, { ...member, role: "advisor" }));
  expect((await open(personId)).ownAdvisories.map(({ name }) => name)).toEqual(["Noor's advisory"]);
  expect(reasonIn(await addStaff(stage.wiring, ines, { ...member, role: "advisor" }))).toBe("known_already");
  const other = { ...member, fullName: nameOf("Lou"), mail: "lou@lakeview.example", advisoryName: "" };
  expect(reasonIn(await addStaff(stage.wiring, ines, { ...other, role: "coordinator" }))).toBe("not_permitted");
  const lou = valueIn(await addStaff(stage.wiring, priya, { ...other, role: "coordinator" }));
  expect(await memberships(lou.personId)).toEqual([{ role: "coordinator", mail: "lou@lakeview.example", to_on: null }]);
});

test("who chooses an address can sign in with it: a coordinator sets and takes away none of an admin's, nor opens staff places to a family's", async () => {
  const theirs = { personId: priya.personId, kind: "mail" as const, isShared: false, letsIn: true };
  const put = (by: typeof ines, value: string) => addContact(stage.wiring, by, { ...theirs, value });
  const before = await memberships(priya.personId);
  expect(reasonIn(await put(ines, "mine@example.org"))).toBe("not_permitted");
  const [work] = (await open(priya.personId)).contacts.filter(({ kind }) => kind === "mail");
  const taken = await removeContact(stage.wiring, ines, { contactPointId: work?.id ?? "" });
  expect(reasonIn(taken)).toBe("not_permitted");
  expect(await memberships(priya.personId)).toEqual(before);
  valueIn(await put(priya, "priya.two@example.org"));
  expect((await memberships(priya.personId)).map(({ mail }) => mail)).toContain("priya.two@example.org");

  const teacher = { fullName: nameOf("Ada"), mail: "ada@lakeview.example", language: "en", advisoryName: "Ada's" };
  const ada = valueIn(await addStaff(stage.wiring, ines, { ...teacher, isAnother: false, role: "advisor" })).personId;
  const home = {
    fullName: teacher.fullName,
    namesake: { personId: ada },
    contacts: [{ kind: "mail" as const, value: "home@example.org" }],
  };
  valueIn(await addGuardian(stage.wiring, ines, aGuardian(await add(), home)));
  expect(await memberships(ada)).toEqual([
    { role: "advisor", mail: "ada@lakeview.example", to_on: null },
    { role: "guardian", mail: "home@example.org", to_on: null },
  ]);
});

test("by whose address a safeguarding lead signs in only an admin says, also of one who is an advisor", async () => {
  const { samir } = cast;
  const lead = { schoolId: samir.schoolId, personId: samir.personId };
  await stage.rows("insert into safeguarding_leads (school_id, person_id, from_on) values ($1, $2, '2026-01-01')", [
    lead.schoolId,
    lead.personId,
  ]);
  const before = await memberships(samir.personId);
  const [work] = (await open(samir.personId)).contacts.filter(({ kind }) => kind === "mail");
  const remove = (by: typeof ines) => removeContact(stage.wiring, by, { contactPointId: work?.id ?? "" });
  const put = { personId: samir.personId, kind: "mail" as const, value: "mine@example.org", isShared: false };
  const outcomes = [await remove(ines), await addContact(stage.wiring, ines, { ...put, letsIn: true })];
  const after = await memberships(samir.personId);
  await stage.rows("delete from safeguarding_leads where person_id = $1", [samir.personId]);
  expect(outcomes.map((outcome) => reasonIn(outcome as never))).toEqual(["not_permitted", "not_permitted"]);
  expect(after).toEqual(before);
});

test("a student is made nobody's guardian, nor is anybody whose name was not asked about", async () => {
  const child = await add();
  const sibling = aStudent();
  const siblingId = valueIn(await addStudent(stage.wiring, ines, sibling)).personId;
  const asSibling = { fullName: sibling.fullName, namesake: { personId: siblingId } };
  const asRosa = { namesake: { personId: cast.rosa.personId } };
  expect(reasonIn(await addGuardian(stage.wiring, ines, aGuardian(child, asSibling)))).toBe("known_already");
  expect(reasonIn(await addGuardian(stage.wiring, ines, aGuardian(child, asRosa)))).toBe("not_so_called");
  expect((await open(child)).links).toEqual([]);
});

const addAdmin = async (name: string) => {
  const admin = { fullName: nameOf(name), mail: `${name}@lakeview.example`, language: "en", advisoryName: "" };
  return valueIn(await addStaff(stage.wiring, priya, { ...admin, isAnother: false, role: "admin" })).personId;
};

test("whoever is an admin from a later day on, or twice in one person, does not stand in for the last one", async () => {
  const [pat, kit] = [await addAdmin("pat"), await addAdmin("kit")];
  const others = await stage.rows<{ id: string }>(
    `update identity.memberships set to_on = '2099-01-01'
      where role = 'admin' and school_id = $1 and person_id <> all($2) and to_on is null returning id`,
    [priya.schoolId, [pat, kit]],
  );
  const kitBegins = (day: string) =>
    stage.rows("update identity.memberships set from_on = $2 where person_id = $1", [kit, day]);
  const endPat = async () => {
    const membershipId = (await open(pat)).memberships[0]?.id ?? "";
    return endMembership(stage.wiring, { ...priya, personId: kit }, { membershipId, lastDay: "2026-12-31" });
  };
  await kitBegins("2027-06-01");
  const early = await endPat();
  await kitBegins(TODAY);
  const now = await endPat();
  await stage.rows("update identity.memberships set to_on = null where id = any($1)", [others.map(({ id }) => id)]);
  await stage.rows("update identity.memberships set to_on = from_on where person_id = any($1)", [[pat, kit]]);
  expect(reasonIn(early)).toBe("last_admin");
  valueIn(now);
});

test("two admins who end each other's place on a day ahead leave the school one, and what has ended stays so", async () => {
  const [lin, mo] = [await addAdmin("lin"), await addAdmin("mo")];
  // The school's other admins have their last day written down already.
  const others = await stage.rows<{ id: string }>(
    `update identity.memberships set to_on = '2099-01-01'
      where role = 'admin' and school_id = $1 and person_id <> all($2) and to_on is null returning id`,
    [priya.schoolId, [lin, mo]],
  );
  const end = async (personId: string, by: string, lastDay: string) => {
    const membershipId = (await open(personId)).memberships[0]?.id ?? "";
    return endMembership(stage.wiring, { ...priya, personId: by }, { membershipId, lastDay });
  };
  valueIn(await end(lin, mo, "2026-12-31"));
  const second = await end(mo, lin, "2026-12-31");
  const sooner = await end(lin, mo, TODAY);
  stage.wiring.clock.pass(24 * 60);
  const revived = await end(lin, mo, "2099-01-01");
  await stage.rows("update identity.memberships set to_on = null where id = any($1)", [others.map(({ id }) => id)]);
  await stage.rows("update identity.memberships set to_on = from_on where person_id = $1", [mo]);
  expect(reasonIn(second)).toBe("last_admin");
  valueIn(sooner);
  expect(reasonIn(revived)).toBe("is_over");
});

test("a place ends on a day, unless the school would lose an admin, a lead or an advisory, or one would end one's own", async () => {
  const placeOf = async (personId: string) =>
    (await open(personId)).memberships.find(({ isOver }) => !isOver)?.id ?? "";
  const end = async (personId: string, by = priya, lastDay = "2026-10-20") =>
    endMembership(stage.wiring, by, { membershipId: await placeOf(personId), lastDay });
  expect(reasonIn(await end(priya.personId))).toBe("own_place");
  expect(reasonIn(await end(ines.personId))).toBe("is_lead");
  expect(reasonIn(await end(cast.june.personId))).toBe("has_advisory");
  expect(reasonIn(await end(cast.ana.personId))).toBe("is_student");
  const advisory = (await open(cast.june.personId)).ownAdvisories[0]?.id ?? "";
  const handOn = (advisorId: string) => handOnAdvisory(stage.wiring, ines, { advisoryId: advisory, advisorId });
  expect(reasonIn(await handOn(cast.ana.personId))).toBe("not_found");
  valueIn(await handOn(cast.samir.personId));
  expect(reasonIn(await end(cast.june.personId, ines, "2020-01-01"))).toBe("before_start");
  valueIn(await end(cast.june.personId, ines));
  expect((await memberships(cast.june.personId))[0]?.to_on).toBe("2026-10-20");
  await stage.rows("update identity.memberships set to_on = null where person_id = $1", [cast.june.personId]);
  valueIn(await handOn(cast.june.personId));
});

test("a student is in one advisory at a time, also after two changes in a day", async () => {
  const { advisories } = await open(cast.ana.personId);
  const [one, other] = advisories.map(({ id }) => id) as [string, string];
  const studentId = await add({ advisoryId: one });
  const put = (advisoryId: string | null) => setAdvisory(stage.wiring, ines, { studentId, advisoryId });
  valueIn(await put(other));
  valueIn(await put(one));
  valueIn(await put(other));
  expect((await open(studentId)).advisory?.id).toBe(other);
  valueIn(await put(null));
  expect((await open(studentId)).advisory).toBeNull();
  expect(reasonIn(await put(NOBODY))).toBe("no_advisory");
});

test("a student who leaves is in no list, can sign in no more, and a host who knew is told; taken back, they count again", async () => {
  const pursuitId = await anaContacted(stage);
  const studentId = cast.ana.personId;
  const leave = (lastDay: string) => letStudentLeave(stage.wiring, ines, { studentId, lastDay });
  expect(reasonIn(await leave("2026-10-16"))).toBe("day_ahead");
  valueIn(await leave("2026-10-14"));
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "withdrawn" });
  expect(reasonIn(await leave("2026-10-14"))).toBe("has_left");
  expect((await open(studentId)).advisory).toBeNull();
  expect((await memberships(studentId)).map(({ to_on: toOn }) => toOn)).toEqual(["2026-10-14"]);
  const found = valueIn(await listPeople(stage.wiring, ines, { show: "student", words: cast.ana.name, page: 1 }));
  expect(found.people).toEqual([]);
  expect(await listMails(stage, "first-contact")).toMatchObject([{ state: "suppressed" }]);
  valueIn(await takeStudentBack(stage.wiring, ines, { studentId }));
  expect(reasonIn(await takeStudentBack(stage.wiring, ines, { studentId }))).toBe("has_not_left");
  expect(await memberships(studentId)).toContainEqual({ role: "student", mail: cast.ana.mail, to_on: null });
});

test("a student who is taken back signs in by the addresses that let them in before, never by a household's", async () => {
  const personId = await add({ mail: "sam.own@lakeview.example" });
  const put = (value: string, fields: object) =>
    addContact(stage.wiring, ines, { personId, kind: "mail", value, isShared: false, letsIn: false, ...fields });
  valueIn(await put("sam.two@lakeview.example", { letsIn: true }));
  valueIn(await put("sam.old@lakeview.example", {}));
  valueIn(await put("home@example.org", { isShared: true }));
  const home = (await open(personId)).contacts.find(({ value }) => value === "home@example.org");
  valueIn(await preferContact(stage.wiring, ines, { contactPointId: home?.id ?? "" }));
  const opened = async () => (await memberships(personId)).flatMap(({ mail, to_on: toOn }) => (toOn ? [] : [mail]));
  const before = await opened();
  valueIn(await letStudentLeave(stage.wiring, ines, { studentId: personId, lastDay: TODAY }));
  expect(await opened()).toEqual([]);
  valueIn(await takeStudentBack(stage.wiring, ines, { studentId: personId }));
  expect(await opened()).toEqual(before);
  expect(before).toEqual(["sam.own@lakeview.example", "sam.two@lakeview.example"]);
});

test("no request that comes while a student leaves outlives the leaving", async () => {
  const studentId = await add();
  const asking = { ...student("ana"), personId: studentId };
  const input = { listingId: lakeviewListing("clinic-care"), note: "" };
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([
      letStudentLeave(stage.wiring, ines, { studentId, lastDay: TODAY }),
      requestPursuit(stage.wiring, asking, input),
    ]);
    const live = await stage.rows("select id from pursuits where student_id = $1 and ended_at is null", [studentId]);
    expect(live).toEqual([]);
    expect(reasonIn(await requestPursuit(stage.wiring, asking, input))).toBe("not_permitted");
    valueIn(await takeStudentBack(stage.wiring, ines, { studentId }));
  }
});

test("staff of other schools find nobody, and nobody else is asked", async () => {
  const personId = cast.ana.personId;
  const [link] = (await open(personId)).links;
  const [point] = (await open(personId)).contacts;
  const linkId = link?.id ?? "";
  const contactPointId = point?.id ?? "";
  const membershipId = (await open(personId)).memberships[0]?.id ?? "";
  const names = { fullName: "X", nameUsed: "X", nameUsedFor: "everyone", pronunciation: "", pronouns: "" } as const;
  const tries = (by: (typeof STRANGERS)[number]) => [
    openPerson(stage.wiring, by, { personId }),
    openNewPerson(stage.wiring, by, { studentId: personId }),
    addGuardian(stage.wiring, by, aGuardian(personId)),
    changeNames(stage.wiring, by, { personId, ...names }),
    changeLanguages(stage.wiring, by, { personId, language: "vi", spoken: [] }),
    addContact(stage.wiring, by, { personId, kind: "mail", value: "a@example.org", isShared: false, letsIn: true }),
    preferContact(stage.wiring, by, { contactPointId }),
    removeContact(stage.wiring, by, { contactPointId }),
    changeLink(stage.wiring, by, { linkId, terms: PARENT, document: "" }),
    endLink(stage.wiring, by, { linkId, lastDay: TODAY, document: "x" }),
    endMembership(stage.wiring, by, { membershipId, lastDay: TODAY }),
    setAdvisory(stage.wiring, by, { studentId: personId, advisoryId: null }),
    letStudentLeave(stage.wiring, by, { studentId: personId, lastDay: TODAY }),
    takeStudentBack(stage.wiring, by, { studentId: personId }),
  ];
  for (const by of STRANGERS)
    for (const outcome of await Promise.all(tries(by))) expect(reasonIn(outcome as never)).toBe("not_found");
  for (const by of NO_KEEPERS) {
    for (const outcome of await Promise.all(tries(by as never)))
      expect(reasonIn(outcome as never)).toBe("not_permitted");
    expect(reasonIn(await listPeople(stage.wiring, by, { show: "all", words: "", page: 1 }))).toBe("not_permitted");
    expect(reasonIn(await addStudent(stage.wiring, by, aStudent()))).toBe("not_permitted");
    expect(reasonIn(await findNamesakes(stage.wiring, by, { fullName: "Ana Reyes" }))).toBe("not_permitted");
  }
  for (const by of STRANGERS) {
    const seen = valueIn(await listPeople(stage.wiring, by, { show: "all", words: cast.ana.name, page: 1 }));
    expect(seen.people.map(({ id }) => id)).not.toContain(personId);
  }
});
