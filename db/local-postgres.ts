import { mkdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { withFolderLock } from "./local/folder-lock";
import { initialise } from "./local/initialise";
import { keepPasswords, type Passwords } from "./local/passwords";
import { choosePlace } from "./local/place";
import { endServer, findServer, startServer } from "./local/server";
import { createAppDatabase, createRoles } from "./roles";

export interface LocalPostgresOptions {
  /** Folder of the data, the passwords and the lock; made when missing. */
  home: string;
  database?: string;
  /** Settings of the server, each `name=value`; they hold only when this call starts it. */
  settings?: string[];
}

export interface LocalPostgres {
  ownerUrl: string;
  webUrl: string;
  workerUrl: string;
  /** For tests, which make databases of their own. */
  superuserUrl: string;
  pid: number;
  /** The server was there before this call. */
  adopted: boolean;
  /** Resolves when the server ends without `stop`. */
  lost: Promise<void>;
  /** Ends the server unless another process still uses it: the last one out turns off the light. */
  stop(): Promise<void>;
}

/** The name under which each user of the server keeps one connection open, to notice its end and to be counted. */
const WATCHER = "throughline-watch";

/**
 * Gives the Postgres of a data folder: starts one, or adopts the one that runs, also one whose starter was killed.
 * Safe when several processes call it at once, and after any of them was killed at any moment.
 * Throws with the server's own words when it cannot start.
 */
export async function localPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const { database = "throughline", settings = [] } = options;
  const home = path.resolve(options.home);
  try {
    mkdirSync(home, { recursive: true });
    return await withFolderLock(path.join(home, "start"), () => open(home, database, settings));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    throw new Error(
      `${home} belongs to another user. Start as that user, or remove the folder to begin with an empty database.`,
      {
        cause: error,
      },
    );
  }
}

async function open(home: string, database: string, settings: string[]): Promise<LocalPostgres> {
  const place = choosePlace(home);
  const passwords = keepPasswords(place);
  await initialise(place, passwords.postgres);
  const found = await findServer(place);
  const server = found ?? (await startServer(place, settings));
  const url = (role: keyof Passwords, name: string) =>
    `postgres://${role}:${passwords[role]}@127.0.0.1:${server.port}/${name}`;

  const watcher = await connect(url("postgres", "postgres"));
  await createRoles(watcher, passwords);
  await createAppDatabase(watcher, database, (name) => connect(url("postgres", name)));
  let isConnected = true;
  let isStopping = false;
  watcher.once("end", () => (isConnected = false));
  return {
    ownerUrl: url("app_owner", database),
    webUrl: url("app_web", database),
    workerUrl: url("app_worker", database),
    superuserUrl: url("postgres", "postgres"),
    pid: server.pid,
    adopted: found !== null,
    lost: new Promise((resolve) => watcher.once("end", () => isStopping || resolve())),
    stop: () =>
      withFolderLock(path.join(home, "start"), async () => {
        isStopping = true;
        if (!isConnected) return;
        const isLast = await isAlone(watcher);
        await watcher.end();
        if (isLast) await endServer(place);
      }),
  };
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: WATCHER });
  // A lost connection ends the client, which is noticed; without a listener it would end the process.
  client.on("error", () => {});
  await client.connect();
  return client;
}

async function isAlone(watcher: pg.Client): Promise<boolean> {
  const question = "select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()";
  return (await watcher.query(question, [WATCHER])).rowCount === 0;
}
