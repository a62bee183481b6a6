import { civilDate } from "~/clock";
import { type Account, shownMinor, shownTogether } from "~/domain/fund/accounts";
import { causeWord } from "~/domain/fund/causes";
import type { Purpose } from "~/domain/fund/purposes";
import type { listFundEntries } from "~/features/fund/list-fund-entries.server";
import type { Wish } from "./wish";

type Listed = Extract<Awaited<ReturnType<typeof listFundEntries>>, { ok: true }>["value"];
type EntryLine = Listed["lines"][number];

/** What the page shows: lines that stand one after the other of the same entry are one entry. */
export function entriesView({ lines, balances, settings, timeZone, minor, between, ...rest }: Listed, wish: Wish) {
  const { book, count, page, pages, thisMonth } = rest;
  return {
    ...{ book, wish, thisMonth, count, page, pages, between },
    currency: settings.currency,
    // lines of every account come to nothing together
    together: wish.account ? shownMinor(wish.account, minor) : wish.there ? shownTogether(wish.there, minor) : null,
    balances: balances.map((each) => ({ ...each, minor: shownMinor(each.account, each.minor) })),
    entries: entriesOf(lines, timeZone),
  };
}

function entriesOf(lines: readonly EntryLine[], timeZone: string) {
  const entries = new Map<string, EntryLine[]>();
  for (const line of lines) entries.set(line.id, [...(entries.get(line.id) ?? []), line]);
  return [...entries.values()].map((own) => {
    const [head] = own as [EntryLine];
    return {
      id: head.id,
      day: head.on_day,
      enteredOn: civilDate(new Date(head.at), timeZone),
      ...aboutOf(head),
      who: head.donor_name ?? head.because ?? "",
      cause: causeWord(head.cause),
      lines: own.map(({ line_no, account, purpose, minor }) => ({
        no: line_no,
        account: account as Account,
        purpose: purpose as Purpose | null,
        minor: shownMinor(account as Account, minor),
      })),
    };
  });
}

/** What an entry is about, and the address of all entries about the same. */
function aboutOf(line: EntryLine) {
  if (line.gift_id) return { of: "gift", only: `gift=${line.gift_id}` } as const;
  if (line.allocation_id) return { of: "allocation", only: `allocation=${line.allocation_id}` } as const;
  if (line.balance_line) return { of: "line", only: `line=${line.balance_line}` } as const;
  return line.payout
    ? ({ of: "payout", only: `payout=${line.payout}` } as const)
    : ({ of: "byHand", only: null } as const);
}
