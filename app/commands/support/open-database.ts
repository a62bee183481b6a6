import path from "node:path";
import { localPostgres } from "~db/local-postgres";
import { migrate } from "~db/migrate";
import { readVariable, setVariables } from "./environment";

export interface OpenDatabase {
  /** The embedded one of this machine, or a server that DATABASE_URL names. */
  kind: "embedded" | "given";
  /** Null when no DATABASE_OWNER_URL was given: then somebody else migrates. */
  ownerUrl: string | null;
  webUrl: string;
  /** Another process uses the embedded server already. */
  adopted: boolean;
  /** Names of the migrations that this call applied. */
  applied: string[];
  /** Resolves when the embedded server ends without `stop`; never for a given one. */
  lost: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Opens and migrates the database: the one that DATABASE_URL names, else the embedded one below DATA_DIR.
 * Sets DATABASE_URL and DATABASE_WORKER_URL for this process. Throws when it cannot start or a migration fails.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const database = isGiven() ? openGiven() : await openEmbedded();
  try {
    return { ...database, applied: database.ownerUrl ? await migrate(database.ownerUrl) : [] };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Live mode has no stand-in: there `readEnv` names what is missing. */
function isGiven(): boolean {
  return readVariable("DATABASE_URL") !== undefined || readVariable("APP_MODE") === "live";
}

function openGiven(): Omit<OpenDatabase, "applied"> {
  return {
    kind: "given",
    ownerUrl: readVariable("DATABASE_OWNER_URL") ?? null,
    webUrl: readVariable("DATABASE_URL") ?? "",
    adopted: true,
    lost: new Promise(() => {}),
    stop: async () => {},
  };
}

async function openEmbedded(): Promise<Omit<OpenDatabase, "applied">> {
  const server = await localPostgres({ home: path.join(readVariable("DATA_DIR") ?? ".data", "postgres") });
  setVariables({ DATABASE_URL: server.webUrl, DATABASE_WORKER_URL: server.workerUrl });
  const { ownerUrl, webUrl, adopted, lost, stop } = server;
  return { kind: "embedded", ownerUrl, webUrl, adopted, lost, stop };
}
