import { afterAll, beforeAll, expect, test } from "vitest";
import { listMigrations, migrate } from "~db/migrate";
import { createEmptyDatabase } from "../support/database";
import { openSuperuser, type Rows } from "../support/superuser";

const school = "00000000-0000-4000-8000-000000000001";
/** A guardian with a session, one whose answer the log has, one whose answer came on paper, and an advisor who acted. */
const [seen, answered, paper, advisor] = [2, 3, 4, 5].map((at) => `00000000-0000-4000-8000-00000000000${at}`);

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let superuser: Rows;
beforeAll(async () => {
  database = await createEmptyDatabase();
  superuser = await openSuperuser(database.superuserUrl);
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

test("whoever has a session or did something on the web before is noted as come in, and nobody else", async () => {
  await migrateTo("0148");
  const { rows } = superuser;
  await rows("insert into districts (id, name) values ($1, 'Lake')", [school]);
  await rows(
    `insert into schools (id, district_id, slug, name, time_zone, postal_address, help_name, help_phone)
      values ($1, $1, 'lake', 'Lake', 'America/Los_Angeles', '1 Lake Street', 'Ines', '555-0100')`,
    [school],
  );
  for (const [id, role] of [
    [seen, "guardian"],
    [answered, "guardian"],
    [paper, "guardian"],
    [advisor, "advisor"],
  ]) {
    await rows("insert into identity.accounts (id, mail) values ($1, $2)", [id, `${id}@mail.example`]);
    await rows("insert into people (school_id, id, full_name, name_used) values ($1, $2, 'Someone', 'Someone')", [
      school,
      id,
    ]);
    await rows(
      `insert into identity.memberships (account_id, role, school_id, district_id, person_id, id) values ($1, $2, $3, $3, $1, $1)`,
      [id, role, school],
    );
  }
  await rows(
    `insert into identity.sessions (account_id, membership_id, token_hash, created_at, expires_at)
      values ($1, $1, 'x', '2026-09-03Z', '2026-10-03Z')`,
    [seen],
  );
  const act = `insert into audit_log (school_id, district_id, at, actor_kind, actor_id, channel, noun, noun_id, transition)
    values ($1, $1, $2, $3, $4, $5, 'consent', $1, 'give')`;
  await rows(act, [school, "2025-02-02Z", "guardian", answered, "web"]);
  await rows(act, [school, "2025-02-03Z", "guardian", paper, "paper"]);
  await rows(act, [school, "2024-02-03Z", "staff", advisor, "web"]);
  await migrateTo("0149");
  const noted = await rows(
    `select person_id as id, (came_in_at at time zone 'UTC')::date::text as "on" from identity.memberships order by person_id`,
  );
  expect(noted).toEqual([
    { id: seen, on: "2026-09-03" },
    { id: answered, on: "2025-02-02" },
    { id: paper, on: null },
    { id: advisor, on: "2024-02-03" },
  ]);
});

/** Runs every migration that is numbered before. */
async function migrateTo(before: string): Promise<void> {
  const migrations = listMigrations().filter(({ name }) => name < before);
  await migrate(database.ownerUrl, { migrations, indexes: [] });
}
