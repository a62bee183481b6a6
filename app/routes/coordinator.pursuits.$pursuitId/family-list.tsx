import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { ConsentBadge } from "~/ui/consent-badge";
import { useText } from "~/ui/use-text";
import type { CaseView } from "./view.server";

/** Who was asked in the family, for what, and the way to paper. */
export function FamilyList({ consents }: { consents: CaseView["consents"] }) {
  const { t } = useTranslation("pursuits");
  const text = useText();
  if (consents.length === 0) return <p className="text-ink-soft">{t("case.noConsents")}</p>;
  return (
    <RowList label={t("case.consents")}>
      {consents.map((consent) => (
        <Row
          key={consent.id}
          title={consent.guardian}
          detail={text(`consent:purpose.${consent.purpose}` as "consent:purpose.looking")}
          status={<ConsentBadge state={consent.state} />}
          actions={
            <>
              <LinkButton to={`/coordinator/consents/${consent.id}/letter`}>{t("case.letter")}</LinkButton>
              <LinkButton to={`/coordinator/consents/${consent.id}`}>{t("case.record")}</LinkButton>
            </>
          }
        />
      ))}
    </RowList>
  );
}
