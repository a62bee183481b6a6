import { balanceOf, shownMinor } from "~/domain/fund/accounts";
import type { FundNeeds } from "~/features/fund/open-needs.server";

/** The needs as the page shows them, and what may be set aside for each purpose. */
export function viewOf({ allocations, receipts, balances, settings, students, personId, ...rest }: FundNeeds) {
  const { book, today, count, waiting, page, pages } = rest;
  return {
    ...{ book, today, count, page, pages },
    waitingCount: waiting.proposed + waiting.approved,
    totals: (["allocated", "disbursed"] as const).map((account) => ({
      account,
      minor: shownMinor(account, balanceOf(balances, account)),
    })),
    currency: settings.currency,
    bankMinor: shownMinor("bank", balanceOf(balances, "bank")),
    purposes: settings.purposes.map((purpose) => ({
      purpose,
      availableMinor: shownMinor("available", balanceOf(balances, "available", purpose)),
    })),
    allocations: allocations.map((row) => ({
      id: row.id,
      student: row.student_name,
      purpose: row.purpose,
      minor: row.minor,
      paidMinor: row.disbursed_minor,
      paidOn: row.paid_on,
      currency: row.currency,
      state: row.state,
      isBooked: Boolean(row.is_booked),
      need: row.need,
      decision: row.business_decision,
      proposedBy: row.proposed_by_name,
      approvedBy: row.approved_by_name,
      isOwn: row.proposed_by === personId,
      evidence: row.evidence,
      receipts: receipts.filter(({ allocationId }) => allocationId === row.id).map(({ id }) => id),
    })),
    students: students
      .map(({ id, full_name }) => ({ value: id, label: full_name }))
      .sort((one, other) => one.label.localeCompare(other.label)),
  };
}

export type Need = ReturnType<typeof viewOf>["allocations"][number];
