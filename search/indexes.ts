import { createHash } from "node:crypto";
import { SearchError } from "./port";
import { isThrowAway, THROW_AWAY } from "./throw-away";

/** How the words of one text field count. */
export interface TextField {
  /** Relative to a field of weight 1. */
  boost: number;
  /** Usual number of words in one value: longer values count less per word (BM25, `b`). */
  usualWords: number;
  /** The text itself is kept beside the words, for highlights and for the re-ranking. */
  kept?: true;
}

/** What an index holds, as data; both engines are set up from it. */
export interface IndexSettings {
  name: string;
  texts: Readonly<Record<string, TextField>>;
  facets: readonly string[];
  /** Facets whose values stand among the words: a question may name them as `tags`, and lean on them without reading every document. */
  tags: readonly string[];
  /** Facets whose values have names: the text of the field of the same name at the same place. */
  named: readonly string[];
  numbers: readonly string[];
  /** Numbers that each school has its own of. */
  ownNumbers: readonly string[];
}

/** Filters and sorts compare it as a number. */
export const isNumberField = ({ numbers, ownNumbers }: IndexSettings, field: string): boolean =>
  numbers.includes(field) || ownNumbers.includes(field);

/** Placements listed at a school. `openAt` holds ids of schools, which engines count all; the caller tells a reader the count of their own only. */
const placements: IndexSettings = {
  name: "placements",
  texts: {
    title: { boost: 3, usualWords: 5, kept: true },
    aliases: { boost: 2.5, usualWords: 4, kept: true },
    interests: { boost: 1.2, usualWords: 30 },
    organisation: { boost: 1, usualWords: 5, kept: true },
    willDo: { boost: 1, usualWords: 60 },
    skills: { boost: 1, usualWords: 4, kept: true },
    description: { boost: 1, usualWords: 40 },
    place: { boost: 0.8, usualWords: 4 },
  },
  facets: ["kind", "weekday", "hours", "area", "interest", "language", "organisation", "openAt"],
  tags: ["interest", "openAt"],
  named: ["organisation"],
  numbers: ["minimumGrade", "maximumGrade", "minimumAge", "startsAt", "endsAt"],
  ownNumbers: ["openSeats", "publishedAt"],
};

/** One document for each student, under a random key; see search/interest-document.ts. Nothing in it is text. */
const interests: IndexSettings = {
  name: "interests",
  texts: {},
  facets: ["likes", "keen", "committed", "dislikes", "weekday", "area", "gradeBand"],
  tags: [],
  named: [],
  numbers: [],
  ownNumbers: [],
};

/** What serves, by its name. */
export const INDEXES: Readonly<Record<string, IndexSettings>> = { placements, interests };

/** Settings of an index. Throws `unknown_index`. `throw-away/…` names share the settings of what follows the slash. */
export function settingsOf(index: string): IndexSettings {
  const found = Object.hasOwn(INDEXES, index) ? INDEXES[index] : undefined;
  const shared = isThrowAway(index) ? INDEXES[index.slice(THROW_AWAY.length).replace(/^[^/]*\//, "")] : undefined;
  const settings = found ?? shared;
  if (!settings) throw new SearchError("unknown_index", `There is no search index named ${JSON.stringify(index)}`);
  return settings;
}

/** Grows when what engines make of the same settings and documents changes: how words are cut, folded or weighed. */
const REVISION = 4;

/** Another hash means that an index made with the old one has to be built again. */
export function hashSettings(settings: IndexSettings): string {
  return createHash("sha256")
    .update(JSON.stringify([REVISION, settings]))
    .digest("base64url")
    .slice(0, 16);
}
