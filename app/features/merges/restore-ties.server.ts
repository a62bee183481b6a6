import type { StaffActor } from "~/domain/actor";
import { type LegalBasis, rightsInWords } from "~/domain/people/link-rights";
import { recordAct } from "~db/audit.server";
import { restoreLinks } from "~db/guardian-moves.server";
import type { Move } from "~db/merge-moves.server";
import type { MergeRecord } from "~db/merges.server";
import type { ScopeTx } from "~db/scope.server";

interface Restoring {
  actor: StaffActor;
  merge: MergeRecord;
  /** Ties that the merge wrote over, as they were. */
  moves: readonly Move[];
  now: Date;
}

/** Has ties give again what they gave before a merge; the log has each with what that is. */
export async function restoreTies(tx: ScopeTx, { actor, merge, moves, now }: Restoring): Promise<void> {
  await restoreLinks(tx, { moves });
  for (const { key, before } of moves) {
    const rights = {
      mayConsent: before?.may_consent === true,
      maySeeRecords: before?.may_see_records === true,
      mayKnowWhereabouts: before?.may_know_whereabouts === true,
    };
    const to = rightsInWords({ legalBasis: String(before?.legal_basis) as LegalBasis, rights });
    const act = { actor, noun: "guardian_link", nounId: key.id ?? "", transition: "undo_merge", now };
    await recordAct(tx, { ...act, to, evidence: `${merge.gone_id} out of ${merge.kept_id}` });
  }
}
