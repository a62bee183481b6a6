import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalPostgres, localPostgres } from "~db/local-postgres";
import { migrate } from "~db/migrate";
import { prepareServer } from "~db/prepare-server";

let home: string;
let server: LocalPostgres;

beforeAll(async () => {
  mkdirSync(".cache", { recursive: true });
  home = mkdtempSync(path.resolve(".cache/postgres-"));
  chmodSync(home, 0o755);
  server = await localPostgres({ home, settings: ["fsync=off"] });
});

afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

function urlOf(user: string, password: string): string {
  const url = new URL(server.superuserUrl);
  return Object.assign(url, { username: user, password: encodeURIComponent(password), pathname: "/school_district" })
    .href;
}

const urls = () => ({
  adminUrl: server.superuserUrl,
  ownerUrl: urlOf("app_owner", "own/er"),
  webUrl: urlOf("app_web", "we'b"),
  workerUrl: urlOf("app_worker", "work er"),
});

test("a prepared server can be migrated by its owner and entered with the passwords of the addresses", async () => {
  await prepareServer(urls());
  await prepareServer(urls());

  expect(await migrate(urls().ownerUrl)).not.toEqual([]);
  const web = new pg.Client({ connectionString: urls().webUrl });
  await web.connect();
  expect((await web.query("select current_user")).rows).toEqual([{ current_user: "app_web" }]);
  await web.end();
});

test("an address that names another user than its role is refused", async () => {
  await expect(prepareServer({ ...urls(), webUrl: urlOf("postgres", "x") })).rejects.toThrow(
    "The address for app_web names the user postgres",
  );
});
