import { useTranslation } from "react-i18next";
import { LinkButton } from "./button";
import { Notice } from "./notice";
import { useText } from "./use-text";

interface WaitingProps {
  /** `name` is the child's, for a reader who has several. */
  consents: readonly { id: string; purpose: string; name?: string }[];
  /** Where the pages of single consents are. */
  base: "/guardian/consents" | "/student/consents";
}

/** What waits for the reader's answer, one notice each. */
export function WaitingConsents({ consents, base }: WaitingProps) {
  const { t } = useTranslation("consent");
  const text = useText();
  return consents.map(({ id, purpose, name }) => (
    <Notice
      key={id}
      tone="wait"
      title={base === "/student/consents" ? t("self.needsYou") : t("home.needsYou")}
      actions={
        <LinkButton look="primary" to={`${base}/${id}`}>
          {t("home.answer")}
        </LinkButton>
      }
    >
      {name && `${name}: `}
      {text(`consent:purpose.${purpose}` as "consent:purpose.looking")}
    </Notice>
  ));
}
