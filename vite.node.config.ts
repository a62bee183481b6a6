import { globSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

const commands = globSync("app/commands/*.ts").map((file) => [`commands/${path.basename(file, ".ts")}`, file]);

/** Server, worker and commands in one SSR build. It has its own folder because `remix vite:build` empties `build/`. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  ssr: { target: "node" },
  esbuild: { jsx: "automatic" },
  build: {
    ssr: true,
    target: "node20.19",
    outDir: "build-node",
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: Object.fromEntries([["server", "app/entry.web.ts"], ["worker", "app/entry.worker.ts"], ...commands]),
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
