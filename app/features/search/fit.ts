import type { MatchContext } from "~/domain/matching/context";
import { factsOf } from "~/domain/matching/eligibility";
import type { PlacementEvidence, StudentEvidence } from "~/domain/matching/evidence";
import { type CautionCode, explain, type FitWord, type ReasonCode, type Saying } from "~/domain/matching/explain";
import { type BlockerCode, findingsFor, type NoteCode } from "~/domain/matching/findings";
import { matchPair } from "~/domain/matching/pair";
import { scoreOf } from "~/domain/matching/score";
import { sharesOf } from "~/domain/matching/shares";
import type { PlacementKind } from "~/domain/pursuit/gates";
import { ageOn, minuteOf } from "~/domain/time";
import type { ListingForSearch, StudentTastes } from "~db/search-rows.server";
import type { ListingPlaces } from "./listing-places";

/** Why a placement fits a student, in the engine's codes; the page turns them into sentences. */
export interface Fit {
  /** Null where something stands in the way: such a pair has no score. */
  word: FitWord | null;
  reasons: Saying<ReasonCode>[];
  caution: Saying<CautionCode> | null;
  blockers: Saying<BlockerCode | "not_available">[];
  unknown: Saying<NoteCode | "not_available">[];
}

interface Asked {
  student: StudentEvidence;
  placement: PlacementEvidence;
  context: MatchContext;
}

/** Judges one pair as the student may read it. What stands in the way never hides a placement, it is said. */
export function fitFor({ student, placement, context }: Asked): Fit {
  const { eligibility } = matchPair(student, placement, context);
  const facts = factsOf(student, placement, context);
  const score = scoreOf(sharesOf(student, placement, { facts, context }), context.weights);
  const said = explain({ student, placement, facts, score, weights: context.weights });
  return {
    word: eligibility.eligible ? said.word : null,
    // What the student saved or asked for is no news to them.
    reasons: said.reasons.filter(({ code }) => code !== "student_asked" && code !== "student_starred"),
    caution: said.caution,
    blockers: findingsFor("student", eligibility.blockers),
    unknown: findingsFor("student", eligibility.notes).filter(({ code }) => code !== "not_available"),
  };
}

/** A student as the engine knows them on a civil date. */
export function studentEvidence(row: StudentTastes, on: string): StudentEvidence {
  return {
    id: row.id,
    interests: row.interests.map(({ interest_id, strength, liked }) => ({
      interestId: interest_id,
      strength: strength as 1 | 2 | 3,
      liked,
    })),
    weekdays: row.weekdays,
    grade: row.grade,
    ageYears: row.born_on === null ? null : ageOn(row.born_on, on),
    area: row.latitude === null || row.longitude === null ? null : { lat: row.latitude, lon: row.longitude },
    travelLimitMinutes: row.travel_limit_minutes,
    languages: row.languages,
    wishedListingIds: [],
    requestedListingIds: [],
    waitingSince: `${row.entered_on}T00:00:00Z`,
    familyForbiddenMentorIds: [],
    currentSeatListingIds: [],
  };
}

export function placementEvidence(row: ListingForSearch, places: ListingPlaces): PlacementEvidence {
  const hasPoint = row.latitude !== null && row.longitude !== null;
  return {
    listingId: row.listing_id,
    placementId: row.placement_id,
    kind: row.kind as PlacementKind,
    leadMentor: row.lead_mentor_id
      ? {
          id: row.lead_mentor_id,
          interests: row.mentor_interests ?? [],
          languages: row.mentor_languages ?? [],
          experienceYears: row.experience_years,
          cleared: "unknown",
        }
      : null,
    interests: row.interests ?? [],
    weekdays: (row.days ?? []).map((day) => ({
      weekday: day.weekday,
      seats: day.seats,
      startMinute: minuteOf(day.starts_at),
      endMinute: minuteOf(day.ends_at),
    })),
    openPursuitPlaces: places.openPlaces,
    openSeats: places.openSeats,
    minimumGrade: row.minimum_grade,
    maximumGrade: row.maximum_grade,
    minimumAge: row.minimum_age,
    location: hasPoint
      ? { lat: Number(row.latitude), lon: Number(row.longitude), approximate: row.located_by === "area" }
      : null,
    mode: (row.site_mode ?? "on_site") as PlacementEvidence["mode"],
    languages: row.languages,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    published: row.state === "published",
  };
}
