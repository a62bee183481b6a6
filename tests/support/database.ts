import { inject } from "vitest";
import { copyTemplate, inDatabase, makeEmpty, runSql } from "./test-server";

export interface TestDatabase {
  name: string;
  ownerUrl: string;
  webUrl: string;
  workerUrl: string;
  /** Sees and changes everything, past all walls: for setting up and for looking. */
  superuserUrl: string;
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Starts from what another test database holds instead of from an empty one; nobody may be connected to it then. */
  from?: TestDatabase;
  /** `false` builds a database without row-level security, in which only the app's own checks protect. */
  walls?: boolean;
}

/** A migrated, empty database of its own; ask for one per test file and drop it in `afterAll`. */
export async function createTestDatabase({ walls = true, from }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = await copyTemplate({ ...server, template: from?.name ?? server.template });
  const superuserUrl = inDatabase(server.superuserUrl, name);
  if (!walls) await runSql(superuserUrl, TAKE_WALLS_DOWN);
  return {
    name,
    ownerUrl: inDatabase(server.ownerUrl, name),
    webUrl: inDatabase(server.webUrl, name),
    workerUrl: inDatabase(server.workerUrl, name),
    superuserUrl,
    drop: () => runSql(server.superuserUrl, `drop database if exists ${name} with (force)`),
  };
}

/** A database with the roles' rights and nothing in it, for what migrates. */
export async function createEmptyDatabase(): Promise<
  Pick<TestDatabase, "name" | "ownerUrl" | "superuserUrl" | "drop">
> {
  const server = inject("testServer");
  const name = await makeEmpty(server);
  return {
    name,
    ownerUrl: inDatabase(server.ownerUrl, name),
    superuserUrl: inDatabase(server.superuserUrl, name),
    drop: () => runSql(server.superuserUrl, `drop database if exists ${name} with (force)`),
  };
}

/** The job tables keep their policies: they are the library's, not walls between schools. */
const TAKE_WALLS_DOWN = `do $$
declare target regclass;
begin
  for target in
    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relrowsecurity and n.nspname <> 'graphile_worker'
  loop
    execute format('alter table %s disable row level security', target);
    execute format('alter table %s no force row level security', target);
  end loop;
end $$`;
