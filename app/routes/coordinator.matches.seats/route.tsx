import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { GROUPINGS, type Grouping } from "~/domain/matching/group-demand";
import { openSeats } from "~/features/matching/open-seats.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { type LinkTab, LinkTabs } from "~/ui/link-tabs";
import { NoPlan } from "~/ui/no-plan";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SincePlan } from "~/ui/since-plan";
import { TextLink } from "~/ui/text-link";
import { GroupTable } from "./group-table";
import { SeatTable } from "./seat-table";

/** Rows of each list that a phone shows without much turning, and for whoever asks for more. */
const FIRST_ROWS = 12;
const MORE_ROWS = 60;

/** Groups of seats and students, or each listing by itself: one list at a time, since both are long on a phone. */
const VIEWS = [...GROUPINGS, "listing"] as const;
type View = (typeof VIEWS)[number];
const labels = { interest: "interest", day: "day", both: "both", area: "area", listing: "listings" } as const;

export const handle: PageHandle = { title: "plans:seats.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { searchParams } = new URL(request.url);
  const view = VIEWS.find((name) => name === searchParams.get("by")) ?? "interest";
  const rows = searchParams.get("rows") === "more" ? MORE_ROWS : FIRST_ROWS;
  const outcome = await openSeats(context.wiring, actor, { by: groupingOf(view), rows });
  if (!outcome.ok && outcome.reason === "not_permitted") throw new Response(null, { status: 403 });
  return { view, opened: outcome };
}

/** What listings stand in themselves is no group: any will do for them. */
function groupingOf(view: View): Grouping {
  return view === "listing" ? "interest" : view;
}

export default function Seats() {
  const { t } = useTranslation(["plans", "matching"]);
  const { view, opened } = useLoaderData<typeof loader>();
  const tabs = VIEWS.map((name) => ({ to: `?by=${name}`, label: t(`seats.${labels[name]}`), current: name === view }));
  return (
    <Page
      title={t("seats.title")}
      lead={t("seats.lead")}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
      width="wide"
    >
      {opened.ok ? <SeatsBy view={view} tabs={tabs} seats={opened.value} /> : <NoPlan why={opened.reason} />}
    </Page>
  );
}

type SeatsOfPlan = Extract<Awaited<ReturnType<typeof openSeats>>, { ok: true }>["value"];

function SeatsBy({ view, tabs, seats }: { view: View; tabs: readonly LinkTab[]; seats: SeatsOfPlan }) {
  const { t } = useTranslation("plans");
  const isPriced = seats.mode === "balanced";
  return (
    <>
      <SincePlan since={seats.since} />
      <LinkTabs tabs={tabs} label={t("seats.by")} />
      {isPriced && <p className="text-ink-soft">{t("seats.placesNobody")}</p>}
      {!isPriced && <p>{t("kind.noSeatPrices", { kind: t(`runs.mode.${seats.mode}`) })}</p>}
      {seats.mode === "slate" && <p>{t("kind.placesNotSeats")}</p>}
      {view === "listing" ? (
        <>
          <SeatTable listings={seats.listings} isPriced={isPriced} />
          <Rest view={view} shown={seats.listings.length} all={seats.count} />
        </>
      ) : (
        <>
          <GroupTable by={view} groups={seats.groups} isPriced={isPriced} />
          <Rest view={view} shown={seats.groups.length} all={seats.groupCount} />
        </>
      )}
    </>
  );
}

/** How many rows are not shown, and the way to more of them. */
function Rest({ view, shown, all }: { view: View; shown: number; all: number }) {
  const { t } = useTranslation("plans");
  if (all <= shown) return null;
  return (
    <p>
      {t("compare.shown", { shown, all })}
      {shown <= FIRST_ROWS && (
        <>
          {" "}
          <TextLink to={`?by=${view}&rows=more`}>{t("seats.showMore")}</TextLink>
        </>
      )}
    </p>
  );
}
