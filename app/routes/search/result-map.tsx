import { Link, useLocation } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SearchPage } from "~/features/search/search-placements.server";
import type { SearchResult } from "~/features/search/search-result";
import { formatMiles, formatNames } from "~/ui/format";
import { layOutMap, MAP_HEIGHT, MAP_WIDTH, type Marker } from "~/ui/lay-out-map";
import { resultAnchor } from "./result-anchor";

/** A disclosure under the list's head on a phone; beside the list where there is room. */
const openBeside =
  "xl:supports-[selector(::details-content)]:[&::details-content]:[content-visibility:visible] xl:supports-[selector(::details-content)]:[&>summary]:hidden";
const METRES_PER_MILE = 1609.344;
/** 24 px across on a screen of 320 px (WCAG 2.5.8), in units of the drawing. Two that do not share a marker are farther apart. */
const SINGLE = 17;
const SEVERAL = 18;
const RING_MILES = [0.25, 0.5, 1, 2, 5, 10, 20, 50];

interface ResultMapProps {
  found: Pick<SearchPage, "results" | "map" | "measuredFrom">;
  /** The number of the first result of this page. */
  first: number;
}

/** Where the results of this page lie, drawn from their coordinates alone: nothing is asked of another server. */
export function ResultMap({ found: { results, map, measuredFrom }, first }: ResultMapProps) {
  const { t, i18n } = useTranslation("search");
  const places = results.flatMap(({ point }, place) => (point ? [{ number: first + place, pin: point }] : []));
  if (!map || !measuredFrom || places.length === 0) return null;
  const layout = layOutMap({
    centre: map.centre,
    others: map.school ? [map.school] : [],
    places,
    ringMetres: RING_MILES.map((miles) => miles * METRES_PER_MILE),
  });
  const numbers = (all: readonly number[]) => formatNames(all.map(String), i18n.language);
  const absent = results.length - places.length;
  return (
    <details className={`group rounded-md border border-line bg-surface xl:sticky xl:top-6 print:hidden ${openBeside}`}>
      <summary className="flex min-h-11 list-none items-center gap-2 px-4 font-semibold text-accent">
        <ChevronDown aria-hidden className="size-5 shrink-0 transition-transform group-open:rotate-180" />
        {t("map.open")}
      </summary>
      <nav aria-label={t("map.title")}>
        <svg viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} className="block w-full bg-sunken">
          <title>{t("map.title")}</title>
          {layout.rings.map(({ radius, metres, labelY }) => (
            <g key={metres} aria-hidden>
              <circle
                cx={layout.centre.x}
                cy={layout.centre.y}
                r={radius}
                className="fill-none stroke-line-strong"
                strokeDasharray="3 4"
              />
              <text x={layout.centre.x} y={labelY} textAnchor="middle" className="fill-ink-soft text-[13px]">
                {t("map.ring", { miles: formatMiles(metres, i18n.language) })}
              </text>
            </g>
          ))}
          {layout.others.map(({ x, y }) => (
            <Known key="school" x={x} y={y} words={t("map.school")} />
          ))}
          <Known {...layout.centre} words={t(`map.from.${measuredFrom}`)} />
          {layout.markers.map((marker) => (
            <MarkerLink key={marker.numbers.join()} {...{ marker, results, first }} />
          ))}
        </svg>
      </nav>
      <p className="px-4 py-2 text-small text-ink-soft">
        {t("map.same")}
        {layout.beyond.length > 0 &&
          ` ${t("map.beyond", { numbers: numbers(layout.beyond), count: layout.beyond.length })}`}
        {absent > 0 && ` ${t("map.absent", { count: absent })}`}
      </p>
    </details>
  );
}

/** A place to know one's way by; it leads nowhere. */
function Known({ x, y, words }: { x: number; y: number; words: string }) {
  return (
    <g>
      <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} className="fill-ink" />
      <text
        x={x}
        y={y + 22}
        textAnchor="middle"
        paintOrder="stroke"
        strokeWidth={4}
        className="fill-ink stroke-sunken text-[13px] font-semibold"
      >
        {words}
      </text>
    </g>
  );
}

/** One placement leads to its page; several in one spot lead to the first of them in the list. */
function MarkerLink({ marker, results, first }: { marker: Marker; results: readonly SearchResult[]; first: number }) {
  const { t, i18n } = useTranslation("search");
  const { search } = useLocation();
  const { x, y, numbers } = marker;
  const [number = first] = numbers;
  const result = results[number - first];
  if (!result) return null;
  const isOne = numbers.length === 1;
  const name = isOne
    ? t("map.one", { number, title: result.title, organisation: result.organisation })
    : t("map.several", { count: numbers.length, numbers: formatNames(numbers.map(String), i18n.language) });
  const shown = isOne ? String(number) : t("map.more", { number, more: numbers.length - 1 });
  return (
    <Link
      to={isOne ? `/placements/${result.listingId}` : { search, hash: resultAnchor(number) }}
      aria-label={isOne ? name : `${shown}: ${name}`}
      preventScrollReset={false}
      className="group/pin"
    >
      <title>{name}</title>
      <circle
        cx={x}
        cy={y}
        r={isOne ? SINGLE : SEVERAL}
        strokeWidth={isOne ? 2 : 4}
        className="fill-accent stroke-surface group-hover/pin:fill-accent-deep group-focus-visible/pin:stroke-ink"
      />
      <text x={x} y={y + 5} textAnchor="middle" className="fill-on-accent text-[14px] font-semibold">
        {shown}
      </text>
    </Link>
  );
}
