import { useTranslation } from "react-i18next";
import { LinkButton } from "./button";
import { EmptyState } from "./empty-state";

/** Where a page is about the plan on the board and there is none, or what is stored of it does not open. */
export function NoPlan({ why }: { why: "no_plan" | "plan_does_not_open" }) {
  const { t } = useTranslation("plans");
  return (
    <EmptyState
      title={t(why === "no_plan" ? "noPlan.title" : "noPlan.shutTitle")}
      action={
        <LinkButton look="primary" to="/coordinator/matches">
          {t("toBoard")}
        </LinkButton>
      }
    >
      {t(why === "no_plan" ? "noPlan.text" : "noPlan.shutText")}
    </EmptyState>
  );
}
