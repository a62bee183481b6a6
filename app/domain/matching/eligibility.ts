import { type PlacementKind, PURSUED_KINDS } from "../pursuit/gates";
import { daysWithSeats } from "../pursuit/places";
import type { MatchContext } from "./context";
import { hasDayLeft } from "./days-left";
import type { PlacementDay, PlacementEvidence, StudentEvidence } from "./evidence";
import type { BlockerCode, Datum, Finding, NoteCode } from "./findings";
import { type Travel, travelOf } from "./travel";

export type CheckName =
  | "published"
  | "mentor"
  | "place"
  | "kind"
  | "grade"
  | "age"
  | "days"
  | "end"
  | "travel"
  | "seat"
  | "pair";

/** One constraint of a pair, for a tick with its datum. `unknown` never excludes. */
export interface Check {
  check: CheckName;
  state: "met" | "unmet" | "unknown";
  data: Datum;
}

export interface Eligibility {
  eligible: boolean;
  checks: Check[];
  /** Empty when eligible. */
  blockers: Finding<BlockerCode>[];
  notes: Finding<NoteCode>[];
}

/** What both eligibility and score need of a pair, measured once. */
export interface PairFacts {
  commonDays: readonly number[];
  placementDays: readonly number[];
  daysKnown: boolean;
  travel: Travel | null;
  travelLimitMinutes: number;
  commonLanguages: readonly string[];
}

/** No covered employment below this age (FLSA; 29 CFR 570.2); service learning, visits and interviews stay open. */
const MINIMUM_INTERNSHIP_AGE = 14;
/** Grades 6 to 8 do service learning, visits and interviews; internships begin in grade 9 (section 5 of the domain). */
const FIRST_GRADE: Readonly<Partial<Record<PlacementKind, number>>> = {
  internship: 9,
  shadow_day: 6,
  informational_interview: 6,
  service_learning: 6,
};

/**
 * Whether a student may be matched with a listing, every constraint with its datum. Missing data never excludes, nor
 * do language, disability or a clearance that is still open: those become notes (gates and tasks of the pursuit). A check of the
 * lead mentor that came back and did not clear excludes.
 */
export function eligibilityOf(student: StudentEvidence, placement: PlacementEvidence, facts: PairFacts): Eligibility {
  const checks: Check[] = [];
  const blockers: Finding<BlockerCode>[] = [];
  const judge = (check: CheckName, verdict: Verdict) => {
    checks.push({ check, state: verdict.state, data: verdict.data });
    if (verdict.state === "unmet") blockers.push({ code: verdict.code, data: verdict.data });
  };
  for (const [check, verdict] of standingVerdicts(student, placement)) judge(check, verdict);
  judge("days", daysVerdict(facts));
  judge("end", endVerdict(student, placement, facts));
  judge("travel", travelVerdict(placement, facts));
  judge("seat", student.currentSeatListingIds.includes(placement.listingId) ? unmet("already_there", {}) : met({}));
  judge("pair", isForbidden(student, placement) ? unmet("forbidden_pair", {}) : met({}));
  return { eligible: blockers.length === 0, checks, blockers, notes: notesOf(student, placement, facts) };
}

/** Whether its lead, kind, grade and age leave a placement open to a student, before days, ways and persons. */
export function isOpenTo(student: Standing, placement: PlacementEvidence): boolean {
  return standingVerdicts(student, placement).every(([, { state }]) => state !== "unmet");
}

/**
 * What keeps a student from a placement for their safety until somebody decides about the person. No reason of a coordinator
 * about a pair outweighs it. A check that did not clear (`mentor_not_clear`) is none of these: a lock with a reason may stand
 * against it, and the gate of an internship holds the start (decision 100).
 */
export const SAFEGUARDS = ["mentor_suspended", "forbidden_pair"] as const satisfies readonly BlockerCode[];
export type Safeguard = (typeof SAFEGUARDS)[number];

/** Of a suspended lead mentor, and of a relative or household member until a coordinator decided; null where neither stands. */
export function safeguardOf(student: StudentEvidence, placement: PlacementEvidence): Safeguard | null {
  if (placement.suspendedLeadId !== undefined) return "mentor_suspended";
  return isForbidden(student, placement) ? "forbidden_pair" : null;
}

type Standing = Pick<StudentEvidence, "grade" | "ageYears">;

function standingVerdicts(student: Standing, placement: PlacementEvidence): [CheckName, Verdict][] {
  return [
    ["published", placement.published ? met({}) : unmet("not_published", {})],
    ["mentor", mentorVerdict(placement)],
    ["place", placeVerdict(placement)],
    ["kind", kindVerdict(student, placement)],
    ["grade", gradeVerdict(student, placement)],
    ["age", ageVerdict(student, placement)],
  ];
}

/** Days, travel and languages of a pair. */
export function factsOf(student: StudentEvidence, placement: PlacementEvidence, context: MatchContext): PairFacts {
  const days = daysOf(student, placement);
  return {
    ...days,
    travel: wayOf(student, placement, { context, commonDays: days.commonDays }),
    travelLimitMinutes: student.travelLimitMinutes ?? context.travelLimitMinutes,
    commonLanguages: commonLanguagesOf(student, placement),
  };
}

/** Days without seats do not count. */
export function daysOf(
  { weekdays }: Pick<StudentEvidence, "weekdays">,
  placement: PlacementEvidence,
): Pick<PairFacts, "placementDays" | "commonDays" | "daysKnown"> {
  const placementDays = [...new Set(openDays(placement).map((day) => day.weekday))].sort();
  const commonDays = placementDays.filter((day) => weekdays.includes(day));
  return { placementDays, commonDays, daysKnown: placementDays.length > 0 && weekdays.length > 0 };
}

function openDays({ weekdays }: PlacementEvidence): PlacementDay[] {
  return daysWithSeats(weekdays);
}

/**
 * The way there for the times the student has to be there; a remote placement has none. A seat is one on all days that both
 * share, so the day with the longest way decides; what the table says comes before a guess, which excludes nobody.
 */
export function wayOf(
  student: Parameters<typeof travelOf>[0],
  placement: PlacementEvidence,
  { context, commonDays }: { context: WayRules; commonDays: readonly number[] },
): Travel | null {
  if (placement.mode === "remote") return null;
  const { travelTable: table, longestWay } = context;
  const begins = arrivalsOf(openDays(placement), commonDays);
  const [earliest = null] = begins;
  // A distance is the same at every hour.
  const arrivals = table && longestWay && begins.length > 1 ? begins : [earliest];
  const ways = arrivals.flatMap((arrivalMinute) => travelOf(student, placement, { table, arrivalMinute }) ?? []);
  const certainty = (way: Travel) => (isGuess(placement, way) ? 1 : 0);
  const [decisive = null] = ways.sort((a, b) => certainty(a) - certainty(b) || b.minutes - a.minutes);
  return decisive;
}

/** What of a run's context a way is judged by. */
export type WayRules = Pick<MatchContext, "travelTable" | "longestWay">;

/** What is known of the languages at a place: the placement's own, and those of whoever leads there. */
interface HostLanguages {
  languages: readonly string[];
  leadMentor: { languages: readonly string[] } | null;
}

/** Whether nobody there is known to speak a language of the student. It excludes nobody; staff arrange what helps. */
export function needsLanguageSupport(student: Pick<StudentEvidence, "languages">, host: HostLanguages): boolean {
  const areKnown = student.languages.length > 0 && host.languages.length > 0;
  return areKnown && commonLanguagesOf(student, host).length === 0;
}

export function commonLanguagesOf(
  { languages }: Pick<StudentEvidence, "languages">,
  placement: HostLanguages,
): string[] {
  const spoken = new Set([...placement.languages, ...(placement.leadMentor?.languages ?? [])]);
  return [...new Set(languages)].filter((language) => spoken.has(language)).sort();
}

/** When the student has to be there, the earliest first: the beginnings on the days both share, else on any day. */
function arrivalsOf(open: readonly PlacementDay[], commonDays: readonly number[]): number[] {
  const shared = open.filter(({ weekday }) => commonDays.includes(weekday));
  const begins = (shared.length > 0 ? shared : open).map(({ startMinute }) => startMinute);
  return [...new Set(begins)].sort((a, b) => a - b);
}

type Verdict = { state: "met" | "unknown"; data: Datum } | { state: "unmet"; code: BlockerCode; data: Datum };
const met = (data: Datum): Verdict => ({ state: "met", data });
const unknown = (data: Datum): Verdict => ({ state: "unknown", data });
const unmet = (code: BlockerCode, data: Datum): Verdict => ({ state: "unmet", code, data });

function mentorVerdict({ suspendedLeadId, leadMentor }: PlacementEvidence): Verdict {
  if (suspendedLeadId !== undefined) return unmet("mentor_suspended", {});
  return leadMentor?.cleared === "not_clear" ? unmet("mentor_not_clear", {}) : met({});
}

function placeVerdict({ openPursuitPlaces, openSeats }: PlacementEvidence): Verdict {
  const data = { openPursuitPlaces: Math.max(0, openPursuitPlaces), openSeats: Math.max(0, openSeats) };
  return openPursuitPlaces > 0 && openSeats > 0 ? met(data) : unmet("no_open_place", data);
}

function kindVerdict(student: Standing, { kind }: PlacementEvidence): Verdict {
  const pursued: readonly PlacementKind[] = PURSUED_KINDS;
  if (!pursued.includes(kind)) return unmet("kind_not_pursued", { kind });
  const first = FIRST_GRADE[kind] ?? 1;
  if (student.grade < first) return unmet("kind_not_for_grade", { kind, grade: student.grade, fromGrade: first });
  return met({ kind });
}

function gradeVerdict({ grade }: Standing, { minimumGrade, maximumGrade }: PlacementEvidence): Verdict {
  const data = { grade, minimumGrade, maximumGrade };
  return grade >= minimumGrade && grade <= maximumGrade ? met(data) : unmet("grade_out_of_range", data);
}

function ageVerdict({ ageYears }: Standing, placement: PlacementEvidence): Verdict {
  const minimumAge = minimumAgeOf(placement);
  if (ageYears === null) return minimumAge > 0 ? unknown({ minimumAge }) : met({ minimumAge });
  const data = { age: ageYears, minimumAge };
  return ageYears >= minimumAge ? met(data) : unmet("too_young", data);
}

function minimumAgeOf({ kind, minimumAge }: PlacementEvidence): number {
  return kind === "internship" ? Math.max(minimumAge, MINIMUM_INTERNSHIP_AGE) : minimumAge;
}

function daysVerdict({ daysKnown, commonDays, placementDays }: PairFacts): Verdict {
  const data = { common: commonDays.length, of: placementDays.length, days: commonDays, placementDays };
  if (!daysKnown) return unknown(data);
  return commonDays.length > 0 ? met(data) : unmet("no_common_day", data);
}

function endVerdict(student: StudentEvidence, placement: PlacementEvidence, facts: PairFacts): Verdict {
  const data: Datum = placement.endsOn === null ? {} : { endsOn: placement.endsOn };
  return hasDayLeft(student, placement, facts) ? met(data) : unmet("no_day_left", data);
}

function travelVerdict(placement: PlacementEvidence, { travel, travelLimitMinutes }: PairFacts): Verdict {
  if (placement.mode === "remote") return met({ remote: "yes" });
  if (!travel) return unknown({ limitMinutes: travelLimitMinutes });
  const data = { ...wayData(travel), limitMinutes: travelLimitMinutes };
  if (travel.minutes <= travelLimitMinutes) return met(data);
  return isGuess(placement, travel) ? unknown(data) : unmet("too_far", data);
}

/** A way as a sentence needs it: how long, by what means, and whether a distance alone says so. */
export function wayData({ minutes, mode, source }: Travel) {
  return { minutes, mode, source };
}

/** A distance from a place that is itself only about right excludes nobody. */
export function isGuess({ location }: PlacementEvidence, { source }: Travel): boolean {
  return source === "distance" && location?.approximate === true;
}

function isForbidden(student: StudentEvidence, { leadMentor, suspendedLeadId }: PlacementEvidence): boolean {
  const leadId = leadMentor?.id ?? suspendedLeadId;
  return leadId !== undefined && student.familyForbiddenMentorIds.includes(leadId);
}

/** Whether nobody leads there. A lead who is suspended is somebody, and stands in the way by that. */
export function hasNoLead({ leadMentor, suspendedLeadId }: PlacementEvidence): boolean {
  return leadMentor === null && suspendedLeadId === undefined;
}

function notesOf(student: StudentEvidence, placement: PlacementEvidence, facts: PairFacts): Finding<NoteCode>[] {
  const notes: Finding<NoteCode>[] = [];
  const note = (code: NoteCode, data: Datum = {}) => notes.push({ code, data });
  const { leadMentor } = placement;
  if (hasNoLead(placement)) note("no_mentor");
  else if (leadMentor && leadMentor.cleared !== "valid" && leadMentor.cleared !== "not_clear")
    note(`clearance_${leadMentor.cleared}`);
  if (needsLanguageSupport(student, placement)) note("language_support", { languages: [...student.languages].sort() });
  if (student.ageYears === null && minimumAgeOf(placement) > 0)
    note("age_unknown", { minimumAge: minimumAgeOf(placement) });
  if (!facts.daysKnown) note("days_unknown");
  if (placement.mode !== "remote" && !facts.travel) note("location_unknown");
  if (facts.travel && isGuess(placement, facts.travel) && facts.travel.minutes > facts.travelLimitMinutes)
    note("may_be_far", { ...wayData(facts.travel), limitMinutes: facts.travelLimitMinutes });
  return notes;
}
