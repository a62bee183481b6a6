// `npm run db:types`: writes db/schema.generated.ts from what the migrations make.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { runnerImport } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

/** As db/connection.server.ts reads them: instants and dates travel as text, counts as numbers. */
const TYPES = { timestamptz: "string", date: "string", time: "string", int8: "number", daterange: "string" };
const OPTIONS = ["--dialect", "postgres", "--date-parser", "string", "--numeric-parser", "number"];
const OTHERS = ["--exclude-pattern", "{graphile_worker,app_migrations}.*"];

/** Writes the types of a freshly migrated database to `file`. Throws when a migration or the generator fails. */
export async function writeDatabaseTypes(root, file) {
  process.chdir(root);
  const config = {
    root,
    configFile: false,
    logLevel: "error",
    cacheDir: ".cache/vite-tools",
    plugins: [tsconfigPaths()],
  };
  const { module } = await runnerImport("./tests/support/test-server.ts", config);
  const server = await module.openTestServer();
  try {
    const name = await module.copyTemplate(server);
    try {
      generate(root, module.inDatabase(server.ownerUrl, name), file);
    } finally {
      await module.runSql(server.superuserUrl, `drop database ${name} with (force)`);
    }
  } finally {
    await server.stop();
  }
}

function generate(root, url, file) {
  const args = ["--url", url, "--out-file", file, ...OPTIONS, ...OTHERS, "--type-mapping", JSON.stringify(TYPES)];
  const program = path.join(root, "node_modules", "kysely-codegen", "dist", "cli", "bin.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`The types could not be generated:\n${stdout}${stderr}`);
}

if (process.argv[1] === import.meta.filename) {
  const root = path.resolve(import.meta.dirname, "..");
  await writeDatabaseTypes(root, path.join(root, "db/schema.generated.ts"));
}
