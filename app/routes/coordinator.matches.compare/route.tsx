import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { comparePlans } from "~/features/matching/compare-plans.server";
import { compareRuns } from "~/features/matching/compare-runs.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkTabs } from "~/ui/link-tabs";
import { NoPlan } from "~/ui/no-plan";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { OtherKind } from "./other-kind";
import { TwoRuns } from "./two-runs";

export const handle: PageHandle = { title: "plans:compare.title" };

const VIEWS = ["stable", "slate", "runs"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { searchParams } = new URL(request.url);
  const view = VIEWS.find((name) => name === searchParams.get("with")) ?? "stable";
  if (view === "runs") {
    const asked = { first: searchParams.get("first"), second: searchParams.get("second") };
    const runs = await compareRuns(context.wiring, actor, asked);
    if (!runs.ok) throw new Response(null, { status: 403 });
    return { view, runs: runs.value };
  }
  const compared = await comparePlans(context.wiring, actor, { mode: view });
  if (!compared.ok && compared.reason === "not_permitted") throw new Response(null, { status: 403 });
  return { view, compared };
}

export default function ComparePlans() {
  const { t } = useTranslation(["plans", "matching"]);
  const data = useLoaderData<typeof loader>();
  const tabs = VIEWS.map((view) => ({ to: `?with=${view}`, label: t(`compare.${view}`), current: view === data.view }));
  return (
    <Page
      title={t("compare.title")}
      lead={t("compare.lead")}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
      width="wide"
    >
      <LinkTabs tabs={tabs} label={t("compare.which")} />
      {data.view === "runs" && <TwoRuns runs={data.runs} />}
      {data.view !== "runs" && data.compared.ok && <OtherKind mode={data.view} compared={data.compared.value} />}
      {data.view !== "runs" && !data.compared.ok && <NoPlan why={data.compared.reason} />}
    </Page>
  );
}
