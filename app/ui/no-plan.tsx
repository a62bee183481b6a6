import { useTranslation } from "react-i18next";
import { LinkButton } from "./button";
import { EmptyState } from "./empty-state";

/** Where a page is about the plan on the board and there is none. */
export function NoPlan() {
  const { t } = useTranslation("plans");
  return (
    <EmptyState
      title={t("noPlan.title")}
      action={
        <LinkButton look="primary" to="/coordinator/matches">
          {t("toBoard")}
        </LinkButton>
      }
    >
      {t("noPlan.text")}
    </EmptyState>
  );
}
