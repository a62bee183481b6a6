import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { choosePlace } from "~db/local/place";
import { type LocalPostgres, localPostgres } from "~db/local-postgres";

const homes: string[] = [];
const servers: LocalPostgres[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const home of homes.splice(0)) {
    const moved = path.join(home, "moved-to");
    if (existsSync(moved)) rmSync(readFileSync(moved, "utf8"), { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  }
});

/** A folder that the server's own user can reach; mkdtemp alone makes closed ones. */
function makeHome(): string {
  mkdirSync(".cache", { recursive: true });
  const home = mkdtempSync(path.resolve(".cache/postgres-"));
  chmodSync(home, 0o755);
  homes.push(home);
  return home;
}

async function open(home: string): Promise<LocalPostgres> {
  const server = await localPostgres({ home, settings: ["fsync=off"] });
  servers.push(server);
  return server;
}

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: question, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

/** A process of its own that opens the database of `home`, says so, and waits to be ended. */
async function openElsewhere(home: string): Promise<ChildProcess> {
  const program = path.resolve("tests/support/hold-postgres.ts");
  const child = spawn("node", ["--import", "tsx", program, home], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

test("data survive a stop and a new start", async () => {
  const home = makeHome();
  const first = await open(home);
  await ask(first.ownerUrl, "create table kept as select 7 as number");
  await servers.pop()?.stop();

  const second = await open(home);

  expect(second.adopted).toBe(false);
  expect(await ask(second.ownerUrl, "select number from kept")).toEqual([7]);
});

test("a second start on the same folder adopts the running server, and the first to leave does not take it away", async () => {
  const home = makeHome();
  const first = await open(home);
  const second = await open(home);
  expect(second).toMatchObject({ adopted: true, pid: first.pid });

  await servers.shift()?.stop();

  expect(await ask(second.webUrl, "select 1")).toEqual([1]);
});

test("starts at the same moment share one server", async () => {
  const home = makeHome();
  const opened = await Promise.all([open(home), open(home), open(home)]);
  expect(new Set(opened.map((server) => server.pid)).size).toBe(1);
  expect(opened.filter((server) => !server.adopted)).toHaveLength(1);
});

test("a server whose starter was killed is adopted, and ended by the last that leaves", async () => {
  const home = makeHome();
  const holder = await openElsewhere(home);
  holder.kill("SIGKILL");
  await once(holder, "exit");

  const server = await open(home);
  expect(server.adopted).toBe(true);
  await servers.pop()?.stop();

  await expect(ask(server.webUrl, "select 1")).rejects.toThrow("ECONNREFUSED");
});

test("committed rows survive a killed server, and its user is told", async () => {
  const home = makeHome();
  const first = await open(home);
  await ask(first.ownerUrl, "create table kept as select 7 as number");
  process.kill(first.pid, "SIGKILL");
  await first.lost;

  const second = await open(home);

  expect(second.adopted).toBe(false);
  expect(await ask(second.ownerUrl, "select number from kept")).toEqual([7]);
});

test("a number in the server's file that now belongs to another program stops nothing", async () => {
  const home = makeHome();
  const first = await open(home);
  const noteFile = path.join(choosePlace(home).data, "postmaster.pid");
  const note = readFileSync(noteFile, "utf8");
  await servers.pop()?.stop();
  writeFileSync(noteFile, note.replace(String(first.pid), String(process.ppid)));

  expect((await open(home)).adopted).toBe(false);
});

test("a folder whose making was interrupted is made again", async () => {
  const home = makeHome();
  const { data } = choosePlace(home);
  mkdirSync(`${data}.new/base`, { recursive: true });
  writeFileSync(`${data}.new/PG_VERSION`, "18");

  expect(await ask((await open(home)).webUrl, "select 1")).toEqual([1]);
});

test("lost passwords are named instead of a puzzling refusal", async () => {
  const home = makeHome();
  await open(home);
  await servers.pop()?.stop();
  rmSync(path.join(home, "passwords.json"));

  await expect(open(home)).rejects.toThrow("passwords of the database are gone");
});

const isRoot = process.getuid?.() === 0;
if (isRoot)
  test("below a closed folder root keeps the data where the server can reach them, and finds them again", async () => {
    const closed = makeHome();
    chmodSync(closed, 0o700);
    const first = await open(closed);
    await ask(first.ownerUrl, "create table kept as select 7 as number");
    await servers.pop()?.stop();

    chmodSync(closed, 0o755);

    expect(await ask((await open(closed)).ownerUrl, "select number from kept")).toEqual([7]);
  });

test("the roles hold no more than their part", async () => {
  const { webUrl, ownerUrl } = await open(makeHome());
  const able =
    "select rolname from pg_roles where rolname like 'app%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)";
  expect(await ask(webUrl, able)).toEqual([]);
  expect(
    await ask(ownerUrl, "select rolname from pg_roles where rolname like 'app%' and rolcanlogin order by 1"),
  ).toEqual(["app_owner", "app_web", "app_worker"]);
  await expect(ask(webUrl, "set role app_owner")).rejects.toThrow("permission denied");
  await expect(ask(webUrl.replace(/app_web:[^@]*/, "app_web:wrong"), "select 1")).rejects.toThrow(
    "password authentication failed",
  );
});
