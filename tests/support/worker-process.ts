import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface WorkerHome {
  webUrl: string;
  workerUrl: string;
  /** The provider that mails go to. */
  resendUrl: string;
}

/** What both programs need to run as they are deployed, on a database of the tests. */
export const deployedEnv = ({ webUrl, workerUrl, resendUrl }: WorkerHome): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_ENV: "production",
  APP_MODE: "live",
  APP_ORIGIN: "https://lti.example.org",
  APP_SECRET: "a secret of the tests of workers, and of nothing else",
  DATABASE_URL: webUrl,
  DATABASE_WORKER_URL: workerUrl,
  RESEND_API_KEY: "re_test",
  RESEND_BASE_URL: resendUrl,
  RESEND_REQUESTS_PER_SECOND: "100",
  MAIL_FROM: "Throughline <mail@throughline.example>",
  LOG_LEVEL: "silent",
});

/** A worker as it is deployed: the built program as a process of its own. */
export function spawnWorker(home: WorkerHome): ChildProcess {
  return spawn(process.execPath, ["build-node/worker.js"], { stdio: "ignore", env: deployedEnv(home) });
}

/** Ends a worker as a crash does, without a word to it, and waits until it is gone. */
export async function killWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill("SIGKILL");
  await once(worker, "exit");
}
