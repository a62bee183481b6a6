import { ASSETS, balanceOf, FUNDS, shownMinor } from "~/domain/fund/accounts";
import { PURPOSES } from "~/domain/fund/purposes";
import type { FundOverview } from "~/features/fund/open-fund.server";

/** What the fund's page shows, in the amounts that people read; each purpose that is short has a form with a key of its own. */
export function viewOf({ balances, settings, ...fund }: FundOverview, newKey: () => string) {
  const columns = [...FUNDS, "disbursed", "fees"] as const;
  return {
    book: fund.book,
    isOpen: fund.isOpen,
    isConnected: fund.isConnected,
    canConnect: fund.canConnect,
    mayRun: fund.mayRun,
    schoolId: fund.schoolId,
    waiting: fund.waiting,
    currency: settings.currency,
    shortfalls: PURPOSES.map((purpose) => ({
      ...{ purpose, formKey: newKey() },
      minor: balanceOf(balances, "shortfall", purpose),
    })).filter(({ minor }) => minor !== 0),
    assets: ASSETS.map((account) => ({ account, minor: balanceOf(balances, account) })),
    byPurpose: PURPOSES.map((purpose) => ({
      purpose,
      figures: columns.map((account) => ({
        account,
        minor: shownMinor(account, balanceOf(balances, account, purpose)),
      })),
    })),
  };
}
