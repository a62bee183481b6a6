import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

export default defineConfig({
  // Below node_modules it would belong to whoever started first.
  cacheDir: ".cache/vite",
  plugins: [tailwindcss(), remix(remixConfig), tsconfigPaths()],
  // What pages import, named beforehand: one that is found later makes the first page load twice, with two Reacts in between.
  optimizeDeps: {
    include: [
      "react",
      "react/jsx-runtime",
      "react/jsx-dev-runtime",
      "react-dom/client",
      "@remix-run/react",
      "react-aria-components",
      "i18next",
      "react-i18next",
      "lucide-react",
      "temporal-polyfill",
    ],
  },
  // Fonts stay files: the CSP allows no data: fonts.
  build: { assetsInlineLimit: 0 },
});
