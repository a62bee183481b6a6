import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { hasEnded } from "~/domain/people/has-ended";
import {
  type LegalBasis,
  LINK_RIGHTS,
  type LinkTerms,
  needsDocument,
  rightsInWords,
} from "~/domain/people/link-rights";
import { mayKeepPeople } from "~/domain/people/policy";
import { followRights } from "~/steps/follow-rights.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockGuardianLink, updateGuardianLink } from "~db/guardian-links.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";

/**
 * Changes what a guardian may do for a student, or decides it where the link came along undecided. A right is taken from a parent, or not
 * given to one, only with the legal document that takes it.
 */
export async function changeLink(
  wiring: Wiring,
  actor: Actor,
  { linkId, terms, document }: { linkId: string; terms: LinkTerms; document: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "is_over" | "document_needed">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const link = await lockGuardianLink(tx, { schoolId, linkId });
    if (!link) return refused("not_found");
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    if (hasEnded(link.to_on, on)) return refused("is_over");
    const rights = {
      mayConsent: link.may_consent,
      maySeeRecords: link.may_see_records,
      mayKnowWhereabouts: link.may_know_whereabouts,
    };
    const from = rightsInWords({ legalBasis: link.legal_basis as LegalBasis, rights });
    const to = rightsInWords(terms);
    if ((from !== to || link.rights_undecided) && needsDocument(terms) && document.trim() === "")
      return refused("document_needed");
    await updateGuardianLink(tx, { schoolId, linkId, terms });
    const act = { actor, noun: "guardian_link", nounId: linkId, transition: "change", now };
    await recordAct(tx, { ...act, from, to, evidence: document });
    const isLess = LINK_RIGHTS.some((right) => rights[right] && !terms.rights[right]);
    await followRights(tx, { actor, studentId: link.student_id, isLess, on, now });
    await closeTasksOf(tx, { schoolId, dedupeKey: `decide_rights:${linkId}`, note: "decided", now });
    return done(null);
  });
}
