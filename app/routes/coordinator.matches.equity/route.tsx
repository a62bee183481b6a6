import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EQUITY_GROUPINGS } from "~/domain/matching/equity";
import { openEquity } from "~/features/matching/open-equity.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { EmptyState } from "~/ui/empty-state";
import { LinkTabs } from "~/ui/link-tabs";
import { NoPlan } from "~/ui/no-plan";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SincePlan } from "~/ui/since-plan";
import { EquityTable } from "./equity-table";

export const handle: PageHandle = { title: "plans:equity.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = new URL(request.url).searchParams.get("by");
  const by = EQUITY_GROUPINGS.find((grouping) => grouping === asked) ?? "grade";
  const outcome = await openEquity(context.wiring, actor, { by });
  if (!outcome.ok && outcome.reason === "not_permitted") throw new Response(null, { status: 403 });
  return { by, equity: outcome.ok ? outcome.value : null, why: outcome.ok ? null : outcome.reason };
}

export default function Equity() {
  const { t } = useTranslation(["plans", "matching"]);
  const { by, equity, why } = useLoaderData<typeof loader>();
  const tabs = EQUITY_GROUPINGS.map((name) => ({
    to: `?by=${name}`,
    label: t(`equity.${name}`),
    current: name === by,
  }));
  return (
    <Page
      title={t("equity.title")}
      lead={t("equity.lead")}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
      width="wide"
    >
      {why && <NoPlan why={why} />}
      {equity && <SincePlan since={{ counted: 0, left: equity.decidedSince }} />}
      {equity && !equity.all && <EmptyState title={t("equity.fewTitle")}>{t("equity.few")}</EmptyState>}
      {equity?.all && (
        <>
          <LinkTabs tabs={tabs} label={t("equity.by")} />
          {equity.groups.length === 0 && <p className="text-ink-soft">{t("equity.noGroups")}</p>}
          <EquityTable by={by} groups={equity.groups} all={equity.all} />
          <p className="text-ink-soft">{t("equity.note")}</p>
        </>
      )}
    </Page>
  );
}
