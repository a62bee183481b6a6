import { useTranslation } from "react-i18next";
import type { PhotoAnswer } from "~/features/conversations/photo-answer.server";
import { formatDay } from "~/ui/format";

export interface PhotoLineProps {
  photos: PhotoAnswer;
  student: string;
}

/** What the family has answered about photos, beside a picture that somebody lets go out; a no is said first and in bold. */
export function PhotoLine({ photos, student }: PhotoLineProps) {
  const { t, i18n } = useTranslation("conversations");
  if (photos.answer === "no") return <p className="font-semibold text-stop">{t("photos.no", { student })}</p>;
  if (photos.answer === "none") return <p>{t("photos.none", { student })}</p>;
  const { until } = photos;
  return (
    <p>
      {until === null
        ? t("photos.yes", { student })
        : t("photos.yesUntil", { student, day: formatDay(until, i18n.language, { withYear: true }) })}
    </p>
  );
}
