import { useTranslation } from "react-i18next";
import type { SearchPage } from "~/features/search/search-placements.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { addressWithout } from "./search-params";

/** Nothing found: offers to give up one limit at a time and says how many that would show. */
export function NoResults({ wider, asked }: { wider: SearchPage["wider"]; asked: URLSearchParams }) {
  const { t } = useTranslation("search");
  const typed = asked.get("q")?.trim() ?? "";
  return (
    <EmptyState
      title={typed === "" ? t("none.title") : t("none.titleFor", { typed })}
      action={
        <>
          {wider.map(({ limit, total }) => (
            <LinkButton key={limit} to={addressWithout(asked, limit)} preventScrollReset>
              {t(`none.without.${limit}`, { count: total })}
            </LinkButton>
          ))}
          {wider.length === 0 && <LinkButton to="/search">{t("none.all")}</LinkButton>}
        </>
      }
    >
      {wider.length > 0 ? t("none.widen") : t("none.other")}
    </EmptyState>
  );
}
