import { isRouteErrorResponse } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "./button";
import { HelpLines, type ShownHelp } from "./help-lines";
import { Page } from "./page";
import { TextLink } from "./text-link";

/** The faults a page can have, as its reader sees them. */
export type Fault = "notFound" | "notYours" | "gone" | "tooBig" | "tooMany" | "refused" | "broken";

const faultByStatus: Record<number, Fault> = {
  401: "notYours",
  403: "notYours",
  404: "notFound",
  410: "gone",
  413: "tooBig",
  429: "tooMany",
};

/** What to tell about an error: a thrown answer by its status, anything else is ours. Never what the error itself says. */
export function faultOf(error: unknown): Fault {
  if (!isRouteErrorResponse(error)) return "broken";
  return faultByStatus[error.status] ?? (error.status < 500 ? "refused" : "broken");
}

interface ErrorPageProps {
  error: unknown;
  signedIn: boolean;
  /** Who at the reader's school answers questions, where that is known. */
  help: readonly ShownHelp[];
  /** What support needs to find this request in the log. */
  requestId: string | undefined;
}

/** Says what to do now and who can help. */
export function ErrorPage({ error, signedIn, help, requestId }: ErrorPageProps) {
  const { t } = useTranslation(["errors", "common", "questions"]);
  const fault = faultOf(error);
  return (
    <Page title={t(`${fault}.title`)} lead={t(`${fault}.lead`)}>
      <ul className="list-disc space-y-2 ps-6">
        <li>{t(`${fault}.try`)}</li>
        {help.length === 0 ? (
          <li>
            {t("help")} <TextLink to="/question">{t("questions:link")}</TextLink>
          </li>
        ) : (
          <li>
            <HelpLines help={help} />
          </li>
        )}
      </ul>
      <div className="flex flex-wrap gap-3">
        <LinkButton look="primary" to={signedIn ? "/home" : "/"}>
          {t(signedIn ? "toHome" : "toStart")}
        </LinkButton>
        {!signedIn && <LinkButton to="/sign-in">{t("common:account.signIn")}</LinkButton>}
      </div>
      {fault === "broken" && requestId && (
        <p className="text-small text-ink-soft">{t("reference", { id: requestId })}</p>
      )}
    </Page>
  );
}
