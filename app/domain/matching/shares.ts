import { similarityOf } from "../interest/related";
import type { MatchContext } from "./context";
import type { PairFacts } from "./eligibility";
import type { PlacementEvidence, StudentEvidence } from "./evidence";
import { dislikeOf, type FitRules, studentFit, type Tastes, tastesOf, wantedFit } from "./interest-fit";
import { placeOnList } from "./own-list";
import { type PlacementPart, type StudentPart, WHOLE } from "./weights";

/** A datum that was not there; its part counts neutrally. */
export type MissingDatum =
  | "wishes"
  | "student_interests"
  | "placement_interests"
  | "mentor"
  | "mentor_interests"
  | "mentor_experience"
  | "goals"
  | "days"
  | "location"
  | "languages";

/** How much of a part's weight a pair earns, 0..10000, and what was missing for judging it. */
export interface Share {
  share: number;
  missing: MissingDatum | null;
}

export interface PairShares {
  student: Record<StudentPart, Share>;
  placement: Record<PlacementPart, Share>;
  /** 0..10000 of the weight for dislikes, taken off. */
  dislikes: number;
}

export const NEUTRAL = 5000;
/** Lower than what the weakest shared interest earns (4900), so that naming a shared interest never lowers a score. */
export const NEUTRAL_INTERESTS = 4000;
/** A student with wishes did not say no to what they did not star: they may not have seen it. */
const NOT_STARRED = 2500;
/** No place of a list is worth less, and half of what the first has above it is left at the fifth: chosen. */
const LAST_WISH = 5000;
const HALF_AT = 4;
/** By this much each place of a list fell where an input has no `listInOrder`. */
const WISH_STEP = 1000;
/** Being talked to through somebody else is possible; staff help (the accommodation task). */
const NO_COMMON_LANGUAGE = 3000;
const FIRST_TIME_MENTOR = 4000;
const PER_YEAR_OF_EXPERIENCE = 1200;

/** Both directions of a pair, part by part. Missing data is neutral and named, never zero. */
export function sharesOf(
  student: StudentEvidence,
  placement: PlacementEvidence,
  { facts, context }: { facts: PairFacts; context: MatchContext },
): PairShares {
  const tastes = tastesOf(student);
  const rules: FitRules = { idf: context.idf, related: context.weights.related };
  return {
    student: {
      wish: wishShare(student, placement, context),
      interests: interestShare(tastes, placement, rules),
      travel: travelShare(placement, facts),
      days: daysShare(placement, facts),
      goals: goalShare(student, placement, tastes),
      language: languageShare(student, placement, facts),
      continuity: continuityShare(student, placement),
    },
    placement: {
      wanted: answeredShare(tastes, placement.interests, { rules, missing: "placement_interests" }),
      mentor: mentorShare(tastes, placement, rules),
      experience: experienceShare(placement),
      days: daysShare(placement, facts),
    },
    dislikes: dislikeOf(tastes, placement.interests),
  };
}

const known = (share: number): Share => ({ share, missing: null });
const neutral = (missing: MissingDatum, share = NEUTRAL): Share => ({ share, missing });

/** All of it at the first place of the student's list, less at each further one, and never less than at its end. */
export function wishShare(
  student: StudentEvidence,
  { listingId }: Pick<PlacementEvidence, "listingId">,
  context: Pick<MatchContext, "listInOrder">,
): Share {
  const place = placeOnList(student, listingId, context);
  if (place < 0) return unwishedShare(student);
  return known(context.listInOrder ? listedShare(place) : Math.max(LAST_WISH, WHOLE - WISH_STEP * place));
}

function listedShare(place: number): number {
  return LAST_WISH + Math.floor(((WHOLE - LAST_WISH) * HALF_AT) / (HALF_AT + place));
}

/** What a listing counts that the student neither starred nor asked for. */
export function unwishedShare({ wishedListingIds, requestedListingIds }: StudentEvidence): Share {
  const saidNothing = wishedListingIds.length === 0 && requestedListingIds.length === 0;
  return saidNothing ? neutral("wishes") : known(NOT_STARRED);
}

function interestShare(tastes: Tastes, { interests }: PlacementEvidence, rules: FitRules): Share {
  if (interests.length === 0) return neutral("placement_interests", NEUTRAL_INTERESTS);
  if (tastes.liked.length === 0) return neutral("student_interests", NEUTRAL_INTERESTS);
  return known(studentFit(tastes, interests, rules));
}

function answeredShare(
  tastes: Tastes,
  tags: readonly string[],
  { rules, missing }: { rules: FitRules; missing: MissingDatum },
): Share {
  if (tags.length === 0) return neutral(missing, NEUTRAL_INTERESTS);
  if (tastes.liked.length === 0) return neutral("student_interests", NEUTRAL_INTERESTS);
  return known(wantedFit(tastes, tags, rules));
}

function mentorShare(tastes: Tastes, { leadMentor }: PlacementEvidence, rules: FitRules): Share {
  if (!leadMentor) return neutral("mentor", NEUTRAL_INTERESTS);
  return answeredShare(tastes, leadMentor.interests, { rules, missing: "mentor_interests" });
}

function travelShare({ mode }: PlacementEvidence, { travel, travelLimitMinutes }: PairFacts): Share {
  if (mode === "remote") return known(WHOLE);
  if (!travel || travelLimitMinutes <= 0) return neutral("location");
  return known(shareOfLimit(travel.minutes, travelLimitMinutes));
}

/** Nothing at the limit and beyond, all of it next door. */
export function shareOfLimit(minutes: number, limitMinutes: number): number {
  return Math.max(0, Math.floor(WHOLE - (WHOLE * minutes) / limitMinutes));
}

/** The share of the placement's days the student can come; for a single visit one common day is all it takes. */
export function daysShare(
  { kind }: PlacementEvidence,
  { daysKnown, commonDays, placementDays }: Pick<PairFacts, "daysKnown" | "commonDays" | "placementDays">,
): Share {
  if (!daysKnown) return neutral("days");
  const single = kind === "shadow_day" || kind === "informational_interview";
  if (single && commonDays.length > 0) return known(WHOLE);
  return known(Math.floor((WHOLE * commonDays.length) / placementDays.length));
}

/** Goals only add: half for goals that say nothing about this placement, up to all of it for one that is its theme. */
function goalShare(student: StudentEvidence, { interests }: PlacementEvidence, tastes: Tastes): Share {
  const goals = student.goalInterestIds ?? [];
  if (goals.length === 0) return neutral("goals");
  let nearest = 0;
  for (const tag of interests)
    if (!tastes.disliked.has(tag)) for (const goal of goals) nearest = Math.max(nearest, similarityOf(goal, tag));
  return known(shareOfNearest(nearest));
}

export function shareOfNearest(similarity: number): number {
  return NEUTRAL + Math.floor(((WHOLE - NEUTRAL) * similarity) / WHOLE);
}

export function languageShare(
  student: Pick<StudentEvidence, "languages">,
  placement: PlacementEvidence,
  { commonLanguages }: Pick<PairFacts, "commonLanguages">,
): Share {
  if (student.languages.length === 0 || placement.languages.length === 0) return neutral("languages");
  return known(commonLanguages.length > 0 ? WHOLE : NO_COMMON_LANGUAGE);
}

/** Knowing the mentor from a visit adds; not knowing them yet says nothing. */
export function continuityShare(student: StudentEvidence, { leadMentor }: PlacementEvidence): Share {
  const hasMet = leadMentor !== null && (student.metMentorIds ?? []).includes(leadMentor.id);
  return known(hasMet ? WHOLE : NEUTRAL);
}

export function experienceShare({ leadMentor }: PlacementEvidence): Share {
  if (!leadMentor) return neutral("mentor");
  if (leadMentor.experienceYears === null) return neutral("mentor_experience");
  return known(Math.min(WHOLE, FIRST_TIME_MENTOR + PER_YEAR_OF_EXPERIENCE * Math.floor(leadMentor.experienceYears)));
}
