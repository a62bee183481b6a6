import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { districtRules, identityRules, schoolRules } from "~db/retention.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { sql } from "../support/sql";
import { DEFINER_FUNCTIONS, SINGLE_REFERENCES, UNTIED_IDS, UNWALLED_TABLES } from "../support/wall-exceptions";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What the catalogue answers, one line per row, sorted. */
async function lines(text: string, values: unknown[] = []): Promise<string[]> {
  const rows = await sql<{ line: string }>(database, `select line from (${text}) as asked(line) order by line`, values);
  return rows.map((row) => row.line);
}

/** What sweeps of their own delete or empty, and after how long; each has its test beside the verb. */
const SWEPT_APART: Record<string, string> = {
  "identity.challenges": "1 day",
  "identity.rate_limits": "1 day",
  "identity.sessions": "30 days",
  "public.contacts": "90 days after the last word to somebody who never answers",
  "public.import_rows": "90 days",
  "public.imports": "90 days",
  "public.introductions": "90 days",
  "public.mail_events": "90 days",
  "public.visitor_offers": "3 days unproved, 30 days unsent, 90 days after it was sent and decided",
  "public.mails": "body 90 days (sign-in: until sent), row 2 years",
};

const OURS = "('public', 'identity', 'app')";
/** Roles that requests, jobs and the poller hold. */
const SERVING = "('app_web', 'app_worker', 'app_scoped', 'app_identity', 'app_system')";
const TABLES = `select n.nspname || '.' || c.relname as name, c.* from pg_class c
  join pg_namespace n on n.oid = c.relnamespace where n.nspname in ${OURS} and c.relkind in ('r', 'p')`;

describe("tables", () => {
  test("every table has forced policies or stands on the list with its reason", async () => {
    const open = await lines(`select name from (${TABLES}) t where not (relrowsecurity and relforcerowsecurity)`);
    expect(open).toEqual(Object.keys(UNWALLED_TABLES).sort());
  });

  test("every table with forced policies has at least one", async () => {
    expect(
      await lines(
        `select name from (${TABLES}) t where relrowsecurity and not exists (select from pg_policy p where p.polrelid = t.oid)`,
      ),
    ).toEqual([]);
  });

  test("every table declares scope, retention and erasure", async () => {
    const declared = "scope: [^;]+; retention: [^;]+; erasure: .+";
    expect(
      await lines(
        `select name from (${TABLES}) t where coalesce(obj_description(t.oid, 'pg_class'), '') !~ ('^' || $1 || '$')`,
        [declared],
      ),
    ).toEqual([]);
  });

  test("what a table keeps for a time is deleted by the clock after that time, or the table says that a person does it", async () => {
    const declared =
      await lines(`select name || ' ' || (regexp_match(obj_description(t.oid, 'pg_class'), 'retention: ([^;]+)'))[1]
      from (${TABLES}) t where obj_description(t.oid, 'pg_class') ~ 'retention: [^;]*\\d'`);
    const rules = [...schoolRules, ...districtRules, ...identityRules];
    const keeps = (table: string) =>
      SWEPT_APART[table] ?? rules.find((rule) => [rule.table, `public.${rule.table}`].includes(table))?.keeps;
    const wrong = declared.filter((line) => {
      const [table = "", ...words] = line.split(" ");
      const retention = words.join(" ");
      return !retention.includes(keeps(table) ?? ", then a person deletes it");
    });
    expect(wrong).toEqual([]);
    expect(declared.length).toBeGreaterThan(30);
  });

  test("a table whose declared scope is a school has a school_id and compares it in its policies", async () => {
    expect(
      await lines(`select name from (${TABLES}) t
        where obj_description(t.oid, 'pg_class') ~ '^scope: school' and relrowsecurity and (
          not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'school_id')
          or not exists (select from pg_policy p where p.polrelid = t.oid
            and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) like '%app.school_id()%'))`),
    ).toEqual([]);
  });

  test("a policy for app_scoped names a setting of the scope; none is simply true", async () => {
    expect(
      await lines(`select p.polrelid::regclass || ' ' || p.polname from pg_policy p
        where (p.polroles = '{0}' or 'app_scoped'::regrole = any (p.polroles)) and (
          coalesce(pg_get_expr(p.polqual, p.polrelid), 'app.') not like '%app.%'
          or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'app.') not like '%app.%'
          or p.polroles = '{0}')
        and p.polrelid::regclass::text not like 'graphile_worker.%'`),
    ).toEqual([]);
  });
});

describe("keys", () => {
  test("a reference between two tables of schools carries the school, so that no row points into another one", async () => {
    expect(await lines(crossing("school_id", "schools", "and true"))).toEqual([]);
  });

  test("a reference between two tables of districts carries the district, or the school, which has one district", async () => {
    expect(await lines(crossing("district_id", "districts", `and not ${carries("school_id")}`))).toEqual([]);
  });

  test("a table with a school and a district has no row of a school of another district", async () => {
    expect(
      await lines(`select name from (${TABLES}) t
        where (select count(*) from pg_attribute a where a.attrelid = t.oid and a.attname in ('school_id', 'district_id')) = 2
          and not exists (select from pg_constraint k where k.conrelid = t.oid and k.confrelid = 'schools'::regclass and cardinality(k.conkey) = 2)`),
    ).toEqual([]);
  });

  test("a reference by a single id to a table behind a wall stands on the list with its reason", async () => {
    expect(
      await lines(`select k.conrelid::regclass || '.' || (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1])
        from pg_constraint k join pg_class c on c.oid = k.confrelid
        where k.contype = 'f' and cardinality(k.conkey) = 1 and c.relrowsecurity
          and c.oid not in ('schools'::regclass, 'districts'::regclass) and k.conrelid::regclass::text not like 'graphile_worker.%'`),
    ).toEqual(Object.keys(SINGLE_REFERENCES).sort());
  });
});

test("an id is tied to its row by a key, or stands on the list with its reason", async () => {
  const isKeyed = `exists (select from pg_constraint k where k.conrelid = t.oid and a.attnum = any (k.conkey)
    and (k.contype = 'f' or (k.contype = 'p' and a.attname = 'id')))`;
  expect(
    await lines(`select name || '.' || a.attname from (${TABLES}) t join pg_attribute a on a.attrelid = t.oid
      where a.atttypid = 'uuid'::regtype and not a.attisdropped and not ${isKeyed}`),
  ).toEqual(Object.keys(UNTIED_IDS).sort());
});

test("every key has looked at every row", async () => {
  expect(await lines("select conrelid::regclass || ' ' || conname from pg_constraint where not convalidated")).toEqual(
    [],
  );
});

const carries = (column: string) => `exists (select from unnest(k.conkey, k.confkey) as pair(mine, theirs)
  join pg_attribute m on m.attrelid = k.conrelid and m.attnum = pair.mine and m.attname = '${column}'
  join pg_attribute t on t.attrelid = k.confrelid and t.attnum = pair.theirs and t.attname = '${column}')`;

/** Foreign keys of tables with this column to tables with this column (other than `root`) that leave it out. */
const crossing = (column: string, root: string, unless: string) => `
  select k.conrelid::regclass || ' ' || k.conname from pg_constraint k
  where k.contype = 'f' and k.confrelid <> '${root}'::regclass and not ${carries(column)} ${unless}
    and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = '${column}')
    and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = '${column}')`;

describe("roles", () => {
  test("no serving role is superuser, passes policies, replicates, or makes roles or databases", async () => {
    expect(
      await lines(`select rolname::text from pg_roles where rolname in ${SERVING}
        and (rolsuper or rolbypassrls or rolreplication or rolcreaterole or rolcreatedb)`),
    ).toEqual([]);
  });

  test("the serving roles own nothing: no table, view, sequence, function, type or schema", async () => {
    expect(
      await lines(`select 'class ' || c.oid::regclass from pg_class c where c.relowner in (select oid from pg_roles where rolname in ${SERVING})
        union all select 'function ' || p.oid::regprocedure from pg_proc p where p.proowner in (select oid from pg_roles where rolname in ${SERVING})
        union all select 'type ' || t.oid::regtype from pg_type t where t.typowner in (select oid from pg_roles where rolname in ${SERVING})
        union all select 'schema ' || n.nspname from pg_namespace n where n.nspowner in (select oid from pg_roles where rolname in ${SERVING})
        union all select 'database ' || d.datname from pg_database d where d.datdba in (select oid from pg_roles where rolname in ${SERVING})`),
    ).toEqual([]);
  });

  test("no serving role is a member of the owner; app_web inherits from no door it may go through", async () => {
    expect(
      await lines(`select m.member::regrole || ' in ' || m.roleid::regrole || case when m.inherit_option then ' inherits' else '' end
        from pg_auth_members m where m.member::regrole::text in ${SERVING}`),
    ).toEqual(["app_web in app_identity", "app_web in app_scoped", "app_web in app_system"]);
  });

  test("app_web itself holds no privilege on any table, and nothing is granted to everybody", async () => {
    const held = `from (${TABLES}) t, unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as privilege`;
    expect(
      await lines(`select name || ' ' || privilege ${held} where has_table_privilege('app_web', t.oid, privilege)
        union all select name || ' column ' || privilege ${held} where privilege in ('select', 'insert', 'update', 'references') and has_any_column_privilege('app_web', t.oid, privilege)`),
    ).toEqual([]);
  });

  test("no serving role truncates, refers to or puts a trigger on a table, and none creates anything", async () => {
    expect(
      await lines(`select role || ' ' || privilege || ' ' || name from (${TABLES}) t, unnest(array['truncate', 'references', 'trigger']) as privilege,
          unnest(array['app_scoped', 'app_identity', 'app_system', 'app_worker']) as role
          where has_table_privilege(role, t.oid, privilege)
        union all select role || ' creates in ' || n.nspname from pg_namespace n, unnest(array['app_web', 'app_scoped', 'app_identity', 'app_system', 'app_worker']) as role
          where n.nspname !~ '^pg_' and has_schema_privilege(role, n.oid, 'create')`),
    ).toEqual([]);
  });

  test("app_worker reads no table of ours: it polls for jobs and runs them through the doors of app_web", async () => {
    expect(
      await lines(`select name from (${TABLES}) t where has_any_column_privilege('app_worker', t.oid, 'select')`),
    ).toEqual([]);
  });
});

describe("doors", () => {
  const reads = (role: string) =>
    lines(`select name from (${TABLES}) t where has_any_column_privilege('${role}', t.oid, 'select')`);

  test("app_scoped reads of schema identity the memberships and links of its own school, and nothing else", async () => {
    expect((await reads("app_scoped")).filter((name) => name.startsWith("identity."))).toEqual([
      "identity.links",
      "identity.memberships",
    ]);
  });

  test("app_scoped reads nothing that a search index holds: what students like stands there without a school's wall", async () => {
    expect((await reads("app_scoped")).filter((name) => name.startsWith("public.search_"))).toEqual([
      "public.search_indexes",
    ]);
  });

  test("app_identity reads accounts and which mails were promised, and no data of a school", async () => {
    expect((await reads("app_identity")).filter((name) => !name.startsWith("identity."))).toEqual(["public.mails"]);
  });

  test("app_system reads schools, mails and search tables, and no table of students", async () => {
    expect(await reads("app_system")).toEqual([
      "public.districts",
      "public.mail_events",
      "public.mail_suppressions",
      "public.mail_transports",
      "public.mails",
      "public.reply_addresses",
      "public.schools",
      "public.search_checks",
      "public.search_documents",
      "public.search_engines",
      "public.search_indexes",
      "public.search_postings",
      "public.search_terms",
    ]);
  });

  test("a request reads neither the words nor the address of a mail", async () => {
    const readable =
      await lines(`select role || ' ' || a.attname from pg_attribute a, unnest(array['app_scoped', 'app_identity']) as role
      where a.attrelid = 'mails'::regclass and a.attnum > 0 and has_column_privilege(role, 'mails', a.attname, 'select')
        and a.attname in ('props', 'recipient_mail', 'frozen_subject', 'frozen_html', 'frozen_text', 'frozen_headers', 'frozen_calendar')`);
    expect(readable).toEqual([]);
  });

  test("the audit log is added to, never changed", async () => {
    expect(
      await lines(`select role || ' ' || privilege from unnest(array['app_scoped', 'app_identity', 'app_system', 'app_worker']) as role,
        unnest(array['update', 'delete']) as privilege where has_any_column_privilege(role, 'audit_log', 'update') and privilege = 'update'
          or has_table_privilege(role, 'audit_log', 'delete') and privilege = 'delete'`),
    ).toEqual([]);
  });
});

describe("functions and views", () => {
  test("every function that runs as its owner is on the list, fixes its search_path and is not for everybody", async () => {
    const found = await sql<{ name: string; config: string | null; open: boolean; owner: string; body: string }>(
      database,
      `select p.oid::regprocedure::text as name, array_to_string(p.proconfig, ', ') as config, p.prosrc as body,
          p.proowner::regrole::text as owner,
          exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0 and g.privilege_type = 'EXECUTE') as open
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname in ${OURS} order by name`,
    );
    expect(found.map(({ name }) => name)).toEqual(Object.keys(DEFINER_FUNCTIONS).sort());
    for (const { name, config, open, owner } of found)
      expect([name, config, open, owner]).toEqual([name, "search_path=pg_catalog, pg_temp", false, "app_owner"]);
  });

  test("procedures that raise walls are for the owner only", async () => {
    expect(
      await lines(`select p.oid::regprocedure || ' ' || role from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
          unnest(array['app_web', 'app_scoped', 'app_identity', 'app_system', 'app_worker']) as role
        where n.nspname = 'app' and p.prokind = 'p' and has_function_privilege(role, p.oid, 'execute')`),
    ).toEqual([]);
  });

  test("no view reads past the policies: none of ours belongs to a superuser or runs as its owner", async () => {
    expect(
      await lines(`select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_roles o on o.oid = c.relowner
        where c.relkind in ('v', 'm') and n.nspname !~ '^(pg_|information_schema)' and (n.nspname in ${OURS} or o.rolsuper)
          and not coalesce('security_invoker=true' = any (c.reloptions), false)`),
    ).toEqual([]);
  });

  test("everything in our schemas belongs to app_owner, extensions apart", async () => {
    expect(
      await lines(`select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ${OURS} and c.relowner <> 'app_owner'::regrole
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`),
    ).toEqual([]);
  });
});

test("the lists of exceptions give a reason for each", () => {
  const lists = [UNWALLED_TABLES, DEFINER_FUNCTIONS, SINGLE_REFERENCES];
  for (const reason of lists.flatMap((list) => Object.values(list))) expect(reason.length).toBeGreaterThan(30);
});
