import { MessagesSquare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "./button";
import { Section } from "./page";

/** The way from the page of a pursuit to its conversation. */
export function ConversationLink({ pursuitId }: { pursuitId: string }) {
  const { t } = useTranslation("conversations");
  return (
    <Section title={t("title")} lead={t("linkHint")}>
      <LinkButton to={`/conversations/${pursuitId}`} icon={MessagesSquare}>
        {t("link")}
      </LinkButton>
    </Section>
  );
}
