import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { startChild } from "~/commands/support/child";
import { servingEnvironment } from "~/commands/support/environment";
import { choosePort } from "~/commands/support/port";
import { findServingPort, forgetServingPort, keepServingPort } from "~/commands/support/serving-port";
import { withWiring } from "~/commands/support/with-wiring";

const servers: net.Server[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
});

async function takePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return (server.address() as net.AddressInfo).port;
}

test("a port that was asked for and is taken is refused by name", async () => {
  const taken = await takePort();
  await expect(choosePort(String(taken))).rejects.toThrow(`Port ${taken} is taken`);
});

test("without a wish the next free port is taken", async () => {
  const first = await choosePort(undefined);
  const server = net.createServer().listen(first, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  expect(await choosePort(undefined)).toBeGreaterThan(first);
});

test("commands find the port of the run that serves now, and the end of an older run does not hide it", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "serving-"));
  vi.stubEnv("DATA_DIR", path.join(folder, "data"));
  expect(await findServingPort()).toBeUndefined();
  await keepServingPort(3000);
  await keepServingPort(3001);
  await forgetServingPort(3000);
  expect(await findServingPort()).toBe(3001);
  await forgetServingPort(3001);
  expect(await findServingPort()).toBeUndefined();
  rmSync(folder, { recursive: true });
});

test("a serving process does not get the owner's key", () => {
  process.env.DATABASE_OWNER_URL = "postgres://app_owner@localhost/x";
  const env = servingEnvironment({ PORT: "1" });
  delete process.env.DATABASE_OWNER_URL;
  expect(env).toMatchObject({ PORT: "1" });
  expect(env.DATABASE_OWNER_URL).toBeUndefined();
});

test("in live mode a command names what is missing before it reaches for the database", async () => {
  const address = `postgres://app_owner:x@127.0.0.1:${await takePort()}/none`;
  vi.stubEnv("APP_MODE", "live");
  vi.stubEnv("DATABASE_OWNER_URL", address);
  vi.stubEnv("APP_ORIGIN", "");
  const asked = vi.fn();
  servers[0]?.on("connection", asked);
  await expect(withWiring(async () => "done")).rejects.toThrow("APP_ORIGIN is missing");
  expect(asked).not.toHaveBeenCalled();
});

test("a child that ends by itself says with which code", async () => {
  expect(await startChild("one", ["-e", "process.exit(3)"], { ...process.env }).ended).toBe(3);
});

test("a child that is stopped may finish its work", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "child-"));
  const note = path.join(folder, "listens");
  const program = `process.on("SIGTERM", () => process.exit(5)); setInterval(() => {}, 1000);
    require("node:fs").writeFileSync(${JSON.stringify(note)}, "")`;
  const child = startChild("one", ["-e", program], { ...process.env });
  await vi.waitFor(() => expect(existsSync(note)).toBe(true), { timeout: 10_000 });

  await child.stop();

  expect(await child.ended).toBe(5);
  rmSync(folder, { recursive: true });
});
