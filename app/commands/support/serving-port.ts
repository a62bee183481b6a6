// Where the product of this folder is served, so that a command's mails lead to it also when it had to move to another port.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { readVariable } from "./environment";

const file = () => path.join(readVariable("DATA_DIR") ?? ".data", "serving-port");

/** Keeps the port for other commands, until the run ends. */
export async function keepServingPort(port: number): Promise<void> {
  await mkdir(path.dirname(file()), { recursive: true });
  await writeFile(file(), `${port}\n`);
}

/** The run with this port is over. What another run wrote since then stays. */
export async function forgetServingPort(port: number): Promise<void> {
  if ((await findServingPort()) === port) await rm(file(), { force: true });
}

/** The port of the latest run; after one that was killed it is still that one's. Undefined where nothing was kept. */
export async function findServingPort(): Promise<number | undefined> {
  const text = await readFile(file(), "utf8").catch(() => "");
  return /^\d{1,5}\s*$/.test(text) ? Number(text) : undefined;
}
