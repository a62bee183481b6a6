import { useTranslation } from "react-i18next";
import { type InterestProfile, saysNothing } from "~/domain/interest/finder/profile";
import { labelOf } from "~/domain/interest/taxonomy";
import { formatDayOf, formatInterests } from "./format";
import { ReadAloud } from "./read-aloud";

interface InterestProfileWordsProps {
  profile: InterestProfile;
  finishedAt: string | null;
  timeZone: string;
  /** The student is spoken to; everybody else reads about the student. */
  readBy: "student" | "others";
}

/** What the cards say, in words, to read or to hear. */
export function InterestProfileWords({ profile, finishedAt, timeZone, readBy }: InterestProfileWordsProps) {
  const { t, i18n } = useTranslation("interests");
  const { lead, types, rest } = useSentences(profile, readBy);
  return (
    <div className="space-y-3">
      {readBy === "student" && finishedAt && (
        <p className="text-ink-soft">
          {t("profile.madeOn", { day: formatDayOf(finishedAt, i18n.language, timeZone) })}
        </p>
      )}
      <p className="text-lead">{lead}</p>
      {types.length > 0 && (
        <ul className="list-disc space-y-1 ps-5">
          {types.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ReadAloud text={[lead, ...types, ...rest].join(" ")} />
    </div>
  );
}

function useSentences(profile: InterestProfile, readBy: InterestProfileWordsProps["readBy"]) {
  const { t, i18n } = useTranslation("interests");
  const about = readBy === "student" ? "profile" : "shared";
  if (saysNothing(profile)) return { lead: t(`${about}.unknown`), types: [], rest: [] };
  const names = (ids: readonly string[]) =>
    formatInterests(
      ids.map((id) => labelOf(id, i18n.language)),
      i18n.language,
    );
  const { types, disliked } = profile;
  const liked = profile.liked.map(({ interestId }) => interestId);
  return {
    lead: types.length > 0 ? t(`${about}.types`, { types: names(types) }) : t(`${about}.noTypes`),
    types: readBy === "student" ? types.map((type) => t(`profile.about.${type}`)) : [],
    rest: [
      liked.length > 0 ? t(`${about}.liked`, { interests: names(liked) }) : t(`${about}.nothingLiked`),
      ...(disliked.length > 0 ? [t(`${about}.disliked`, { interests: names(disliked) })] : []),
    ],
  };
}
