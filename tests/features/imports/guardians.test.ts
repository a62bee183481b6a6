import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { listRejectedRows } from "~/features/imports/list-rejected-rows.server";
import { previewGuardians } from "~/features/imports/preview-guardians.server";
import { runImport } from "~/features/imports/run-import.server";
import { endLink } from "~/features/people/end-link.server";
import { removeContact } from "~/features/people/settle-contact.server";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";
import { confirm, type ImportSchool, importFile, makeNeighbour, makeSchool, upload } from "./school";

let database: TestDatabase;
let wiring: TestWiring;
let school: ImportSchool;
let made = 0;

const STUDENTS = "number,name,dob,grade,email\n1,Ana Lee,2010-01-01,9,ana@elm.example\n2,Ben Lee,2011-02-02,9,\n";
const HEAD = "Student number,Guardian name,Relationship,Legal basis,May consent,Language,Email,Phone";
const FILE = `${HEAD}
1,Rosa Lee,mother,,,Spanish,rosa@elm.example,555 0101
2,Rosa Lee,mother,,,Spanish,rosa@elm.example,555 0101
1,Pia Paz,aunt,guardian,yes,,,
2,Pia Paz,aunt,,,,,
`;

beforeEach(async () => {
  database ??= await createTestDatabase();
  wiring ??= createTestWiring(database);
  school = await makeSchool(database, `fir-${made++}`);
  await importFile(wiring, school, STUDENTS, "students");
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const bringIn = (text: string, into = school) => importFile(wiring, into, text, "guardians");
const preview = async (text: string, show?: "changed" | "added" | "unchanged") => {
  const importId = await upload(wiring, school, text, "guardians");
  const found = await previewGuardians(wiring, school.coordinator, { importId, show });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};
const links = ({ coordinator } = school) =>
  sql<Record<string, unknown>>(
    database,
    `select st.student_number as student, pe.full_name as guardian, g.relationship, g.legal_basis as basis, g.may_consent as consents,
       g.may_know_whereabouts as knows, g.call_order as called, pe.language
     from guardian_links g join people pe on pe.id = g.guardian_id join students st on st.id = g.student_id
     where g.school_id = $1 and g.to_on is null order by st.student_number, pe.full_name`,
    [coordinator.schoolId],
  );
const adults = ({ coordinator } = school) =>
  sql(database, "select distinct g.guardian_id from guardian_links g where g.school_id = $1", [coordinator.schoolId]);
const opened = () =>
  sql<{ mail: string; role: string }>(
    database,
    `select a.mail, m.role from identity.memberships m join identity.accounts a on a.id = m.account_id
     where m.school_id = $1 and m.person_id <> $2 order by a.mail`,
    [school.coordinator.schoolId, school.coordinator.personId],
  );
const acts = () =>
  sql<{ transition: string; on_behalf_of: string }>(
    database,
    "select transition, on_behalf_of from audit_log where school_id = $1 and noun = 'guardian_link' order by id",
    [school.coordinator.schoolId],
  );

describe("a file of guardians", () => {
  test("ties one parent to two students, gives each link its rights, and gives back what it cannot read", async () => {
    const { importId, counts } = await bringIn(FILE);
    expect(counts).toMatchObject({ added: 2, changed: 1, rejected: 1 });
    const parent = { guardian: "Rosa Lee", relationship: "mother", basis: "parent", consents: true, knows: true };
    expect(await links()).toEqual([
      {
        ...{ student: "1", guardian: "Pia Paz", relationship: "aunt", basis: "guardian", consents: true, knows: false },
        ...{ called: 2, language: "en" },
      },
      { ...parent, student: "1", called: 1, language: "es" },
      { ...parent, student: "2", called: 1, language: "es" },
    ]);
    expect(await adults()).toHaveLength(2);
    expect(await opened()).toEqual([
      { mail: "ana@elm.example", role: "student" },
      { mail: "rosa@elm.example", role: "guardian" },
    ]);
    const written = await acts();
    expect(written.map(({ transition }) => transition)).toEqual(["tie", "tie", "tie"]);
    expect(written.every((act) => act.on_behalf_of === school.coordinator.personId)).toBe(true);
    expect(await listRejectedRows(wiring, school.coordinator, { importId })).toMatchObject({
      value: { rows: [{ rowNo: 5, reasons: [{ code: "guardian_unclear" }] }] },
    });
  });

  test("a second time changes nothing, and writes nothing into the log", async () => {
    await bringIn(FILE);
    const [before, log] = [await links(), (await acts()).length];
    expect((await bringIn(FILE)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 3, rejected: 1 });
    expect(await links()).toEqual(before);
    expect(await acts()).toHaveLength(log);
  });

  test("shows what it would do, with one adult for two students, and writes nothing", async () => {
    const shown = await preview(FILE);
    expect(shown.counts).toMatchObject({ added: 2, changed: 1, rejected: 1 });
    expect((await preview(FILE, "changed")).rows).toMatchObject([
      { rowNo: 3, changes: [{ field: "familyOf", from: "Ana Lee", to: "Ana Lee, Ben Lee" }, {}, {}, {}] },
    ]);
    expect(await links()).toEqual([]);
  });

  test("widens no right of a link that stands: it says from what to what and whose page to open", async () => {
    await bringIn(FILE);
    await sql(database, "update guardian_links set may_know_whereabouts = false where school_id = $1", [
      school.coordinator.schoolId,
    ]);
    const before = await links();
    const wide = `Student number,Guardian name,Whereabouts\n1,Rosa Lee,yes\n`;
    const [row] = (await preview(wide, "unchanged")).rows;
    expect(row).toMatchObject({
      notes: [
        {
          code: "rights_differ",
          detail: {
            from: "parent mayConsent maySeeRecords",
            to: "parent mayConsent maySeeRecords mayKnowWhereabouts",
          },
        },
      ],
      perhaps: [{ name: "Rosa Lee" }],
    });
    expect((await bringIn(wide)).counts).toMatchObject({ unchanged: 1, warned: 1 });
    expect(await links()).toEqual(before);
  });

  test("brings back no link that somebody ended, and says who is missing without ending anything", async () => {
    await bringIn(FILE);
    const onlyRosa = FILE.split("\n").slice(0, 2).join("\n");
    expect((await preview(onlyRosa)).missing).toMatchObject({
      ...{ count: 1, links: [{ guardian: { name: "Pia Paz" }, student: { name: "Ana Lee" } }] },
    });
    await bringIn(onlyRosa);
    expect(await links()).toHaveLength(3);
    const [pia] = await sql<{ id: string }>(
      database,
      "select g.id from guardian_links g join people pe on pe.id = g.guardian_id where pe.full_name = 'Pia Paz' and g.school_id = $1",
      [school.coordinator.schoolId],
    );
    const end = { linkId: pia?.id ?? "", lastDay: "2099-01-01", document: "" };
    expect(await endLink(wiring, school.coordinator, end)).toMatchObject({ ok: true });
    await sql(database, "update guardian_links set from_on = '2020-01-01', to_on = '2020-02-01' where id = $1", [
      pia?.id,
    ]);
    expect((await bringIn(FILE)).counts).toMatchObject({ unchanged: 2, rejected: 2 });
    expect(await links()).toHaveLength(2);
    expect((await preview(onlyRosa)).missing.count).toBe(0);
  });

  test("lets nobody in by an address that a student signs in with or that two adults share", async () => {
    const file = `${HEAD}
1,Rosa Lee,mother,,,,ana@elm.example,
2,Juan Lee,father,,,,home@elm.example,
2,Mia Lee,mother,,,,home@elm.example,
`;
    expect((await bringIn(file)).counts).toMatchObject({ added: 3, warned: 3 });
    expect(await opened()).toEqual([{ mail: "ana@elm.example", role: "student" }]);
    const later = "number,name,dob,grade,email\n2,Ben Lee,2011-02-02,9,home@elm.example\n";
    await importFile(wiring, school, later, "students");
    expect(await opened()).toEqual([{ mail: "ana@elm.example", role: "student" }]);
  });

  test("writes down and opens no address again that the school took away from a guardian or a student", async () => {
    await bringIn(FILE);
    const before = await opened();
    expect(before.map(({ mail }) => mail)).toEqual(["ana@elm.example", "rosa@elm.example"]);
    const points = await sql<{ id: string }>(
      database,
      "select id from contact_points where school_id = $1 and value = any($2)",
      [school.coordinator.schoolId, before.map(({ mail }) => mail)],
    );
    for (const { id } of points)
      expect(await removeContact(wiring, school.coordinator, { contactPointId: id })).toMatchObject({ ok: true });
    expect((await preview(FILE)).counts).toMatchObject({ changed: 0, unchanged: 3, warned: 2 });
    expect((await bringIn(FILE)).counts).toMatchObject({ changed: 0, unchanged: 3, warned: 2 });
    await importFile(wiring, school, STUDENTS, "students");
    const open =
      "select 1 from identity.memberships where school_id = $1 and to_on is null and role in ('student', 'guardian')";
    expect(await sql(database, open, [school.coordinator.schoolId])).toEqual([]);
    const left = "select value from contact_points where school_id = $1 and kind = 'mail' and value = any($2)";
    expect(await sql(database, left, [school.coordinator.schoolId, before.map(({ mail }) => mail)])).toEqual([]);
  });

  test("two runs at once tie each guardian once", async () => {
    const rows = Array.from({ length: 150 }, (_, row) => `1,Guardian Number${row},foster,foster,,,,`).join("\n");
    const ids = [0, 1].map(() => upload(wiring, school, `${HEAD}\n${rows}\n`, "guardians"));
    const [one = "", other = ""] = await Promise.all(ids);
    await confirm(wiring, school, one);
    await confirm(wiring, school, other);
    const runs = [one, other].map((importId) => runImport(wiring, school.system, { importId }));
    const counts = (await Promise.all(runs)).map((run) => (run.ok ? run.value.added : null));
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(150);
    expect(await adults()).toHaveLength(150);
  });
});

test("another school of the district knows nobody of the first, and neither a stranger nor an advisor sees a preview", async () => {
  await bringIn(FILE);
  const neighbour = await makeNeighbour(database, school, `yew-${made}`);
  expect((await bringIn(FILE, neighbour)).counts).toMatchObject({ added: 0, rejected: 4 });
  expect(await links(neighbour)).toEqual([]);
  const importId = await upload(wiring, school, FILE, "guardians");
  const asked = { importId };
  expect(await previewGuardians(wiring, neighbour.coordinator, asked)).toEqual({ ok: false, reason: "not_found" });
  expect(await previewGuardians(wiring, school.advisor, asked)).toEqual({ ok: false, reason: "not_permitted" });
  const ofStudents = await upload(wiring, school, STUDENTS, "students");
  const wrongKind = await previewGuardians(wiring, school.coordinator, { importId: ofStudents });
  expect(wrongKind).toEqual({ ok: false, reason: "not_found" });
});
