import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Actor } from "~/domain/actor";
import { AUDIENCES, type Audience, openDemand } from "~/features/search/open-demand.server";
import { sizeRecruitment } from "~/features/search/size-recruitment.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { NoticePlace } from "~/ui/notice-place";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import type { Wiring } from "~/wiring";
import { DemandTable } from "./demand-table";
import { RECRUITMENT, type RecruitmentAnswer, RecruitmentSection } from "./recruitment";

export const handle: PageHandle = { title: "plans:demand.title" };

interface Asked {
  interestId: string;
  areaId: string;
  audience: Audience;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { searchParams } = new URL(request.url);
  const audience = AUDIENCES.find((name) => name === searchParams.get("for")) ?? "school";
  const outcome = await openDemand(context.wiring, actor, { audience });
  if (!outcome.ok && outcome.reason === "not_permitted") throw new Response(null, { status: 403 });
  const tabs = AUDIENCES.map((name) => ({ name, current: name === audience }));
  if (!outcome.ok) return json({ tabs, audience, demand: null }, { status: 503 });
  const asked = { interestId: searchParams.get("interest") ?? "", areaId: searchParams.get("near") ?? "" };
  const answer = asked.interestId === "" ? null : await readRecruitment(context.wiring, actor, { ...asked, audience });
  return json({ tabs, audience, demand: { ...outcome.value, asked, answer } });
}

async function readRecruitment(
  wiring: Wiring,
  actor: Actor,
  { interestId, areaId, audience }: Asked,
): Promise<RecruitmentAnswer> {
  const outcome = await sizeRecruitment(wiring, actor, { interestId, areaId: areaId === "" ? null : areaId, audience });
  if (outcome.ok) return outcome.value;
  return outcome.reason === "search_away" ? "away" : "gone";
}

export default function DemandPage() {
  const { t } = useTranslation(["plans", "matching"]);
  const { audience, demand, tabs } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return (
    <Page
      title={t("demand.title")}
      lead={t(`demand.lead.${audience}`)}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
      actions={demand && <LinkButton to={{ search, hash: RECRUITMENT }}>{t("demand.mail.title")}</LinkButton>}
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
      <NoticePlace>
        {!demand && <Notice tone="stop">{t("demand.away")}</Notice>}
        {demand?.degraded && <Notice tone="wait">{t("demand.degraded")}</Notice>}
      </NoticePlace>
      {demand?.rows.length === 0 && <EmptyState title={t("demand.none")}>{t("demand.noneText")}</EmptyState>}
      {demand && demand.rows.length > 0 && <DemandTable rows={demand.rows} />}
      {demand && <RecruitmentSection {...demand} audience={audience} />}
    </Page>
  );
}
