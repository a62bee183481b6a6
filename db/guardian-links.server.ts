import type { LinkTerms } from "~/domain/people/link-rights";
import type { ScopeTx } from "./scope.server";

interface OfLink {
  schoolId: string;
  linkId: string;
}

/**
 * Ties an adult to a student; false when the two are tied already. One that had ended begins anew. Of one that is undecided staff have
 * still to say what it gives; until then it gives nothing.
 */
export async function insertGuardianLink(
  tx: ScopeTx,
  link: {
    schoolId: string;
    studentId: string;
    guardianId: string;
    terms: LinkTerms;
    isUndecided?: boolean | undefined;
    on: string;
  },
): Promise<string | undefined> {
  const { schoolId, studentId, guardianId, terms, isUndecided = false, on } = link;
  const begins = { from_on: on, to_on: null, student_lets_see: false, rights_undecided: isUndecided };
  const values = { ...columnsOf(terms), ...begins };
  const row = await tx
    .insertInto("guardian_links")
    .values({ school_id: schoolId, student_id: studentId, guardian_id: guardianId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(["school_id", "student_id", "guardian_id"])
        .doUpdateSet(values)
        .where("guardian_links.to_on", "<", on),
    )
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** A link with its rights, locked until the transaction ends, or undefined. */
export function lockGuardianLink(tx: ScopeTx, { schoolId, linkId }: OfLink) {
  return tx
    .selectFrom("guardian_links")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("id", "=", linkId)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes what a link gives, which is decided with that. Where it gives no records, what the student chose to show ends: given back, they are asked anew. */
export async function updateGuardianLink(tx: ScopeTx, { schoolId, linkId, terms }: OfLink & { terms: LinkTerms }) {
  await tx
    .updateTable("guardian_links")
    .set({
      ...columnsOf(terms),
      rights_undecided: false,
      ...(terms.rights.maySeeRecords ? {} : { student_lets_see: false }),
    })
    .where("school_id", "=", schoolId)
    .where("id", "=", linkId)
    .execute();
}

/** The last day on which a link holds. */
export async function endGuardianLink(tx: ScopeTx, { schoolId, linkId, lastDay }: OfLink & { lastDay: string }) {
  await tx
    .updateTable("guardian_links")
    .set({ to_on: lastDay })
    .where("school_id", "=", schoolId)
    .where("id", "=", linkId)
    .execute();
}

function columnsOf({ relationship, legalBasis, rights, callOrder }: LinkTerms) {
  return {
    relationship,
    legal_basis: legalBasis,
    may_consent: rights.mayConsent,
    may_see_records: rights.maySeeRecords,
    may_know_whereabouts: rights.mayKnowWhereabouts,
    call_order: callOrder,
  };
}
