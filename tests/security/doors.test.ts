import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MentorActor, SchoolActor } from "~/domain/actor";
import { cast, castActor, sampleSchools } from "~db/cast";
import { createDatabase, type Database } from "~db/connection.server";
import { type ScopeTx, withIdentity, withKeptPlans, withOneMoment, withScope, withSystem } from "~db/scope.server";
import type { TestDatabase } from "../support/database";
import { createSeededDatabase } from "../support/seeded-database";
import { sql as askAnything } from "../support/sql";

let database: TestDatabase;
let db: Database;
let tables: string[];
beforeAll(async () => {
  database = await createSeededDatabase();
  db = createDatabase(database.webUrl, { max: 3 });
  const found = await askAnything<{ name: string }>(
    database,
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'identity') and c.relkind = 'r'`,
  );
  tables = found.map(({ name }) => name);
});
afterAll(async () => {
  await db?.close();
  await database?.drop();
});

const DENIED = { code: "42501" };
const count = (from: string) => sql.raw(`select count(*)::int as n from ${from}`);

test("outside a door the login of the app reads no table at all", async () => {
  expect(tables.length).toBeGreaterThan(60);
  for (const table of tables) await expect(count(table).execute(db.kysely), table).rejects.toMatchObject(DENIED);
});

test("a transaction of the scoped role without a scope reads no row of any walled table", async () => {
  const walled = await askAnything<{ name: string }>(
    database,
    `select c.oid::regclass::text as name from pg_class c where c.relrowsecurity and c.relkind = 'r'
      and has_table_privilege('app_scoped', c.oid, 'select')`,
  );
  expect(walled.length).toBeGreaterThan(50);
  const seen = await db.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'app_scoped', true)`.execute(tx);
    const rows: string[] = [];
    for (const { name } of walled) {
      const answer = await count(name).execute(tx);
      if ((answer.rows[0] as { n: number }).n > 0) rows.push(name);
    }
    return rows;
  });
  expect(seen).toEqual([]);
});

test("a scope that is no id is refused", async () => {
  const garbled = { ...castActor(cast.ines), schoolId: "lakeview' or true --" };
  await expect(withScope({ db }, garbled, (tx) => count("people").execute(tx))).rejects.toMatchObject({
    code: "22P02",
  });
});

test("forty interleaved transactions over three connections each see their own school and no other", async () => {
  const actors: (SchoolActor | MentorActor)[] = [cast.ines, cast.malik, cast.greta, cast.ruth].map((member) =>
    castActor(member),
  );
  const asked = Array.from({ length: 40 }, (_, at) => actors[at % actors.length] as SchoolActor | MentorActor);
  const seen = await Promise.all(asked.map((actor, at) => withScope({ db }, actor, (tx) => schoolsSeen(tx, at))));
  expect(seen).toEqual(asked.map(({ schoolId }) => (schoolId ? [schoolId] : [])));
});

/** The schools whose people a transaction sees; it pauses in between, so that others go on meanwhile. */
async function schoolsSeen(tx: ScopeTx, at: number): Promise<string[]> {
  await sql`select pg_sleep(${(at % 5) / 200})`.execute(tx);
  const rows = await tx.selectFrom("people").select("school_id").distinct().execute();
  return rows.map(({ school_id }) => school_id);
}

test("who reads one moment sees their own school as it was at its beginning, and writes nothing", async () => {
  const ines = castActor(cast.ines);
  const goals = (tx: ScopeTx) => tx.selectFrom("students").select("goals").where("id", "=", cast.ana.personId);
  await withOneMoment({ db }, ines, async (tx) => {
    const before = await goals(tx).execute();
    await withScope({ db }, ines, (other) => sql`update students set goals = goals || ' More.'`.execute(other));
    expect(await goals(tx).execute()).toEqual(before);
    expect(await schoolsSeen(tx, 0)).toEqual([ines.schoolId]);
  });
  const writing = withOneMoment({ db }, ines, (tx) => sql`update students set goals = ''`.execute(tx));
  await expect(writing).rejects.toMatchObject({ code: "25006" });
});

test("a plan that one school's question has made answers another school on the same connection with its own rows, and nothing can be written", async () => {
  const one = createDatabase(database.webUrl, { max: 1 });
  const [ines, malik] = [castActor(cast.ines), castActor(cast.malik)];
  const seenBy = (actor: typeof ines) =>
    withKeptPlans({ db: one }, actor, (tx) => tx.selectFrom("people").select("school_id").distinct().execute());
  try {
    // Kept from the second time on.
    for (const actor of [ines, ines, malik, ines, malik])
      expect(await seenBy(actor)).toEqual([{ school_id: actor.schoolId }]);
    const writing = withKeptPlans({ db: one }, ines, (tx) => sql`update students set goals = ''`.execute(tx));
    await expect(writing).rejects.toMatchObject({ code: "25006" });
    const { rows } = await sql`show plan_cache_mode`.execute(one.kysely);
    expect(rows).toEqual([{ plan_cache_mode: "auto" }]);
  } finally {
    await one.close();
  }
});

test("after a transaction, also one that failed, a connection holds neither role nor scope", async () => {
  const one = createDatabase(database.webUrl, { max: 1 });
  try {
    const failing = withScope({ db: one }, castActor(cast.ines), async (tx) => {
      await count("people").execute(tx);
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    await withScope({ db: one }, castActor(cast.malik), (tx) => count("people").execute(tx));
    const { rows } = await sql`select current_user::text as role, current_setting('app.school_id', true) as school,
      current_setting('app.organisation_id', true) as organisation`.execute(one.kysely);
    expect(rows).toEqual([{ role: "app_web", school: "", organisation: "" }]);
    await expect(count("people").execute(one.kysely)).rejects.toMatchObject(DENIED);
  } finally {
    await one.close();
  }
});

test("the doors for accounts and for jobs reach no student", async () => {
  for (const table of ["people", "students", "pursuits", "consents", "contact_points", "disclosures", "concerns"]) {
    await expect(
      withIdentity({ db }, (tx) => count(table).execute(tx)),
      table,
    ).rejects.toMatchObject(DENIED);
    await expect(
      withSystem({ db }, (tx) => count(table).execute(tx)),
      table,
    ).rejects.toMatchObject(DENIED);
  }
});

test("no door lifts a wall: not by the setting, not by becoming the owner, not by altering", async () => {
  const tries = [
    "set local role app_owner",
    "alter table people disable row level security",
    "drop policy own_school on people",
    "call app.force_walls('{people}', false)",
    "truncate people",
  ];
  for (const attempt of tries) {
    const trying = withScope({ db }, castActor(cast.ines), (tx) => sql.raw(attempt).execute(tx));
    await expect(trying, attempt).rejects.toMatchObject(DENIED);
  }
  const off = withScope({ db }, castActor(cast.ines), async (tx) => {
    await sql`set local row_security = off`.execute(tx);
    return count("people").execute(tx);
  });
  await expect(off).rejects.toMatchObject(DENIED);
});

test("a concern is read by the safeguarding leads of its school, and by no lead whom it names, also in another role", async () => {
  const { schoolId } = sampleSchools.lakeview;
  await askAnything(
    database,
    `with said as (insert into concerns (school_id, body) values ($1, 'secret') returning school_id, id)
      insert into concern_watch (school_id, concern_id, number, raised_at, not_for) select school_id, id, '1', now(), array[$2::uuid] from said`,
    [schoolId, cast.priya.personId],
  );
  const reads = async (actor: SchoolActor, table = "concerns") => {
    const { rows } = await withScope({ db }, actor, (tx) => sql`select * from ${sql.table(table)}`.execute(tx));
    return rows.length;
  };
  const ines = castActor(cast.ines);
  const priya = castActor(cast.priya);
  expect(await reads(ines)).toBe(1);
  const barred: SchoolActor[] = [
    priya,
    // the account of whom it names, with the id of a lead whom it does not name
    { ...priya, personId: ines.personId },
    { ...castActor(cast.malik), personId: ines.personId },
    castActor(cast.tom),
    castActor(cast.ana),
    castActor(cast.rosa),
    { ...sampleSchools.lakeview, kind: "system", job: "sweep" },
  ];
  for (const actor of barred)
    for (const table of ["concerns", "concern_watch", "concern_reads"]) expect(await reads(actor, table)).toBe(0);
  const watching: SchoolActor = { ...sampleSchools.lakeview, kind: "system", job: "watch-concern" };
  expect(await reads(watching, "concern_watch")).toBe(1);
  expect(await reads(watching)).toBe(0);
});

test("nobody but an admin of the school makes a lead, whatever a verb forgets to ask", async () => {
  const make = (actor: SchoolActor) =>
    withScope({ db }, actor, (tx) =>
      sql`insert into safeguarding_leads (school_id, person_id) values (${sampleSchools.lakeview.schoolId}, ${cast.tom.personId})`.execute(
        tx,
      ),
    );
  for (const actor of [castActor(cast.ines), castActor(cast.tom), castActor(cast.ana), castActor(cast.walter)])
    await expect(make(actor)).rejects.toMatchObject({ code: "42501" });
  await make(castActor(cast.priya));
});

const shipped = import.meta.glob<string>(
  ["../../{app,db,search,emails,tools}/**/*.{ts,tsx,mjs,sql}", "../../*.{ts,js}"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

test("no switch that takes a wall down is shipped: only migrations lift FORCE, and tests/support alone builds without walls", () => {
  expect(Object.keys(shipped).length).toBeGreaterThan(500);
  const lifting =
    /disable row level security|no force row level|(?<!no|rol)bypassrls|row_security|walls: ?(false|boolean)/i;
  const found = Object.entries(shipped).filter(
    ([path, text]) => lifting.test(text) && !path.includes("/db/migrations/"),
  );
  expect(found.map(([path]) => path)).toEqual([]);
  const disabling = Object.entries(shipped).filter(([, text]) => /disable row level security/i.test(text));
  expect(disabling.map(([path]) => path)).toEqual([]);
});
