import { labelOf } from "~/domain/interest/taxonomy";
import type { Filter, SearchDocument } from "./port";

export const PLACEMENTS = "placements";
/** Languages of the interest labels a placement is found by, whatever language the reader's page has. */
const LABEL_LANGUAGES = ["en", "es"];

/** A placement as its rows say it, with the schools that list it. */
export interface PlacementFacts {
  placementId: string;
  version: number;
  kind: string;
  title: string;
  organisation: { id: string; name: string };
  /** What else the host calls the work. */
  aliases: readonly string[];
  willDo: string;
  /** What a student learns to do there. */
  skills: readonly string[];
  requirements: string;
  interestIds: readonly string[];
  weekdays: readonly number[];
  /** Parts of those days. */
  hours: readonly string[];
  languages: readonly string[];
  area: { id: string; name: string } | null;
  place: readonly string[];
  point: { latitude: number; longitude: number } | null;
  minimumGrade: number;
  maximumGrade: number;
  minimumAge: number;
  /** Civil date, null when not said. */
  startsOn: string | null;
  /** The last day, likewise. */
  endsOn: string | null;
  /** `openSeats`: as many more students of the school can go after it. */
  listings: readonly { schoolId: string; openSeats: number; publishedAt: Date | null }[];
}

/** What the index `placements` holds of a placement: nothing about a student or a mentor. */
export function placementDocument(facts: PlacementFacts): SearchDocument {
  return {
    id: facts.placementId,
    schoolIds: facts.listings.map(({ schoolId }) => schoolId),
    version: facts.version,
    texts: {
      title: [facts.title],
      aliases: facts.aliases,
      organisation: [facts.organisation.name],
      interests: facts.interestIds.flatMap((id) => LABEL_LANGUAGES.map((language) => labelOf(id, language))),
      willDo: facts.willDo === "" ? [] : [facts.willDo],
      skills: facts.skills,
      description: facts.requirements === "" ? [] : [facts.requirements],
      place: [...facts.place, ...(facts.area ? [facts.area.name] : [])].filter((name) => name !== ""),
    },
    facets: {
      kind: [facts.kind],
      weekday: facts.weekdays,
      hours: facts.hours,
      area: facts.area ? [facts.area.id] : [],
      interest: facts.interestIds,
      language: facts.languages,
      organisation: [facts.organisation.id],
      openAt: facts.listings.filter(({ openSeats }) => openSeats > 0).map(({ schoolId }) => schoolId),
    },
    numbers: {
      minimumGrade: facts.minimumGrade,
      maximumGrade: facts.maximumGrade,
      minimumAge: facts.minimumAge,
      startsAt: facts.startsOn === null ? null : momentOf(facts.startsOn),
      endsAt: facts.endsOn === null ? null : momentOf(facts.endsOn),
    },
    // Another school's listing of the same placement is no news here, and its seats are none to ask for.
    ownNumbers: {
      openSeats: Object.fromEntries(facts.listings.map(({ schoolId, openSeats }) => [schoolId, openSeats])),
      publishedAt: Object.fromEntries(
        facts.listings.flatMap(({ schoolId, publishedAt }) => (publishedAt ? [[schoolId, publishedAt.getTime()]] : [])),
      ),
    },
    point: facts.point,
  };
}

/** A civil date as the number that the index compares, the same in every time zone. */
export function momentOf(civilDate: string): number {
  return Date.parse(civilDate);
}

/** What no reader can give up: a placement that is over is not found, on the day of the school that asks. */
export const runningOn = (on: string): Record<string, Filter> => ({
  running: { not: { field: "endsAt", atMost: momentOf(on) - 1 } },
});
