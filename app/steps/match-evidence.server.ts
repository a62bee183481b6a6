import { civilDate } from "~/clock";
import { askedFor, clearedBy, clearedUntil } from "~/domain/clearance/cleared";
import { clearanceKinds } from "~/domain/clearance/kinds";
import { groupBy } from "~/domain/group-by";
import { interestsInText } from "~/domain/interest/interests-in-text";
import type { MatchContext } from "~/domain/matching/context";
import { daysLeft } from "~/domain/matching/days-left";
import type { MentorEvidence, PlacementEvidence, StudentEvidence } from "~/domain/matching/evidence";
import { type IdfSnapshot, idfOfCounts } from "~/domain/matching/idf";
import { roomLeft, seatsWithin } from "~/domain/matching/mentor-room";
import { yearsWithStudents } from "~/domain/matching/mentor-years";
import { type TravelRow, type TravelTable, travelKey } from "~/domain/matching/travel";
import type { TravelMode } from "~/domain/matching/travel-modes";
import type { PlacementKind } from "~/domain/pursuit/gates";
import { placeCount, seatsToOffer } from "~/domain/pursuit/places";
import type { SchoolSettings } from "~/domain/settings";
import { ageOn, minuteOf } from "~/domain/time";
import { countListingInterests } from "~db/listing-interests.server";
import { listAllOfPlacements, listAllOfStudents, listListingRows } from "~db/match-evidence.server";
import { getCurrentWeights } from "~db/match-weights.server";
import { getSchool, getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { listTravelRows } from "~db/travel-times.server";

export interface MatchEvidence {
  students: StudentEvidence[];
  placements: PlacementEvidence[];
  /** Students who do not look for a place now. */
  restingIds: string[];
  /** What the school judges by now. */
  context: MatchContext;
}

interface Asked {
  schoolId: string;
  districtId: string;
  now: Date;
  /** Only this student, for their own page. */
  studentId?: string;
  /** Only these listings, in whatever state. */
  listingIds?: readonly string[];
}

/** What the engine may know of the students alone: all who may be looking, or the one that is named. */
export async function gatherStudents(
  tx: ScopeTx,
  { schoolId, studentId, on }: Pick<Asked, "schoolId" | "studentId"> & { on: string },
): Promise<Pick<MatchEvidence, "students" | "restingIds">> {
  const rows = await listAllOfStudents(tx, { schoolId, studentId });
  const ofEach = <Row extends { student_id: string }>(all: readonly Row[]) => groupBy(all, (row) => row.student_id);
  const known = {
    interests: ofEach(rows.interests),
    wishes: ofEach(rows.wishes),
    pursuits: ofEach(rows.pursuits),
    forbidden: ofEach(rows.forbidden),
    met: ofEach(rows.met),
    on,
  };
  return {
    students: rows.students.map((row) => toStudent(row, known)),
    restingIds: rows.students.filter((row) => !row.seeking).map((row) => row.id),
  };
}

/** What the engine may know of listings: those that are published and not over, or those that are named in whatever state. */
export async function gatherPlacements(
  tx: ScopeTx,
  { schoolId, districtId, on, settings, listingIds }: OfListings,
): Promise<PlacementEvidence[]> {
  const listings = await listListingRows(tx, { schoolId, on, listingIds });
  const placementIds = listings.map((row) => row.placement_id);
  const mentorIds = listings.flatMap((row) => row.mentor_id ?? []);
  // Whoever said a year or more says all that a student of theirs would.
  const unsureIds = listings.flatMap((row) => ((row.experience_years ?? 0) === 0 ? (row.mentor_id ?? []) : []));
  const rows = await listAllOfPlacements(tx, { schoolId, districtId, placementIds, mentorIds, unsureIds });
  const about = {
    days: groupBy(rows.days, (row) => row.placement_id),
    interests: groupBy(rows.interests, (row) => row.placement_id),
    clearances: groupBy(rows.clearances, (row) => row.mentorId),
    withStudents: new Set(rows.withStudents.map((row) => row.mentor_id)),
    placesPerSeat: settings.placesPerSeat,
    types: clearanceKinds(settings.clearanceTypes).map(({ type }) => type),
    on,
  };
  return listings.map((row) => toPlacement(row, about));
}

interface OfListings extends Pick<Asked, "schoolId" | "districtId" | "listingIds"> {
  on: string;
  settings: Pick<SchoolSettings, "placesPerSeat" | "clearanceTypes">;
}

/**
 * How telling each interest is, from all published listings of the school, whichever are asked for: so a pair reads alike on
 * every page. Of thousands of listings this takes longer than all else about a pair, so a page reads it beside other things.
 */
export async function readIdf(tx: ScopeTx, schoolId: string): Promise<IdfSnapshot> {
  const { listings, carrying } = await countListingInterests(tx, schoolId);
  return idfOfCounts({ placements: listings, carrying });
}

/** What the school judges by now, with the ways to the places of the listings. */
export async function gatherContext(
  tx: ScopeTx,
  { schoolId, travelLimitMinutes, placements, idf }: OfContext,
): Promise<MatchContext> {
  const siteIds = placements.flatMap(({ siteId }) => siteId ?? []);
  return {
    weights: (await getCurrentWeights(tx, schoolId)).weights,
    idf,
    travelLimitMinutes,
    travelTable: toTable(await listTravelRows(tx, { schoolId, siteIds })),
    ownChoiceFirst: true,
    listInOrder: true,
    longestWay: true,
  };
}

interface OfContext extends Pick<Asked, "schoolId"> {
  travelLimitMinutes: number;
  placements: readonly PlacementEvidence[];
  idf: IdfSnapshot;
}

/**
 * What the engine may know about a school's students and listings, read in a handful of queries. Whoever asks is given the
 * same facts of a pair; what a reader may not see is left out where it is shown.
 */
export async function gatherEvidence(
  tx: ScopeTx,
  { schoolId, districtId, now, studentId, listingIds }: Asked,
): Promise<MatchEvidence> {
  const school = await getSchool(tx, schoolId);
  const settings = await getSettings(tx, schoolId);
  const { travelLimitMinutes } = settings;
  const on = civilDate(now, school.time_zone);
  const { students, restingIds } = await gatherStudents(tx, { schoolId, studentId, on });
  const placements = await gatherPlacements(tx, { schoolId, districtId, on, settings, listingIds });
  const idf = await readIdf(tx, schoolId);
  const context = await gatherContext(tx, { schoolId, travelLimitMinutes, placements, idf });
  return { students, placements, restingIds, context };
}

type Rows<F extends (...args: never[]) => unknown> =
  Awaited<ReturnType<F>> extends readonly (infer Row)[] ? Row : never;

type AllOfStudents = Awaited<ReturnType<typeof listAllOfStudents>>;
type AboutStudents = { [Name in Exclude<keyof AllOfStudents, "students">]: Map<string, AllOfStudents[Name]> } & {
  on: string;
};

function toStudent(row: AllOfStudents["students"][number], about: AboutStudents): StudentEvidence {
  const pursuits = about.pursuits.get(row.id) ?? [];
  const met = (about.met.get(row.id) ?? []).map((pair) => pair.mentor_id);
  const inState = (...states: string[]) =>
    pursuits.filter((pursuit) => states.includes(pursuit.state)).map((pursuit) => pursuit.listing_id);
  return {
    id: row.id,
    interests: (about.interests.get(row.id) ?? []).map((tag) => ({
      interestId: tag.interest_id,
      strength: tag.strength as 1 | 2 | 3,
      liked: tag.liked,
    })),
    weekdays: row.weekdays,
    grade: row.grade,
    ageYears: row.born_on === null ? null : ageOn(row.born_on, about.on),
    area: row.latitude === null || row.longitude === null ? null : { lat: row.latitude, lon: row.longitude },
    areaId: row.area_id,
    travelModes: row.travel_modes as TravelMode[],
    travelLimitMinutes: row.travel_limit_minutes,
    languages: row.languages,
    goalInterestIds: interestsInText(row.goals).map((found) => found.interestId),
    wishedListingIds: (about.wishes.get(row.id) ?? []).map((wish) => wish.listing_id),
    requestedListingIds: inState("requested"),
    // Nothing that a student or the staff do moves it, so that asking for a place costs no tie.
    waitingSince: `${row.entered_on}T00:00:00.000Z`,
    familyForbiddenMentorIds: (about.forbidden.get(row.id) ?? []).map((pair) => pair.mentor_id),
    ...(met.length > 0 && { metMentorIds: met }),
    currentSeatListingIds: inState("suggested", "approved", "contacted", "offered", "accepted"),
  };
}

type AllOfPlacements = Awaited<ReturnType<typeof listAllOfPlacements>>;

interface AboutListings {
  days: Map<string, AllOfPlacements["days"]>;
  interests: Map<string, AllOfPlacements["interests"]>;
  clearances: Map<string, AllOfPlacements["clearances"]>;
  /** Mentors who have had a student of the school, of those for whom it says more than they did. */
  withStudents: ReadonlySet<string>;
  placesPerSeat: number;
  /** The background checks that the school asks for. */
  types: readonly string[];
  on: string;
}

function toPlacement(row: Rows<typeof listListingRows>, about: AboutListings): PlacementEvidence {
  const located = row.latitude !== null && row.longitude !== null;
  const taken = Number(row.seats_taken ?? 0);
  const days = about.days.get(row.placement_id) ?? [];
  const seats = seatsWithin(roomOf(row), { seats: seatsToOffer(row.seats, days), taken });
  const left = daysLeft({ startsOn: row.starts_on, endsOn: row.ends_on }, about.on);
  return {
    listingId: row.id,
    placementId: row.placement_id,
    kind: row.kind as PlacementKind,
    leadMentor: isSuspended(row) ? null : toMentor(row, about),
    ...(isSuspended(row) && row.mentor_id !== null && { suspendedLeadId: row.mentor_id }),
    interests: (about.interests.get(row.placement_id) ?? []).map((tag) => tag.interest_id),
    weekdays: days.map((day) => ({
      weekday: day.weekday,
      seats: day.seats,
      startMinute: minuteOf(day.starts_at),
      endMinute: minuteOf(day.ends_at),
    })),
    openPursuitPlaces: placeCount(seats, about.placesPerSeat) - Number(row.places_taken ?? 0),
    openSeats: seats - taken,
    minimumGrade: row.minimum_grade,
    maximumGrade: row.maximum_grade,
    minimumAge: row.minimum_age,
    location: located
      ? { lat: row.latitude ?? 0, lon: row.longitude ?? 0, approximate: row.located_by !== "pin" }
      : null,
    siteId: row.site_id,
    mode: (row.mode ?? "on_site") as PlacementEvidence["mode"],
    languages: row.languages,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    ...(left && { daysLeft: left }),
    published: row.state === "published",
  };
}

const isSuspended = ({ mentor_suspended_at }: Rows<typeof listListingRows>) => mentor_suspended_at !== null;

/** Students with a seat at any listing of the mentor count, whichever it is. */
function roomOf({ students_at_once, mentor_seats_taken }: Rows<typeof listListingRows>): number | null {
  return roomLeft({ atOnce: students_at_once, held: Number(mentor_seats_taken ?? 0) });
}

function toMentor(row: Rows<typeof listListingRows>, about: AboutListings): MentorEvidence | null {
  if (row.mentor_id === null) return null;
  const clearances = about.clearances.get(row.mentor_id) ?? [];
  const room = roomOf(row);
  return {
    id: row.mentor_id,
    interests: row.mentor_interests ?? [],
    languages: row.mentor_languages ?? [],
    experienceYears: yearsWithStudents({
      said: row.experience_years,
      hasHadStudents: about.withStudents.has(row.mentor_id),
    }),
    ...(room !== null && { room }),
    cleared: clearedBy(
      askedFor(clearances, about.types),
      clearedUntil({ kind: row.kind, endsOn: row.ends_on }, about.on),
    ),
  };
}

function toTable(rows: Rows<typeof listTravelRows>[]): TravelTable {
  const byWay = groupBy(rows, (row) => travelKey(row.area_id, row.site_id));
  return Object.fromEntries([...byWay].map(([way, lines]) => [way, lines.map(toTravelRow)]));
}

function toTravelRow(row: Rows<typeof listTravelRows>): TravelRow {
  return {
    mode: row.mode as TravelMode,
    minutes: row.minutes,
    fromMinute: minuteOf(row.arrive_from),
    toMinute: minuteOf(row.arrive_to),
  };
}
