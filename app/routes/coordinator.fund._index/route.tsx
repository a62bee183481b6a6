import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PURPOSES } from "~/domain/fund/purposes";
import { type CoverRefusal, coverShortfall } from "~/features/fund/cover-shortfall.server";
import { openFund } from "~/features/fund/open-fund.server";
import { amountRefusals, form_changed, fundAmount, fundWords, not_permitted } from "~/http/fund-form.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { FundTabs } from "~/ui/fund-tabs";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SwitchFundOn } from "~/ui/switch-fund-on";
import { BalanceTable } from "./balance-table";
import { Shortfall } from "./shortfall";
import { viewOf } from "./view.server";
import { Waiting } from "./waiting";

export const handle: PageHandle = { title: "fund:fund.title" };

const Cover = z.object({
  intent: z.literal("cover"),
  purpose: z.enum(PURPOSES),
  amount: fundAmount,
  because: fundWords(500),
  formKey: z.uuid().optional(),
});

const COVERING: Refusals<CoverRefusal> = {
  ...{ not_permitted, form_changed, ...amountRefusals },
  reason_missing: { status: 422, key: "fund:fault.reason_missing", field: "because" },
  more_than_shortfall: { status: 422, key: "fund:fault.more_than_shortfall", field: "amount" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openFund(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return viewOf(outcome.value, randomUUID);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, Cover, context);
  if (!form.ok) return form.reply;
  const outcome = await coverShortfall(context.wiring, actor, { ...form.value, language: context.language });
  return outcome.ok
    ? redirectWithToast("/coordinator/fund", "fund:toast.covered")
    : refuse(context, outcome, COVERING, form.typed);
}

export default function Fund() {
  const { t } = useTranslation(["fund", "thanks"]);
  const fund = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("fund.title")}
      lead={t("fund.lead")}
      width="wide"
      actions={
        <>
          <LinkButton to={`/thanks/${fund.schoolId}`}>{t("thanks:staff.page")}</LinkButton>
          {fund.mayRun && <LinkButton to="/coordinator/fund/settings">{t("fund.settings")}</LinkButton>}
        </>
      }
    >
      <FundTabs current="overview" book={fund.book} />
      {!fund.isConnected && <SwitchFundOn book={fund.book} canConnect={fund.canConnect} mayRun={fund.mayRun} />}
      {fund.isConnected && !fund.isOpen && (
        <Notice
          tone="wait"
          actions={fund.mayRun && <LinkButton to="/coordinator/fund/settings">{t("on.toSettings")}</LinkButton>}
        >
          {t("fund.closed")}
        </Notice>
      )}
      {fund.shortfalls.map(({ purpose, minor, formKey }) => (
        <Shortfall
          key={purpose}
          formKey={formKey}
          purpose={purpose}
          minor={minor}
          currency={fund.currency}
          mayRun={fund.mayRun}
          reply={reply}
        />
      ))}
      <Waiting waiting={fund.waiting} />
      <Section title={t("fund.byPurpose")}>
        <BalanceTable rows={fund.byPurpose} assets={fund.assets} currency={fund.currency} />
      </Section>
    </Page>
  );
}
