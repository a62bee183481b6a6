import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MODES } from "~/domain/matching/mode";
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

const RUNS = "runs";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { searchParams } = new URL(request.url);
  const beside = searchParams.get("with");
  if (beside === RUNS) {
    const asked = { first: searchParams.get("first"), second: searchParams.get("second") };
    const runs = await compareRuns(context.wiring, actor, asked);
    if (!runs.ok) throw new Response(null, { status: 403 });
    return { boardMode: runs.value.runs[0]?.mode ?? "balanced", view: RUNS, runs: runs.value } as const;
  }
  const compared = await comparePlans(context.wiring, actor, { mode: MODES.find((mode) => mode === beside) ?? null });
  if (!compared.ok && compared.reason === "not_permitted") throw new Response(null, { status: 403 });
  const { boardMode, mode } = compared.ok ? compared.value : NOTHING_ON_BOARD;
  return { boardMode, view: mode, compared } as const;
}

const NOTHING_ON_BOARD = { boardMode: "balanced", mode: "stable" } as const;

export default function ComparePlans() {
  const { t } = useTranslation(["plans", "matching"]);
  const data = useLoaderData<typeof loader>();
  const kinds = MODES.filter((mode) => mode !== data.boardMode);
  const tabs = [
    ...kinds.map((mode) => ({ view: mode, label: t(`runs.mode.${mode}`) })),
    { view: RUNS, label: t("compare.runs") },
  ].map(({ view, label }) => ({ to: `?with=${view}`, label, current: view === data.view }));
  return (
    <Page
      title={t("compare.title")}
      lead={t("compare.lead")}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
      width="wide"
    >
      <LinkTabs tabs={tabs} label={t("compare.which")} />
      {"runs" in data && <TwoRuns runs={data.runs} />}
      {"compared" in data && data.compared.ok && <OtherKind of={data.compared.value} />}
      {"compared" in data && !data.compared.ok && <NoPlan why={data.compared.reason} />}
    </Page>
  );
}
