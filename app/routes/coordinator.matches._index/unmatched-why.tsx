import { useTranslation } from "react-i18next";
import type { Binding, TravelStep } from "~/domain/matching/why-unmatched";
import { formatNames } from "~/ui/format";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";

/** A student whom the plan leaves without a place. */
export interface Unmatched {
  id: string;
  name: string;
  reason: string;
  /** How many placements each constraint rules out. */
  failing: Readonly<Record<string, number>>;
  /** Constraints that alone stand in the way of placements. */
  binding: readonly Binding[];
  /** What a longer way would open. */
  travel: TravelStep | null;
  crowd: { students: number; seats: number } | null;
  /** Where one more seat would place at least one more student. */
  seats: readonly { id: string; title: string }[];
}

const SHOWN = 3;

/** What the rules leave of the placements to whom none fits, and to everybody what would open some. */
export function Opens({ student: { id, reason, failing, binding, travel } }: { student: Unmatched }) {
  const { t, i18n } = useTranslation(["plans", "matching"]);
  const text = useText();
  const what = (code: string) => text(`matching:check.${CHECK_OF[code] ?? "place"}` as "matching:check.place");
  const rules = Object.entries(failing)
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHOWN)
    .map(([code, count]) => t("matching:failing", { count, what: what(code) }));
  const hasNone = reason === "no_eligible_placement";
  // Who is crowded out has places that fit, so a rule that opens no other is not spoken of.
  if (!hasNone && binding.length === 0) return null;
  return (
    <>
      {hasNone && (
        <p className="text-ink-soft">{t("matching:failingRules", { rules: formatNames(rules, i18n.language) })}</p>
      )}
      <ul className="list-disc ps-5">
        {binding.length === 0 && <li>{t("unmatched.nothing")}</li>}
        {travel && (
          <li>
            <TextLink
              to={`/coordinator/matches/what-if?kind=travel_student&studentId=${id}&minutes=${travel.moreMinutes}`}
            >
              {t("unmatched.travel", { count: travel.listings, minutes: travel.moreMinutes })}
            </TextLink>
            {travel.placed !== null && travel.placed > 0 && <> {t("unmatched.placed")}</>}
          </li>
        )}
        {binding.slice(0, SHOWN).map(({ code, listings }) => (
          <li key={code}>{t("unmatched.opens", { count: listings, what: what(code) })}</li>
        ))}
      </ul>
    </>
  );
}

/** Of a crowd: how many compete for how few seats, and where one more would help. */
export function Crowd({
  crowd: { students, seats },
  listings,
}: {
  crowd: NonNullable<Unmatched["crowd"]>;
  listings: Unmatched["seats"];
}) {
  const { t } = useTranslation("plans");
  return (
    <>
      <p>{t("unmatched.crowd", { students, seats })}</p>
      <ul className="list-disc ps-5">
        {listings.slice(0, SHOWN).map(({ id, title }) => (
          <li key={id}>
            <TextLink to={`/coordinator/matches/what-if?kind=seats&listingId=${id}&added=1`}>{title}</TextLink>
          </li>
        ))}
        {listings.length > SHOWN && <li>{t("unmatched.crowdMore", { count: listings.length - SHOWN })}</li>}
      </ul>
    </>
  );
}

/** The constraint behind each blocker, whose name needs no datum. */
const CHECK_OF: Record<string, string> = {
  not_published: "published",
  no_open_place: "place",
  kind_not_pursued: "kind",
  kind_not_for_grade: "kind",
  grade_out_of_range: "grade",
  too_young: "age",
  no_common_day: "days",
  no_day_left: "end",
  too_far: "travel",
  already_there: "seat",
  mentor_suspended: "mentor",
  mentor_not_clear: "mentor",
  forbidden_pair: "pair",
  forbidden_by_staff: "pair",
  has_most_live: "live",
};
