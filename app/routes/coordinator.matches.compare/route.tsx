import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { comparePlans } from "~/features/matching/compare-plans.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkTabs } from "~/ui/link-tabs";
import { NoPlan } from "~/ui/no-plan";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PlanFiguresTable } from "~/ui/plan-figures";
import { EnvyList } from "./envy-list";
import { OtherPlaces } from "./other-places";

export const handle: PageHandle = { title: "plans:compare.title" };

const KINDS = ["stable", "slate"] as const;
const FIGURES = ["placed", "topChoice", "pairs", "floor", "fifthPercentile", "median", "total"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = new URL(request.url).searchParams.get("with");
  const mode = KINDS.find((kind) => kind === asked) ?? "stable";
  const outcome = await comparePlans(context.wiring, actor, { mode });
  if (!outcome.ok && outcome.reason === "not_permitted") throw new Response(null, { status: 403 });
  return { mode, compared: outcome };
}

export default function ComparePlans() {
  const { t } = useTranslation(["plans", "matching"]);
  const { mode, compared } = useLoaderData<typeof loader>();
  const tabs = KINDS.map((kind) => ({ to: `?with=${kind}`, label: t(`compare.${kind}`), current: kind === mode }));
  return (
    <Page
      title={t("compare.title")}
      lead={t("compare.lead")}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
      width="wide"
    >
      <LinkTabs tabs={tabs} label={t("compare.which")} />
      {compared.ok ? <Compared mode={mode} compared={compared.value} /> : <NoPlan why={compared.reason} />}
    </Page>
  );
}

type Comparison = Extract<Awaited<ReturnType<typeof comparePlans>>, { ok: true }>["value"];

function Compared({ mode, compared }: { mode: (typeof KINDS)[number]; compared: Comparison }) {
  const { t } = useTranslation("plans");
  const { board, other, envy, envious } = compared;
  return (
    <>
      <p>{t(mode === "stable" ? "compare.stableText" : "compare.slateText")}</p>
      {other.ok ? (
        <>
          <PlanFiguresTable
            rows={FIGURES.map((key) => ({ key, board: board[key], other: other.value.numbers[key] }))}
            other={t(`compare.${mode}`)}
          />
          <OtherPlaces of={other.value} first={t("figure.board")} second={t(`compare.${mode}`)} />
        </>
      ) : (
        <Notice tone="stop" title={t("compare.refused")}>
          {t(`whatIf.fault.${other.reason}`)}
        </Notice>
      )}
      <EnvyList envy={envy} all={envious} />
    </>
  );
}
