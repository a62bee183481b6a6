import type { Cleared } from "../clearance/cleared";
import type { PlacementKind } from "../pursuit/gates";
import type { Instant } from "../time";
import type { TravelMode } from "./travel-modes";

/**
 * All that the engine knows. Nothing here says who somebody is: no name, gender, race, disability, income, citizenship,
 * photo or address of a person, and no gift or sponsorship of an organisation. `area` is the middle of a neighborhood.
 */
export interface StudentEvidence {
  id: string;
  interests: readonly StudentInterest[];
  /** ISO weekdays 1..7 on which the student can go; empty means not said. */
  weekdays: readonly number[];
  /** 1..13, 13 being a fifth year. */
  grade: number;
  /** Whole years on the day of the run; null when the birth date is not known. */
  ageYears: number | null;
  area: Point | null;
  /** The area by its id, for the school's travel table. */
  areaId?: string | null;
  /** Ways the family allows; absent means on foot and by bus. */
  travelModes?: readonly TravelMode[];
  /** Minutes one way; null means the school's own limit. */
  travelLimitMinutes: number | null;
  /** ISO 639 codes; empty means not said. */
  languages: readonly string[];
  /** Interests read from the student's goals; empty means none were said. */
  goalInterestIds?: readonly string[];
  /** Listings the student saved, dearest first. */
  wishedListingIds: readonly string[];
  /** Listings the student asked for. */
  requestedListingIds: readonly string[];
  /** When the student came to the school: the longest there comes first in ties. */
  waitingSince: Instant;
  /** Relatives and household members: forbidden until a coordinator decides. */
  familyForbiddenMentorIds: readonly string[];
  /** Listings at which the student has a seat now. */
  currentSeatListingIds: readonly string[];
  /** Mentors who led a placement when the student visited it, or when they came to its end; absent for none. */
  metMentorIds?: readonly string[];
}

export interface StudentInterest {
  interestId: string;
  /** 1 curious, 2 keen, 3 committed. */
  strength: 1 | 2 | 3;
  liked: boolean;
}

/** Degrees, WGS 84. */
export interface Point {
  lat: number;
  lon: number;
}

export interface PlacementEvidence {
  listingId: string;
  placementId: string;
  kind: PlacementKind;
  /** Null when the school still has to find the contact, and while the lead is suspended. */
  leadMentor: MentorEvidence | null;
  /** Who leads there, while they are suspended: nobody is matched with the place, and relatives stay apart. Else absent. */
  suspendedLeadId?: string;
  interests: readonly string[];
  /** Empty means not said. */
  weekdays: readonly PlacementDay[];
  /**
   * Places to go after and seats that are open. Below zero by as many as are taken beyond what there is, as when a school
   * took seats away from a listing that is pursued: those come first before one more seat opens anything.
   */
  openPursuitPlaces: number;
  openSeats: number;
  minimumGrade: number;
  maximumGrade: number;
  /** Years; 0 for none. */
  minimumAge: number;
  /** `approximate` when only a postcode or a pin by hand is known. */
  location: (Point & { approximate: boolean }) | null;
  /** The site by its id, for the school's travel table. */
  siteId?: string | null;
  mode: "on_site" | "remote" | "private_home";
  /** ISO 639 codes spoken at the place. */
  languages: readonly string[];
  startsOn: string | null;
  endsOn: string | null;
  /** ISO weekdays that still come before it is over; absent while all of a week do. Evidence from before this word has none. */
  daysLeft?: readonly number[];
  /** False while in review, paused or archived. */
  published: boolean;
}

export interface MentorEvidence {
  id: string;
  interests: readonly string[];
  languages: readonly string[];
  /** Years with students, not of the work itself: 0 before the first, null when not known. */
  experienceYears: number | null;
  /** How many more students the mentor takes at once, in all their listings; absent where they did not say. */
  room?: number;
  cleared: Cleared;
}

export interface PlacementDay {
  weekday: number;
  seats: number;
  startMinute: number;
  endMinute: number;
}

/** A student and a listing, by id. */
export interface PairIds {
  studentId: string;
  listingId: string;
}
