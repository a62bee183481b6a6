import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];
const HELP =
  "No Chromium was found. Install Chromium or Chrome (Debian: apt-get install chromium), or set CHROMIUM_PATH.";

/**
 * The program of a Chromium that browser tests may drive: the one CHROMIUM_PATH names, Playwright's own download,
 * an installed one, the packaged one, a fresh download. Throws with what to do when there is none.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not a program.`);
    return named;
  }
  return findDownloaded() ?? findInstalled() ?? (await unpackPackaged()) ?? download();
}

function findDownloaded() {
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

export function findInstalled() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...PLACES].find(isProgram);
}

/** @sparticuz/chromium carries the program itself; it exists for 64-bit Linux only. */
async function unpackPackaged() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  // It unpacks its libraries only where it believes to be on that platform.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  // It unpacks into the folder for temporary files, where another user's copy would be in the way.
  const { TMPDIR } = process.env;
  process.env.TMPDIR = path.resolve(import.meta.dirname, "../.cache/chromium");
  mkdirSync(process.env.TMPDIR, { recursive: true });
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    return await packaged.executablePath();
  } catch {
    return undefined;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

function download() {
  console.log("Fetching a Chromium for the browser tests …");
  const { status } = spawnSync("playwright", ["install", "chromium"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const found = status === 0 ? findDownloaded() : undefined;
  if (!found) throw new Error(HELP);
  return found;
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
