import { json, type LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Hint } from "~/domain/hint/hint";
import { readLinkHelp } from "~/http/link-help.server";
import { readToast } from "~/http/redirect-with-toast.server";
import { readViewer } from "~/http/viewer.server";
import { isRightToLeft, type Language } from "~/i18n";
import { useNonce } from "~/nonce";
import { AppFooter } from "~/ui/app-footer";
import { AppHeader } from "~/ui/app-header";
import { ConnectionNote } from "~/ui/connection-note";
import { ErrorPage, faultOf } from "~/ui/error-page";
import { HintsLeft } from "~/ui/hint";
import { NavigationNote } from "~/ui/navigation-note";
import type { PageHandle } from "~/ui/page-handle";
import { useReader } from "~/ui/reader";
import { useForgottenSearches } from "~/ui/recent-searches";
import { Toast } from "~/ui/toast";
import { useFocusKept } from "~/ui/use-focus-kept";
import { useFocusOnArrival } from "~/ui/use-focus-on-arrival";
import { useText } from "~/ui/use-text";
import "./app.css";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const toast = readToast(request, context);
  const viewer = await readViewer(request, context);
  const data = {
    viewer,
    help: viewer?.help ?? (await readLinkHelp(request, context)),
    toast: toast.sentence === null ? null : { sentence: toast.sentence },
    local: context.wiring.env.mode === "local",
    requestId: context.requestId,
  };
  return json(data, { headers: toast.headers });
}

/** The document around every page, also around an error's page, when the root's own data may be missing. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { i18n } = useTranslation();
  const data = useRouteLoaderData<typeof loader>("root");
  const title = useTitle();
  return (
    <html lang={i18n.language} dir={isRightToLeft(i18n.language) ? "rtl" : "ltr"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body className="flex flex-col">
        <I18nProvider locale={i18n.language}>
          <Frame data={data}>{children}</Frame>
        </I18nProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

type RootData = ReturnType<typeof useRouteLoaderData<typeof loader>>;

function Frame({ data, children }: { data: RootData; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  useFocusOnArrival();
  useFocusKept();
  const viewer = data?.viewer ?? null;
  const concernLink = useConcernLink(viewer?.role ?? "");
  const questionLink = useQuestionLink();
  // Without the root's own data nobody knows who reads, so nothing is forgotten.
  const reader = data && (viewer?.key ?? null);
  useForgottenSearches(reader);
  useReader(reader);
  return (
    <>
      <AppHeader
        items={(viewer?.nav ?? []).map(({ to, key, isRare = false }) => ({
          to,
          label: t(`nav.${key}` as "nav.mine"),
          isRare,
        }))}
        viewer={
          viewer && {
            name: viewer.name,
            role: viewer.role && t("roleAt", { role: t(`role.${viewer.role}` as "role.student"), place: viewer.place }),
          }
        }
      />
      <Toast message={data?.toast ?? null} />
      <HintsLeft.Provider value={viewer?.hints ?? NO_HINTS}>{children}</HintsLeft.Provider>
      <AppFooter
        language={i18n.language as Language}
        local={data?.local ?? false}
        concern={concernLink}
        question={questionLink}
        staff={["advisor", "coordinator", "admin"].includes(viewer?.role ?? "")}
        help={data?.help ?? []}
      />
      <NavigationNote />
      <ConnectionNote />
    </>
  );
}

const NO_HINTS: readonly Hint[] = [];

/** Where a concern is reported from this page: by the mailed link it was opened with, or by whoever is signed in. */
function useConcernLink(role: string): string | null {
  const byLink = useMatches().find(({ id, params }) => params.token && CONCERN_BY_LINK.has(id));
  if (byLink) return `/concern/${byLink.params.token}`;
  return role === "" ? null : "/concern";
}

/** Pages of mailed links whose bearers meet a student or hear of one. */
const CONCERN_BY_LINK = new Set(
  ["consent", "introduce", "first-contact", "invitation", "concern"].map((page) => `routes/${page}.$token`),
);

/** Where a question is asked from this page: by the mailed link it was opened with, or as whoever reads. */
function useQuestionLink(): string {
  const byLink = useMatches().find(({ id, params }) => params.token && QUESTION_BY_LINK.test(id));
  return byLink ? `/question/${byLink.params.token}` : "/question";
}

const QUESTION_BY_LINK =
  /^routes\/(consent|first-contact|still-open|invitation|introduce|delete-me|give|concern|question)\.\$token/;

/** The tab's title: the deepest route that names one, or the fault. */
function useTitle(): string {
  const text = useText();
  const error = useRouteError();
  const matches = useMatches();
  if (error !== undefined && error !== null)
    return text("common:titleSuffix", { title: text(`errors:${faultOf(error)}.title`) });
  for (const { handle, data } of [...matches].reverse()) {
    const { title, titleFrom } = (handle ?? {}) as PageHandle;
    if (titleFrom && data) return text("common:titleSuffix", { title: titleFrom(data) });
    if (title) return text("common:titleSuffix", { title: text(title) });
  }
  return text("common:product");
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>("root");
  return (
    <ErrorPage
      error={useRouteError()}
      signedIn={Boolean(data?.viewer)}
      help={data?.help ?? []}
      requestId={data?.requestId}
    />
  );
}
