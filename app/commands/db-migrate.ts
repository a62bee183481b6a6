// Brings the database of DATABASE_OWNER_URL up to date.
import { readEnv } from "~/env.server";
import { migrate } from "~db/migrate";
import { sayWhy } from "./support/say-why";

await sayWhy(async () => {
  const { databaseOwnerUrl } = readEnv(undefined, "migrating");
  const applied = await migrate(databaseOwnerUrl as string);
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
});
