import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { Section } from "~/ui/page";

interface WaitingProps {
  waiting: { proposed: number; approved: number; gifts: number; differences: number };
}

/** What waits for somebody, each line leading to where it is done; nothing while nothing waits. */
export function Waiting({ waiting: { proposed, approved, gifts, differences } }: WaitingProps) {
  const { t } = useTranslation("fund");
  const lines = [
    { count: proposed, to: "/coordinator/fund/needs", text: t("waiting.proposed", { count: proposed }) },
    { count: approved, to: "/coordinator/fund/needs", text: t("waiting.approved", { count: approved }) },
    { count: gifts, to: "/coordinator/fund/gifts", text: t("waiting.gifts", { count: gifts }) },
    { count: differences, to: "/coordinator/fund/checks", text: t("waiting.differences", { count: differences }) },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <Section title={t("waiting.title")}>
      <RowList label={t("waiting.title")}>
        {lines.map(({ to, text }) => (
          <Row key={text} to={to} title={text} />
        ))}
      </RowList>
    </Section>
  );
}
