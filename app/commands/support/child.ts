import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A process of the product that runs beside this one. */
export interface Child {
  name: string;
  /** Resolves to the exit code when it ends, for whatever reason. */
  ended: Promise<number>;
  /** Asks it to finish what it does; kills it when it does not within 15 seconds. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 15_000;

/**
 * Starts a program on this Node with our terminal. It gets no Ctrl-C of its own, so that we can end all in order,
 * and a channel whose end tells it that we were killed.
 */
export function startChild(name: string, args: string[], env: NodeJS.ProcessEnv): Child {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"], detached: true, env });
  return { name, ended: waitForEnd(child), stop: () => stopChild(child) };
}

async function waitForEnd(child: ChildProcess): Promise<number> {
  const [code, signal] = await once(child, "exit");
  return code ?? (signal === "SIGTERM" ? 0 : 1);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await once(child, "exit");
  clearTimeout(timer);
}
