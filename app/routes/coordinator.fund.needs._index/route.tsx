import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openNeeds } from "~/features/fund/open-needs.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Disclosure } from "~/ui/disclosure";
import { FundTabs } from "~/ui/fund-tabs";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { actOnNeeds } from "./actions.server";
import { NeedList } from "./need-list";
import { NeedTotals } from "./need-totals";
import { ProposeForm } from "./propose-form";
import { viewOf } from "./view.server";

export const handle: PageHandle = { title: "fund:needs.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const outcome = await openNeeds(context.wiring, actor, { page });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { ...viewOf(outcome.value), formKey: randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return actOnNeeds(request, context, await requireCoordinator(request, context));
}

const isWaiting = ({ state }: { state: string }) => state === "proposed" || state === "approved";

export default function FundNeeds() {
  const { t } = useTranslation("fund");
  const { allocations, students, purposes, currency, today, bankMinor, formKey, ...rest } =
    useLoaderData<typeof loader>();
  const { book, count, waitingCount, totals, page, pages } = rest;
  const reply = useActionData<typeof action>();
  const proposal = reply?.values.intent === "propose" ? reply : undefined;
  const shown = { today, bankMinor, reply: proposal ? undefined : reply };
  const waiting = allocations.filter(isWaiting);
  const settled = allocations.filter((each) => !isWaiting(each));
  return (
    <Page title={t("needs.title")} lead={t("needs.lead")}>
      <FundTabs current="needs" book={book} />
      <Disclosure summary={t("needs.propose")} open={proposal !== undefined || allocations.length === 0}>
        <ProposeForm formKey={formKey} students={students} purposes={purposes} currency={currency} reply={proposal} />
      </Disclosure>
      {count > 0 && <NeedTotals count={count} totals={totals} currency={currency} />}
      {(page === 1 || waiting.length > 0) && (
        <Section title={t("needs.waiting")} lead={waitingCount > 0 && t("needs.inAll", { count: waitingCount })}>
          <NeedList needs={waiting} label={t("needs.waiting")} none={t("needs.noneWaiting")} {...shown} />
        </Section>
      )}
      {settled.length > 0 && (
        <Section title={t("needs.settled")} lead={t("needs.inAll", { count: count - waitingCount })}>
          <NeedList needs={settled} label={t("needs.settled")} none="" {...shown} />
        </Section>
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}
