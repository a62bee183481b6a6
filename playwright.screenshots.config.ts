import { defineConfig } from "playwright/test";
import base from "./playwright.config";

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const desktop = { viewport: { width: 1280, height: 800 } };
const take = { testMatch: "take-screenshots.ts", dependencies: ["prepare"] };
const light = { colorScheme: "light" as const };
const dark = { colorScheme: "dark" as const };

/** `npm run screenshots`: every page that matters, phone and wide, light and dark, two languages, into screenshots/. */
export default defineConfig({
  ...base,
  testDir: "tests/screenshots",
  projects: [
    { name: "prepare", testMatch: "prepare.ts" },
    { name: "phone", ...take, use: { ...phone, ...light } },
    { name: "phone-dark", ...take, use: { ...phone, ...dark } },
    { name: "phone-es", ...take, use: { ...phone, ...light, locale: "es-MX" } },
    { name: "desktop", ...take, use: { ...desktop, ...light } },
    { name: "desktop-dark", ...take, use: { ...desktop, ...dark } },
    { name: "desktop-es", ...take, use: { ...desktop, ...light, locale: "es-MX" } },
  ],
});
