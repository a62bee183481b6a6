import type { AllocationFacts } from "~/domain/fund/allocation-rules";
import type { Purpose } from "~/domain/fund/purposes";
import type { ReleaseKnowledge } from "~/domain/fund/stipend-release";
import { listStudentHosts } from "~db/fund-allocations.server";
import type { Book } from "~db/fund-books.server";
import { countAvailable } from "~db/fund-ledger.server";
import { countOfUnknownOrigin, listGivenByOrganisation } from "~db/gift-origins.server";
import type { ScopeTx } from "~db/scope.server";

interface About {
  schoolId: string;
  book: Book;
  studentId: string;
  purpose: Purpose;
}

export type GatheredFacts = Omit<AllocationFacts, "minor" | "businessDecision"> &
  Pick<ReleaseKnowledge, "hasEngagement">;

/** What the product knows that speaks for or against money for a student. */
export async function gatherAllocationFacts(tx: ScopeTx, about: About): Promise<GatheredFacts> {
  const { schoolId, book, studentId, purpose } = about;
  const hosts = await listStudentHosts(tx, { schoolId, studentId });
  return {
    purpose,
    availableMinor: await countAvailable(tx, { schoolId, book, purpose }),
    hostIds: [...new Set(hosts.map(({ organisation_id }) => organisation_id))],
    givenMinor: await listGivenByOrganisation(tx, { schoolId, book, purpose }),
    unknownMinor: await countOfUnknownOrigin(tx, { schoolId, book, purpose }),
    isUnpaidEducational: hosts.some(({ basis }) => basis === "unpaid_educational"),
    hasEngagement: hosts.some(({ basis }) => basis !== null),
  };
}
