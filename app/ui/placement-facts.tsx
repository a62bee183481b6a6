import { useTranslation } from "react-i18next";
import { DescriptionList } from "./description-list";
import { formatDay, formatDays, formatNames, formatTimes, formatWeekday } from "./format";
import { Tag } from "./status";
import { useText } from "./use-text";

interface Facts {
  kind: string;
  studentWillDo: string;
  skills: readonly string[];
  aliases: readonly string[];
  hostGains: string;
  requirements: string;
  days: readonly { weekday: number; from: string; to: string; seats: number }[];
  length: { unit: string; count: number };
  startsOn: string | null;
  endsOn: string | null;
  interests: readonly string[];
  languages: readonly string[];
  grades: { from: number; to: number };
  minimumAge: number;
  site: { mode: string; name: string; address: string } | "" | null;
  mentor: string | null;
  backups: readonly string[];
}

/** Everything a host said about a placement. */
export function PlacementFacts({ facts }: { facts: Facts }) {
  const { t, i18n } = useTranslation("placements");
  const text = useText();
  const { site } = facts;
  return (
    <DescriptionList
      rows={[
        { name: t("field.kind"), value: text(`pursuits:kind.${facts.kind}` as "pursuits:kind.internship") },
        { name: t("field.aliases"), value: formatNames(facts.aliases, i18n.language) },
        { name: t("field.studentWillDo"), value: facts.studentWillDo && <Lines>{facts.studentWillDo}</Lines> },
        { name: t("field.skills"), value: facts.skills.length > 0 && <Lines>{facts.skills.join("\n")}</Lines> },
        { name: t("field.hostGains"), value: facts.hostGains && <Lines>{facts.hostGains}</Lines> },
        { name: t("field.requirements"), value: facts.requirements && <Lines>{facts.requirements}</Lines> },
        { name: t("field.days"), value: <Days days={facts.days} /> },
        {
          name: t("field.length"),
          value: text(`placements:length.${facts.length.unit}` as "placements:length.weeks", {
            count: facts.length.count,
          }),
        },
        { name: t("field.dates"), value: datesOf(facts, i18n.language) },
        { name: t("field.interests"), value: <Tags words={facts.interests} /> },
        { name: t("field.languages"), value: formatNames(facts.languages, i18n.language) },
        { name: t("field.grades"), value: t("facts.grades", facts.grades) },
        { name: t("field.minimumAge"), value: facts.minimumAge > 0 && String(facts.minimumAge) },
        {
          name: t("field.site"),
          value: site
            ? [text(`placements:mode.${site.mode}` as "placements:mode.on_site"), site.name, site.address]
                .filter((part, place, all) => part && all.indexOf(part) === place)
                .join(" · ")
            : t("facts.noSite"),
        },
        { name: t("field.leadMentor"), value: facts.mentor ?? t("facts.noMentor") },
        { name: t("field.backups"), value: formatNames(facts.backups, i18n.language) },
      ]}
    />
  );
}

const Lines = ({ children }: { children: string }) => <span className="whitespace-pre-line">{children}</span>;

function Tags({ words }: { words: readonly string[] }) {
  const { t } = useTranslation("placements");
  if (words.length === 0) return <>{t("facts.noInterests")}</>;
  return (
    <span className="flex flex-wrap gap-2">
      {words.map((word) => (
        <Tag key={word}>{word}</Tag>
      ))}
    </span>
  );
}

function Days({ days }: { days: Facts["days"] }) {
  const { t, i18n } = useTranslation("placements");
  if (days.length === 0) return <>{t("facts.noDays")}</>;
  return (
    <ul>
      {days.map((day) => (
        <li key={day.weekday}>
          {formatWeekday(day.weekday, i18n.language)}, {formatTimes(day.from, day.to, i18n.language)} ·{" "}
          {t("seats", { count: day.seats })}
        </li>
      ))}
    </ul>
  );
}

function datesOf({ startsOn, endsOn }: Facts, language: string): string | null {
  if (startsOn && endsOn) return formatDays(startsOn, endsOn, language);
  const day = startsOn ?? endsOn;
  return day && formatDay(day, language, { withYear: true });
}
