import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { listMigrations } from "~db/migrate";
import { createAppDatabase } from "~db/roles";
import { sql } from "../support/sql";
import { connect, inDatabase, runSql } from "../support/test-server";

/** What 0023 makes of a database that has rows; every other test starts with an empty one. */
const name = `test_${process.pid}_ties`;
const server = inject("testServer");
const superuserUrl = inDatabase(server.superuserUrl, name);
const ownerUrl = inDatabase(server.ownerUrl, name);

beforeEach(async () => {
  const superuser = await connect(server.superuserUrl);
  await createAppDatabase(superuser, name, (database) => connect(inDatabase(server.superuserUrl, database)));
  await superuser.end();
  await apply((migration) => migration < "0023");
  await runSql(superuserUrl, ROWS_OF_BEFORE);
});
afterEach(() => runSql(server.superuserUrl, `drop database if exists ${name} with (force)`));

const apply = (which: (name: string) => boolean) =>
  runSql(
    ownerUrl,
    ["begin", ...listMigrations().flatMap((each) => (which(each.name) ? each.text : [])), "commit"].join(";\n"),
  );
const ask = (text: string) => sql({ superuserUrl }, text);

const id = (number: number) => `'00000000-0000-7000-8000-00000000000${number}'`;
const [district, school, ines, nobody, account, organisation] = [1, 2, 3, 4, 5, 6].map(id);

const ROWS_OF_BEFORE = `
  insert into districts (id, name) values (${district}, 'Here');
  insert into schools (id, district_id, slug, name, time_zone, postal_address, help_name, help_phone)
    values (${school}, ${district}, 'school', 'School', 'UTC', '1 Main St', 'Office', '555 0100');
  insert into people (school_id, id, full_name, name_used) values (${school}, ${ines}, 'Ines', 'Ines');
  insert into organisations (district_id, id, name, name_key) values (${district}, ${organisation}, 'O', 'o');
  insert into identity.accounts (id, mail) values (${account}, 'ines@school.example');
  insert into drafts (district_id, organisation_id, account_id, form, content)
    values (${district}, ${organisation}, ${account}, 'one', '{}'), (${district}, ${organisation}, ${nobody}, 'other', '{}');
  insert into match_runs (school_id, weights_version, seed, asked_by) values (${school}, 1, 1, ${ines}), (${school}, 1, 2, ${nobody})`;

test("an id that was nobody's is forgotten, every key is checked and every wall stands again", async () => {
  await apply((migration) => migration.startsWith("0023"));
  expect(await ask("select seed, asked_by is null as forgotten from match_runs order by seed")).toEqual([
    { seed: 1, forgotten: false },
    { seed: 2, forgotten: true },
  ]);
  expect(await ask("select form from drafts")).toEqual([{ form: "one" }]);
  expect(await ask("select conname from pg_constraint where not convalidated")).toEqual([]);
  expect(await ask("select relname from pg_class where relrowsecurity and not relforcerowsecurity")).toEqual([]);
});

test("who is deleted leaves the record without the name; drafts go with their account", async () => {
  await apply((migration) => migration.startsWith("0023"));
  await runSql(superuserUrl, `delete from people; delete from identity.accounts`);
  expect(await ask("select asked_by from match_runs")).toEqual([{ asked_by: null }, { asked_by: null }]);
  expect(await ask("select form from drafts")).toEqual([]);
  await expect(ask(`update match_runs set asked_by = ${nobody}`)).rejects.toMatchObject({ code: "23503" });
});
