import type { Actor } from "~/domain/actor";
import type { Explanation } from "~/domain/matching/explain";
import { countsOf } from "~/domain/matching/plan-counts";
import type { PlanAudit, UnmatchedStudent } from "~/domain/matching/plan-types";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { findNewestRun, listListingTitles, listMatches, listStudentNames } from "~db/matches.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

interface Summary {
  audit?: PlanAudit;
  unmatched?: UnmatchedStudent[];
  settled?: number;
  failure?: string;
}

/** The match board: the newest finished plan, what it could not place, and a run under way. */
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
    const matches = finished ? await listMatches(tx, { schoolId, runId: finished.id }) : [];
    return done({
      running: newest && newest.state !== "finished" ? underWay(newest) : null,
      finishedAt: finished?.finished_at ?? null,
      counts: summary.audit ? countsOf(summary.audit, summary.settled ?? 0) : null,
      matches: matches.map((match) => ({
        id: match.id,
        studentId: match.student_id,
        student: match.student_full_name,
        listingId: match.listing_id,
        title: match.title,
        organisation: match.organisation_name,
        mentor: match.mentor_name,
        score: { score: match.score, forStudent: match.for_student, forPlacement: match.for_placement },
        state: match.state,
        explanation: match.reasons as unknown as Explanation,
        notes: (match.blockers as { code: string }[]).map((note) => note.code),
      })),
      unmatched: (summary.unmatched ?? []).flatMap((student) => {
        const name = names.get(student.studentId);
        return name ? [{ id: student.studentId, name, reason: student.reason, failing: student.failing }] : [];
      }),
      students: students
        .map((student) => ({ id: student.id, name: student.full_name, grade: student.grade }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      listings: (await listListingTitles(tx, schoolId))
        .filter((listing) => listing.state === "published")
        .map((listing) => ({ id: listing.id, title: listing.title, organisation: listing.organisation_name }))
        .sort((a, b) => a.title.localeCompare(b.title)),
      timeZone: school.time_zone,
    });
  });
}

/** A run that is made, waits or failed, and why. */
function underWay({ state, progress, summary }: { state: string; progress: number; summary: unknown }) {
  return { state, progress, failure: (summary as Summary).failure };
}
