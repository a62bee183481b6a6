import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { listMigrations } from "~db/migrate";
import { createAppDatabase } from "~db/roles";
import { sql } from "../support/sql";
import { connect, inDatabase, runSql } from "../support/test-server";

/** What 0012 makes of a database that has rows; every other test starts with an empty one. */
const name = `test_${process.pid}_one_district`;
const server = inject("testServer");
const superuserUrl = inDatabase(server.superuserUrl, name);
const ownerUrl = inDatabase(server.ownerUrl, name);

beforeEach(async () => {
  const superuser = await connect(server.superuserUrl);
  await createAppDatabase(superuser, name, (database) => connect(inDatabase(server.superuserUrl, database)));
  await superuser.end();
  await apply((migration) => migration < "0012");
  await runSql(superuserUrl, ROWS_OF_BEFORE);
});
afterEach(() => runSql(server.superuserUrl, `drop database if exists ${name} with (force)`));

const apply = (which: (name: string) => boolean) =>
  runSql(
    ownerUrl,
    ["begin", ...listMigrations().flatMap((each) => (which(each.name) ? each.text : [])), "commit"].join(";\n"),
  );
const upgrade = () => apply((migration) => migration.startsWith("0012"));
const ask = (text: string) => sql({ superuserUrl }, text);

const id = (number: number) => `'00000000-0000-7000-8000-00000000000${number}'`;
const [here, there, school, student, mentorThere, areaHere, areaThere, mentorHere] = [1, 2, 3, 4, 5, 6, 7, 8].map(id);

const ROWS_OF_BEFORE = `
  insert into districts (id, name) values (${here}, 'Here'), (${there}, 'There');
  insert into schools (id, district_id, slug, name, time_zone, postal_address, help_name, help_phone)
    values (${school}, ${here}, 'school', 'School', 'UTC', '1 Main St', 'Office', '555 0100');
  insert into areas (id, district_id, name, latitude, longitude) values (${areaHere}, ${here}, 'A', 0, 0), (${areaThere}, ${there}, 'A', 0, 0);
  insert into mentors (district_id, id, full_name, name_used) values (${here}, ${mentorHere}, 'M', 'M'), (${there}, ${mentorThere}, 'M', 'M');
  insert into people (school_id, id, full_name, name_used) values (${school}, ${student}, 'S', 'S');
  insert into students (school_id, id, grade, area_id) values (${school}, ${student}, 9, ${areaHere});
  insert into clearances (school_id, district_id, mentor_id, type, result, checked_on) values (${school}, ${here}, ${mentorHere}, 'state', 'clear', '2026-01-01');
  insert into audit_log (school_id, actor_kind, noun, noun_id, transition) values (${school}, 'system', 'school', ${school}, 'made')`;

test("students and acts learn the district of their school, every key is checked and every wall stands again", async () => {
  await upgrade();
  expect(
    await ask(
      `select district_id = ${here} as here from students union all select district_id = ${here} from audit_log`,
    ),
  ).toEqual([{ here: true }, { here: true }]);
  expect(await ask("select conname from pg_constraint where not convalidated")).toEqual([]);
  expect(await ask("select relname from pg_class where relrowsecurity and not relforcerowsecurity")).toEqual([]);
});

test("a row of another district stops the upgrade, although FORCE hides it from the owner", async () => {
  await runSql(superuserUrl, `update clearances set district_id = ${there}, mentor_id = ${mentorThere}`);
  await expect(upgrade()).rejects.toMatchObject({ code: "23503", constraint: "clearances_school_fkey" });
});

test("a student in an area of another district stops the upgrade", async () => {
  await runSql(superuserUrl, `update students set area_id = ${areaThere}`);
  await expect(upgrade()).rejects.toMatchObject({ code: "23503", constraint: "students_area_fkey" });
});
