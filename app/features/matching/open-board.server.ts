import type { Actor } from "~/domain/actor";
import { groupBy } from "~/domain/group-by";
import type { Explanation } from "~/domain/matching/explain";
import type { MatchFlag } from "~/domain/matching/flags";
import type { RestingLock } from "~/domain/matching/locks-that-hold";
import type { Mode } from "~/domain/matching/mode";
import { countsOf, countsSince } from "~/domain/matching/plan-counts";
import type { PlanAudit, UnmatchedStudent } from "~/domain/matching/plan-types";
import { stateOnBoard } from "~/domain/matching/state-on-board";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { findNewestRun, listListingTitles, listMatches, listStudentNames } from "~db/matches.server";
import { listRulings } from "~db/pair-rulings.server";
import { listPlanPauses } from "~db/plan-pauses.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { decidedBesidePlan } from "./beside-the-plan.server";
import { newsOf } from "./list-board-news.server";
import { heldApprovals, takenBack, toRuling } from "./list-decisions.server";
import type { PlanNames } from "./plan-names.server";
import { toPair } from "./ruled-pair.server";
import { pairKey, type Standing, whereStudentsStand } from "./where-students-stand.server";

interface Summary {
  audit?: PlanAudit;
  unmatched?: UnmatchedStudent[];
  settled?: number;
  approved?: number;
  resting?: RestingLock[];
  failure?: string;
}

/** The match board: the newest finished plan, what it could not place, what coordinators settled, and a run under way. */
export async function openBoard(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const newest = await findNewestRun(tx, { schoolId });
    const finished = await findNewestRun(tx, { schoolId, state: "finished" });
    const summary = (finished?.summary ?? {}) as Summary;
    const students = await listStudentNames(tx, schoolId);
    const names = new Map(students.map((student) => [student.id, student.full_name]));
    const rulings = await listRulings(tx, { schoolId });
    const rulingOf = new Map(rulings.map((row) => [`${row.student_id} ${row.listing_id}`, toRuling(row)]));
    const matches = finished ? await listMatches(tx, { schoolId, runId: finished.id }) : [];
    const resting = summary.resting ?? [];
    const held = await heldApprovals(tx, actor);
    const mode = (finished?.mode ?? "balanced") as Mode;
    const listings = await listListingTitles(tx, schoolId);
    const now = wiring.clock.now();
    const studentIds = students.map(({ id }) => id);
    const leftIds = students.flatMap(({ id, left_on }) => (left_on === null ? [] : id));
    const left = new Set(leftIds);
    const standing = await whereStudentsStand(tx, { schoolId, mode, studentIds, leftIds, listings, now });
    const rows = byStudent(matches).map((match) => ({ ...match, ...asItStands(match, standing) }));
    const inPlan = new Set(matches.flatMap((match) => (IN_PLAN.includes(match.state) ? match.student_id : [])));
    const { decided } = standing;
    const proposed = matches.map(toPair);
    return done({
      decidedSince: finished ? await decidedBesidePlan(tx, { schoolId, run: finished, decided, resting, proposed }) : 0,
      running: newest && newest.state !== "finished" ? underWay(newest) : null,
      finishedAt: finished?.finished_at ?? null,
      mode,
      counts: countsNow(summary, { rows, standing }),
      resting,
      matches: rows.map((match) => ({
        ofStudent: match.ofStudent,
        id: match.id,
        studentId: match.student_id,
        student: match.student_full_name,
        listingId: match.listing_id,
        title: match.title,
        organisation: match.organisation_name,
        mentor: match.mentor_name,
        score: { score: match.score, forStudent: match.for_student, forPlacement: match.for_placement },
        state: match.state,
        hasAsked: match.hasAsked,
        stops: match.stops,
        /** Read where it is shown. */
        get explanation() {
          return match.reasons_text === null ? null : (JSON.parse(match.reasons_text) as Explanation | null);
        },
        putBack: match.state === "proposed" ? match.hold_fault : null,
        notes: (match.blockers as { code: string }[]).map((note) => note.code),
        flags: match.flags as MatchFlag[],
        ruling: rulingOf.get(`${match.student_id} ${match.listing_id}`) ?? null,
      })),
      held,
      takenBack: (await takenBack(tx, { schoolId })).filter(
        ({ studentId, fault }) => fault !== null || !(inPlan.has(studentId) || standing.busy.has(studentId)),
      ),
      news: await newsOf(tx, actor, now),
      unmatched: (summary.unmatched ?? []).flatMap((student) => {
        const name = names.get(student.studentId);
        return name && !standing.stops.has(student.studentId)
          ? [{ id: student.studentId, name, reason: student.reason, failing: student.failing }]
          : [];
      }),
      rulings: rulings
        .filter(({ ruling, student_id }) => ruling !== "released" && !left.has(student_id))
        .map((row) => ({
          studentId: row.student_id,
          listingId: row.listing_id,
          student: row.student_full_name,
          title: row.title,
          ...toRuling(row),
          rests: resting.find((lock) => lock.studentId === row.student_id && lock.listingId === row.listing_id)?.reason,
        }))
        .reverse(),
      students: students
        .filter(({ id }) => !left.has(id))
        .map((student) => ({ id: student.id, name: student.full_name, grade: student.grade }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      listings: await publishedListings(tx, { schoolId, listings }),
      timeZone: school.time_zone,
    });
  });
}

/** The pairs of a student together, where a slate gives them several, in the order of the best of each; with their number. */
function byStudent<Row extends { student_id: string }>(rows: readonly Row[]) {
  return [...groupBy(rows, ({ student_id }) => student_id).values()].flatMap((own) =>
    own.map((row, at) => ({ ...row, ofStudent: { at: at + 1, of: own.length } })),
  );
}

/** A proposal is for who looks; what a student asked for can be approved whatever else they have. */
function asItStands(
  match: { state: string; student_id: string; listing_id: string },
  { asked, pursued, stops }: Standing,
) {
  const key = pairKey(match);
  const state = stateOnBoard({ state: match.state, isPursued: pursued.has(key) });
  const hasAsked = asked.has(key);
  const isOffered = state === "proposed" && !hasAsked;
  return { state, hasAsked, stops: isOffered ? (stops.get(match.student_id) ?? null) : null };
}

/** Where everybody stands by now; null where no plan counted them. */
function countsNow(
  { audit, unmatched = [], ...summary }: Summary,
  {
    rows,
    standing: { stops },
  }: { rows: readonly { student_id: string; state: string; hasAsked: boolean }[]; standing: Standing },
) {
  if (!audit) return null;
  const open = new Set(rows.flatMap((row) => (row.state === "proposed" && row.hasAsked ? row.student_id : [])));
  const proposedIds = rows.map((row) => row.student_id).filter((id) => !open.has(id));
  const withoutPlaceIds = unmatched.map(({ studentId }) => studentId);
  return countsSince(countsOf(audit, { settled: 0, approved: 0, ...summary }), { proposedIds, withoutPlaceIds, stops });
}

const IN_PLAN = ["proposed", "held", "approved"];

async function publishedListings(
  tx: ScopeTx,
  { schoolId, listings }: { schoolId: string } & Pick<PlanNames, "listings">,
) {
  const pauses = new Map((await listPlanPauses(tx, { schoolId })).map((pause) => [pause.listing_id, pause]));
  return listings
    .filter((listing) => listing.state === "published")
    .map((listing) => {
      const pause = pauses.get(listing.id);
      const leftOut = pause ? { reason: pause.reason, by: pause.paused_by_name, at: pause.paused_at } : null;
      return { id: listing.id, title: listing.title, organisation: listing.organisation_name, leftOut };
    })
    .sort((a, b) => a.title.localeCompare(b.title));
}

/** A run that is made, waits or failed, and why. */
function underWay({ state, progress, summary }: { state: string; progress: number; summary: unknown }) {
  return { state, progress, failure: (summary as Summary).failure };
}
