// The whole product on this machine: database, migrations, sample schools, web and worker, until Ctrl-C.
import { readEnv } from "~/env.server";
import type { StandIn } from "~/payments/stand-in/server";
import { type Child, startChild } from "./support/child";
import { readVariable, servingEnvironment, setVariables } from "./support/environment";
import { fillSearch } from "./support/fill-search";
import { type OpenDatabase, openDatabase } from "./support/open-database";
import { startPaymentStandIn } from "./support/payment-stand-in";
import { choosePort } from "./support/port";
import { seedWhenEmpty } from "./support/seed-when-empty";
import { forgetServingPort, keepServingPort } from "./support/serving-port";
import { waitUntilReady } from "./support/wait-until-ready";

const isDevelopment = process.argv.includes("--dev");
const say = (sentence: string) => console.log(sentence);

/** Resolves with what ended the run and the exit code it means. */
let end: (ending: { because: string; code: number }) => void = () => {};
const ending = new Promise<{ because: string; code: number }>((resolve) => {
  end = resolve;
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => end({ because: "Stopping …", code: 0 }));
}

let children: Child[] = [];
let database: OpenDatabase | undefined;
let standIn: StandIn | undefined;
try {
  const isLive = readVariable("APP_MODE") === "live";
  // A proxy in front of the live product knows one port.
  setVariables({ PORT: String(await choosePort(readVariable("PORT") ?? (isLive ? "3000" : undefined))) });
  if (!isLive && !readVariable("LOG_LEVEL")) setVariables({ LOG_LEVEL: "warn" });
  // What is missing is named before anything is touched.
  if (isLive) readEnv(undefined, "working");
  database = await openDatabase();
  database.lost.then(() => end({ because: "The database ended by itself.", code: 1 }));
  describeDatabase(database);
  if (!isLive && !readVariable("STRIPE_API_BASE")) standIn = await startPaymentStandIn(readEnv().origin);
  if (standIn) setVariables({ STRIPE_API_BASE: standIn.url });
  const env = readEnv();
  if (env.mode === "local" && database.ownerUrl)
    await seedWhenEmpty({ ownerUrl: database.ownerUrl, webUrl: database.webUrl, secret: env.secret }, say);
  // A live product goes on with the index it has; here nobody has searched yet, or the code has just changed.
  if (env.mode === "local") await fillSearch(env);
  if (env.mode === "local") await keepServingPort(env.port);
  startAll();
  if (await Promise.race([waitUntilReady(env.port), ending.then(() => false)])) {
    say(`\n  Throughline is at   ${env.origin}`);
    if (env.mode === "local") say(`  Sign in as anybody  ${env.origin}/local/cast`);
    if (standIn) say(`  Payments happen at  ${standIn.url} (a stand-in of Stripe; no money moves)`);
    say("  Ctrl-C stops it.\n");
  }
} catch (error) {
  end({ because: error instanceof Error ? error.message : String(error), code: 1 });
}

process.once("disconnect", () => end({ because: "The development server is gone.", code: 1 }));
// `npm run dev` says so after every rebuild.
process.on("message", async () => {
  say("Rebuilt: web and worker start again.");
  await stopAll();
  startAll();
});

const { because, code } = await ending;
(code === 0 ? console.log : console.error)(because);
await stopAll();
await standIn?.close();
await database?.stop();
await forgetServingPort(Number(readVariable("PORT")));
process.exit(code);

function startAll(): void {
  const env = servingEnvironment({});
  children = [
    startChild("web", ["--enable-source-maps", "build-node/server.js", ...(isDevelopment ? ["--dev"] : [])], env),
    startChild("worker", ["--enable-source-maps", "build-node/worker.js"], env),
  ];
  for (const child of children) child.ended.then((exit) => noticeEnd(child, exit));
}

/** One that ends by itself takes the others along; nothing is restarted silently. */
function noticeEnd(child: Child, exit: number): void {
  if (!children.includes(child)) return;
  end({ because: `The ${child.name} process ended by itself (${exit}).`, code: exit || 1 });
}

/** Web first, so that no request starts a job that no worker takes; then the worker. */
async function stopAll(): Promise<void> {
  const stopping = children;
  children = [];
  for (const child of stopping) await child.stop();
}

function describeDatabase({ kind, adopted, applied }: OpenDatabase): void {
  if (kind === "embedded" && adopted)
    say("Using the database that already runs on this folder (another start, or one that was killed).");
  if (applied.length > 0) say(`Applied ${applied.length} migrations.`);
}
