import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { WantedRows } from "~/domain/imports/preview-pages";
import { cancelImport } from "~/features/imports/cancel-import.server";
import { confirmImport } from "~/features/imports/confirm-import.server";
import { findImport } from "~/features/imports/find-import.server";
import { forgetOldImports } from "~/features/imports/forget-old-imports.server";
import { listRejectedRows } from "~/features/imports/list-rejected-rows.server";
import { previewImport } from "~/features/imports/preview-import.server";
import { previewStudents } from "~/features/imports/preview-students.server";
import { runImport } from "~/features/imports/run-import.server";
import { startImport } from "~/features/imports/start-import.server";
import { letStudentLeave } from "~/features/people/let-student-leave.server";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";
import { confirm, type ImportSchool, importFile, makeNeighbour, makeSchool, upload } from "./school";

let database: TestDatabase;
let wiring: TestWiring;
let school: ImportSchool;
let made = 0;

const HEAD = "Student ID,Last name,First name,DOB,Grade,Advisory,Home language,Email,Phone";
const FILE = `${HEAD}
101,Warsame,Hodan,2010-02-03,9,Owls,Somali,hodan@elm.example,555 0101
102,Nguyễn,Bảo,2009-11-30,10,Owls,Vietnamese; English,,
103,Cruz,Luz,,11,Foxes,Spanish,,
104,Nobody,,2010-01-01,,Owls,,,
`;

beforeEach(async () => {
  database ??= await createTestDatabase();
  wiring ??= createTestWiring(database);
  school = await makeSchool(database, `elm-${made++}`);
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const bringIn = (text: string, into = school) => importFile(wiring, into, text, "students");
const students = ({ coordinator } = school) =>
  sql<Record<string, unknown>>(
    database,
    `select st.student_number as number, pe.full_name as name, pe.name_used, pe.born_on::text, st.grade, pe.language, st.languages,
       pe.left_on::text, a.name as advisory,
       (select string_agg(c.value, ' ' order by c.id) from contact_points c where c.person_id = pe.id) as reached
     from students st join people pe on pe.school_id = st.school_id and pe.id = st.id
     left join advisory_members m on m.student_id = st.id and m.to_on is null left join advisories a on a.id = m.advisory_id
     where st.school_id = $1 order by st.student_number, pe.full_name`,
    [coordinator.schoolId],
  );
const acts = ({ coordinator } = school) =>
  sql<{ transition: string; on_behalf_of: string; actor_kind: string }>(
    database,
    "select transition, on_behalf_of, actor_kind from audit_log where school_id = $1 and noun = 'person' order by id",
    [coordinator.schoolId],
  );
const preview = async (text: string, wanted: Partial<WantedRows> = {}) => {
  const importId = await upload(wiring, school, text, "students");
  const found = await previewStudents(wiring, school.coordinator, { importId, ...wanted });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};

describe("a file of students", () => {
  test("brings in the good rows with all they say, as by hand, and gives the others back with the reason", async () => {
    const { importId, counts } = await bringIn(FILE);
    expect(counts).toMatchObject({ added: 3, changed: 0, rejected: 1 });
    expect(await students()).toEqual([
      {
        ...{
          number: "101",
          name: "Hodan Warsame",
          name_used: "Hodan",
          born_on: "2010-02-03",
          grade: 9,
          language: "en",
        },
        ...{ languages: ["en", "so"], left_on: null, advisory: "Owls", reached: "hodan@elm.example 555 0101" },
      },
      {
        ...{ number: "102", name: "Bảo Nguyễn", name_used: "Bảo", born_on: "2009-11-30", grade: 10, language: "en" },
        ...{ languages: ["en", "vi"], left_on: null, advisory: "Owls", reached: null },
      },
      {
        ...{ number: "103", name: "Luz Cruz", name_used: "Luz", born_on: null, grade: 11, language: "en" },
        ...{ languages: ["en", "es"], left_on: null, advisory: "Foxes", reached: null },
      },
    ]);
    const rejected = await listRejectedRows(wiring, school.coordinator, { importId });
    expect(rejected).toMatchObject({ value: { rows: [{ rowNo: 5, reasons: [{ code: "grade_missing" }] }] } });
  });

  test("writes down each act of the job for whoever confirmed it, and lets in by the student's own address alone", async () => {
    await bringIn(FILE);
    const { personId } = school.coordinator;
    const written = await acts();
    expect(written.map(({ transition }) => transition).sort()).toEqual([
      ...["add_contact", "add_contact", "add_student", "add_student", "add_student", "let_in"],
    ]);
    expect(written.every((act) => act.on_behalf_of === personId && act.actor_kind === "system")).toBe(true);
    const [opened] = await sql(
      database,
      "select m.role, a.mail from identity.memberships m join identity.accounts a on a.id = m.account_id where m.school_id = $1 and m.person_id <> $2",
      [school.coordinator.schoolId, personId],
    );
    expect(opened).toEqual({ role: "student", mail: "hodan@elm.example" });
  });

  test("keeps no copy of the file once its rows are in or it is put aside", async () => {
    const { importId } = await bringIn(FILE);
    const aside = await upload(wiring, school, FILE, "students");
    await cancelImport(wiring, school.coordinator, { importId: aside });
    const kept = await sql(database, "select id from imports where id = any($1) and length(content) > 0", [
      [importId, aside],
    ]);
    expect(kept).toEqual([]);
  });

  test("a second time changes nothing, and writes nothing into the log", async () => {
    await bringIn(FILE);
    const [before, log] = [await students(), (await acts()).length];
    expect((await bringIn(FILE)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 3, rejected: 1 });
    expect(await students()).toEqual(before);
    expect(await acts()).toHaveLength(log);
  });

  test("changes what is different, and the preview says from what to what without writing", async () => {
    await bringIn(FILE);
    const next = FILE.replace("Warsame,Hodan,2010-02-03,9,Owls", "Reed,Hodan,2010-02-03,10,Foxes");
    const shown = await preview(next, { show: "changed" });
    expect(shown.counts).toMatchObject({ added: 0, changed: 1, unchanged: 2, rejected: 1 });
    expect(shown.rows[0]?.changes).toEqual([
      { field: "fullName", from: "Hodan Warsame", to: "Hodan Reed" },
      { field: "grade", from: "9", to: "10" },
      { field: "advisory", from: "Owls", to: "Foxes" },
    ]);
    expect((await students())[0]).toMatchObject({ name: "Hodan Warsame", grade: 9 });
    expect((await bringIn(next)).counts).toMatchObject({ changed: 1, unchanged: 2 });
    expect((await students())[0]).toMatchObject({ name: "Hodan Reed", grade: 10, advisory: "Foxes" });
    const [former] = await sql(database, "select full_name, changed_by from former_names where school_id = $1", [
      school.coordinator.schoolId,
    ]);
    expect(former).toEqual({ full_name: "Hodan Warsame", changed_by: school.coordinator.personId });
    expect((await acts()).slice(-3).map(({ transition }) => transition)).toEqual([
      ...["change_names", "change_facts", "set_advisory"],
    ]);
  });

  test("without numbers knows students by name and birth date, and refuses who has neither", async () => {
    const file = 'name,dob,grade\n"Warsame, Hodan",03/02/2010,9\nLuz Cruz,25/12/2009,9\nBo Li,,9\n';
    expect((await bringIn(file)).counts).toMatchObject({ added: 2, rejected: 1 });
    expect((await students()).map(({ born_on: bornOn }) => bornOn).sort()).toEqual(["2009-12-25", "2010-02-03"]);
    expect((await bringIn(file)).counts).toMatchObject({ added: 0, unchanged: 2, rejected: 1 });
  });

  test("comes with a mark, semicolons and Windows' letters, and repeated rows are said", async () => {
    const text = "Número;Apellidos;Nombre;Grado\n1;Muñoz;Íñigo;9\n1;Muñoz;Íñigo;9\n";
    const started = await startImport(wiring, school.coordinator, {
      ...{ kind: "students", fileName: "alumnos.csv", content: Buffer.from(text, "latin1") },
    });
    const importId = started.ok ? started.value.importId : "";
    await confirm(wiring, school, importId);
    expect(await runImport(wiring, school.system, { importId })).toMatchObject({ value: { added: 1, rejected: 1 } });
    expect((await students())[0]).toMatchObject({ number: "1", name: "Íñigo Muñoz" });
    const marked = await bringIn(`\uFEFF${text}`);
    expect(marked.counts).toMatchObject({ unchanged: 1, rejected: 1 });
    expect(await listRejectedRows(wiring, school.coordinator, marked)).toMatchObject({
      value: { rows: [{ reasons: [{ code: "repeats_student", detail: { row: 2 } }] }] },
    });
  });

  test("shows every row and everybody missing, a page at a time, what stays out first", async () => {
    const row = (n: number, grade: number) => `N${n},Student ${String(n).padStart(3, "0")},${grade}`;
    const numbers = Array.from({ length: 120 }, (_, n) => n);
    const file = (from: number, grade: number) =>
      `number,name,grade\n${numbers
        .slice(from)
        .map((n) => row(n, grade))
        .join("\n")}\n`;
    await bringIn(file(0, 9));
    const last = await preview(file(60, 10), { show: "changed", page: 2, missingPage: 2 });
    expect(last).toMatchObject({ page: 2, pages: 2, missing: { count: 60, page: 2, pages: 2 } });
    expect(last.rows.map(({ name }) => name)).toEqual(numbers.slice(110).map((n) => `Student ${n}`));
    expect(last.missing.students[0]?.name).toBe("Student 050");
    expect(last.missing.students).toHaveLength(10);
    expect(await preview(file(60, 10), { show: "rejected" })).toMatchObject({ show: "rejected", rows: [], pages: 1 });
    expect(await preview(`${file(60, 10)}N1,,9\n`)).toMatchObject({ show: "rejected", rows: [{ rowNo: 62 }] });
    expect(await preview(file(60, 10), { page: Number.NaN })).toMatchObject({ show: "changed", page: 1 });
  });

  test("says of a row that stays out whom it may mean, and keeps no other student's name with it", async () => {
    await bringIn(FILE);
    const file = `${HEAD}\n101,Lee,Bo,2011-05-05,9,,,,\n`;
    const [hodan] = await sql(database, "select id from students where school_id = $1 and student_number = '101'", [
      school.coordinator.schoolId,
    ]);
    expect((await preview(file)).rows).toMatchObject([
      { notes: [{ code: "number_of_another" }], perhaps: [{ id: hodan?.id, name: "Hodan Warsame" }] },
    ]);
    const { importId } = await bringIn(file);
    const kept = await listRejectedRows(wiring, school.coordinator, { importId });
    expect(kept).toMatchObject({ value: { rows: [{ reasons: [{ code: "number_of_another" }] }] } });
    expect(JSON.stringify(kept)).not.toMatch(/Hodan|Warsame/);
  });

  test("brings in neither of two rows that contradict each other", async () => {
    const file =
      "number,name,dob,grade\n1,Ana Lee,2010-01-01,9\n1,Bo Cruz,2010-02-02,9\n2,Luz Paz,2010-03-03,9\n3,Luz Paz,2010-03-03,9\n4,Eva Sol,2010-04-04,9\n4,Eva Sol,2009-04-04,9\n";
    const { importId, counts } = await bringIn(file);
    expect(counts).toMatchObject({ added: 0, rejected: 6 });
    const kept = await listRejectedRows(wiring, school.coordinator, { importId });
    const found = kept.ok ? kept.value.rows.map(({ reasons: [reason] }) => [reason?.code, reason?.detail?.row]) : [];
    expect(found).toEqual([
      ["number_repeated", 3],
      ["number_repeated", 2],
      ["number_differs_in_file", 5],
      ["number_differs_in_file", 4],
      ["birthday_differs_in_file", 7],
      ["birthday_differs_in_file", 6],
    ]);
    expect((await preview(file)).rows.flatMap(({ perhaps }) => perhaps)).toEqual([]);
  });

  test("that nobody brings in is put aside after a week, and its copy goes", async () => {
    const [old, recent] = [
      await upload(wiring, school, FILE, "students"),
      await upload(wiring, school, FILE, "students"),
    ];
    const ofPlaces = await upload(wiring, school, "title,organisation\nHelper,Elm\n");
    const age = "update imports set created_at = created_at - $2::interval where id = any($1)";
    await sql(database, age, [[old, ofPlaces], "8 days"]);
    await sql(database, age, [[recent], "6 days"]);
    await forgetOldImports(wiring);
    const after = await sql(
      database,
      "select id, state, length(content) > 0 as is_kept from imports where id = any($1)",
      [[old, recent, ofPlaces]],
    );
    expect(new Map(after.map(({ id, ...rest }) => [id, rest]))).toEqual(
      new Map([
        [old, { state: "cancelled", is_kept: false }],
        [recent, { state: "uploaded", is_kept: true }],
        [ofPlaces, { state: "uploaded", is_kept: true }],
      ]),
    );
    const { coordinator } = school;
    expect(await confirmImport(wiring, coordinator, { importId: old })).toEqual({ ok: false, reason: "cancelled" });
  });

  test("that cannot be put aside keeps no other one from it", async () => {
    const stuck = await upload(wiring, school, FILE, "students");
    const behind = await upload(wiring, school, FILE, "students");
    const age = "update imports set created_at = created_at - $2::interval where id = $1";
    await sql(database, age, [stuck, "9 days"]);
    await sql(database, age, [behind, "8 days"]);
    await sql(
      database,
      `alter table imports add constraint stuck check (id <> '${stuck}' or state <> 'cancelled')`,
      [],
    );
    try {
      await expect(forgetOldImports(wiring)).rejects.toThrow(/stuck/);
    } finally {
      await sql(database, "alter table imports drop constraint stuck", []);
    }
    const states = await sql(database, "select state from imports where id = any($1) order by created_at", [
      [stuck, behind],
    ]);
    expect(states).toEqual([{ state: "uploaded" }, { state: "cancelled" }]);
    await forgetOldImports(wiring);
  });

  test("lets nobody sign in by an address that stands in two rows or is a guardian's", async () => {
    const file = "number,name,grade,email\n1,Ana Lee,9,home@lee.example\n2,Bo Lee,9,home@lee.example\n";
    expect((await bringIn(file)).counts).toMatchObject({ added: 2, warned: 2 });
    const opened = await sql(database, "select 1 from identity.accounts where mail = 'home@lee.example'");
    expect(opened).toEqual([]);
    const points = await sql(database, "select shared from contact_points where value = 'home@lee.example'");
    expect(points).toEqual([{ shared: true }, { shared: true }]);
  });

  test("takes a student back who had left, says so before, and does not give back a lost advisory by itself", async () => {
    await bringIn(FILE);
    const [hodan] = await sql<{ id: string }>(
      database,
      "select id from students where student_number = '101' and school_id = $1",
      [school.coordinator.schoolId],
    );
    const studentId = hodan?.id ?? "";
    expect(await letStudentLeave(wiring, school.coordinator, { studentId, lastDay: "2026-09-30" })).toMatchObject({
      ok: true,
    });
    const back = FILE.replace("9,Owls,Somali", "9,,Somali");
    expect((await preview(back, { show: "changed" })).rows[0]).toMatchObject({ notes: [{ code: "comes_back" }] });
    expect((await bringIn(back)).counts).toMatchObject({ changed: 1, warned: 1 });
    expect((await students())[0]).toMatchObject({ left_on: null, advisory: null });
    expect((await acts()).map(({ transition }) => transition)).toContain("take_back");
  });

  test("two runs at once bring each student in once", async () => {
    const rows = Array.from({ length: 250 }, (_, row) => `N${row},Student,Number ${row},2010-01-01,9`).join("\n");
    const file = `number,family name,given name,birth date,grade\n${rows}\n`;
    const [one, other] = [
      await upload(wiring, school, file, "students"),
      await upload(wiring, school, file, "students"),
    ];
    await confirm(wiring, school, one);
    await confirm(wiring, school, other);
    const runs = [one, one, other].map((importId) => runImport(wiring, school.system, { importId }));
    const counts = (await Promise.all(runs)).map((run) => (run.ok ? run.value : null));
    expect((counts[0]?.added ?? 0) + (counts[2]?.added ?? 0)).toBe(250);
    expect(await students()).toHaveLength(250);
  });

  test("goes on after the batch in which a run died", async () => {
    const rows = Array.from({ length: 150 }, (_, row) => `N${row},Student ${row},9`).join("\n");
    const importId = await upload(wiring, school, `number,name,grade\n${rows}\n`, "students");
    await confirm(wiring, school, importId);
    const [first] = await Promise.allSettled([runImport(dyingAfterOneBatch(), school.system, { importId })]);
    expect(first?.status).toBe("rejected");
    expect(await findImport(wiring, school.coordinator, { importId })).toMatchObject({ value: { progress: 100 } });
    expect(await runImport(wiring, school.system, { importId })).toMatchObject({ value: { added: 150 } });
    expect(await students()).toHaveLength(150);
  });
});

/** A worker whose clock stops with the second batch: what the batch before wrote is committed by then. */
function dyingAfterOneBatch(): TestWiring {
  let asked = 0;
  const now = () => {
    asked += 1;
    if (asked > 3) throw new Error("the worker died");
    return wiring.clock.now();
  };
  return { ...wiring, clock: { ...wiring.clock, now } };
}

describe("another school", () => {
  test("of the district has its own student of the same number, name and birth date, and neither hears of the other", async () => {
    await bringIn(FILE);
    const neighbour = await makeNeighbour(database, school, `oak-${made}`);
    const importId = await upload(wiring, neighbour, FILE, "students");
    const shown = await previewStudents(wiring, neighbour.coordinator, { importId });
    expect(shown).toMatchObject({ value: { counts: { added: 3, changed: 0 } } });
    expect(JSON.stringify(shown)).not.toContain("mail_shared");
    expect((await bringIn(FILE, neighbour)).counts).toMatchObject({ added: 3 });
    expect(await students(neighbour)).toHaveLength(3);
  });

  test("and an advisor see no preview; a file of opportunities has none of students, nor the other way round", async () => {
    const importId = await upload(wiring, school, FILE, "students");
    const stranger = await makeSchool(database, `ash-${made}`);
    expect(await previewStudents(wiring, stranger.coordinator, { importId })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await previewStudents(wiring, school.advisor, { importId })).toEqual({ ok: false, reason: "not_permitted" });
    expect(await previewImport(wiring, school.coordinator, { importId })).toEqual({ ok: false, reason: "not_found" });
    const other = await upload(wiring, school, "title,organisation\nHelper,Elm\n");
    expect(await previewStudents(wiring, school.coordinator, { importId: other })).toEqual({
      ok: false,
      reason: "not_found",
    });
    const bare = await upload(wiring, school, "number,colour\n1,blue\n", "students");
    expect(await previewStudents(wiring, school.coordinator, { importId: bare })).toEqual({
      ok: false,
      reason: "column_needed",
    });
  });
});
