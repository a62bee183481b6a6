import type { StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findRuling } from "~db/pair-rulings.server";
import { listPursuits, lockStudent } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { type ApproveRefusal, approveInScope } from "./approve-pursuit.server";
import { faultOfLead, type LeadFault } from "./fault-of-lead.server";
import { type Suggestion, type SuggestRefusal, suggestInScope } from "./suggest-pursuit.server";

export type ApprovePairRefusal = ApproveRefusal | SuggestRefusal | LeadFault | "ruled_out";
/** How an approval goes on: the student's request is approved, or the pair is suggested to the student first. */
export type ApprovedAs = "approved" | "suggested";
type Approved = Outcome<{ pursuitId: string; as: ApprovedAs }, ApprovePairRefusal>;

/**
 * A coordinator approves a student for a listing, within a transaction. Where the student has asked, the request is
 * approved; where not, it becomes `suggested` and waits for the student. Approving the same pair again answers
 * `already_live`; a pair that somebody ruled out answers `ruled_out` until that is released, and one that the lead mentor
 * keeps apart says by what. The student is locked first, so a request that comes at this moment is seen or waits.
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
  const fault = await faultOfLead(tx, { schoolId, studentId, listingId });
  if (fault) return refused(fault);
  const [request] = await listPursuits(tx, { schoolId, studentId, listingId, states: ["requested"] });
  if (!request) {
    const suggested = await suggestInScope(tx, wiring, actor, input);
    return suggested.ok ? done({ pursuitId: suggested.value.pursuitId, as: "suggested" }) : suggested;
  }
  const approved = await approveInScope(tx, wiring, actor, { pursuitId: request.pursuit_id });
  return approved.ok ? done({ pursuitId: request.pursuit_id, as: "approved" }) : approved;
}
