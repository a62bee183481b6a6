// npm drops packages of other platforms from the lock when the registry lacks them, and says nothing; `npm ci` then
// fails there. So every optional dependency that an entry names must have an entry of its own.
import { readFileSync } from "node:fs";
import path from "node:path";

/** The optional dependencies that no entry of the lock can serve, each as "who needs what". */
export function listMissingEntries(packages) {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !canResolve(packages, place, name))
      .map((name) => `${place || "package.json"} needs ${name}`),
  );
}

/** As Node looks: beside the package, then in each folder above it. */
function canResolve(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (`${folder ? `${folder}/` : ""}node_modules/${name}` in packages) return true;
    if (folder === "") return false;
  }
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../package-lock.json"), "utf8"));
  const missing = listMissingEntries(lock.packages);
  for (const line of missing) console.error(`package-lock.json is incomplete: ${line}`);
  process.exitCode = missing.length > 0 ? 1 : 0;
}
