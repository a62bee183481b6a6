import type { Actor } from "~/domain/actor";
import { groupBy } from "~/domain/group-by";
import type { Explanation } from "~/domain/matching/explain";
import type { MatchFlag } from "~/domain/matching/flags";
import type { RestingLock } from "~/domain/matching/locks-that-hold";
import type { Mode } from "~/domain/matching/mode";
import { countsOf } from "~/domain/matching/plan-counts";
import type { PlanAudit, UnmatchedStudent } from "~/domain/matching/plan-types";
import { stateOnBoard } from "~/domain/matching/state-on-board";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listPursuitRows } from "~db/match-evidence.server";
import { findNewestRun, listListingTitles, listMatches, listStudentNames } from "~db/matches.server";
import { listRulings } from "~db/pair-rulings.server";
import { listPlanPauses } from "~db/plan-pauses.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { newsOf } from "./list-board-news.server";
import { heldApprovals, takenBack, toRuling } from "./list-decisions.server";

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
    const pursuits = await listPursuitRows(tx, { schoolId });
    const asked = new Set(pursuits.filter(({ state }) => state === "requested").map(pairKey));
    const pursued = new Set(pursuits.filter(({ state }) => state !== "requested").map(pairKey));
    const busy = new Set([
      ...matches.filter(({ state }) => IN_PLAN.includes(state)).map((match) => match.student_id),
      ...pursuits.filter(({ state }) => state !== "requested").map((pursuit) => pursuit.student_id),
      ...held.map(({ studentId }) => studentId),
    ]);
    return done({
      running: newest && newest.state !== "finished" ? underWay(newest) : null,
      finishedAt: finished?.finished_at ?? null,
      mode: (finished?.mode ?? "balanced") as Mode,
      counts: summary.audit ? countsOf(summary.audit, { settled: 0, approved: 0, ...summary }) : null,
      resting,
      matches: byStudent(matches).map((match) => ({
        ofStudent: match.ofStudent,
        id: match.id,
        studentId: match.student_id,
        student: match.student_full_name,
        listingId: match.listing_id,
        title: match.title,
        organisation: match.organisation_name,
        mentor: match.mentor_name,
        score: { score: match.score, forStudent: match.for_student, forPlacement: match.for_placement },
        state: stateOf(match, pursued),
        hasAsked: asked.has(pairKey(match)),
        explanation: match.reasons as unknown as Explanation | null,
        putBack: stateOf(match, pursued) === "proposed" ? match.hold_fault : null,
        notes: (match.blockers as { code: string }[]).map((note) => note.code),
        flags: match.flags as MatchFlag[],
        ruling: rulingOf.get(`${match.student_id} ${match.listing_id}`) ?? null,
      })),
      held,
      takenBack: (await takenBack(tx, { schoolId })).filter(
        ({ studentId, fault }) => fault !== null || !busy.has(studentId),
      ),
      news: await newsOf(tx, actor, wiring.clock.now()),
      unmatched: (summary.unmatched ?? []).flatMap((student) => {
        const name = names.get(student.studentId);
        return name ? [{ id: student.studentId, name, reason: student.reason, failing: student.failing }] : [];
      }),
      rulings: rulings
        .filter(({ ruling }) => ruling !== "released")
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
        .map((student) => ({ id: student.id, name: student.full_name, grade: student.grade }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      listings: await publishedListings(tx, schoolId),
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

function stateOf(match: { state: string; student_id: string; listing_id: string }, pursued: ReadonlySet<string>) {
  return stateOnBoard({ state: match.state, isPursued: pursued.has(pairKey(match)) });
}

const IN_PLAN = ["proposed", "held", "approved"];

const pairKey = (pair: { student_id: string; listing_id: string }) => `${pair.student_id} ${pair.listing_id}`;

async function publishedListings(tx: ScopeTx, schoolId: string) {
  const pauses = new Map((await listPlanPauses(tx, { schoolId })).map((pause) => [pause.listing_id, pause]));
  return (await listListingTitles(tx, schoolId))
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
