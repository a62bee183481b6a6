import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config";

/** The long run that kills workers and databases: `npm run test:chaos`. A small one is part of the tests. */
export default defineConfig(() => {
  const chaos = mergeConfig(base, { test: { testTimeout: 3_600_000, hookTimeout: 3_600_000, maxWorkers: 1 } });
  chaos.test.include = ["tests/chaos/**/*.chaos.ts"];
  // It tells how far it is.
  chaos.test.setupFiles = [];
  return chaos;
});
