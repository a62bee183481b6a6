import { existsSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import express, { type RequestHandler } from "express";

/** The pages: what Remix runs, and who serves the files beside them. */
export interface Site {
  build: ServerBuild | (() => Promise<ServerBuild>);
  files: RequestHandler[];
  developing: boolean;
  close(): Promise<void>;
}

/** The pages as `remix vite:build` left them. File names under /assets carry a hash of their content. */
export async function openBuiltSite(folder = "build"): Promise<Site> {
  const entry = path.resolve(folder, "server/index.js");
  if (!existsSync(entry)) throw new Error(`There is no build in ${path.resolve(folder)}: run "npm run build".`);
  const build = (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as ServerBuild;
  const client = path.resolve(folder, "client");
  return {
    build,
    files: [
      express.static(client, {
        index: false,
        redirect: false,
        setHeaders: (res, file) => res.setHeader("Cache-Control", lifetimeOf(path.relative(client, file))),
      }),
    ],
    developing: false,
    close: async () => {},
  };
}

const lifetimeOf = (file: string) =>
  file.startsWith("assets") ? "public, max-age=31536000, immutable" : "public, max-age=3600";

/** The pages straight from the sources. Hot updates share the web server's port, which the content policy allows. */
export async function openSourceSite(server: Server): Promise<Site> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<never>,
    files: [vite.middlewares],
    developing: true,
    close: () => vite.close(),
  };
}
