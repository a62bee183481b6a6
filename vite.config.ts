import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

export default defineConfig({
  // Below node_modules it would belong to whoever started first.
  cacheDir: ".cache/vite",
  plugins: [tailwindcss(), remix(remixConfig), tsconfigPaths()],
  optimizeDeps: { include: ["react-aria-components", "i18next", "react-i18next"] },
  // Fonts stay files: the CSP allows no data: fonts.
  build: { assetsInlineLimit: 0 },
});
