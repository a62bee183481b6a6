import { isInAdvisoryOf } from "~db/advisories.server";
import { findDisclosure } from "~db/disclosures.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { listRecordReaders } from "~db/record-readers.server";
import { listStaff } from "~db/safeguarding-leads.server";
import type { ScopeTx } from "~db/scope.server";
import type { Sitter } from "~db/threads.server";
import { listNamedMentors } from "./present.server";

/**
 * Whether somebody who took a seat in the conversation about a pursuit still belongs there on a day, by the rules of
 * `conversation.server.ts`, when nobody is there to ask: before a mail tells them of it.
 */
export async function isStillSeated(
  tx: ScopeTx,
  { pursuit, sitter, on }: { pursuit: PursuitFacts; sitter: Sitter; on: string },
): Promise<boolean> {
  const { school_id: schoolId, student_id: studentId, organisation_id: organisationId } = pursuit;
  switch (sitter.role) {
    case "student":
      return sitter.personId === studentId;
    case "staff": {
      const { personId: staffId } = sitter;
      const own = (await listStaff(tx, { schoolId, on })).find(({ personId }) => personId === staffId);
      return own?.role === "advisor" ? isInAdvisoryOf(tx, { schoolId, studentId, staffId, on }) : own !== undefined;
    }
    case "guardian": {
      const readers = await listRecordReaders(tx, { schoolId, studentId, on });
      return readers.some(({ personId, mayKnowWhereabouts }) => personId === sitter.personId && mayKnowWhereabouts);
    }
    case "mentor": {
      if (!(await findDisclosure(tx, { organisationId, pursuitId: pursuit.pursuit_id }))) return false;
      const named = await listNamedMentors(tx, pursuit);
      return named.some(({ mentorId, seat }) => mentorId === sitter.mentorId && seat === "seated");
    }
  }
}
