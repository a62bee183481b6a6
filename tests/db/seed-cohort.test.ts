import { afterAll, beforeAll, expect, test } from "vitest";
import { isInterestId } from "~/domain/interest/taxonomy";
import { cast, castActor } from "~db/cast";
import { createDatabase, type Database } from "~db/connection.server";
import { withScope } from "~db/scope.server";
import { makeCohort } from "~db/seed/cohort/make-cohort";
import { seedCohort } from "~db/seed/cohort/seed-cohort.server";
import { seedSample } from "~db/seed/seed-sample";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { openSuperuser, type Rows } from "../support/superuser";

const now = new Date("2026-10-01T17:00:00Z");
let database: TestDatabase;
let db: Database;
let look: Rows;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedSample({ ...database, now });
  db = createDatabase(database.webUrl, { max: 2 });
  look = await openSuperuser(database.superuserUrl);
  await seedCohort({ db, now });
});

afterAll(async () => {
  await look.end();
  await db.close();
  await database.drop();
});

const inCohort = async (table: string, by = "school_id") => {
  const column = by === "school_id" ? "id" : "district_id";
  const rows = await look.rows(
    `select count(*)::int as n from ${table} where ${by} = (select ${column} from schools where slug = 'cohort')`,
  );
  return rows[0]?.n;
};

test("the cohort has 300 students, each with tags and a guardian, and 200 published placements", async () => {
  expect(await inCohort("students")).toBe(300);
  expect(await inCohort("guardian_links")).toBe(300);
  expect(await inCohort("placements", "district_id")).toBe(200);
  expect(await inCohort("listings")).toBe(200);
  expect(
    await look.rows(
      "select count(distinct student_id)::int as n from student_interests where school_id = (select id from schools where slug = 'cohort')",
    ),
  ).toEqual([{ n: 300 }]);
});

test("a second run says that the cohort is there and changes nothing", async () => {
  expect(await seedCohort({ db, now })).toMatchObject({ isNew: false });
  expect(await inCohort("students")).toBe(300);
});

test("the generator makes the same cohort every time, from interests that exist", () => {
  const cohort = makeCohort();
  expect(makeCohort()).toEqual(cohort);
  const tags = [
    ...cohort.students.flatMap((student) => student.tags.map(({ interest }) => interest)),
    ...cohort.placements.flatMap(({ interests }) => interests),
  ];
  expect(tags.filter((tag) => !isInterestId(tag))).toEqual([]);
  expect(new Set(cohort.students.map(({ name }) => name)).size).toBe(300);
});

test("the sample schools stay as they are and do not see the cohort", async () => {
  const students = await withScope({ db }, castActor(cast.ines), (tx) =>
    tx.selectFrom("students").select("id").execute(),
  );
  expect(students).toHaveLength(30);
});
