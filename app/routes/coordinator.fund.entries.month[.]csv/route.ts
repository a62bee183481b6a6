import type { LoaderFunctionArgs } from "@remix-run/node";
import { civilDate } from "~/clock";
import { type Account, shownMinor } from "~/domain/fund/accounts";
import { causeWord } from "~/domain/fund/causes";
import { fiscalYearOf } from "~/domain/fund/fiscal-year";
import { writeMoney } from "~/domain/fund/money";
import { readMonth } from "~/domain/fund/month";
import type { Purpose } from "~/domain/fund/purposes";
import { accountCodeOf } from "~/domain/fund/settings";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { csvDownload } from "~/http/csv.server";
import { markPractice } from "~/http/practice-file.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { sentenceFor } from "~/http/text.server";

/** A month for the business office: every line by the day on which it counts, with account code and fiscal year, oldest first. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = readMonth(new URL(request.url).searchParams.get("month")) ?? "running";
  const outcome = await listFundEntries(context.wiring, actor, { month: asked });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const { book, lines, settings, month, timeZone } = outcome.value;
  const { currency, fiscalYearStart } = settings;
  const word = (key: Parameters<typeof sentenceFor>[1]) => sentenceFor(context, key);
  const rows = lines.toReversed().map((line) => {
    const account = line.account as Account;
    return [
      line.on_day,
      fiscalYearOf(line.on_day, fiscalYearStart),
      accountCodeOf(settings, line.purpose as Purpose | null),
      word(`fund:account.${account}`),
      line.purpose ? word(`fund:purpose.${line.purpose as Purpose}`) : "",
      // as a number, so that a spreadsheet adds it up, a negative one too
      Number(writeMoney(shownMinor(account, line.minor), currency)),
      currency.toUpperCase(),
      word(`fund:cause.${causeWord(line.cause)}`),
      line.payout ?? line.balance_line ?? line.id,
      civilDate(new Date(line.at), timeZone),
    ];
  });
  const columns = [
    word("fund:entries.day"),
    word("fund:entries.fiscalYear"),
    word("fund:entries.accountCode"),
    word("fund:entries.account"),
    word("fund:entries.purpose"),
    word("fund:entries.amount"),
    word("fund:entries.currency"),
    word("fund:entries.what"),
    word("fund:entries.reference"),
    word("fund:entries.enteredOn"),
  ];
  const file = { name: sentenceFor(context, "fund:entries.fileName", { month: month ?? "" }), columns, rows };
  return csvDownload(markPractice(context, book, file));
}
