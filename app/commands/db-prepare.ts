// Creates roles, database and extensions on a Postgres of one's own: once, as a superuser. Names and passwords are those
// of DATABASE_OWNER_URL, DATABASE_URL and DATABASE_WORKER_URL. Running it again changes a password that changed.
import { prepareServer } from "~db/prepare-server";
import { readVariable } from "./support/environment";

const NAMES = ["DATABASE_ADMIN_URL", "DATABASE_OWNER_URL", "DATABASE_URL", "DATABASE_WORKER_URL"] as const;
const missing = NAMES.filter((name) => readVariable(name) === undefined);
if (missing.length > 0) {
  console.error(`Set ${missing.join(", ")} (.env.example explains each).`);
  process.exit(1);
}
const [adminUrl, ownerUrl, webUrl, workerUrl] = NAMES.map((name) => readVariable(name) as string) as [
  string,
  string,
  string,
  string,
];
await prepareServer({ adminUrl, ownerUrl, webUrl, workerUrl });
console.log("Roles, database and extensions are ready. Next: npm run db:migrate");
