import { expect, test } from "vitest";
import { runMailChaos } from "../support/mail-chaos";

const DRAINED_WITHIN_MS = 60_000;

test("3,000 mails leave once each, whatever is killed while they are sent", async () => {
  const result = await runMailChaos({ mails: 3_000, workerKills: 100, postgresKills: 6, seed: 1, say: console.log });
  console.log(JSON.stringify(result));
  expect(result).toMatchObject({ lost: [], twice: [], faults: [], unsent: 0 });
  expect(result.workerKills).toBeGreaterThanOrEqual(100);
  expect(result.postgresKills).toBe(6);
  expect(result.drainedAfterMs).toBeLessThan(DRAINED_WITHIN_MS);
});
