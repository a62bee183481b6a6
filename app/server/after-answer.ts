import type { ServerResponse } from "node:http";
import type { Logger } from "../wiring";

export type Work = () => Promise<unknown>;

/** Work of this process that no reader waits for. */
export interface AfterAnswers {
  /** Begins the work when the answer has left, or its reader has. A failure is logged; nobody else hears of it. */
  begin(work: Work, answer: { response: ServerResponse; requestId: string }): void;
  /** Resolves when nothing is under way and nothing waits for its answer. */
  settled(): Promise<void>;
}

/** What is begun here is of use to a later request alone: it may be lost with the process. */
export function workAfterAnswers(log: Logger): AfterAnswers {
  const underWay = new Set<Promise<void>>();
  return {
    begin: (work, { response, requestId }) => {
      const left = new Promise<void>((resolve) => void response.once("close", resolve));
      const task: Promise<void> = left
        .then(work)
        .catch((err: unknown) => log.error({ err, requestId }, "work after an answer failed"))
        .then(() => void underWay.delete(task));
      underWay.add(task);
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
