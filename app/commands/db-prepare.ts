// Creates roles, database and extensions on a Postgres of one's own: once, as a superuser. Names and passwords are those
// of DATABASE_OWNER_URL, DATABASE_URL and DATABASE_WORKER_URL. Running it again changes a password that changed.
import { prepareServer } from "~db/prepare-server";
import { readVariable } from "./support/environment";
import { sayWhy } from "./support/say-why";

await sayWhy(async () => {
  await prepareServer({
    adminUrl: need("DATABASE_ADMIN_URL"),
    ownerUrl: need("DATABASE_OWNER_URL"),
    webUrl: need("DATABASE_URL"),
    workerUrl: need("DATABASE_WORKER_URL"),
  });
  console.log("Roles, database and extensions are ready. Next: npm run db:migrate");
});

function need(name: string): string {
  const value = readVariable(name);
  if (!value) throw new Error(`${name} is missing (.env.example explains it).`);
  return value;
}
