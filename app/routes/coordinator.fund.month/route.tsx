import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { monthAfter } from "~/domain/fund/month";
import { PURPOSES } from "~/domain/fund/purposes";
import { accountCodeOf } from "~/domain/fund/settings";
import { openMonthReport } from "~/features/fund/open-month-report.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button, LinkButton } from "~/ui/button";
import { formatMonth } from "~/ui/format";
import { FundTabs } from "~/ui/fund-tabs";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";
import { Report } from "./report-table";

export const handle: PageHandle = { title: "fund:month.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openMonthReport(context.wiring, actor, {
    month: new URL(request.url).searchParams.get("month"),
  });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const { settings, ofMonth, ofYear, ...report } = outcome.value;
  const coded = (table: typeof ofMonth) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, code: accountCodeOf(settings, row.purpose) })),
  });
  const { currency, accountCode } = settings;
  const hasCode = [null, ...PURPOSES].some((purpose) => accountCodeOf(settings, purpose) !== "");
  return { ...report, ofMonth: coded(ofMonth), ofYear: coded(ofYear), currency, accountCode, hasCode };
}

export default function FundMonth() {
  const { t, i18n } = useTranslation("fund");
  const { book, month, thisMonth, fiscalYear, ofMonth, ofYear, currency, accountCode, hasCode } =
    useLoaderData<typeof loader>();
  const name = formatMonth(month, i18n.language);
  const beside = [monthAfter(month, -1), month < thisMonth ? monthAfter(month, 1) : null].filter(
    (each) => each !== null,
  );
  return (
    <Page
      title={t("month.title")}
      lead={t("month.lead")}
      width="wide"
      actions={
        <>
          <LinkButton to={`/coordinator/fund/month.csv?month=${month}`} reloadDocument icon={Download}>
            {t("month.download")}
          </LinkButton>
          <LinkButton to={`/coordinator/fund/entries/month.csv?month=${month}`} reloadDocument icon={Download}>
            {t("month.downloadEntries")}
          </LinkButton>
        </>
      }
    >
      <FundTabs current="month" book={book} />
      {month >= thisMonth && <Notice>{t(month === thisMonth ? "month.running" : "month.future")}</Notice>}
      <Form method="get" aria-label={t("month.choose")} className="flex flex-wrap items-end gap-4">
        <TextField name="month" type="month" label={t("entries.month")} required defaultValue={month} key={month} />
        <Button>{t("entries.show")}</Button>
      </Form>
      <nav aria-label={t("month.beside")} className="flex flex-wrap gap-4">
        {beside.map((each) => (
          <TextLink key={each} to={`?month=${each}`}>
            {formatMonth(each, i18n.language)}
          </TextLink>
        ))}
      </nav>
      {accountCode && <p>{t("month.code", { code: accountCode })}</p>}
      {!hasCode && <p>{t("month.noCode")}</p>}
      <Section title={name}>
        <Report caption={name} report={ofMonth} currency={currency} />
      </Section>
      <Section title={t("month.year", { year: String(fiscalYear) })} lead={t("month.yearLead", { month: name })}>
        <Report caption={t("month.year", { year: String(fiscalYear) })} report={ofYear} currency={currency} />
      </Section>
    </Page>
  );
}
