import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AUDIENCES, openDemand } from "~/features/search/open-demand.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { EmptyState } from "~/ui/empty-state";
import { LinkTabs } from "~/ui/link-tabs";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { DemandTable } from "./demand-table";

export const handle: PageHandle = { title: "plans:demand.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = new URL(request.url).searchParams.get("for");
  const audience = AUDIENCES.find((name) => name === asked) ?? "school";
  const outcome = await openDemand(context.wiring, actor, { audience });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { tabs: AUDIENCES.map((name) => ({ name, current: name === audience })), ...outcome.value };
}

export default function DemandPage() {
  const { t } = useTranslation(["plans", "matching"]);
  const { audience, rows, tabs } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("demand.title")}
      lead={t(`demand.lead.${audience}`)}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
      width="wide"
    >
      <LinkTabs
        label={t("demand.audience")}
        tabs={tabs.map(({ name, current }) => ({
          to: name === "school" ? "/coordinator/demand" : `/coordinator/demand?for=${name}`,
          label: t(`demand.tab.${name}`),
          current,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("demand.none")}>{t("demand.noneText")}</EmptyState>
      ) : (
        <DemandTable rows={rows} />
      )}
    </Page>
  );
}
