import { vi } from "vitest";
import type { TestDatabase } from "./database";

interface Run {
  database: TestDatabase;
  /** The module of the command; imported anew for each run. */
  load(): Promise<unknown>;
  options?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

export interface Ran {
  code: typeof process.exitCode;
  /** Lines of its answer. */
  said: string[];
  /** What it complains of. */
  blamed: string;
}

/** Runs a command in this process as `npm run NAME -- …` does, on a test database, and leaves the process as it was. */
export async function runCommand({ database, load, options = [], env = {} }: Run): Promise<Ran> {
  const { argv, exitCode } = process;
  const said: string[] = [];
  const blamed: string[] = [];
  const set = {
    APP_MODE: "local",
    PORT: "3000",
    LOG_LEVEL: "silent",
    MEILI_URL: "",
    DATABASE_URL: database.webUrl,
    DATABASE_WORKER_URL: database.workerUrl,
    ...env,
  };
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value);
  const spies = [
    vi.spyOn(console, "log").mockImplementation((line) => void said.push(String(line))),
    vi.spyOn(console, "error").mockImplementation((line) => void blamed.push(String(line))),
    vi.spyOn(process.stdout, "write").mockImplementation((chunk) => said.push(String(chunk)) > 0),
  ];
  process.argv = ["node", "command", ...options];
  vi.resetModules();
  try {
    await load();
    return { code: process.exitCode, said, blamed: blamed.join("\n") };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
    process.argv = argv;
    process.exitCode = exitCode;
  }
}
