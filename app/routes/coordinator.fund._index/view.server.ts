import { ASSETS, balanceOf, FUNDS, shownMinor } from "~/domain/fund/accounts";
import { PURPOSES } from "~/domain/fund/purposes";
import type { FundOverview } from "~/features/fund/open-fund.server";

/** What the fund's page shows, in the amounts that people read; each form and each purpose has a key of its own. */
export function viewOf(fund: FundOverview, newKey: () => string) {
  const { balances, settings, allocations, gifts, students, personId } = fund;
  const columns = [...FUNDS, "disbursed", "fees"] as const;
  return {
    book: fund.book,
    isOpen: fund.isOpen,
    isConnected: fund.isConnected,
    canConnect: fund.canConnect,
    mayRun: fund.mayRun,
    schoolId: fund.schoolId,
    currency: settings.currency,
    purposes: settings.purposes,
    today: fund.today,
    formKeys: { propose: newKey(), cheque: newKey() },
    shortfalls: PURPOSES.map((purpose) => ({
      ...{ purpose, formKey: newKey() },
      minor: balanceOf(balances, "shortfall", purpose),
    })).filter(({ minor }) => minor !== 0),
    organisations: fund.organisations.map(({ id, name }) => ({ value: id, label: name })),
    assets: ASSETS.map((account) => ({ account, minor: balanceOf(balances, account) })),
    byPurpose: PURPOSES.map((purpose) => ({
      purpose,
      figures: columns.map((account) => ({
        account,
        minor: shownMinor(account, balanceOf(balances, account, purpose)),
      })),
    })),
    allocations: allocations.map((row) => ({
      id: row.id,
      student: row.student_name,
      purpose: row.purpose,
      minor: row.minor,
      currency: row.currency,
      state: row.state,
      need: row.need,
      decision: row.business_decision,
      proposedBy: row.proposed_by_name,
      isOwn: row.proposed_by === personId,
      evidence: row.evidence,
    })),
    gifts: gifts.map((row) => ({
      id: row.id,
      donor: row.organisation_name ?? row.donor_name,
      anonymous: row.anonymous,
      purpose: row.purpose,
      minor: row.minor,
      currency: row.currency,
      standing: row.standing,
      way: row.way,
      purchaseOrder: row.purchase_order,
      dueOn: row.due_on,
      cheques: fund.cheques
        .filter(({ giftId }) => giftId === row.id)
        .map(({ id, minor, number, receivedOn, bouncedAt }) => ({
          id,
          minor,
          number,
          receivedOn,
          hasBounced: bouncedAt !== null,
        })),
      formKey: newKey(),
      wish: {
        ...{ thanks: row.thanks, words: row.thanks_words, withAmount: row.thanks_amount },
        isShown: row.thanks_shown_at !== null,
      },
      isNamed: row.donor_name !== "",
      day: row.created_at,
    })),
    students: students
      .map(({ id, full_name }) => ({ value: id, label: full_name }))
      .sort((one, other) => one.label.localeCompare(other.label)),
  };
}
