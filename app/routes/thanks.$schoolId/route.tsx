import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { openThanks } from "~/features/fund/open-thanks.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { Row, RowList } from "~/ui/card";
import { formatMoney } from "~/ui/format";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PracticeNotice } from "~/ui/practice-notice";

export const handle: PageHandle = { title: "thanks:page.title" };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const outcome = await openThanks(context.wiring, parseParams(params, "schoolId"));
  if (!outcome.ok) throw notFound();
  const { thanks, ...page } = outcome.value;
  // what is public carries no id of a gift
  return { ...page, thanks: thanks.map((each, at) => ({ ...each, key: String(at) })) };
}

export default function SchoolThanks() {
  const { t, i18n } = useTranslation(["thanks", "fund"]);
  const { schoolName, isPractice, thanks } = useLoaderData<typeof loader>();
  return (
    <Page title={t("page.title")} lead={t("page.lead", { school: schoolName })}>
      <PracticeNotice isPractice={isPractice} to="everybody" />
      {thanks.length === 0 ? (
        <p className="text-ink-soft">{t("page.none")}</p>
      ) : (
        <RowList label={t("page.title")}>
          {thanks.map(({ key, name, minor, purpose, currency, words }) => (
            <Row
              key={key}
              title={name ?? t("page.unnamed")}
              detail={[
                t(`fund:purpose.${purpose as Purpose}`),
                minor !== null && formatMoney(minor, currency as Currency, i18n.language),
              ]
                .filter(Boolean)
                .join(" · ")}
            >
              {words && <p>{words}</p>}
            </Row>
          ))}
        </RowList>
      )}
    </Page>
  );
}
