// `npm run dev`: pages reload through Vite inside the web process; a change of what server, worker and commands are
// made of rebuilds them and starts web and worker again.
import { fork } from "node:child_process";
import path from "node:path";
import { build } from "vite";

const root = path.resolve(import.meta.dirname, "..");
const watcher = await build({
  root,
  configFile: path.join(root, "vite.node.config.ts"),
  logLevel: "warn",
  // A failed rebuild must leave the last good one in place.
  build: { watch: {}, emptyOutDir: false },
});

let start;
let hasFailed = false;
watcher.on("event", (event) => {
  if (event.code === "START") hasFailed = false;
  if (event.code === "ERROR") {
    hasFailed = true;
    console.error(event.error.message);
  }
  if (event.code !== "END" || hasFailed) return;
  if (start) start.send("rebuilt");
  else start = startProduct();
});
// The product stops by itself on Ctrl-C; this process follows it.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => start?.kill("SIGTERM") ?? process.exit(143));

function startProduct() {
  const child = fork("build-node/commands/start.js", ["--dev"], { cwd: root });
  child.on("exit", async (code) => {
    await watcher.close();
    process.exit(code ?? 1);
  });
  return child;
}
