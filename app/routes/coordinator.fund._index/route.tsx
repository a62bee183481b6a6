import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openFund } from "~/features/fund/open-fund.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { actOnFund } from "./actions.server";
import { AllocationList } from "./allocation-list";
import { BalanceTable } from "./balance-table";
import { ChequeForm } from "./cheque-form";
import { GiftList } from "./gift-list";
import { GiveLink } from "./give-link";
import { ProposeForm } from "./propose-form";
import { Shortfall } from "./shortfall";
import { viewOf } from "./view.server";

export const handle: PageHandle = { title: "fund:fund.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openFund(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return viewOf(outcome.value, randomUUID);
}

export async function action({ request, context }: ActionFunctionArgs) {
  return actOnFund(request, context, await requireCoordinator(request, context));
}

export default function Fund() {
  const { t } = useTranslation(["fund", "thanks"]);
  const fund = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply = answer && "errors" in answer ? answer : undefined;
  const intent = String(reply?.values.intent ?? "");
  const replyTo = (...intents: string[]) => (intents.includes(intent) ? reply : undefined);
  return (
    <Page
      title={t("fund.title")}
      lead={t("fund.lead")}
      width="wide"
      actions={
        <>
          <LinkButton to="/coordinator/fund/entries">{t("fund.entries")}</LinkButton>
          <LinkButton to="/coordinator/fund/month">{t("fund.month")}</LinkButton>
          <LinkButton to="/coordinator/fund/checks">{t("fund.checks")}</LinkButton>
          <LinkButton to={`/thanks/${fund.schoolId}`}>{t("thanks:page.title")}</LinkButton>
          {fund.mayRun && <LinkButton to="/coordinator/fund/settings">{t("fund.settings")}</LinkButton>}
        </>
      }
    >
      {!fund.isConnected && (
        <Notice tone="wait" title={t("fund.offTitle")}>
          {fund.canConnect ? t(fund.mayRun ? "fund.offAdmin" : "fund.offCoordinator") : t("fund.offServer")}
        </Notice>
      )}
      {fund.isConnected && !fund.isOpen && <Notice tone="wait">{t("fund.closed")}</Notice>}
      {fund.book === "test" && <Notice>{t("fund.testBook")}</Notice>}
      {fund.shortfalls.map(({ purpose, minor, formKey }) => (
        <Shortfall
          key={purpose}
          formKey={formKey}
          purpose={purpose}
          minor={minor}
          currency={fund.currency}
          mayRun={fund.mayRun}
          reply={replyTo("cover")}
        />
      ))}
      <Section title={t("fund.byPurpose")}>
        <BalanceTable rows={fund.byPurpose} assets={fund.assets} currency={fund.currency} />
      </Section>
      <Section title={t("fund.allocations")}>
        <AllocationList allocations={fund.allocations} today={fund.today} reply={replyTo("paid")} fault={reply} />
      </Section>
      <Section title={t("fund.allocate")} lead={t("fund.allocateLead")}>
        <ProposeForm
          formKey={fund.formKeys.propose}
          students={fund.students}
          purposes={fund.purposes}
          reply={replyTo("propose")}
        />
      </Section>
      <Section title={t("fund.gifts")}>
        <GiftList gifts={fund.gifts} mayRun={fund.mayRun} today={fund.today} reply={replyTo("cheque-for")} />
      </Section>
      {fund.isOpen && (
        <Section title={t("fund.link")} lead={t("fund.linkLead")}>
          <GiveLink
            link={answer && "link" in answer ? answer.link : null}
            organisations={fund.organisations}
            reply={replyTo("invite")}
          />
        </Section>
      )}
      {fund.mayRun && (
        <Section title={t("fund.cheque")} lead={t("fund.chequeLead")}>
          <ChequeForm
            formKey={fund.formKeys.cheque}
            purposes={fund.purposes}
            today={fund.today}
            reply={replyTo("cheque")}
          />
        </Section>
      )}
    </Page>
  );
}
