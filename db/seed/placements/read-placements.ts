import type { ListingState } from "~/domain/listing/lifecycle";
import type { PlacementKind } from "~/domain/pursuit/gates";
import type { SampleSchoolSlug } from "../../cast";
import { weekdays, words } from "../read-table";

export interface SamplePlacement {
  key: string;
  organisation: string;
  kind: PlacementKind;
  seats: number;
  weekdays: number[];
  startsAt: string;
  endsAt: string;
  interests: string[];
  languages: string[];
  minimumGrade: number;
  maximumGrade: number;
  minimumAge: number;
  /** Full names; the first leads, the others stand in. Empty: the school has to find the contact. */
  mentors: string[];
  listings: { school: SampleSchoolSlug; state: ListingState }[];
  hazards: string[];
  title: string;
  studentWillDo: string;
  hostGains: string;
  requirements: string;
  /** What a student learns, and what else the work is called. */
  skills: string[];
  aliases: string[];
}

const SCHOOLS: Record<string, SampleSchoolSlug> = { L: "lakeview", H: "harbor", C: "cedar-ridge" };
const STATES: Record<string, ListingState> = { "": "published", "?": "in_review", "=": "paused", "!": "archived" };

/**
 * Reads placements written as blocks of five lines between blank lines: a head, the title, what the student will do,
 * what the work does for the organisation, requirements (`-` for none); then, where somebody thought of them, `learn:` with
 * skills and `also:` with other names of the work, parted by semicolons. The head reads
 * `key | organisation | kind | seats | days from to | interests | languages | grades | mentors | listings | hazards`;
 * grades are `from-to` or `from-to/age` with the lowest age; a listing is a school's letter and its state
 * (none published, ? in review, = paused, ! archived).
 */
export function readPlacements(text: string): SamplePlacement[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map(readBlock);
}

function readBlock(block: string): SamplePlacement {
  const [head = "", title, studentWillDo, hostGains, requirements, ...more] = block
    .split("\n")
    .map((line) => line.trim());
  const listed = (name: string) =>
    more.flatMap((line) => (line.startsWith(name) ? line.slice(name.length).split(";") : [])).map((one) => one.trim());
  const cells = head.split("|").map((cell) => cell.trim());
  if (cells.length !== 11 || requirements === undefined || !more.every((line) => /^(?:learn|also):/.test(line)))
    throw new Error(`Sample placement is not whole: ${head}`);
  const [key, organisation, kind, seats, days, interests, languages, grades, mentors, listings, hazards] = cells as Row;
  const dayWords = words(days);
  const [minimumGrade = 9, maximumGrade = 12, minimumAge = 0] = grades.split(/[-/]/).map(Number);
  return {
    key,
    organisation,
    kind: kind as PlacementKind,
    seats: Number(seats),
    weekdays: weekdays(dayWords.slice(0, -2).join(" ")),
    startsAt: dayWords.at(-2) ?? "",
    endsAt: dayWords.at(-1) ?? "",
    interests: words(interests),
    languages: words(languages),
    minimumGrade,
    maximumGrade,
    minimumAge,
    mentors: mentors === "-" ? [] : mentors.split("+").map((name) => name.trim()),
    listings: words(listings).map(readListing),
    hazards: words(hazards),
    title: title ?? "",
    studentWillDo: studentWillDo ?? "",
    hostGains: hostGains ?? "",
    requirements: requirements === "-" ? "" : requirements,
    skills: listed("learn:"),
    aliases: listed("also:"),
  };
}

type Row = [string, string, string, string, string, string, string, string, string, string, string];

function readListing(word: string): SamplePlacement["listings"][number] {
  const school = SCHOOLS[word.slice(0, 1)];
  const state = STATES[word.slice(1)];
  if (!school || !state) throw new Error(`No such listing: ${word}`);
  return { school, state };
}
