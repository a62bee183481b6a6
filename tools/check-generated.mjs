// db/schema.generated.ts has to be what the migrations make.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { writeDatabaseTypes } from "./write-db-types.mjs";

const root = path.resolve(import.meta.dirname, "..");
mkdirSync(path.join(root, ".cache"), { recursive: true });
const folder = mkdtempSync(path.join(root, ".cache", "types-"));
const fresh = path.join(folder, "schema.generated.ts");
try {
  await writeDatabaseTypes(root, fresh);
  if (readFileSync(fresh, "utf8") !== readFileSync(path.join(root, "db/schema.generated.ts"), "utf8")) {
    console.error("db/schema.generated.ts does not fit the migrations. Run: npm run db:types");
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
