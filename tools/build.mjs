import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

const SOURCES = ["app", "db", "search", "emails", "public", "remix.config.js", "tsconfig.json", "package-lock.json"];

/** Build -> what goes in, the file that proves it is there, the program that makes it. */
const builds = {
  site: {
    from: [...SOURCES, "vite.config.ts"],
    proof: "build/server/index.js",
    run: ["remix", "vite:build", "--logLevel", "warn"],
  },
  node: {
    from: [...SOURCES, "vite.node.config.ts"],
    proof: "build-node/server.js",
    run: ["vite", "build", "--config", "vite.node.config.ts", "--configLoader", "runner", "--logLevel", "warn"],
  },
};

/** Builds each of `names` ("site" -> build/, "node" -> build-node/) unless its sources are those of the last build. */
export async function buildWhenChanged(root, names) {
  for (const name of names) {
    const { from, proof, run } = builds[name];
    const stamp = path.join(root, ".cache", `built-${name}`);
    const hash = hashSources(root, from);
    if (existsSync(path.join(root, proof)) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) continue;
    // Not on stdout: a command's answer stands there.
    console.error(`Building ${name === "site" ? "the pages" : "server, worker and commands"} …`);
    runBuild(root, run);
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  }
}

/** Rollup adds every file it looked at to an error. */
const LIST_OF_FILES = /watchFiles: \[[^\]]*\],?/;

function runBuild(root, [program, ...args]) {
  refuseForeignConfigFolder(root);
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
    // Remix shows stack traces to visitors in any other build.
    env: { ...process.env, NODE_ENV: "production" },
  });
  leaveNoConfigFolder(root);
  if (status !== 0) console.error(`${stdout}${stderr}`.replace(LIST_OF_FILES, ""));
  if (status !== 0) throw new Error(`${program} ${args[0]} failed; the lines above say why.`);
}

/** Vite compiles its config here, or elsewhere when it may not make the folder; one of another user stops it. */
const configFolder = (root) => path.join(root, "node_modules", ".vite-temp");

function refuseForeignConfigFolder(root) {
  const folder = configFolder(root);
  if (!existsSync(folder)) return;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(`${folder} belongs to another user and stops the build. Remove it.`);
  }
}

function leaveNoConfigFolder(root) {
  try {
    rmdirSync(configFolder(root));
  } catch {
    // Absent, in use by another build, or not ours: each is fine.
  }
}

/** A hash over the names and contents of all files in `places`. */
export function hashSources(root, places) {
  const hash = createHash("sha256");
  for (const place of places.filter((each) => existsSync(path.join(root, each)))) {
    for (const file of listFiles(root, place))
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(root, place) {
  try {
    const entries = readdirSync(path.join(root, place), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .sort();
  } catch (error) {
    if (error.code === "ENOTDIR") return [place];
    throw error;
  }
}
