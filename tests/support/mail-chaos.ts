import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createDatabase } from "~db/connection.server";
import { findFreePort } from "~db/local/server";
import { type LocalPostgres, localPostgres } from "~db/local-postgres";
import { enqueueMail } from "~db/mails.server";
import { migrate } from "~db/migrate";
import { withScope } from "~db/scope.server";
import { mailCatalogue } from "~emails/catalogue";
import { randomBy } from "../bench/random";
import { insertSchool } from "./mail";
import { type Behaviour, type ResendDouble, startResendDouble } from "./resend-double";
import { sql } from "./sql";
import { inDatabase } from "./test-server";
import { killWorker, spawnWorker } from "./worker-process";

export interface MailChaos {
  mails: number;
  workerKills: number;
  postgresKills: number;
  seed: number;
  say?: (line: string) => void;
}

export interface MailChaosResult {
  /** Recipients whose mail never left, and those whose mail left more than once. */
  lost: string[];
  twice: string[];
  /** Requests that break the provider's rules. */
  faults: string[];
  /** Mails that are not written down as sent. */
  unsent: number;
  requests: number;
  workerKills: number;
  postgresKills: number;
  /** From the last kill to the last mail written down as sent. */
  drainedAfterMs: number;
}

const WORKERS = 2;
/** Of all requests: errors of the provider, answers that say "too fast", answers that get lost. */
const SHARES = { error: 0.08, tooFast: 0.06, lost: 0.1 };
const LONGEST_DRAIN_MS = 180_000;
const LOOK_EVERY_MS = 200;

/**
 * Sends mails through the built worker, as processes that are killed in the middle of requests, on a database that is killed
 * too, to a provider that errs. A kill falls on a request, as its number comes up: each is at its own moment of the work.
 * Whatever ended starts again, as a supervisor would start it.
 */
export async function runMailChaos(chaos: MailChaos): Promise<MailChaosResult> {
  const home = mkdtempSync(path.join(tmpdir(), "mail-chaos-"));
  const port = await findFreePort();
  const open = () => localPostgres({ home, settings: [`port=${port}`, "max_connections=60"] });
  const hunt = newHunt(chaos);
  const double = await startResendDouble({ behave: hunt.behave });
  const field: Field = { server: await open(), open, double, workers: new Set(), isOver: false };
  hunt.begin(field);
  try {
    await promiseMails(field, chaos.mails);
    for (let n = 0; n < WORKERS; n += 1) startOne(field);
    const unsent = await untilSent(field, { hunt, say: chaos.say });
    return { ...countUp(double, chaos.mails), ...hunt.tally(), unsent };
  } finally {
    field.isOver = true;
    await Promise.all([...field.workers].map(killWorker));
    await double.stop();
    await field.server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

interface Field {
  server: LocalPostgres;
  open(): Promise<LocalPostgres>;
  double: ResendDouble;
  workers: Set<ChildProcess>;
  isOver: boolean;
}

/** Decides what happens at each request, and kills at some: a worker each time, the database too at a few. */
function newHunt({ mails, workerKills, postgresKills, seed }: MailChaos) {
  const random = randomBy(seed);
  const kills = { workers: 0, postgres: 0, lastAt: performance.now() };
  let field: Field | undefined;
  let requests = 0;
  let isReviving = false;
  // Spread over all of the requests that it takes, those that go wrong with them: the last kills fall among the last mails.
  const expected = mails / (1 - SHARES.error - SHARES.tooFast - SHARES.lost);
  const every = Math.max(1, Math.floor(expected / (workerKills + 1)));
  const everyDatabase = Math.max(1, Math.floor(expected / (postgresKills + 1)));
  const killOne = () => {
    const running = [...(field?.workers ?? [])];
    const victim = running[Math.floor(random() * running.length)];
    if (!victim?.kill("SIGKILL")) return;
    kills.workers += 1;
    kills.lastAt = performance.now();
  };
  const killDatabase = async (on: Field) => {
    isReviving = true;
    kills.postgres += 1;
    process.kill(on.server.pid, "SIGKILL");
    await on.server.lost;
    on.server = await on.open();
    kills.lastAt = performance.now();
    isReviving = false;
  };
  const behave = (): Behaviour => {
    requests += 1;
    if (kills.workers < workerKills && requests % every === 0) killOne();
    if (field && kills.postgres < postgresKills && !isReviving && requests % everyDatabase === 0)
      void killDatabase(field);
    return behaviourBy(random());
  };
  return {
    behave,
    begin: (on: Field) => {
      field = on;
    },
    isReviving: () => isReviving,
    tally: () => ({
      workerKills: kills.workers,
      postgresKills: kills.postgres,
      drainedAfterMs: Math.round(performance.now() - kills.lastAt),
    }),
  };
}

function behaviourBy(chance: number): Behaviour {
  const { error, tooFast, lost } = SHARES;
  if (chance < error) return { status: 500, name: "internal_server_error" };
  if (chance < error + tooFast) return { status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "1" } };
  if (chance < error + tooFast + lost) return "lose-answer";
  return "take";
}

const recipient = (n: number) => `guardian-${n}@family.example`;

async function promiseMails({ server }: Field, mails: number): Promise<void> {
  await migrate(server.ownerUrl);
  const superuserUrl = inDatabase(server.superuserUrl, "throughline");
  const { schoolId, districtId } = await insertSchool({ superuserUrl }, "lakeview");
  const db = createDatabase(server.webUrl, { max: 2 });
  const actor = { kind: "system", job: "test", schoolId, districtId } as const;
  for (let n = 0; n < mails; n += 1)
    await withScope({ db }, actor, (tx) =>
      enqueueMail(tx, {
        kind: "consent-request",
        props: mailCatalogue["consent-request"].example,
        to: { mail: recipient(n), language: "es" },
        schoolId,
        dedupeKey: `chaos:${n}`,
        now: new Date(),
      }),
    );
  await db.close();
}

/** When it ends, another takes its place. */
function startOne(field: Field): void {
  const worker = spawnWorker({ ...field.server, resendUrl: field.double.url });
  field.workers.add(worker);
  worker.once("exit", () => {
    field.workers.delete(worker);
    if (!field.isOver) startOne(field);
  });
}

/** Waits until every mail is written down as sent and nothing more is to be killed. Answers how many are not, at the end. */
async function untilSent(
  field: Field,
  { hunt, say }: { hunt: ReturnType<typeof newHunt>; say: MailChaos["say"] },
): Promise<number> {
  for (let looks = 0; ; looks += 1) {
    const unsent = await countUnsent(field, hunt);
    if (unsent === 0) return 0;
    const { workerKills, postgresKills, drainedAfterMs } = hunt.tally();
    if (looks % 50 === 0)
      say?.(`${unsent ?? "?"} to send, ${workerKills} workers and ${postgresKills} databases killed`);
    if (drainedAfterMs > LONGEST_DRAIN_MS) return unsent ?? Number.NaN;
    await wait(LOOK_EVERY_MS);
  }
}

/** Null while the database is away, also where it was killed in the middle of the question. */
async function countUnsent({ server }: Field, hunt: ReturnType<typeof newHunt>): Promise<number | null> {
  if (hunt.isReviving()) return null;
  const killsBefore = hunt.tally().postgresKills;
  try {
    const superuserUrl = inDatabase(server.superuserUrl, "throughline");
    const [row] = await sql<{ count: string }>({ superuserUrl }, "select count(*) from mails where state <> 'sent'");
    return Number(row?.count);
  } catch (error) {
    if (hunt.tally().postgresKills > killsBefore) return null;
    throw error;
  }
}

function countUp(double: ResendDouble, mails: number): Pick<MailChaosResult, "lost" | "twice" | "faults" | "requests"> {
  const times = new Map<string, number>();
  for (const { to } of double.taken) times.set(to[0] ?? "", (times.get(to[0] ?? "") ?? 0) + 1);
  const all = Array.from({ length: mails }, (_, n) => recipient(n));
  return {
    lost: all.filter((each) => !times.has(each)),
    twice: all.filter((each) => (times.get(each) ?? 0) > 1),
    faults: double.faults,
    requests: double.requests,
  };
}
