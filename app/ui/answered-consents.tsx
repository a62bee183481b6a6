import { useTranslation } from "react-i18next";
import { Row, RowList } from "./card";
import { ConsentBadge } from "./consent-badge";
import { useText } from "./use-text";

interface AnsweredProps {
  consents: readonly { id: string; purpose: string; state: string }[];
  /** Where the pages of single consents are. */
  base: "/guardian/consents" | "/student/consents";
}

/** What the reader answered before; each row leads to the page where the answer can be changed. */
export function AnsweredConsents({ consents, base }: AnsweredProps) {
  const { t } = useTranslation("consent");
  const text = useText();
  return (
    <RowList label={base === "/student/consents" ? t("self.answered") : t("home.answered")}>
      {consents.map(({ id, purpose, state }) => (
        <Row
          key={id}
          to={`${base}/${id}`}
          title={text(`consent:purpose.${purpose}` as "consent:purpose.looking")}
          status={<ConsentBadge state={state} />}
        />
      ))}
    </RowList>
  );
}
