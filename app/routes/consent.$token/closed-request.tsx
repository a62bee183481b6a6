import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { formatPhone } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { SentenceWithPhone } from "~/ui/phone-link";

const withPhone = ({ name, phone }: HelpProps["help"]) => ({ name, phone: formatPhone(phone) });

interface HelpProps {
  help: { name: string; phone: string };
}

/** A link that has run out: it says nothing about anybody, and offers a fresh one and a phone number. */
export function ExpiredRequest({ help }: HelpProps) {
  const { t } = useTranslation("consent");
  return (
    <Page title={t("page.expiredTitle")}>
      <Notice tone="wait">{t("page.expired")}</Notice>
      <Form>
        <Button look="primary" pendingText={t("page.sending")}>
          {t("page.fresh")}
        </Button>
      </Form>
      <p className="text-ink-soft">
        <SentenceWithPhone sentence={t("page.help", withPhone(help))} phone={help.phone} />
      </p>
    </Page>
  );
}

/** A request that its reader may not answer any more. */
export function ClosedRequest({ help }: HelpProps) {
  const { t } = useTranslation("consent");
  return (
    <Page title={t("page.closedTitle")}>
      <Notice tone="info">
        <SentenceWithPhone sentence={t("fault.no_rights", withPhone(help))} phone={help.phone} />
      </Notice>
    </Page>
  );
}
