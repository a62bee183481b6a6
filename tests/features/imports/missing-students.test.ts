import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { letMissingLeave } from "~/features/imports/let-missing-leave.server";
import { listMissingStudents } from "~/features/imports/list-missing-students.server";
import { previewStudents } from "~/features/imports/preview-students.server";
import { runImport } from "~/features/imports/run-import.server";
import { addStudent } from "~/features/people/add-student.server";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";
import { confirm, type ImportSchool, makeNeighbour, makeSchool, upload } from "./school";

let database: TestDatabase;
let wiring: TestWiring;
let school: ImportSchool;
let made = 0;

beforeEach(async () => {
  database ??= await createTestDatabase();
  wiring ??= createTestWiring(database);
  school = await makeSchool(database, `fir-${made++}`);
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const listOf = (numbers: readonly number[], grade = "9") =>
  `number,name,grade\n${numbers.map((number) => `N${number},Student ${number},${grade}`).join("\n")}\n`;
const upTo = (count: number) => Array.from({ length: count }, (_, number) => number);

async function bringIn(text: string, { isWhole }: { isWhole: boolean } = { isWhole: true }): Promise<string> {
  wiring.clock.pass(1);
  const importId = await upload(wiring, school, text, "students");
  await confirm(wiring, school, importId, isWhole);
  const run = await runImport(wiring, school.system, { importId });
  if (!run.ok) throw new Error(run.reason);
  return importId;
}
async function missingIn(importId: string) {
  const found = await listMissingStudents(wiring, school.coordinator, { importId });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}
const namesIn = async (importId: string) => (await missingIn(importId)).students.map(({ name }) => name);
const gone = async () =>
  (
    await sql<{ full_name: string; left_on: string }>(
      database,
      "select full_name, left_on::text from people where school_id = $1 and left_on is not null order by full_name",
      [school.coordinator.schoolId],
    )
  ).map(({ full_name: name, left_on: leftOn }) => `${name} ${leftOn}`);
const leave = (importId: string, studentIds: readonly string[] | "all", lastDay = "2026-10-01") =>
  letMissingLeave(wiring, school.coordinator, { importId, studentIds, lastDay });

describe("a whole list of students", () => {
  test("says before and after whom it lacks of those whom files had, and lets nobody go by itself", async () => {
    await bringIn(listOf(upTo(3)));
    const byHand = { ...{ fullName: "By Hand", nameUsed: "By", bornOn: null, grade: 9, studentNumber: null } };
    await addStudent(wiring, school.coordinator, {
      ...byHand,
      ...{ language: "en", directoryOptOut: false, advisoryId: null, mail: null, isAnother: false },
    });
    const importId = await upload(wiring, school, listOf([0, 2]), "students");
    expect(await previewStudents(wiring, school.coordinator, { importId })).toMatchObject({
      value: { missing: { count: 1, students: [{ name: "Student 1" }] } },
    });
    const second = await bringIn(listOf([0, 2]));
    expect(await missingIn(second)).toMatchObject({ students: [{ name: "Student 1", number: "N1" }], listed: 3 });
    expect(await gone()).toEqual([]);
  });

  test("that nobody called whole asks about nobody", async () => {
    await bringIn(listOf(upTo(3)));
    expect(await namesIn(await bringIn(listOf([0]), { isWhole: false }))).toEqual([]);
  });

  test("counts whoever a refused row may mean as still there", async () => {
    await bringIn(listOf(upTo(2)));
    expect(await namesIn(await bringIn(`${listOf([0])}N1,Student 1,none\n`))).toEqual([]);
  });

  test("lets go whom somebody names, as by hand, and no one else; whoever is back on the next list is back", async () => {
    await bringIn(listOf(upTo(3)));
    const importId = await bringIn(listOf([0]));
    const { students } = await missingIn(importId);
    const [first] = students;
    const [there] = await sql<{ id: string }>(
      database,
      "select id from students where school_id = $1 and student_number = 'N0'",
      [school.coordinator.schoolId],
    );
    const studentIds = [first?.id ?? "", there?.id ?? ""];
    expect(await leave(importId, studentIds)).toEqual({ ok: true, value: { left: 1, stayed: 0 } });
    expect(await gone()).toEqual(["Student 1 2026-10-01"]);
    expect(await namesIn(importId)).toEqual(["Student 2"]);
    const [act] = await sql(
      database,
      "select actor_id, actor_kind from audit_log where transition = 'leave' and noun_id = $1",
      [first?.id],
    );
    expect(act).toEqual({ actor_id: school.coordinator.personId, actor_kind: "staff" });
    expect(await namesIn(await bringIn(listOf(upTo(3))))).toEqual([]);
    expect(await gone()).toEqual([]);
  });

  test("lets all go together only up to a tenth of those listed", async () => {
    await bringIn(listOf(upTo(20)));
    const few = await bringIn(listOf(upTo(18)));
    expect(await leave(few, "all")).toEqual({ ok: true, value: { left: 2, stayed: 0 } });
    const many = await bringIn(listOf(upTo(16)));
    expect(await missingIn(many)).toMatchObject({ mayAllLeave: false, listed: 18 });
    expect(await leave(many, "all")).toEqual({ ok: false, reason: "too_many_missing" });
    expect(await gone()).toHaveLength(2);
  });

  test("lets nobody go without a name, on a day to come, or before its rows are in", async () => {
    await bringIn(listOf(upTo(20)));
    const importId = await bringIn(listOf(upTo(19)));
    expect(await leave(importId, [])).toEqual({ ok: false, reason: "nobody_chosen" });
    expect(await leave(importId, "all", "2126-01-01")).toEqual({ ok: false, reason: "day_ahead" });
    const waiting = await upload(wiring, school, listOf([0]), "students");
    await confirm(wiring, school, waiting, true);
    expect(await namesIn(waiting)).toEqual([]);
    expect(await gone()).toEqual([]);
  });
});

test("neither another school's coordinator nor an advisor reads whom a list lacks or lets them go", async () => {
  await bringIn(listOf(upTo(20)));
  const importId = await bringIn(listOf(upTo(19)));
  const { coordinator } = await makeNeighbour(database, school, `yew-${made}`);
  const input = { importId, studentIds: "all", lastDay: "2026-10-01" } as const;
  for (const [actor, reason] of [
    [coordinator, "not_found"],
    [school.advisor, "not_permitted"],
    [school.system, "not_permitted"],
  ] as const) {
    expect(await listMissingStudents(wiring, actor, { importId })).toEqual({ ok: false, reason });
    expect(await letMissingLeave(wiring, actor, input)).toEqual({ ok: false, reason });
  }
  expect(await gone()).toEqual([]);
});
