import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { GROUPINGS, type Grouping } from "~/domain/matching/group-demand";
import { openSeats } from "~/features/matching/open-seats.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { type LinkTab, LinkTabs } from "~/ui/link-tabs";
import { NoPlan } from "~/ui/no-plan";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SincePlan } from "~/ui/since-plan";
import { GroupTable } from "./group-table";
import { SeatTable } from "./seat-table";

export const handle: PageHandle = { title: "plans:seats.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = new URL(request.url).searchParams.get("by");
  const by = GROUPINGS.find((grouping) => grouping === asked) ?? "interest";
  const outcome = await openSeats(context.wiring, actor, { by });
  if (!outcome.ok && outcome.reason === "not_permitted") throw new Response(null, { status: 403 });
  return { by, opened: outcome };
}

export default function Seats() {
  const { t } = useTranslation(["plans", "matching"]);
  const { by, opened } = useLoaderData<typeof loader>();
  const tabs = GROUPINGS.map((name) => ({ to: `?by=${name}`, label: t(`seats.${name}`), current: name === by }));
  return (
    <Page
      title={t("seats.title")}
      lead={t("seats.lead")}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
      width="wide"
    >
      {opened.ok ? <SeatsBy by={by} tabs={tabs} seats={opened.value} /> : <NoPlan why={opened.reason} />}
    </Page>
  );
}

type SeatsOfPlan = Extract<Awaited<ReturnType<typeof openSeats>>, { ok: true }>["value"];

function SeatsBy({ by, tabs, seats }: { by: Grouping; tabs: readonly LinkTab[]; seats: SeatsOfPlan }) {
  const { t } = useTranslation("plans");
  const isPriced = seats.mode === "balanced";
  return (
    <>
      <SincePlan since={seats.since} />
      <LinkTabs tabs={tabs} label={t("seats.by")} />
      {!isPriced && <p>{t("kind.noSeatPrices", { kind: t(`runs.mode.${seats.mode}`) })}</p>}
      {seats.mode === "slate" && <p>{t("kind.placesNotSeats")}</p>}
      <GroupTable by={by} groups={seats.groups} isPriced={isPriced} />
      {seats.groupCount > seats.groups.length && (
        <p>{t("compare.shown", { shown: seats.groups.length, all: seats.groupCount })}</p>
      )}
      <Section title={t("seats.listings")}>
        <SeatTable listings={seats.listings} isPriced={isPriced} />
        {seats.count > seats.listings.length && (
          <p>{t("compare.shown", { shown: seats.listings.length, all: seats.count })}</p>
        )}
      </Section>
    </>
  );
}
