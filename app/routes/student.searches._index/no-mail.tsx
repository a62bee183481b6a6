import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice";

/** Says it where mail is switched on and cannot come. */
export function NoMail({ because }: { because: "too_young" | "no_address" | null }) {
  const { t } = useTranslation("search");
  return because && <Notice>{t(`saved.noMail.${because}`)}</Notice>;
}
