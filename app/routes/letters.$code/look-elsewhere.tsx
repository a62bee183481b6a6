import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import type { listOwnMemberships } from "~/features/accounts/list-memberships.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import { Places } from "~/ui/places";
import { TextLink } from "~/ui/text-link";

interface LookElsewhereProps {
  view: {
    returnTo: string;
    mail: string;
    current: string | null;
    memberships: SerializeFrom<Awaited<ReturnType<typeof listOwnMemberships>>>;
    isHost: boolean;
  };
}

/** Nothing is found for whoever the reader is here now: as whom else they may look, and what to do without that. */
export function LookElsewhere({ view }: LookElsewhereProps) {
  const { t } = useTranslation("calls");
  const { returnTo, mail, current, memberships, isHost } = view;
  const isSeveral = memberships.length > 1;
  return (
    <Page title={t("paper.elsewhere.title")} lead={t(isSeveral ? "paper.elsewhere.several" : "paper.elsewhere.one")}>
      {isHost && (
        <p>
          {t("paper.elsewhere.host")} <TextLink to="/mentor">{t("paper.elsewhere.hostPage")}</TextLink>
        </p>
      )}
      <Places memberships={memberships} current={current} returnTo={returnTo} />
      <p>{t("paper.elsewhere.account", { mail })}</p>
      <Form action="/sign-out">
        <Button>{t("paper.elsewhere.signOut")}</Button>
      </Form>
      <p>{t("paper.without")}</p>
      <p className="text-ink-soft">
        {t("paper.ask")} <TextLink to="/question">{t("paper.question")}</TextLink>
      </p>
    </Page>
  );
}
