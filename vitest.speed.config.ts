import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config";

/** Benchmarks that print tables of their own, one file at a time: `npm run bench:search`. */
export default defineConfig(() => {
  const speed = mergeConfig(base, { test: { testTimeout: 3_600_000, hookTimeout: 3_600_000, maxWorkers: 1 } });
  speed.test.include = ["tests/bench/**/*.speed.ts"];
  // A benchmark talks.
  speed.test.setupFiles = [];
  return speed;
});
