import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

/** All that the index names here was taken off the list a moment ago: there may be more, so this is not "nothing found". */
export function JustGone({ asked }: { asked: URLSearchParams }) {
  const { t } = useTranslation("search");
  return (
    <EmptyState
      title={t("gone.title")}
      action={
        <LinkButton to={`/search?${asked}`} reloadDocument>
          {t("away.again")}
        </LinkButton>
      }
    >
      {t("gone.text")}
    </EmptyState>
  );
}
