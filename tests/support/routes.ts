import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";

export interface AppRoute {
  /** As Remix names it, such as "routes/coordinator.pursuits.$pursuitId". */
  id: string;
  /** As the access table writes it, such as "/coordinator/pursuits/:pursuitId". */
  path: string;
  hasLoader: boolean;
  hasAction: boolean;
  /** False for addresses that answer data only, such as a file to download. */
  hasPage: boolean;
}

/** Every route of the built pages, the root's document aside. */
export async function listRoutes(folder = "build"): Promise<AppRoute[]> {
  const entry = pathToFileURL(path.resolve(folder, "server/index.js")).href;
  const { routes } = (await import(/* @vite-ignore */ entry)) as ServerBuild;
  return Object.values(routes)
    .filter((route) => route.id !== "root")
    .map(({ id, parentId, path: own, module }) => ({
      id,
      path: `/${[parentId && parentId !== "root" ? routes[parentId]?.path : "", own].filter(Boolean).join("/")}`,
      hasLoader: module.loader !== undefined,
      hasAction: module.action !== undefined,
      hasPage: module.default !== undefined,
    }));
}
