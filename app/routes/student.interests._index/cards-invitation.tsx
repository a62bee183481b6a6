import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button";
import { Card } from "~/ui/card";
import { Form } from "~/ui/form";

const CARDS = "/student/interests/cards";

/** To the cards: for the first time, from where one stopped, or once more. */
export function CardsInvitation({ hasProfile, underWay }: { hasProfile: boolean; underWay: boolean }) {
  const { t } = useTranslation("interests");
  if (underWay)
    return (
      <Card className="print:hidden">
        <LinkButton look="primary" to={CARDS}>
          {t("invite.goOn")}
        </LinkButton>
      </Card>
    );
  if (hasProfile)
    return (
      <Form className="print:hidden">
        <Button name="intent" value="again" pendingText={t("invite.beginning")}>
          {t("invite.again")}
        </Button>
      </Form>
    );
  return (
    <Card className="space-y-3 print:hidden">
      <h2 className="text-title-3">{t("invite.title")}</h2>
      <p className="text-ink-soft">{t("invite.text")}</p>
      <LinkButton look="primary" to={CARDS}>
        {t("invite.begin")}
      </LinkButton>
    </Card>
  );
}
