import { defineConfig } from "playwright/test";
import { findBrowser } from "./tools/find-browser.mjs";

/** The workers load this file too; they take the browser that the first search found. */
process.env.CHROMIUM_PATH = await findBrowser();

const port = Number(process.env.BROWSER_TEST_PORT ?? 4310);
const isRoot = process.getuid?.() === 0;

/**
 * Every test runs on a phone. One tagged @desktop runs on a wide screen instead, one tagged @both on each.
 * The product is the build, on its own data folder with the sample schools.
 */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en-US",
    timezoneId: "America/New_York",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        // Chromium refuses its sandbox to root.
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
      ],
    },
  },
  projects: [
    {
      name: "phone",
      grepInvert: /@desktop\b/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true },
    },
    { name: "desktop", grep: /@(desktop|both)\b/, use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    command: "node tools/serve-for-tests.mjs",
    url: `http://localhost:${port}/readyz`,
    env: { PORT: String(port) },
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
