import { useTranslation } from "react-i18next";
import { Notice } from "./notice";

/** Says that nothing here is money; nothing at all where it is. */
export function PracticeNotice({ isPractice, to }: { isPractice: boolean; to: "donors" | "staff" | "everybody" }) {
  const { t } = useTranslation("fund");
  if (!isPractice) return null;
  return (
    <Notice tone="wait" title={t("practice.label")}>
      {t(`practice.${to}`)}
    </Notice>
  );
}
