import { useTranslation } from "react-i18next";
import type { ScanOf } from "~/domain/acting/scan";
import { LinkButton } from "./button";

/** Leads staff to the pictures of papers that are kept with something. */
export function ScansLink({ noun, id }: ScanOf) {
  const { t } = useTranslation("acting");
  return <LinkButton to={`/coordinator/scans/${noun}/${id}`}>{t("scans.link")}</LinkButton>;
}
