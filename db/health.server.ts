import { sql } from "kysely";
import type { Database } from "./connection.server";
import { listMigrations } from "./migrate";
import { withSystem } from "./scope.server";

/** Names of migrations that this build knows and the database does not have. Throws when the database does not answer. */
export async function listMissingMigrations(wiring: { db: Database }): Promise<string[]> {
  const { rows } = await withSystem(wiring, (tx) =>
    sql<{ name: string }>`select name from app_migrations.kysely_migration`.execute(tx),
  );
  const applied = new Set(rows.map((row) => row.name));
  return listMigrations()
    .map(({ name }) => name)
    .filter((name) => !applied.has(name));
}

/**
 * What is wrong with the role that serves: it must be bound by every policy, so it is no superuser, bypasses nothing and
 * owns nothing. Answers null when all is well.
 */
export async function findServingRoleFault({ db }: { db: Database }): Promise<string | null> {
  const { rows } = await sql<{ superuser: boolean; bypasses: boolean; owns: boolean; serves: boolean }>`
    select r.rolsuper as superuser, r.rolbypassrls as bypasses,
      exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'app', 'identity') and pg_has_role(r.oid, c.relowner, 'member')) as owns,
      pg_has_role(r.oid, (select oid from pg_roles where rolname = 'app_scoped'), 'member') as serves
    from pg_roles r where r.rolname = current_user`.execute(db.kysely);
  const role = rows[0];
  if (!role || role.superuser) return "the role of DATABASE_URL is a superuser";
  if (role.bypasses) return "the role of DATABASE_URL bypasses row-level security";
  if (role.owns) return "the role of DATABASE_URL owns tables";
  if (!role.serves) return "the role of DATABASE_URL may not act as app_scoped; migrate first";
  return null;
}
