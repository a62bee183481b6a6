import { useTranslation } from "react-i18next";
import { labelOf } from "~/domain/interest/taxonomy";
import { PARTS_OF_DAY } from "~/domain/placement/part-of-day";
import type { SearchPage } from "~/features/search/search-placements.server";
import type { Limit } from "~/features/search/search-wish";
import { formatLanguage, formatNumber, formatWeekday } from "~/ui/format";
import { useText } from "~/ui/use-text";
import { FacetGroup } from "./facet-group";
import { FindOrganisation } from "./find-organisation";
import { chosenValues, DISTANCES_KM, OPEN_SEATS, PARAMETERS } from "./search-params";

/** Names that only the server knows. */
export type Names = Pick<SearchPage, "areas" | "organisations">;
export type Facets = Names & Pick<SearchPage, "counts" | "open" | "measuredFrom">;

interface FacetPanelProps {
  form: string;
  facets: Facets;
  asked: URLSearchParams;
  onTick: () => void;
  onType: () => void;
}

/** All limits of the search. */
export function FacetPanel({ form, facets, asked, onTick, onType }: FacetPanelProps) {
  const { t } = useTranslation("search");
  const words = useLimitWords(facets);
  const group = (limit: Limit) => ({
    form,
    name: PARAMETERS[limit],
    label: t(`limit.${limit}`),
    chosen: chosenValues(asked, limit),
    onTick,
  });
  const counted = (limit: "kind" | "weekday" | "hours" | "area" | "interest" | "language") => {
    const counts = facets.counts[limit];
    const values = [...new Set([...Object.keys(counts), ...chosenValues(asked, limit)])];
    const choices = values.map((value) => ({ value, label: words(limit, value), count: counts[value] ?? 0 }));
    if (limit === "weekday") return choices.sort((a, b) => a.value.localeCompare(b.value));
    if (limit === "hours") return choices.sort((a, b) => placeOf(a.value) - placeOf(b.value));
    return choices.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  };
  const seats = chosenValues(asked, "open")[0] ?? "";
  const km = chosenValues(asked, "distance")[0] ?? "";
  return (
    <>
      <FacetGroup
        {...group("open")}
        type="radio"
        chosen={[seats]}
        choices={[
          { value: "", label: t("openOrFull") },
          ...OPEN_SEATS.map((least) => ({
            value: String(least),
            label: words("open", String(least)),
            // Of what has more seats nobody keeps a count (decision 109).
            ...(least === 1 && { count: facets.open }),
          })),
        ]}
      />
      <FacetGroup {...group("weekday")} choices={counted("weekday")} />
      <FacetGroup {...group("hours")} choices={counted("hours")} />
      <FacetGroup {...group("kind")} choices={counted("kind")} />
      {facets.measuredFrom && (
        <FacetGroup
          {...group("distance")}
          label={t(`from.${facets.measuredFrom}`)}
          type="radio"
          chosen={[km]}
          choices={[
            { value: "", label: t("anyDistance") },
            ...DISTANCES_KM.map((distance) => ({
              value: String(distance),
              label: words("distance", String(distance)),
            })),
          ]}
        />
      )}
      <FacetGroup {...group("interest")} choices={counted("interest")} />
      <FacetGroup
        {...group("organisation")}
        choices={facets.organisations.map(({ id, name, count }) => ({ value: id, label: name, count }))}
      >
        <FindOrganisation
          form={form}
          asked={asked}
          count={facets.organisations.filter(({ isCalledSo }) => isCalledSo).length}
          onType={onType}
        />
      </FacetGroup>
      <FacetGroup {...group("area")} choices={counted("area")} />
      <FacetGroup {...group("language")} choices={counted("language")} />
    </>
  );
}

/** In the order of the day; what is no part of it comes first. */
const placeOf = (part: string) => (PARTS_OF_DAY as readonly string[]).indexOf(part);

/** The value of a limit in the reader's words. */
export function useLimitWords({ areas, organisations }: Names) {
  const { t, i18n } = useTranslation("search");
  const text = useText();
  const { language } = i18n;
  const names = new Map([...areas, ...organisations].map(({ id, name }) => [id, name]));
  return (limit: Limit, value: string): string => {
    switch (limit) {
      case "kind":
        return i18n.exists(`pursuits:kind.${value}`)
          ? text(`pursuits:kind.${value}` as "pursuits:kind.internship")
          : value;
      case "weekday":
        return /^[1-7]$/.test(value) ? formatWeekday(Number(value), language) : value;
      case "hours": {
        const part = PARTS_OF_DAY.find((one) => one === value);
        return part ? t(`hours.${part}`) : value;
      }
      case "distance":
        return t("within", {
          miles: formatNumber(Math.round((Number(value) / 1.609344) * 10) / 10, language),
          kilometres: value,
        });
      case "area":
        return names.get(value) ?? t("otherArea");
      case "organisation":
        return names.get(value) ?? t("organisation.unknown");
      case "interest":
        return labelOf(value, language);
      case "language":
        return formatLanguage(value, language);
      case "open":
        return value === "1" ? t("openOnly") : t("openSeats", { seats: formatNumber(Number(value), language) });
    }
  };
}
