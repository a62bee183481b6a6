import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The oldest Node that can run this file and npm; the work itself happens on the pinned Node. */
const OLDEST_NODE = [20, 19];

/**
 * Installs the packages of package-lock.json unless they are there.
 * npm's own record (node_modules/.package-lock.json, written last) is the stamp, so a folder that another user installed counts too.
 */
export async function installWhenChanged(root) {
  refuseOldNode();
  if (isInstalled(root)) return;
  // Not on stdout: the answer of a command that had to install first stands there.
  console.error("Installing packages (about half a minute, only when package-lock.json changed) …");
  const windows = process.platform === "win32";
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["inherit", process.stderr, "inherit"],
    shell: windows,
    // npm would leave the development tools out when it sees NODE_ENV=production.
    env: { ...process.env, NODE_ENV: "development" },
  });
  if (npm.status !== 0) {
    throw new Error(
      "The packages could not be installed. Check the network and that this user may write node_modules, then try again.",
    );
  }
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Node ${process.versions.node} is too old. Install Node ${OLDEST_NODE.join(".")} or newer from nodejs.org.`,
  );
}

/** Whether every package of the lock is installed in its version; packages of other platforms may be missing. */
export function isInstalled(root) {
  const record = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const installed = readPackages(record);
  const isSame = ([place, entry]) =>
    place === "" ||
    (installed[place]
      ? installed[place].version === entry.version && installed[place].integrity === entry.integrity
      : entry.optional === true || entry.devOptional === true || entry.peer === true);
  return Object.entries(wanted).every(isSame) && Object.keys(installed).every((place) => place in wanted);
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
