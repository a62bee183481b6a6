import type { StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { isForbiddenPair } from "~db/forbidden-pairs.server";
import { findListing } from "~db/listings.server";
import { findRuling } from "~db/pair-rulings.server";
import { listPursuits, lockStudent } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { type ApproveRefusal, approveInScope } from "./approve-pursuit.server";
import { type Suggestion, type SuggestRefusal, suggestInScope } from "./suggest-pursuit.server";

export type ApprovePairRefusal = ApproveRefusal | SuggestRefusal | "ruled_out" | "relative_pair";
type Approved = Outcome<{ pursuitId: string; as: "approved" | "suggested" }, ApprovePairRefusal>;

/**
 * A coordinator approves a student for a listing, within a transaction. Where the student has asked, the request is
 * approved; where not, it becomes `suggested` and waits for the student. Approving the same pair again answers
 * `already_live`; a pair that somebody ruled out answers `ruled_out` until that is released, one that stays apart as relatives or
 * members of a household `relative_pair` until a coordinator decides about them. The student is locked first, so
 * a request that comes at this moment is seen or waits.
 */
export async function approvePairInScope(
  tx: ScopeTx,
  wiring: Wiring,
  actor: StaffActor,
  input: Suggestion,
): Promise<Approved> {
  const { schoolId } = actor;
  const { studentId, listingId } = input;
  if (!(await lockStudent(tx, { schoolId, studentId }))) return refused("not_found");
  const ruling = await findRuling(tx, { schoolId, studentId, listingId });
  if (ruling?.ruling === "forbidden") return refused("ruled_out", { by: ruling.ruled_by_name ?? "" });
  if (await isRelativePair(tx, { schoolId, studentId, listingId })) return refused("relative_pair");
  const [request] = await listPursuits(tx, { schoolId, studentId, listingId, states: ["requested"] });
  if (!request) {
    const suggested = await suggestInScope(tx, wiring, actor, input);
    return suggested.ok ? done({ pursuitId: suggested.value.pursuitId, as: "suggested" }) : suggested;
  }
  const approved = await approveInScope(tx, wiring, actor, request.pursuit_id);
  return approved.ok ? done({ pursuitId: request.pursuit_id, as: "approved" }) : approved;
}

async function isRelativePair(
  tx: ScopeTx,
  { schoolId, studentId, listingId }: { schoolId: string; studentId: string; listingId: string },
): Promise<boolean> {
  const mentorId = (await findListing(tx, { schoolId, listingId }))?.lead_mentor_id;
  return typeof mentorId === "string" && (await isForbiddenPair(tx, { schoolId, studentId, mentorId }));
}
