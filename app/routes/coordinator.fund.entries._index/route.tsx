import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { civilDate } from "~/clock";
import { type Account, shownMinor } from "~/domain/fund/accounts";
import type { Purpose } from "~/domain/fund/purposes";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { formatDay, formatMoney } from "~/ui/format";
import { FundTabs } from "~/ui/fund-tabs";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { type Column, Table } from "~/ui/table";
import { TextLink } from "~/ui/text-link";
import { EntryFilter } from "./entry-filter";
import { readWish } from "./wish";

export const handle: PageHandle = { title: "fund:entries.title" };

/** The page shows the newest; the file of a month is whole. */
const SHOWN = 300;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const wish = readWish(new URL(request.url).searchParams);
  const outcome = await listFundEntries(context.wiring, actor, wish);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const { lines, balances, settings, thisMonth, timeZone } = outcome.value;
  return {
    wish,
    thisMonth,
    currency: settings.currency,
    count: lines.length,
    balances: balances.map((each) => ({ ...each, minor: shownMinor(each.account, each.minor) })),
    lines: lines.slice(0, SHOWN).map((line) => ({
      key: `${line.id} ${line.line_no}`,
      day: line.on_day,
      enteredOn: civilDate(new Date(line.at), timeZone),
      account: line.account as Account,
      purpose: line.purpose as Purpose | null,
      minor: shownMinor(line.account as Account, line.minor),
      ...aboutOf(line),
      who: line.donor_name ?? line.because ?? "",
      cause: line.cause,
    })),
  };
}

/** What an entry is about, and the address of all entries about the same. */
function aboutOf(line: {
  gift_id: string | null;
  allocation_id: string | null;
  payout: string | null;
  balance_line: string | null;
}) {
  if (line.gift_id) return { of: "gift", only: `gift=${line.gift_id}` } as const;
  if (line.allocation_id) return { of: "allocation", only: `allocation=${line.allocation_id}` } as const;
  if (line.balance_line) return { of: "line", only: null } as const;
  return line.payout
    ? ({ of: "payout", only: `payout=${line.payout}` } as const)
    : ({ of: "byHand", only: null } as const);
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>["lines"][number];

export default function FundEntries() {
  const { t, i18n } = useTranslation("fund");
  const { wish, thisMonth, currency, count, lines, balances } = useLoaderData<typeof loader>();
  const money = (minor: number) => formatMoney(minor, currency, i18n.language);
  const columns: Column<Line>[] = [
    {
      key: "day",
      header: t("entries.day"),
      cell: ({ day, enteredOn }) => (
        <>
          {formatDay(day, i18n.language, { withYear: true })}
          {enteredOn !== day && (
            <span className="block text-ink-soft">
              {t("entries.enteredLater", { day: formatDay(enteredOn, i18n.language) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: "what",
      header: t("entries.what"),
      cell: ({ of, only, who, cause }) => (
        <>
          {only ? <TextLink to={`?${only}`}>{t(`entries.${of}`)}</TextLink> : t(`entries.${of}`)}
          {[who, cause].filter(Boolean).map((word) => ` · ${word}`)}
        </>
      ),
    },
    { key: "account", header: t("entries.account"), cell: ({ account }) => t(`account.${account}`) },
    {
      key: "purpose",
      header: t("entries.purpose"),
      cell: ({ purpose }) => (purpose ? t(`purpose.${purpose}`) : "–"),
    },
    { key: "amount", header: t("entries.amount"), align: "end", cell: ({ minor }) => money(minor) },
  ];
  const month = wish.month ?? thisMonth;
  return (
    <Page
      title={t("entries.title")}
      lead={t("entries.lead")}
      width="wide"
      actions={
        <LinkButton to={`/coordinator/fund/entries/month.csv?month=${month}`} reloadDocument icon={Download}>
          {t("entries.download")}
        </LinkButton>
      }
    >
      <FundTabs current="entries" />
      <EntryFilter wish={wish} />
      <p role="status">{t("entries.count", { count })}</p>
      {lines.length === 0 ? (
        <p className="text-ink-soft">{t("entries.none")}</p>
      ) : (
        <Table caption={t("entries.title")} columns={columns} rows={lines} rowKey={({ key }) => key} />
      )}
      {balances.length > 0 && (
        <Section title={t("entries.balances")}>
          <div className="max-w-text">
            <DescriptionList
              rows={balances.map(({ account, purpose, minor }) => ({
                key: `${account} ${purpose}`,
                name: [t(`account.${account}`), purpose && t(`purpose.${purpose}`)].filter(Boolean).join(" · "),
                value: (
                  <TextLink
                    to={`?${new URLSearchParams({ account, ...(purpose && { purpose }), ...(wish.month && { month: wish.month }) })}`}
                  >
                    {money(minor)}
                  </TextLink>
                ),
              }))}
            />
          </div>
        </Section>
      )}
    </Page>
  );
}
