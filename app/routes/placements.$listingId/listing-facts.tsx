import { CircleCheck, CircleSlash } from "lucide-react";
import { useTranslation } from "react-i18next";
import { labelOf } from "~/domain/interest/taxonomy";
import { DescriptionList } from "~/ui/description-list";
import { formatDay, formatLanguage, formatNames, formatTimes, formatWeekday } from "~/ui/format";
import { Section } from "~/ui/page";
import { StatusLine, Tag } from "~/ui/status";
import { useText } from "~/ui/use-text";
import { ListingFit } from "./listing-fit";
import type { ListingView } from "./listing-view";

/** What, why it fits (for a student), when and where. */
export function ListingFacts({ view }: { view: ListingView }) {
  const { t, i18n } = useTranslation(["listing", "search"]);
  const text = useText();
  const { language } = i18n;
  const rows = [
    { name: t("one.kind"), value: text(`pursuits:kind.${view.kind}` as "pursuits:kind.internship") },
    { name: t("one.days"), value: <Days days={view.days} /> },
    { name: t("one.howLong"), value: t(`one.length.${view.lengthUnit as "term"}`, { count: view.lengthCount }) },
    ...(view.startsOn
      ? [{ name: t("one.starts"), value: formatDay(view.startsOn, language, { withYear: true }) }]
      : []),
    {
      name: t("one.where"),
      value:
        view.mode === "remote"
          ? t("search:row.remote")
          : view.place.length > 0
            ? view.place.join(", ")
            : t("one.placeOpen"),
    },
    {
      name: t("one.languages"),
      value: formatNames(
        view.languages.map((code) => formatLanguage(code, language)),
        language,
      ),
    },
    { name: t("one.for"), value: forWhom() },
  ];
  function forWhom(): string {
    const grades = t("one.grades", { from: view.minimumGrade, to: view.maximumGrade });
    return view.minimumAge > 0 ? `${grades} ${t("one.age", { age: view.minimumAge })}` : grades;
  }
  return (
    <>
      {!view.isOver && (
        <StatusLine tone={view.isOpen ? "go" : "wait"} icon={view.isOpen ? CircleCheck : CircleSlash}>
          {view.isOpen ? t("search:row.open", { count: view.openSeats }) : t("search:row.full")}
        </StatusLine>
      )}
      {view.aliases.length > 0 && (
        <p className="text-ink-soft">{t("one.aliases", { names: formatNames(view.aliases, language) })}</p>
      )}
      {view.willDo && (
        <Section title={t("one.willDo")}>
          <p className="max-w-text whitespace-pre-line">{view.willDo}</p>
        </Section>
      )}
      {view.skills.length > 0 && (
        <Section title={t("one.skills")}>
          <ul className="list-disc space-y-1 ps-5">
            {view.skills.map((skill) => (
              <li key={skill}>{skill}</li>
            ))}
          </ul>
        </Section>
      )}
      {view.fit && <ListingFit fit={view.fit} />}
      <Section title={t("one.whenWhere")}>
        <DescriptionList rows={rows} />
        {view.interests.length > 0 && (
          <ul aria-label={t("search:limit.interest")} className="mt-4 flex flex-wrap gap-2">
            {view.interests.map((id) => (
              <li key={id}>
                <Tag>{labelOf(id, language)}</Tag>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {view.requirements && (
        <Section title={t("one.requirements")}>
          <p className="max-w-text whitespace-pre-line">{view.requirements}</p>
        </Section>
      )}
      {view.about && (
        <Section title={t("one.about", { organisation: view.organisation })}>
          <p className="max-w-text whitespace-pre-line">{view.about}</p>
        </Section>
      )}
    </>
  );
}

function Days({ days }: Pick<ListingView, "days">) {
  const { t, i18n } = useTranslation(["listing", "search"]);
  if (days.length === 0) return t("search:row.daysOpen");
  return (
    <ul>
      {days.map(({ weekday, startsAt, endsAt }) => (
        <li key={weekday}>
          {t("one.day", {
            day: formatWeekday(weekday, i18n.language),
            times: formatTimes(startsAt, endsAt, i18n.language),
          })}
        </li>
      ))}
    </ul>
  );
}
