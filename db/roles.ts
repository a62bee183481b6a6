import pg from "pg";

/** Who may log in: the owner migrates, the web role serves through the three doors, the worker role polls for jobs. */
export type LoginRole = "app_owner" | "app_web" | "app_worker";

/** Extensions that the schema needs; only a superuser may create all of them. */
export const EXTENSIONS = ["pg_trgm", "unaccent", "btree_gist", "fuzzystrmatch"];

const LOGINS: LoginRole[] = ["app_owner", "app_web", "app_worker"];
const DOORS = ["app_scoped", "app_identity", "app_system"];

/**
 * Creates the roles of the app, or brings those that exist into shape; a superuser runs it.
 * The web role inherits nothing: it holds a privilege only after it went through a door (`set role`).
 * A login without a password in `passwords` keeps the one it has.
 */
export async function createRoles(superuser: pg.Client, passwords: Partial<Record<LoginRole, string>>): Promise<void> {
  const { rows } = await superuser.query<{ rolname: string }>("select rolname from pg_roles");
  const existing = new Set(rows.map((row) => row.rolname));
  for (const role of [...LOGINS, ...DOORS]) if (!existing.has(role)) await superuser.query(`create role ${role}`);
  for (const role of LOGINS) {
    const password = passwords[role] === undefined ? "" : `password ${pg.escapeLiteral(passwords[role])}`;
    const inherit = role === "app_web" ? "noinherit" : "inherit";
    await superuser.query(
      `alter role ${role} login ${inherit} nosuperuser nobypassrls nocreatedb nocreaterole ${password}`,
    );
  }
  for (const role of DOORS) await superuser.query(`alter role ${role} nologin nosuperuser nobypassrls`);
  await superuser.query(`grant ${DOORS.join(", ")} to app_web with inherit false, set true`);
}

/**
 * Creates database `name` for app_owner unless it exists, with the extensions of the schema.
 * `superuser` is connected to any database; `connect` opens another connection of the same superuser.
 */
export async function createAppDatabase(
  superuser: pg.Client,
  name: string,
  connect: (database: string) => Promise<pg.Client>,
): Promise<void> {
  const found = await superuser.query("select 1 from pg_database where datname = $1", [name]);
  if (found.rowCount === 0) await superuser.query(`create database ${pg.escapeIdentifier(name)} owner app_owner`);
  const inside = await connect(name);
  try {
    for (const extension of EXTENSIONS) await inside.query(`create extension if not exists ${extension}`);
    await inside.query("alter schema public owner to app_owner");
    await inside.query(`revoke all on database ${pg.escapeIdentifier(name)} from public`);
    await inside.query(`grant connect on database ${pg.escapeIdentifier(name)} to app_web, app_worker`);
  } finally {
    await inside.end();
  }
}
