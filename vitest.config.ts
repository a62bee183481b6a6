import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [tsconfigPaths()],
  // Below node_modules it would belong to whoever ran the tests first.
  cacheDir: ".cache/vitest",
  test: {
    // A kept module would not see a new migration behind `import.meta.glob`.
    fsModuleCache: false,
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**"],
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/fail-on-console.ts"],
    pool: "forks",
    maxWorkers: 2,
    // They end what hangs. How fast something is, the benches say, not a machine that is busy.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // A test that forgot `expect` or all of whose files vanished is a failure, not a pass.
    passWithNoTests: false,
    allowOnly: false,
    env: { NODE_ENV: "test", TZ: "UTC" },
  },
});
