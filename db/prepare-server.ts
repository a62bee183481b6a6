import pg from "pg";
import { createAppDatabase, createRoles, type LoginRole } from "./roles";

/** Addresses of one database, by role. Each names its user and password. */
export interface ServerUrls {
  adminUrl: string;
  ownerUrl: string;
  webUrl: string;
  workerUrl: string;
}

/**
 * Creates the roles with the passwords of the addresses, the database and its extensions. Running it again does no harm.
 * Throws when an address names another user than its role, or when the admin may not do it.
 */
export async function prepareServer({ adminUrl, ownerUrl, webUrl, workerUrl }: ServerUrls): Promise<void> {
  const passwords = {
    app_owner: readPassword(ownerUrl, "app_owner"),
    app_web: readPassword(webUrl, "app_web"),
    app_worker: readPassword(workerUrl, "app_worker"),
  };
  const admin = await connect(adminUrl);
  try {
    await createRoles(admin, passwords);
    await createAppDatabase(admin, new URL(ownerUrl).pathname.slice(1), (name) => {
      const inside = new URL(adminUrl);
      inside.pathname = `/${name}`;
      return connect(inside.href);
    });
  } finally {
    await admin.end();
  }
}

function readPassword(url: string, role: LoginRole): string {
  const { username, password } = new URL(url);
  if (username !== role) throw new Error(`The address for ${role} names the user ${username || "nobody"}.`);
  return decodeURIComponent(password);
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
