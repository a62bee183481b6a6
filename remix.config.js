/**
 * Options of the Remix Vite plugin; `vite.config.ts` imports them.
 * Single fetch and lazy route discovery stay off: both have unfixed denial-of-service reports in 2.17.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: "app",
  ignoredRouteFiles: ["**/.*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
