import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { ConsentBadge } from "~/ui/consent-badge";
import { Section } from "~/ui/page";
import { PursuitBadge } from "~/ui/pursuit-badge";
import { useText } from "~/ui/use-text";

interface ChildProps {
  child: {
    name: string;
    mayKnowWhereabouts: boolean;
    pursuits: readonly { id: string; state: string; title: string; organisation: string | null }[];
    consents: readonly { id: string; purpose: string; state: string }[];
  };
}

/** One child: where it stands, and what this guardian has answered. */
export function Child({ child }: ChildProps) {
  const { t } = useTranslation("consent");
  const text = useText();
  const answered = child.consents.filter((consent) => consent.state !== "requested");
  return (
    <Section title={child.name}>
      {child.pursuits.length === 0 ? (
        <p className="text-ink-soft">{t("home.none")}</p>
      ) : (
        <RowList label={t("home.going")}>
          {child.pursuits.map((pursuit) => (
            <Row
              key={pursuit.id}
              title={pursuit.title}
              detail={pursuit.organisation ? t("home.at", { organisation: pursuit.organisation }) : t("home.hidden")}
              status={<PursuitBadge state={pursuit.state} />}
            />
          ))}
        </RowList>
      )}
      {answered.length > 0 && (
        <div className="mt-6">
          <RowList label={t("home.answered")}>
            {answered.map((consent) => (
              <Row
                key={consent.id}
                title={text(`consent:purpose.${consent.purpose}` as "consent:purpose.looking")}
                status={<ConsentBadge state={consent.state} />}
              />
            ))}
          </RowList>
        </div>
      )}
    </Section>
  );
}
