import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import { TextLink } from "~/ui/text-link";

/** How to come in, and that nobody has to. */
export function SignedOut({ returnTo }: { returnTo: string }) {
  const { t } = useTranslation("calls");
  return (
    <Page title={t("paper.title")} lead={t("paper.lead")}>
      <div className="flex flex-wrap gap-3">
        <LinkButton look="primary" to={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}>
          {t("paper.signIn")}
        </LinkButton>
        <LinkButton to="/join">{t("paper.join")}</LinkButton>
      </div>
      <p>{t("paper.without")}</p>
      <p className="text-ink-soft">
        {t("paper.ask")} <TextLink to="/question">{t("paper.question")}</TextLink>
      </p>
    </Page>
  );
}
