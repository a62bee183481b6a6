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
import { TextLink } from "~/ui/text-link";
import { GroupTable } from "./group-table";
import { SeatTable } from "./seat-table";

/** Rows of each list that a phone shows without much turning, and for whoever asks for more. */
const FIRST_ROWS = 12;
const MORE_ROWS = 60;

export const handle: PageHandle = { title: "plans:seats.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { searchParams } = new URL(request.url);
  const by = GROUPINGS.find((grouping) => grouping === searchParams.get("by")) ?? "interest";
  const rows = searchParams.get("rows") === "more" ? MORE_ROWS : FIRST_ROWS;
  const outcome = await openSeats(context.wiring, actor, { by, rows });
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
      <Rest by={by} shown={seats.groups.length} all={seats.groupCount} />
      <Section title={t("seats.listings")}>
        <SeatTable listings={seats.listings} isPriced={isPriced} />
        <Rest by={by} shown={seats.listings.length} all={seats.count} />
      </Section>
    </>
  );
}

/** How many rows are not shown, and the way to more of them. */
function Rest({ by, shown, all }: { by: Grouping; shown: number; all: number }) {
  const { t } = useTranslation("plans");
  if (all <= shown) return null;
  return (
    <p>
      {t("compare.shown", { shown, all })}
      {shown <= FIRST_ROWS && (
        <>
          {" "}
          <TextLink to={`?by=${by}&rows=more`}>{t("seats.showMore")}</TextLink>
        </>
      )}
    </p>
  );
}
