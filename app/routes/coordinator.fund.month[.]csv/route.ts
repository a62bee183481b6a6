import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeMoney } from "~/domain/fund/money";
import { accountCodeOf } from "~/domain/fund/settings";
import { openMonthReport } from "~/features/fund/open-month-report.server";
import { csvDownload } from "~/http/csv.server";
import { markPractice } from "~/http/practice-file.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { sentenceFor } from "~/http/text.server";

/** The report of a month as a file: its month first, then its fiscal year up to the end of it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openMonthReport(context.wiring, actor, {
    month: new URL(request.url).searchParams.get("month"),
  });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const { book, settings, month, fiscalYear, ofMonth, ofYear } = outcome.value;
  const { currency } = settings;
  const word = (key: Parameters<typeof sentenceFor>[1]) => sentenceFor(context, key);
  // as numbers, so that a spreadsheet adds them up, the negative ones too
  const money = (minor: number) => Number(writeMoney(minor, currency));
  const rows = [ofMonth, ofYear].flatMap(({ from, to, rows }) =>
    rows.map((row) => [
      from,
      to,
      fiscalYear,
      accountCodeOf(settings, row.purpose),
      row.purpose ? word(`fund:purpose.${row.purpose}`) : "",
      word(`fund:account.${row.account}`),
      money(row.openingMinor),
      money(row.cameMinor),
      money(row.wentMinor),
      money(row.closingMinor),
      currency.toUpperCase(),
    ]),
  );
  const columns = [
    word("fund:month.from"),
    word("fund:month.to"),
    word("fund:entries.fiscalYear"),
    word("fund:entries.accountCode"),
    word("fund:entries.purpose"),
    word("fund:entries.account"),
    word("fund:month.opening"),
    word("fund:month.came"),
    word("fund:month.went"),
    word("fund:month.closing"),
    word("fund:entries.currency"),
  ];
  const file = { name: sentenceFor(context, "fund:month.fileName", { month }), columns, rows };
  return csvDownload(markPractice(context, book, file));
}
