import { defineConfig } from "playwright/test";
import base from "./playwright.config";

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const desktop = { viewport: { width: 1280, height: 800 } };

/** `npm run screenshots`: every page of the cast on a phone and a wide screen, light and dark, into screenshots/. */
export default defineConfig({
  ...base,
  testDir: "tests/screenshots",
  testMatch: "take-screenshots.ts",
  projects: [
    { name: "phone", use: { ...phone, colorScheme: "light" } },
    { name: "phone-dark", use: { ...phone, colorScheme: "dark" } },
    { name: "desktop", use: { ...desktop, colorScheme: "light" } },
    { name: "desktop-dark", use: { ...desktop, colorScheme: "dark" } },
  ],
});
