import type { Actor, StaffActor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listHeldMatches } from "~db/held-matches.server";
import { findNewestRun } from "~db/matches.server";
import { listRulings, type RulingRow } from "~db/pair-rulings.server";
import { listTakenBack } from "~db/picked-matches.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { newsOf } from "./list-board-news.server";

type About = { studentId: string; listingId?: never } | { listingId: string; studentId?: never };

/**
 * What was decided about one student or one listing: approvals that can still be undone, those that were put back, and why,
 * what is settled about pairs, and what other coordinators decide meanwhile.
 */
export async function listDecisions(wiring: Wiring, actor: Actor, about: About) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const { studentId, listingId } = about;
  return withScope(wiring, actor, async (tx) =>
    done({
      held: await heldApprovals(tx, actor, { studentId, listingId }),
      putBack: (await takenBack(tx, { schoolId, studentId, listingId })).flatMap(({ fault, ...row }) =>
        fault === null ? [] : [{ studentId: row.studentId, listingId: row.listingId, fault }],
      ),
      rulings: (await listRulings(tx, { schoolId }))
        .filter((row) => row.student_id === studentId || row.listing_id === listingId)
        .map((row) => ({ studentId: row.student_id, listingId: row.listing_id, ...toRuling(row) })),
      news: await newsOf(tx, actor, wiring.clock.now()),
      timeZone: (await getSchool(tx, schoolId)).time_zone,
    }),
  );
}

/** What somebody settled about a pair, with the revision that a decision on a page answers to. */
export function toRuling({ ruling, revision, reason, ruled_at, ruled_by_name }: RulingRow) {
  return { ruling, revision, reason, at: ruled_at, by: ruled_by_name };
}

/** The approvals that wait, of the whole school where nobody is named. */
export async function heldApprovals(
  tx: ScopeTx,
  { schoolId, personId }: StaffActor,
  about: Pick<Parameters<typeof listHeldMatches>[1], "studentId" | "listingId"> = {},
) {
  return (await listHeldMatches(tx, { schoolId, ...about })).map((match) => ({
    approval: { matchId: match.id, until: match.held_until ?? "", by: match.held_by },
    studentId: match.student_id,
    student: match.student_full_name,
    listingId: match.listing_id,
    title: match.title,
    by: match.held_by_name,
    isOwn: match.held_by === personId,
    as: match.held_as === "approved" ? ("approved" as const) : ("suggested" as const),
  }));
}

/** Approvals that were undone or put back, and why, of pairs that the plan on the board does not have. */
export async function takenBack(
  tx: ScopeTx,
  about: { schoolId: string; studentId?: string | undefined; listingId?: string | undefined },
) {
  const newest = await findNewestRun(tx, { schoolId: about.schoolId, state: "finished" });
  return (await listTakenBack(tx, { ...about, runId: newest?.id ?? null })).map((match) => ({
    id: match.id,
    studentId: match.student_id,
    student: match.student_full_name,
    listingId: match.listing_id,
    title: match.title,
    fault: match.hold_fault,
  }));
}
