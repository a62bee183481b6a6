import { useTranslation } from "react-i18next";
import { CHANGE_KINDS } from "./change-kinds";
import type { QuestionProps } from "./question";

/** The change that was tried, in a sentence: the form with it stands further down. */
export function AskedWords({ fields, students, listings }: QuestionProps) {
  const { t } = useTranslation("plans");
  const kind = CHANGE_KINDS.find((one) => one === fields.kind);
  if (!kind) return null;
  const words = {
    student: students.find(({ id }) => id === fields.studentId)?.name ?? t("whatIf.noStudent"),
    place: listings.find(({ id }) => id === fields.listingId)?.title ?? t("whatIf.noListing"),
    minutes: fields.minutes || "10",
    count: Number(fields.added || "1"),
  };
  return <p>{t(`whatIf.asked.${kind}`, words)}</p>;
}
