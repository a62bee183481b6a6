import { useTranslation } from "react-i18next";
import { type InterestProfile, saysNothing } from "~/domain/interest/finder/profile";
import { labelOf } from "~/domain/interest/taxonomy";
import { formatDayOf, formatInterests } from "./format";

interface InterestProfileWordsProps {
  profile: InterestProfile;
  finishedAt: string | null;
  timeZone: string;
  /** The student is spoken to; everybody else reads about the student. */
  readBy: "student" | "others";
}

/** What the cards say, in words. */
export function InterestProfileWords({ profile, finishedAt, timeZone, readBy }: InterestProfileWordsProps) {
  const { t, i18n } = useTranslation("interests");
  const { language } = i18n;
  const about = readBy === "student" ? "profile" : "shared";
  const names = (ids: readonly string[]) =>
    formatInterests(
      ids.map((id) => labelOf(id, language)),
      language,
    );
  const { types, liked, disliked } = profile;
  const madeOn = readBy === "student" && finishedAt && (
    <p className="text-ink-soft">{t("profile.madeOn", { day: formatDayOf(finishedAt, language, timeZone) })}</p>
  );
  if (saysNothing(profile))
    return (
      <div className="space-y-3">
        {madeOn}
        <p className="text-lead">{t(`${about}.unknown`)}</p>
      </div>
    );
  return (
    <div className="space-y-3">
      {madeOn}
      <p className="text-lead">
        {types.length > 0 ? t(`${about}.types`, { types: names(types) }) : t(`${about}.noTypes`)}
      </p>
      {readBy === "student" && types.length > 0 && (
        <ul className="list-disc space-y-1 ps-5">
          {types.map((type) => (
            <li key={type}>{t(`profile.about.${type}`)}</li>
          ))}
        </ul>
      )}
      <p>
        {liked.length > 0
          ? t(`${about}.liked`, { interests: names(liked.map(({ interestId }) => interestId)) })
          : t(`${about}.nothingLiked`)}
      </p>
      {disliked.length > 0 && <p>{t(`${about}.disliked`, { interests: names(disliked) })}</p>}
    </div>
  );
}
