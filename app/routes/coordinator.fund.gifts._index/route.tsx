import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openGifts } from "~/features/fund/open-gifts.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { FundTabs } from "~/ui/fund-tabs";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { actOnGifts } from "./actions.server";
import { ChequeForm } from "./cheque-form";
import { GiftList } from "./gift-list";
import { GiveLink } from "./give-link";

export const handle: PageHandle = { title: "fund:gifts.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const outcome = await openGifts(context.wiring, actor, { page });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const { gifts, organisations, settings, ...rest } = outcome.value;
  return {
    ...rest,
    purposes: settings.purposes,
    formKey: randomUUID(),
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
    gifts: gifts.map((row) => ({
      id: row.id,
      donor: row.organisation_name ?? row.donor_name,
      purpose: row.purpose,
      minor: row.minor,
      cameMinor: row.came_minor,
      processingMinor: row.processing_minor,
      currency: row.currency,
      standing: row.standing,
      cameBack: row.came_back,
      dueOn: row.due_on,
      madeAt: row.created_at,
      asksForThanks: row.thanks !== "none" && row.thanks_shown_at === null && row.standing === "paid",
      asksForOrigin: row.purpose === "stipend" && row.origin === "unasked" && row.standing === "paid",
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return actOnGifts(request, context, await requireCoordinator(request, context));
}

export default function FundGifts() {
  const { t } = useTranslation("fund");
  const { book, gifts, page, pages, organisations, purposes, mayRun, isOpen, today, timeZone, formKey } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply = answer && "errors" in answer ? answer : undefined;
  const link = answer && "link" in answer ? answer.link : null;
  const replyTo = (intent: string) => (reply?.values.intent === intent ? reply : undefined);
  return (
    <Page title={t("gifts.title")} lead={t("gifts.lead")}>
      <FundTabs current="gifts" book={book} />
      {!isOpen && (
        <Notice
          tone="wait"
          actions={mayRun && <LinkButton to="/coordinator/fund/settings">{t("on.toSettings")}</LinkButton>}
        >
          {t("fund.closed")}
        </Notice>
      )}
      {(isOpen || mayRun) && (
        <div>
          {isOpen && (
            <Disclosure summary={t("gifts.ask")} open={link !== null || replyTo("invite") !== undefined}>
              <GiveLink link={link} organisations={organisations} reply={replyTo("invite")} />
            </Disclosure>
          )}
          {mayRun && (
            <Disclosure summary={t("gifts.enterCheque")} open={replyTo("cheque") !== undefined}>
              <ChequeForm formKey={formKey} purposes={purposes} today={today} reply={replyTo("cheque")} />
            </Disclosure>
          )}
        </div>
      )}
      <Section title={t("gifts.newest")}>
        <div className="space-y-4">
          <GiftList gifts={gifts} timeZone={timeZone} />
          <Pagination page={page} pages={pages} />
        </div>
      </Section>
    </Page>
  );
}
