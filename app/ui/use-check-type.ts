import { useTranslation } from "react-i18next";
import { USUAL_KIND } from "~/domain/clearance/kinds";

/** The name of a kind of check: as the school writes it, and in the reader's language for the one that ships. */
export function useCheckType(): (type: string) => string {
  const { t } = useTranslation("clearances");
  return (type) => (type === USUAL_KIND ? t("usualKind") : type);
}
