import { isInterestId } from "../interest/taxonomy";
import type { PlacementKind } from "../pursuit/gates";
import { faultOfLines, type LineFault } from "./short-lines";

/** Every kind, in the order a host reads them: those that students pursue, then those that staff ask for. */
export const PLACEMENT_KINDS = [
  "internship",
  "shadow_day",
  "informational_interview",
  "service_learning",
  "exhibition_panel",
  "classroom_expert",
] as const satisfies readonly PlacementKind[];

export const SITE_MODES = ["on_site", "remote", "private_home"] as const;
export type SiteMode = (typeof SITE_MODES)[number];

export const LENGTH_UNITS = ["days", "weeks", "term", "year", "years"] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** More tags than this say nothing about a placement any more. */
export const MOST_INTERESTS = 6;
/** Students at one host at the same time; whoever has room for more writes to the school. */
export const MOST_POSTED_SEATS = 200;
/** Languages a host can choose, by ISO 639 code; `ase` is American Sign Language. */
export const POSTED_LANGUAGES = [
  "en",
  "es",
  "so",
  "vi",
  "zh",
  "ar",
  "am",
  "ru",
  "uk",
  "tl",
  "ko",
  "fr",
  "ase",
] as const;
/** Grades 1..13 exist; placements begin with grade 6, and 13 is a fifth year of high school. */
export const POSTED_GRADES = [6, 7, 8, 9, 10, 11, 12, 13] as const;

export interface PostedDay {
  /** ISO weekday, 1 is Monday. */
  weekday: number;
  /** Clock times `HH:MM`; empty when they were not given. */
  startsAt: string;
  endsAt: string;
  seats: number;
}

/** A place of work that the organisation has not named before. */
export interface NewSite {
  name: string;
  mode: SiteMode;
  street: string;
  city: string;
  postcode: string;
  areaId: string | null;
  /** Degrees (WGS 84); one of the two alone is a fault. */
  latitude: number | null;
  longitude: number | null;
}

/** What a host says about a placement, before anybody has checked it. */
export interface PlacementPost {
  kind: PlacementKind;
  title: string;
  studentWillDo: string;
  /** What a student learns to do, as short lines (`linesOf`). */
  skills: readonly string[];
  /** What else the work is called, likewise: words that somebody would search for. */
  aliases: readonly string[];
  hostGains: string;
  requirements: string;
  seats: number;
  days: readonly PostedDay[];
  lengthUnit: LengthUnit;
  lengthCount: number;
  /** Civil dates, null when open. */
  startsOn: string | null;
  endsOn: string | null;
  interests: readonly string[];
  languages: readonly string[];
  minimumGrade: number;
  maximumGrade: number;
  minimumAge: number;
  leadMentorId: string;
  backupIds: readonly string[];
  /** A place the organisation has named before, or a new one. */
  site: { id: string } | NewSite;
  /** Schools of the district it shall be offered to. */
  schoolIds: readonly string[];
}

/** What somebody offers before it is known as whom they post it. */
export type OfferedPost = Omit<PlacementPost, "leadMentorId" | "backupIds" | "schoolIds">;

export type PostFault =
  | "days_missing"
  | "hours_missing"
  | "hours_reversed"
  | "seats_over_total"
  | "dates_reversed"
  | "grades_reversed"
  | "interests_unknown"
  | "site_missing"
  | "pin_half"
  | LineFault;

/**
 * What does not go together in a post, each with the form's field it is about; empty when all is well. Kinds that come
 * back week by week need a weekday, others may be arranged; on site or in a home, somebody has to know roughly where.
 */
export function faultsOf(post: PlacementPost): { field: string; fault: PostFault }[] {
  const faults: { field: string; fault: PostFault }[] = [];
  const isWeekly = post.kind === "internship" || post.kind === "service_learning";
  if (isWeekly && post.days.length === 0) faults.push({ field: "weekday", fault: "days_missing" });
  for (const day of post.days) faults.push(...faultsOfDay(day, post.seats));
  if (post.startsOn && post.endsOn && post.endsOn < post.startsOn)
    faults.push({ field: "endsOn", fault: "dates_reversed" });
  if (post.maximumGrade < post.minimumGrade) faults.push({ field: "maximumGrade", fault: "grades_reversed" });
  for (const field of ["skills", "aliases"] as const) {
    const fault = faultOfLines(post[field]);
    if (fault) faults.push({ field, fault });
  }
  if (!post.interests.every(isInterestId)) faults.push({ field: "interests", fault: "interests_unknown" });
  if (!("id" in post.site)) faults.push(...faultsOfSite(post.site));
  return faults;
}

function faultsOfDay(
  { weekday, startsAt, endsAt, seats }: PostedDay,
  most: number,
): { field: string; fault: PostFault }[] {
  if (seats > most) return [{ field: `seats${weekday}`, fault: "seats_over_total" }];
  if (!startsAt) return [{ field: `starts${weekday}`, fault: "hours_missing" }];
  if (!endsAt) return [{ field: `ends${weekday}`, fault: "hours_missing" }];
  return endsAt.slice(0, 5) <= startsAt.slice(0, 5) ? [{ field: `ends${weekday}`, fault: "hours_reversed" }] : [];
}

function faultsOfSite(site: NewSite): { field: string; fault: PostFault }[] {
  if ((site.latitude === null) !== (site.longitude === null)) return [{ field: "longitude", fault: "pin_half" }];
  const isSomewhere = site.street !== "" || site.areaId !== null || site.latitude !== null;
  return site.mode === "remote" || isSomewhere ? [] : [{ field: "street", fault: "site_missing" }];
}
