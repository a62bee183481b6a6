import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listChecks } from "~/features/clearances/list-checks.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { CheckBadge } from "~/ui/check-badge";
import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format";
import { LinkTabs } from "~/ui/link-tabs";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";

export const handle: PageHandle = { title: "clearances:list.title" };

const HERE = "/coordinator/checks";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { searchParams } = new URL(request.url);
  const show = searchParams.get("show") === "all" ? ("all" as const) : ("next" as const);
  const outcome = await listChecks(context.wiring, actor, { show, page: Number(searchParams.get("page") ?? 1) });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { ...outcome.value, show };
}

export default function Checks() {
  const { t } = useTranslation("clearances");
  const { rows, counts, page, pages, show } = useLoaderData<typeof loader>();
  return (
    <Page title={t("list.title")} lead={t("list.lead")} width="wide">
      <div className="space-y-6">
        <LinkTabs
          label={t("list.title")}
          tabs={[
            { to: HERE, label: t("list.next"), current: show === "next", count: counts.next },
            { to: `${HERE}?show=all`, label: t("list.all"), current: show === "all", count: counts.all },
          ]}
        />
        {rows.length === 0 ? (
          <Nothing hasMentors={counts.all > 0} />
        ) : (
          <>
            <RowList label={t("list.title")}>
              {rows.map((row) => (
                <MentorRow key={row.id} row={row} />
              ))}
            </RowList>
            <Pagination page={page} pages={pages} />
          </>
        )}
      </div>
    </Page>
  );
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

function MentorRow({ row: { id, name, organisations, state, endsOn } }: { row: Listed }) {
  const { t, i18n } = useTranslation("clearances");
  const day = endsOn && formatDay(endsOn, i18n.language, { withYear: true });
  return (
    <Row
      to={`${HERE}/${id}`}
      title={name}
      detail={[organisations, day && t(state === "expired" ? "ended" : "counts", { day })].filter(Boolean).join(" · ")}
      status={<CheckBadge state={state} />}
    />
  );
}

/** Nothing to see to, or nobody there: what to do next differs. */
function Nothing({ hasMentors }: { hasMentors: boolean }) {
  const { t } = useTranslation("clearances");
  if (hasMentors) return <EmptyState title={t("list.none")}>{t("list.noneText")}</EmptyState>;
  return (
    <EmptyState
      title={t("list.nobody")}
      action={<LinkButton to="/coordinator/listings">{t("list.toListings")}</LinkButton>}
    >
      {t("list.nobodyText")}
    </EmptyState>
  );
}
