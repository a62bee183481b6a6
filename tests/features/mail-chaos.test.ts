import { expect, test } from "vitest";
import { runMailChaos } from "../support/mail-chaos";

/** A killed worker holds its queues for some seconds, and a killed database takes some to come back. */
const PATIENCE_MS = 300_000;

test(
  "forty mails leave once each while four workers and the database are killed under them",
  async () => {
    const result = await runMailChaos({ mails: 40, workerKills: 4, postgresKills: 1, seed: 7 });
    expect(result).toMatchObject({ lost: [], twice: [], faults: [], unsent: 0, postgresKills: 1 });
    expect(result.workerKills).toBe(4);
  },
  PATIENCE_MS,
);
