import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { formatMoney } from "~/ui/format";
import { FundTabs } from "~/ui/fund-tabs";
import { HeardName } from "~/ui/heard-name";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { TextLink } from "~/ui/text-link";
import { EntryFilter } from "./entry-filter";
import { EntryTable } from "./entry-table";
import { Found } from "./found";
import { entriesView } from "./view.server";
import { readWish } from "./wish";

export const handle: PageHandle = { title: "fund:entries.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const wish = readWish(new URL(request.url).searchParams);
  const outcome = await listFundEntries(context.wiring, actor, wish);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return entriesView(outcome.value, wish);
}

export default function FundEntries() {
  const { t, i18n } = useTranslation("fund");
  const { book, wish, thisMonth, currency, entries, balances, page, pages, ...found } = useLoaderData<typeof loader>();
  const month = wish.month ?? thisMonth;
  const until = found.between.to;
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
      <FundTabs current="entries" book={book} />
      <EntryFilter key={JSON.stringify(wish)} wish={wish} />
      <Found wish={wish} currency={currency} {...found} />
      {entries.length === 0 ? (
        <p className="text-ink-soft">{t("entries.none")}</p>
      ) : (
        <EntryTable entries={entries} currency={currency} />
      )}
      <Pagination page={page} pages={pages} />
      {balances.length > 0 && (
        <Section title={t("entries.balances")}>
          <div className="max-w-text">
            <DescriptionList
              rows={balances.map(({ account, purpose, minor }) => ({
                key: `${account} ${purpose}`,
                name: [t(`account.${account}`), purpose && t(`purpose.${purpose}`)].filter(Boolean).join(" · "),
                value: (
                  <TextLink
                    to={`?${new URLSearchParams({ account, ...(purpose && { purpose }), ...(until && { to: until }) })}`}
                  >
                    {formatMoney(minor, currency, i18n.language)}
                    <HeardName>
                      {[t(`account.${account}`), purpose && t(`purpose.${purpose}`)].filter(Boolean).join(" · ")}
                    </HeardName>
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
